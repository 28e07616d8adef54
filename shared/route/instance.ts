import type { RouteProblem } from './model.ts'
import { HAIR, Timetable } from './timetable.ts'

/**
 * A problem in the form that searches work on. Stops are numbers from 0, then come the start and the end; times begin
 * with the visit. Without an end there is one anyway, no way from anywhere.
 *
 * Of two routes the better one has more prizes; of equal ones that which costs less: two for a second of walking, one
 * for a second of waiting or of a session missed at its beginning.
 */
export interface Instance {
  readonly count: number
  readonly start: number
  readonly end: number
  /** Stops, start and end: rows and columns of `legs`. */
  readonly size: number
  /** Seconds of walking. */
  readonly legs: Float64Array
  readonly timetable: Timetable
  readonly dwells: Float64Array
  /** A required stop is worth more than all wished ones together. */
  readonly prizes: Float64Array
  /** How dear a stop is to a search that may give one up for others: 1 the mean value, some more where required. */
  readonly weights: Float64Array
  /** Infinity: no hurry. */
  readonly until: number
}

export function instanceOf(problem: RouteProblem): Instance {
  const { stops, travel, start, end, until } = problem
  const count = stops.length
  const size = count + 2
  const legs = new Float64Array(size * size)
  const places = [...stops.map((stop) => stop.place), start.place]
  for (let a = 0; a <= count; a++) {
    const row = (places[a] as number) * travel.places
    for (let b = 0; b <= count; b++) legs[a * size + b] = travel.seconds[row + (places[b] as number)] as number
    const toEnd = end === null ? 0 : (travel.seconds[row + end] as number)
    legs[a * size + count + 1] = toEnd
    legs[(count + 1) * size + a] = toEnd
  }
  const values = stops.reduce((sum, stop) => sum + stop.value, 0)
  return {
    count,
    start: count,
    end: count + 1,
    size,
    legs,
    timetable: new Timetable(stops, start.at),
    dwells: Float64Array.from(stops, (stop) => stop.dwell),
    prizes: Float64Array.from(stops, (stop) => stop.value + (stop.required ? values + 1 : 0)),
    weights: Float64Array.from(stops, (stop) => (stop.value / values) * count + (stop.required ? REQUIRED : 0)),
    until: until === null ? Number.POSITIVE_INFINITY : until - start.at,
  }
}

const REQUIRED = 20

/** What a route is worth; cost Infinity when it cannot be walked in time. */
export interface Worth {
  readonly prize: number
  readonly cost: number
}

/** The worth of stops visited in this order. */
export function worthOf(instance: Instance, order: readonly number[]): Worth {
  const { legs, size, timetable } = instance
  let [prize, cost, now, at] = [0, 0, 0, instance.start]
  for (const stop of order) {
    const walk = legs[at * size + stop] as number
    const begin = timetable.begins(stop, now + walk)
    cost += 2 * walk + (begin - now - walk) + timetable.late(stop, begin)
    prize += instance.prizes[stop] as number
    now = timetable.leaves(stop, begin)
    at = stop
  }
  const last = legs[at * size + instance.end] as number
  const inTime = now + last <= instance.until + HAIR && now + last < Number.POSITIVE_INFINITY
  return { prize, cost: inTime ? cost + 2 * last : Number.POSITIVE_INFINITY }
}

/** Whether `a` is a better route than `b`, by more than rounding. */
export function isBetter(a: Worth, b: Worth): boolean {
  if (a.cost === Number.POSITIVE_INFINITY) return false
  if (b.cost === Number.POSITIVE_INFINITY) return true
  return a.prize > b.prize + HAIR || (a.prize > b.prize - HAIR && a.cost < b.cost - HAIR)
}
