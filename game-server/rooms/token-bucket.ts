/** Lets `burst` things pass at once and `perSecond` in the long run. */
export class TokenBucket {
  private readonly burst: number
  private readonly perSecond: number
  private tokens: number
  private at = 0

  constructor(burst: number, perSecond: number) {
    this.burst = burst
    this.perSecond = perSecond
    this.tokens = burst
  }

  /** Takes a token at `now` (ms). @returns 0, or how many milliseconds there is none */
  take(now: number): number {
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.at) / 1000) * this.perSecond)
    this.at = now
    if (this.tokens < 1) return Math.ceil(((1 - this.tokens) / this.perSecond) * 1000)
    this.tokens--
    return 0
  }
}
