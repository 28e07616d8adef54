import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../../shared/floorplan/random.ts'
import { instanceOf } from '../../../shared/route/instance.ts'
import { type RoutePlan, type RouteProblem, type RouteStop, routeProblem } from '../../../shared/route/model.ts'
import { planRoute } from '../../../shared/route/plan.ts'
import { impossibleAlone } from '../../../shared/route/reasons.ts'
import { search } from '../../../shared/route/search.ts'
import { bestOfAll, board, isBetter, meritOf, problemOf, problems, stopAt } from './small-problem.ts'

/** A clock that stands still: only the number of rounds ends a search. */
const unhurried = { clock: () => 0, limitMs: 1 }

const stopsOf = (problem: RouteProblem, { visits }: RoutePlan): RouteStop[] =>
  visits.map(({ id }) => problem.stops.find((stop) => stop.id === id) as RouteStop)

/** Everything a plan promises of itself, whatever way it was found. */
function expectSound(problem: RouteProblem, plan: RoutePlan): void {
  const order = stopsOf(problem, plan)
  const known = [...plan.visits, ...plan.leftOut].map(({ id }) => id)
  expect(known.toSorted()).toEqual(problem.stops.map(({ id }) => id).toSorted())
  if (order.length > 0) expect(meritOf(problem, order)).not.toBeNull()

  let [now, place] = [problem.start.at, problem.start.place]
  plan.visits.forEach((visit, i) => {
    const stop = order[i] as RouteStop
    expect(visit.walk.seconds).toBe(problem.travel.seconds[place * problem.travel.places + stop.place])
    expect(visit.arrivesAt).toBeCloseTo(now + visit.walk.seconds, 5)
    expect(visit.startsAt - visit.arrivesAt).toBeCloseTo(visit.waits, 5)
    expect(visit.waits).toBeGreaterThanOrEqual(0)
    if (stop.when.kind === 'hours') {
      const inside = stop.when.hours.some(({ from, to }) => visit.startsAt >= from && visit.endsAt <= to)
      expect(inside).toBe(true)
    }
    if (stop.when.kind === 'session') {
      expect(visit.startsAt).toBeGreaterThanOrEqual(stop.when.startsAt)
      expect(visit.startsAt).toBeLessThanOrEqual(stop.when.startsAt + stop.when.lateBy)
    }
    now = visit.endsAt
    place = stop.place
  })
  if (order.length > 0 && problem.until !== null) expect(plan.endsAt).toBeLessThanOrEqual(problem.until)
  expect(plan.walk.seconds).toBeCloseTo(
    plan.visits.reduce((sum, visit) => sum + visit.walk.seconds, plan.toEnd.seconds),
    5,
  )
}

