/** The planner behind a message channel: what a worker does with what it is sent. */
import { z } from 'zod'
import { type RoutePlan, routeProblem } from './model.ts'
import { planRoute } from './plan.ts'

/** What is asked of a worker. */
const routeRequest = z.object({
  problem: routeProblem,
  /** Milliseconds after which the best plan found so far is the answer. */
  limitMs: z.number().positive().max(60_000),
  seed: z.number().int().optional(),
})
export type RouteRequest = Readonly<z.infer<typeof routeRequest>>

export type RouteAnswer =
  | { readonly plan: RoutePlan }
  /** The request is not one: `field` is the part to blame, such as `problem.stops.3.place`; the message is for developers. */
  | { readonly malformed: { readonly field: string; readonly message: string } }

/**
 * Answers a request; nothing is thrown over the channel.
 *
 * @param clock milliseconds from any zero, such as `performance.now`
 */
export function answerRoute(message: unknown, clock: () => number): RouteAnswer {
  const request = routeRequest.safeParse(message)
  if (!request.success) {
    const [issue] = request.error.issues
    return { malformed: { field: issue?.path.join('.') ?? '', message: issue?.message ?? 'No request' } }
  }
  const { problem, limitMs, seed } = request.data
  return { plan: planRoute(problem, { clock, limitMs, seed }) }
}
