/** The planner: which stops, in which order, when; and for those that do not fit, why. */
import { randomFrom } from '../floorplan/random.ts'
import { FEW, solveExactly } from './exact.ts'
import { type Instance, instanceOf, worthOf } from './instance.ts'
import type { Limits } from './limits.ts'
import type { LeftOut, RoutePlan, RouteProblem } from './model.ts'
import { impossibleAlone, leftOutReason } from './reasons.ts'
import { search } from './search.ts'
import { timedVisits } from './visits.ts'
import { wholeTour } from './whole-tour.ts'

export interface PlanOptions {
  /** Milliseconds from any zero, such as `performance.now`. */
  readonly clock: () => number
  /** After so many milliseconds the best plan found so far is the answer. */
  readonly limitMs: number
  /** Another seed, another chance: the same one gives the same plan, unless the time limit cuts the search short. */
  readonly seed?: number
}

/**
 * The best visit: as many required stops as can be, then the most value of wished ones, then the least walking and
 * waiting. Proven best for up to `FEW` stops that are possible at all, searched for beyond; there is no most number.
 *
 * @param problem one that `routeProblem` of model.ts accepts
 */
export function planRoute(problem: RouteProblem, { clock, limitMs, seed = 1 }: PlanOptions): RoutePlan {
  const limits = { clock, deadline: clock() + limitMs }
  const instance = instanceOf(problem)
  const leftOut: LeftOut[] = []
  const candidates: number[] = []
  problem.stops.forEach((stop, i) => {
    const reason = impossibleAlone(instance, i)
    if (reason) leftOut.push({ id: stop.id, reason })
    else candidates.push(i)
  })
  const proven = candidates.length <= FEW
  const order = proven ? solveExactly(instance, candidates) : searched(instance, candidates, randomFrom(seed), limits)
  const idOf = (stop: number): string => problem.stops[stop]?.id ?? ''
  const visited = new Set(order)
  for (const stop of candidates) {
    if (!visited.has(stop)) leftOut.push({ id: idOf(stop), reason: leftOutReason(instance, order, stop, idOf) })
  }
  return { ...timedVisits(problem, order), leftOut, proven }
}

function searched(instance: Instance, candidates: readonly number[], random: () => number, limits: Limits): number[] {
  const tour = wholeTour(instance, candidates, random, limits)
  if (tour && worthOf(instance, tour).cost < Number.POSITIVE_INFINITY) return tour
  return search(instance, candidates, random, limits)
}