describe('a plan of few stops', () => {
  test('is as good as the best of all orders of all subsets', () => {
    fc.assert(
      fc.property(problems(5), (problem) => {
        const plan = planRoute(problem, unhurried)
        expect(plan.proven).toBe(true)
        const best = bestOfAll(problem)
        if (best)
          expect(meritOf(problem, stopsOf(problem, plan))).toEqual([best[0], best[1], expect.closeTo(best[2], 3)])
        else expect(plan.visits).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('keeps every promise', () => {
    fc.assert(fc.property(problems(11), (problem) => expectSound(problem, planRoute(problem, unhurried))))
  })

  test('is for problems that the boundary lets in', () => {
    fc.assert(fc.property(problems(6), (problem) => routeProblem.safeParse(problem).success))
  })
})

describe('a search', () => {
  test('never finds what a proof rules out, and hardly ever less', () => {
    let less = 0
    let looked = 0
    fc.assert(
      fc.property(problems(8), (problem) => {
        const exact = stopsOf(problem, planRoute(problem, unhurried))
        const found = searched(problem)
        const [best, merit] = [meritOf(problem, exact), meritOf(problem, found)]
        if (!best || !merit) {
          expect(found).toEqual([])
        } else {
          expect(isBetter(merit, best)).toBe(false)
          looked++
          if (isBetter(best, merit)) less++
        }
      }),
      { numRuns: 150, seed: 7 },
    )
    expect(looked).toBeGreaterThan(100)
    expect(less / looked).toBeLessThan(0.03)
  })

  function searched(problem: RouteProblem): RouteStop[] {
    const instance = instanceOf(problem)
    const candidates = [...problem.stops.keys()].filter((stop) => impossibleAlone(instance, stop) === null)
    if (candidates.length === 0) return []
    const order = search(instance, candidates, randomFrom(1), { clock: () => 0, deadline: 1 })
    return order.map((stop) => problem.stops[stop] as RouteStop)
  }
})

describe('a plan of many stops', () => {
  const many = fc
    .integer({ min: 13, max: 60 })
    .chain((count) =>
      fc.record({ problem: problems(6), seed: fc.nat(1000) }).map(({ problem, seed }) => crowded(problem, count, seed)),
    )

  /** The stops of a problem many times over, at other places and other hours. */
  function crowded(problem: RouteProblem, count: number, seed: number): RouteProblem {
    const random = randomFrom(seed)
    const sample = problem.stops.length > 0 ? problem.stops : [stopAt('any', 0)]
    const stops = Array.from({ length: count }, (_, i): RouteStop => {
      const stop = sample[Math.floor(random() * sample.length)] as RouteStop
      const { when } = stop
      const later = Math.floor(random() * 1500)
      return {
        ...stop,
        id: `stop ${i}`,
        place: Math.floor(random() * problem.travel.places),
        when: when.kind === 'session' ? { ...when, startsAt: when.startsAt + later } : when,
      }
    })
    return { ...problem, stops }
  }

  test('keeps every promise', () => {
    fc.assert(
      fc.property(many, (problem) => expectSound(problem, planRoute(problem, unhurried))),
      { numRuns: 40 },
    )
  })

  test('is the same for the same input', () => {
    fc.assert(
      fc.property(many, (problem) => {
        expect(planRoute(structuredClone(problem), unhurried)).toEqual(planRoute(problem, unhurried))
      }),
      { numRuns: 10 },
    )
  })

  test('is there when its time is over, however little that was', () => {
    fc.assert(
      fc.property(many, fc.nat(40), (problem, limitMs) => {
        let ticks = 0
        expectSound(problem, planRoute(problem, { clock: () => ticks++, limitMs }))
      }),
      { numRuns: 25 },
    )
  })

  test('visits all of three hundred where nothing forbids it', () => {
    const random = randomFrom(3)
    const travel = board(Array.from({ length: 301 }, () => [Math.floor(random() * 80), Math.floor(random() * 80)]))
    const stops = Array.from({ length: 300 }, (_, i) => stopAt(`stop ${i}`, i + 1))
    const plan = planRoute(problemOf(travel, stops, { end: 0 }), unhurried)
    expect(plan.visits).toHaveLength(300)
    expect(plan.leftOut).toEqual([])
  })
})

describe('what is left out says why', () => {
  const row = board([0, 1, 2, 3, 4, 50].map((x) => [x, 0] as const))
  const reasonOf = (problem: RouteProblem, id: string) =>
    planRoute(problem, unhurried).leftOut.find((one) => one.id === id)?.reason

  test('no way leads there', () => {
    const cutOff = board(
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      new Set([2]),
    )
    expect(reasonOf(problemOf(cutOff, [stopAt('a', 1), stopAt('b', 2)]), 'b')).toEqual({ kind: 'unreachable' })
  })

  test('closed whenever one could be there', () => {
    const early = stopAt('b', 4, { when: { kind: 'hours', hours: [{ from: 0, to: 90 }] } })
    expect(reasonOf(problemOf(row, [stopAt('a', 1), early]), 'b')).toEqual({ kind: 'closed' })
    const begun = stopAt('b', 4, { when: { kind: 'session', startsAt: 30, lateBy: 5 } })
    expect(reasonOf(problemOf(row, [begun]), 'b')).toEqual({ kind: 'closed' })
  })

  test('no time, and how much is missing', () => {
    expect(reasonOf(problemOf(row, [stopAt('a', 5)], { until: 500 }), 'a')).toEqual({ kind: 'no-time', short: 60 })
    const both = problemOf(row, [stopAt('a', 1, { value: 2 }), stopAt('b', 2)], { until: 100 })
    expect(reasonOf(both, 'b')).toEqual({ kind: 'no-time', short: 40 })
  })

  test('another session at that time', () => {
    const session = (id: string, startsAt: number, value: number) =>
      stopAt(id, 1, { when: { kind: 'session', startsAt, lateBy: 0 }, dwell: 600, value })
    const plan = planRoute(problemOf(row, [session('a', 100, 2), session('b', 300, 1)]), unhurried)
    expect(plan.leftOut).toEqual([{ id: 'b', reason: { kind: 'collides', with: 'a' } }])
  })

  test('a required stop before any number of wished ones', () => {
    const wished = [1, 2, 3, 4].map((place) => stopAt(`wished ${place}`, place, { value: 100 }))
    const far = stopAt('required', 5, { required: true })
    const plan = planRoute(problemOf(row, [...wished, far], { until: 570 }), unhurried)
    expect(plan.visits.map(({ id }) => id)).toEqual(['required'])
    expect(plan.leftOut).toHaveLength(4)
  })
})
