import type { RouteStop } from './model.ts'

/** Sums of seconds differ by their order: what is off by less than this is on time. */
export const HAIR = 1e-6

/**
 * When each stop can be visited, in arrays that a search asks a million times a second. Who comes earlier never leaves
 * later, so the first moment at a stop is always the best one.
 */
export class Timetable {
  /** Windows of stop i are numbers firsts[i] to firsts[i + 1] − 1, in order. */
  private readonly firsts: Int32Array
  private readonly opens: number[] = []
  private readonly closes: number[] = []
  /** A session ends when it ends, however late one came; a visit lasts as long as it lasts. */
  private readonly stays: Float64Array
  private readonly ends: Float64Array

  /** @param origin what the stops' clock shows at our zero: small numbers keep their fractions */
  constructor(stops: readonly RouteStop[], origin: number) {
    this.firsts = new Int32Array(stops.length + 1)
    this.stays = new Float64Array(stops.length)
    this.ends = new Float64Array(stops.length).fill(Number.NEGATIVE_INFINITY)
    stops.forEach(({ when, dwell }, i) => {
      if (when.kind === 'session') {
        this.window(when.startsAt - origin, when.startsAt - origin + when.lateBy)
        this.ends[i] = when.startsAt - origin + dwell
      } else {
        this.stays[i] = dwell
        const spells = when.kind === 'hours' ? when.hours.toSorted((a, b) => a.from - b.from) : [ALWAYS]
        for (const { from, to } of spells) this.window(from - origin, to - origin - dwell)
      }
      this.firsts[i + 1] = this.opens.length
    })
  }

  /** Whether a stop is bound to hours or to a moment. */
  isBound(stop: number): boolean {
    return this.opens[this.firsts[stop] as number] !== Number.NEGATIVE_INFINITY
  }

  /** When a visit begins for who arrives at `arrival`; Infinity when it is too late for all of its windows. */
  begins(stop: number, arrival: number): number {
    const end = this.firsts[stop + 1] as number
    for (let window = this.firsts[stop] as number; window < end; window++) {
      if (arrival <= (this.closes[window] as number) + HAIR) return Math.max(arrival, this.opens[window] as number)
    }
    return Number.POSITIVE_INFINITY
  }

  /** When a visit ends that began at `begin`. */
  leaves(stop: number, begin: number): number {
    return Math.max(begin + (this.stays[stop] as number), this.ends[stop] as number)
  }

  /** How much of a session one misses who begins at `begin`. */
  late(stop: number, begin: number): number {
    return this.ends[stop] === Number.NEGATIVE_INFINITY
      ? 0
      : begin - (this.opens[this.firsts[stop] as number] as number)
  }

  /** The latest arrival after which one leaves by `leaveBy`; −Infinity when there is none. */
  latestArrival(stop: number, leaveBy: number): number {
    if (leaveBy + HAIR < (this.ends[stop] as number)) return Number.NEGATIVE_INFINITY
    const begin = leaveBy - (this.stays[stop] as number)
    const first = this.firsts[stop] as number
    for (let window = (this.firsts[stop + 1] as number) - 1; window >= first; window--) {
      if ((this.opens[window] as number) <= begin + HAIR) return Math.min(begin, this.closes[window] as number)
    }
    return Number.NEGATIVE_INFINITY
  }

  /** A stay longer than the hours leaves a window in which nothing can begin. */
  private window(open: number, close: number): void {
    if (close < open) return
    this.opens.push(open)
    this.closes.push(close)
  }
}

const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
