/**
 * The room clock as this machine knows it: our own clock and an offset measured by round trips.
 *
 * A measurement says the room's time to within half its round trip, so of the last few the quickest is believed.
 */
export class RoomClock {
  private readonly local: () => number
  private readonly samples: { offset: number; roundTrip: number }[] = []
  private offset: number

  /** `now`: the room's time in the first message; `local` gives our own milliseconds, monotonic. */
  constructor(now: number, local: () => number = () => performance.now()) {
    this.local = local
    this.offset = now - local()
  }

  /** Another room, or the same after a break: what was measured before says nothing now. */
  restart(now: number): void {
    this.samples.length = 0
    this.offset = now - this.local()
  }

  /** Milliseconds of the room clock. */
  now(): number {
    return this.local() + this.offset
  }

  /** An answer came: asked at `sent` and received now by our clock, while the room's clock said `room`. */
  measured(sent: number, room: number): void {
    const received = this.local()
    const roundTrip = received - sent
    this.samples.push({ offset: room + roundTrip / 2 - received, roundTrip })
    if (this.samples.length > KEPT) this.samples.shift()
    this.offset = this.samples.reduce((best, one) => (one.roundTrip < best.roundTrip ? one : best)).offset
  }
}

const KEPT = 8
