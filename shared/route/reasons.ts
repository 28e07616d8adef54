/** Why stops are not in a plan. */
import type { Instance } from './instance.ts'
import type { Reason } from './model.ts'
import { HAIR } from './timetable.ts'
import { WorkingRoute } from './working-route.ts'

/** Why a stop cannot be visited even if it were the only one; null: it can. */
export function impossibleAlone(instance: Instance, stop: number): Reason | null {
  const { legs, size, timetable, start, end, until } = instance
  const there = legs[start * size + stop] as number
  const onward = legs[stop * size + end] as number
  if (there + onward === Number.POSITIVE_INFINITY) return { kind: 'unreachable' }
  const leaves = timetable.leaves(stop, timetable.begins(stop, there))
  if (leaves === Number.POSITIVE_INFINITY) return { kind: 'closed' }
  const short = leaves + onward - until
  return short > HAIR ? { kind: 'no-time', short } : null
}

/**
 * Why a stop that is possible alone is not among those of `order`: what would have to give way for it. Time first, which
 * the visitor can add to; then another stop; hours last, which nobody can change.
 */
export function leftOutReason(
  instance: Instance,
  order: readonly number[],
  stop: number,
  idOf: (stop: number) => string,
): Reason {
  const unhurried = new WorkingRoute({ ...instance, until: Number.POSITIVE_INFINITY })
  unhurried.load(order)
  const opening = unhurried.openingFor(stop)
  if (opening) {
    unhurried.insert(stop, opening.position)
    return { kind: 'no-time', short: Math.max(0, unhurried.endsAt - instance.until) }
  }
  const route = new WorkingRoute(instance)
  for (const other of order) {
    if (!instance.timetable.isBound(other)) continue
    route.load(order.filter((one) => one !== other))
    if (route.openingFor(stop)) return { kind: 'collides', with: idOf(other) }
  }
  return { kind: 'closed' }
}
