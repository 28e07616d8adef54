/** Problems for tests, and what can be said of a plan without the planner. */
import fc from 'fast-check'
import type { RouteProblem, RouteStop, Travel } from '../../../shared/route/model.ts'

/** Ways on a chessboard, ten seconds and ten metres a square; places of `island` are cut off from the rest. */
export function board(places: readonly (readonly [number, number])[], island: ReadonlySet<number> = new Set()): Travel {
  const count = places.length
  const seconds = new Float64Array(count * count)
  places.forEach(([x, z], a) => {
    places.forEach(([u, v], b) => {
      const apart = 10 * (Math.abs(x - u) + Math.abs(z - v))
      seconds[a * count + b] = island.has(a) === island.has(b) ? apart : Number.POSITIVE_INFINITY
    })
  })
  return { places: count, seconds, metres: seconds }
}

export const stopAt = (id: string, place: number, changes: Partial<RouteStop> = {}): RouteStop => ({
  id,
  place,
  dwell: 60,
  when: { kind: 'any-time' },
  required: false,
  value: 1,
  ...changes,
})

export const problemOf = (
  travel: Travel,
  stops: readonly RouteStop[],
  changes: Partial<RouteProblem> = {},
): RouteProblem => ({ stops: [...stops], travel, start: { place: 0, at: 0 }, end: null, until: null, ...changes })

const when = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: 'any-time' as const }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.record({ from: fc.nat(1500), long: fc.integer({ min: 1, max: 800 }) }), { minLength: 1, maxLength: 3 })
      .map((spells) => ({
        kind: 'hours' as const,
        hours: spells.map(({ from, long }) => ({ from, to: from + long })),
      })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('session' as const), startsAt: fc.nat(1500), lateBy: fc.nat(100) }),
  },
)

/** Problems of a few minutes around a small board, with everything that can be asked for. */
export const problems = (mostStops: number): fc.Arbitrary<RouteProblem> =>
  fc
    .record({
      places: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 8 }),
      cutOff: fc.boolean(),
      at: fc.constantFrom(0, 100, 1_800_000_000),
      until: fc.option(fc.integer({ min: 0, max: 2500 })),
      ends: fc.boolean(),
      stops: fc.array(
        fc.record({
          place: fc.nat(7),
          dwell: fc.nat(300),
          when,
          required: fc.boolean(),
          value: fc.integer({ min: 1, max: 5 }),
        }),
        { maxLength: mostStops },
      ),
    })
    .map(({ places, cutOff, at, until, ends, stops }) => ({
      travel: board(places, new Set(cutOff ? [places.length - 1] : [])),
      start: { place: 0, at },
      end: ends ? Math.min(1, places.length - 1) : null,
      until: until === null ? null : at + until,
      stops: stops.map((stop, i) => ({
        ...stop,
        id: `stop ${i}`,
        place: stop.place % places.length,
        when: shifted(stop.when, at),
      })),
    }))

function shifted(when: RouteStop['when'], by: number): RouteStop['when'] {
  if (when.kind === 'session') return { ...when, startsAt: when.startsAt + by }
  if (when.kind === 'hours') {
    return { ...when, hours: when.hours.map(({ from, to }) => ({ from: from + by, to: to + by })) }
  }
  return when
}

/** What the planner promises to make as good as can be, in this order: required stops, value, cost. */
export type Merit = readonly [required: number, value: number, cost: number]

export const isBetter = (a: Merit, b: Merit): boolean =>
  a[0] !== b[0] ? a[0] > b[0] : a[1] !== b[1] ? a[1] > b[1] : a[2] < b[2] - 1e-3

/** Walks an order by the rules of the model, which are written here once more; null: it breaks one. */
export function meritOf(problem: RouteProblem, order: readonly RouteStop[]): Merit | null {
  const way = (from: number, to: number): number => problem.travel.seconds[from * problem.travel.places + to] as number
  let [now, place, cost] = [problem.start.at, problem.start.place, 0]
  for (const stop of order) {
    const walk = way(place, stop.place)
    const arrival = now + walk
    const visit = earliestVisit(stop, arrival)
    if (!visit) return null
    cost += 2 * walk + (visit.from - arrival) + (stop.when.kind === 'session' ? visit.from - stop.when.startsAt : 0)
    now = visit.to
    place = stop.place
  }
  const last = problem.end === null ? 0 : way(place, problem.end)
  if (!(now + last < Number.POSITIVE_INFINITY) || now + last > (problem.until ?? Number.POSITIVE_INFINITY)) return null
  return [
    order.filter((stop) => stop.required).length,
    order.reduce((sum, stop) => sum + stop.value, 0),
    cost + 2 * last,
  ]
}

function earliestVisit({ when, dwell }: RouteStop, arrival: number): { from: number; to: number } | null {
  if (!Number.isFinite(arrival)) return null
  if (when.kind === 'any-time') return { from: arrival, to: arrival + dwell }
  if (when.kind === 'session') {
    if (arrival > when.startsAt + when.lateBy) return null
    const from = Math.max(arrival, when.startsAt)
    return { from, to: Math.max(from, when.startsAt + dwell) }
  }
  const starts = when.hours
    .map((hours) => ({ begin: Math.max(hours.from, arrival), to: hours.to }))
    .filter(({ begin, to }) => begin + dwell <= to)
    .map(({ begin }) => begin)
  return starts.length === 0 ? null : { from: Math.min(...starts), to: Math.min(...starts) + dwell }
}

/** The best of all orders of all subsets, one by one. */
export function bestOfAll(problem: RouteProblem): Merit | null {
  let best: Merit | null = null
  function look(order: readonly RouteStop[]): void {
    const merit = meritOf(problem, order)
    if (merit && (!best || isBetter(merit, best))) best = merit
    for (const stop of problem.stops) if (!order.includes(stop)) look([...order, stop])
  }
  look([])
  return best
}
