import { describe, expect, test } from 'vitest'
import { answerRoute, type RouteRequest } from '../../../shared/route/answer.ts'
import { planRoute } from '../../../shared/route/plan.ts'
import { board, problemOf, stopAt } from './small-problem.ts'

const clock = () => 0
const travel = board([
  [0, 0],
  [4, 0],
  [0, 7],
])
const problem = problemOf(travel, [stopAt('a', 1), stopAt('b', 2)])
const request: RouteRequest = { problem, limitMs: 100 }

describe('the planner behind a message channel', () => {
  test('answers a request that was cloned on its way, and its answer can be', () => {
    const answer = structuredClone(answerRoute(structuredClone(request), clock))
    expect(answer).toEqual({ plan: planRoute(problem, { clock, limitMs: 100 }) })
  })

  test.each([
    ['', undefined],
    ['limitMs', { ...request, limitMs: 0 }],
    ['problem.stops.1.place', { ...request, problem: problemOf(travel, [stopAt('a', 1), stopAt('b', 3)]) }],
    ['problem.stops.1.id', { ...request, problem: problemOf(travel, [stopAt('a', 1), stopAt('a', 2)]) }],
    ['problem.stops.0.value', { ...request, problem: problemOf(travel, [stopAt('a', 1, { value: 0 })]) }],
    ['problem.start.place', { ...request, problem: { ...problem, start: { place: 9, at: 0 } } }],
    ['problem.end', { ...request, problem: { ...problem, end: 3 } }],
    ['problem.travel', { ...request, problem: { ...problem, travel: { ...travel, places: 2 } } }],
    ['problem.travel.seconds', { ...request, problem: { ...problem, travel: { ...travel, seconds: oneWay() } } }],
    ['problem.travel.seconds', { ...request, problem: { ...problem, travel: { ...travel, seconds: deadEnd() } } }],
  ])('names the part to blame: %s', (field, request) => {
    const answer = answerRoute(request, clock)
    expect('malformed' in answer && answer.malformed.field).toBe(field)
  })
})

function oneWay(): Float64Array {
  const seconds = Float64Array.from(travel.seconds)
  seconds[1] = 7
  return seconds
}

/** Ways from the first place to both others, but none between these. */
function deadEnd(): Float64Array {
  const seconds = Float64Array.from(travel.seconds)
  seconds[5] = seconds[7] = Number.POSITIVE_INFINITY
  return seconds
}
