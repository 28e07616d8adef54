import { instanceOf } from './instance.ts'
import type { LeftOut, Reason, RoutePlan, RouteProblem } from './model.ts'
import { impossibleAlone } from './reasons.ts'
import { HAIR } from './timetable.ts'
import { timedVisits } from './visits.ts'

/** The visit in the order in which the stops are listed: nothing is moved, what does not fit there is left out. */
export function planInOrder(problem: RouteProblem): RoutePlan {
  const instance = instanceOf(problem)
  const { legs, size, timetable, start, end, until } = instance
  const leftOut: LeftOut[] = []
  const order: number[] = []
  let [now, at] = [0, start]
  const obstacle = (stop: number, leaves: number): Reason | null => {
    const alone = impossibleAlone(instance, stop)
    if (alone) return alone
    if (leaves === Number.POSITIVE_INFINITY) return { kind: 'closed' }
    const short = leaves + (legs[stop * size + end] as number) - until
    return short > HAIR ? { kind: 'no-time', short } : null
  }
  problem.stops.forEach(({ id }, stop) => {
    const leaves = timetable.leaves(stop, timetable.begins(stop, now + (legs[at * size + stop] as number)))
    const reason = obstacle(stop, leaves)
    if (reason) {
      leftOut.push({ id, reason })
      return
    }
    order.push(stop)
    now = leaves
    at = stop
  })
  return { ...timedVisits(problem, order), leftOut, proven: false }
}
