import type { RouteProblem } from './model.ts'

/** How far a visitor has come. */
export interface Progress {
  /** Stops that need no more thought: visited, or skipped for good. */
  readonly done: readonly string[]
  /** Where the visitor is, a number of `travel`, and when they can go on. */
  readonly place: number
  readonly at: number
}

/** What is left of a visit that is under way: a problem to plan anew. */
export function restOf(problem: RouteProblem, { done, place, at }: Progress): RouteProblem {
  const gone = new Set(done)
  return { ...problem, stops: problem.stops.filter((stop) => !gone.has(stop.id)), start: { place, at } }
}
