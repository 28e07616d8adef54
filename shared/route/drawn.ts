/** What of a route is drawn in a hall: the way of each leg that lies there, and the stops with their numbers. */
import type { Point } from '../floorplan/point.ts'
import type { WayPart } from './ways.ts'

/** A stop with the way to it, hall by hall. */
export interface DrawnStop {
  readonly key: string
  /** As the visitor counts: what was seen before counts too. */
  readonly number: number
  readonly hallId: string
  readonly at: Point
  readonly way: readonly WayPart[]
}

export interface DrawnRoute {
  readonly legs: readonly { readonly path: readonly Point[]; readonly present: boolean }[]
  readonly stops: readonly { readonly at: Point; readonly number: number; readonly present: boolean }[]
}

/**
 * The part of a route that lies in a hall.
 *
 * @param present key of the stop that one is on the way to or at
 */
export function drawnIn(hallId: string, stops: readonly DrawnStop[], present: string | null): DrawnRoute {
  return {
    legs: stops.flatMap(({ key, way }) =>
      way
        .filter((part) => part.hallId === hallId && part.path.length > 1)
        .map(({ path }) => ({ path, present: key === present })),
    ),
    stops: stops
      .filter((stop) => stop.hallId === hallId)
      .map(({ key, at, number }) => ({ at, number, present: key === present })),
  }
}
