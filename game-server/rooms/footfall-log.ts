import type { FootfallSum } from '../../shared/figures/footfall.ts'
import type { Point } from '../../shared/floorplan/point.ts'
import type { HeldRole } from '../../shared/people/rights.ts'
import { Footfall } from '../presence/footfall.ts'
import type { RoomLog } from './deps.ts'
import type { Visitor } from './visitor.ts'

/** Everybody is looked at once in so long, ms: time to walk through two cells. A few in every tick, so it is never a burst. */
const LOOKS_EVERY = 5000
/** Sums are written down so often, ms: what a process that is killed loses. */
const WRITES_EVERY = 60_000
/** Sums that wait for a database that is away: of two hours. */
const MOST_WAITING = 120

/** Works in the salon, for a booth or for all of it, rather than visits it. */
const AT_WORK: ReadonlySet<HeldRole['role']> = new Set([
  ...(['owner', 'representative', 'crew'] as const),
  ...(['directorate', 'organizer', 'administrator'] as const),
])

type Write = (sum: FootfallSum) => Promise<void>

/** Counts where visitors are in one instance of a hall, and has the sums written down. */
export class FootfallLog {
  private readonly write: Write
  private readonly log: RoomLog
  private footfall: Footfall | null = null
  private round: Iterator<Visitor> | null = null
  private looked = 0
  private began: number
  private written: number
  private waiting: FootfallSum[] = []
  private writing = Promise.resolve()

  /** `write` has sums of this hall added to what is there. */
  constructor(write: Write, log: RoomLog, now: number) {
    this.write = write
    this.log = log
    this.began = now
    // Halls that were opened together need not write together.
    this.written = now - Math.random() * WRITES_EVERY
  }

  /** The hall is laid out anew. */
  unfold(hall: { readonly width: number; readonly depth: number }): void {
    this.collect()
    this.footfall = new Footfall(hall)
  }

  /** Looks at those who are due at `now` (room clock, ms), `at` which places they are. */
  tick(visitors: ReadonlyMap<string, Visitor>, at: (slot: number) => Point, now: number): void {
    const share = Math.min(1, (now - this.began) / LOOKS_EVERY)
    this.round ??= visitors.values()
    for (const due = Math.ceil(share * visitors.size); this.looked < due; this.looked++) {
      const { value, done } = this.round.next()
      if (done) break
      this.look(value, at)
    }
    if (share === 1) {
      this.round = null
      this.looked = 0
      this.began = now
    }
    if (now - this.written >= WRITES_EVERY) {
      this.written = now
      void this.flush()
    }
  }

  /** Writes down what was counted until now. What cannot be written waits for the next time. */
  flush(): Promise<void> {
    this.collect()
    this.writing = this.writing.then(() => this.writeAll())
    return this.writing
  }

  private look({ guest, slot }: Visitor, at: (slot: number) => Point): void {
    if (guest.simulated || guest.roles.some(({ role }) => AT_WORK.has(role))) return
    this.footfall?.add(guest.personId, at(slot), LOOKS_EVERY / 1000, Date.now())
  }

  private collect(): void {
    this.waiting.push(...(this.footfall?.take() ?? []))
    this.waiting.splice(0, this.waiting.length - MOST_WAITING)
  }

  private async writeAll(): Promise<void> {
    const sums = this.waiting
    this.waiting = []
    for (const [written, sum] of sums.entries()) {
      try {
        await this.write(sum)
      } catch (err) {
        this.log.error({ err }, 'footfall waits for the database')
        this.waiting.unshift(...sums.slice(written))
        return
      }
    }
  }
}
