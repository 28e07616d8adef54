/**
 * A walk: the only thing the wire knows about movement.
 *
 * Path in metres on the floor plane, `startsAt` in milliseconds of the room clock, speed in m/s.
 * Everyone animates the same walk from the same clock, so nobody streams positions.
 * Someone who stands has a path of one point.
 */
import { between, distance, type Point } from '../floorplan/point.ts'

export interface Walk {
  readonly path: readonly Point[]
  readonly startsAt: number
  readonly speed: number
}

/** Comfortable pace of adults, 1.4 m/s (Weidmann 1993), and the fastest walk we accept. */
export const PACE = 1.4
export const TOP_SPEED = 2.8

/** Where the walker is at `now` (ms, room clock). Before the start: the first point; after the end: the last. */
export function positionAt(walk: Walk, now: number): Point {
  let left = (Math.max(0, now - walk.startsAt) / 1000) * walk.speed
  for (let i = 1; i < walk.path.length; i++) {
    const from = walk.path[i - 1] as Point
    const to = walk.path[i] as Point
    const length = distance(from, to)
    if (left < length) return between(from, to, left / length)
    left -= length
  }
  return walk.path.at(-1) as Point
}

/** Length of the path in metres. */
export function lengthOf(path: readonly Point[]): number {
  let length = 0
  for (let i = 1; i < path.length; i++) length += distance(path[i - 1] as Point, path[i] as Point)
  return length
}

/** When the walker arrives, ms of the room clock. */
export const arrivesAt = (walk: Walk): number => walk.startsAt + (lengthOf(walk.path) / walk.speed) * 1000

export type Refusal = 'too-fast' | 'not-here' | 'through-a-wall'

/**
 * Whether the server lets `walk` happen to someone who stands at `at`.
 * A refused walk is answered with a correction, so the reasons are few and exact.
 */
export function refuse(walk: Walk, at: Point, floor: { free(from: Point, to: Point): boolean }): Refusal | null {
  if (walk.speed > TOP_SPEED) return 'too-fast'
  if (distance(walk.path[0] as Point, at) > STARTS_WITHIN) return 'not-here'
  for (let i = 1; i < walk.path.length; i++) {
    if (!floor.free(walk.path[i - 1] as Point, walk.path[i] as Point)) return 'through-a-wall'
  }
  return null
}

// Half a second of top speed: what an honest client can be ahead of us on a slow line.
const STARTS_WITHIN = TOP_SPEED / 2
