import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planRoute } from '../../../shared/route/plan.ts'
import { restOf } from '../../../shared/route/replan.ts'
import { problems } from './small-problem.ts'

const unhurried = { clock: () => 0, limitMs: 1 }

describe('planning on the way', () => {
  test('keeps to the plan while the visitor does', () => {
    fc.assert(
      fc.property(problems(7), fc.nat(6), (problem, steps) => {
        const plan = planRoute(problem, unhurried)
        fc.pre(plan.visits.length > 0)
        const so = plan.visits.slice(0, 1 + (steps % plan.visits.length))
        const last = so.at(-1)
        const place = problem.stops.find(({ id }) => id === last?.id)?.place ?? 0
        const done = so.map(({ id }) => id)
        const rest = planRoute(restOf(problem, { done, place, at: last?.endsAt ?? 0 }), unhurried)
        expect(rest.visits.length).toBe(plan.visits.length - so.length)
        expect(rest.endsAt).toBeCloseTo(plan.endsAt, 4)
      }),
    )
  })

  test('asks for nothing that is done, begins where and when the visitor is, and leaves the problem alone', () => {
    fc.assert(
      fc.property(problems(6), fc.nat(3000), (problem, at) => {
        const before = structuredClone(problem)
        const done = problem.stops.slice(0, 2).map(({ id }) => id)
        const rest = restOf(problem, { done, place: 1, at })
        expect(rest.stops).toEqual(problem.stops.slice(2))
        expect(rest.start).toEqual({ place: 1, at })
        expect(problem).toEqual(before)
      }),
    )
  })
})
