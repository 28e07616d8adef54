/** Bad messages that are answered before a client is thought to be up to something: twenty in ten seconds end it. */
const MOST = 20
const WITHIN = 10_000

export class Patience {
  private readonly moments: number[] = []

  /** One more bad message at `now` (ms). @returns whether patience is at its end */
  lose(now: number): boolean {
    this.moments.push(now)
    if (this.moments.length > MOST) this.moments.shift()
    return this.moments.length === MOST && now - (this.moments[0] as number) <= WITHIN
  }
}
