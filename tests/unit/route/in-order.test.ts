import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planInOrder } from '../../../shared/route/in-order.ts'
import type { RouteStop } from '../../../shared/route/model.ts'
import { board, meritOf, problemOf, problems, stopAt } from './small-problem.ts'

describe('a visit in one’s own order', () => {
  test('keeps the order, keeps the times, and says of every stop either when or why not', () => {
    fc.assert(
      fc.property(problems(8), (problem) => {
        const { visits, leftOut } = planInOrder(problem)
        const told = new Set([...visits, ...leftOut].map(({ id }) => id))
        expect(told.size).toBe(problem.stops.length)
        expect(visits.length + leftOut.length).toBe(problem.stops.length)
        const seen = new Set(visits.map(({ id }) => id))
        const order = problem.stops.filter(({ id }) => seen.has(id))
        expect(visits.map(({ id }) => id)).toEqual(order.map(({ id }) => id))
        // Where nothing can be visited, the end itself may be out of reach.
        if (visits.length > 0) expect(meritOf(problem, order as RouteStop[])).not.toBeNull()
      }),
    )
  })

  test('leaves out what is over by the time one comes to it', () => {
    const talk = stopAt('talk', 1, { when: { kind: 'session', startsAt: 20, lateBy: 5 } })
    const travel = board([
      [0, 0],
      [1, 0],
    ])
    expect(planInOrder(problemOf(travel, [talk, stopAt('booth', 0)])).leftOut).toEqual([])
    expect(planInOrder(problemOf(travel, [stopAt('booth', 0), talk])).leftOut).toEqual([
      { id: 'talk', reason: { kind: 'closed' } },
    ])
  })
})
