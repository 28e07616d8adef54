/**
 * The walkable grid of a hall: one raster of 0.5 m squares that serves collision, routes, reachability and aisle width.
 */
import type { HallPlan } from './model.ts'
import type { Point } from './point.ts'

/** Side of a square, metres. */
export const CELL = 0.5

export interface WalkGrid {
  readonly columns: number
  readonly rows: number
  /** Corner of square (0, 0): its smallest x and z. */
  readonly origin: Point
  /** 1 where nobody can stand; row by row. */
  readonly blocked: Uint8Array
  /** Whether someone can stand there. */
  stands(point: Point): boolean
  /** Whether the straight line between two points is walkable. */
  free(from: Point, to: Point): boolean
  /** The nearest place to stand, within `reach` metres (default: anywhere), or null. */
  nearest(point: Point, reach?: number): Point | null
}

export declare function walkGrid(plan: HallPlan): WalkGrid
