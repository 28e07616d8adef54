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
  /** Which way the walker turns on arrival, radians as three.js rotation.y. Absent: the way they came. */
  readonly faces?: number
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

/** Which way the walker faces at `now`, radians as three.js rotation.y; 0 for someone who never moved or turned. */
export function headingAt(walk: Walk, now: number): number {
  if (walk.faces !== undefined && now >= arrivesAt(walk)) return walk.faces
  let left = (Math.max(0, now - walk.startsAt) / 1000) * walk.speed
  let heading = 0
  for (let i = 1; i < walk.path.length; i++) {
    const from = walk.path[i - 1] as Point
    const to = walk.path[i] as Point
    const length = distance(from, to)
    if (length === 0) continue
    heading = Math.atan2(to.x - from.x, to.z - from.z)
    if (left < length) return heading
    left -= length
  }
  return heading
}

/** Length of the path in metres. */
export function lengthOf(path: readonly Point[]): number {
  let length = 0
  for (let i = 1; i < path.length; i++) length += distance(path[i - 1] as Point, path[i] as Point)
  return length
}

/** When the walker arrives, ms of the room clock. */
export function arrivesAt(walk: Walk): number {
  return walk.path.length < 2 ? walk.startsAt : walk.startsAt + (lengthOf(walk.path) / walk.speed) * 1000
}

/** The floor people walk on. `shared/floorplan/grid.ts` is one. */
export interface Floor {
  /** Whether the straight line between two points is walkable. */
  free(from: Point, to: Point): boolean
}

export type Refusal = 'too-fast' | 'not-here' | 'through-a-wall'

/**
 * Whether the server lets `walk` happen to someone who stands at `at`.
 * A refused walk is answered with a correction, so the reasons are few and exact.
 */
export function refuse(walk: Walk, at: Point, floor: Floor): Refusal | null {
  if (walk.speed > TOP_SPEED) return 'too-fast'
  if (distance(walk.path[0] as Point, at) > STARTS_WITHIN) return 'not-here'
  for (let i = 1; i < walk.path.length; i++) {
    if (!passable(floor, walk.path[i - 1] as Point, walk.path[i] as Point)) return 'through-a-wall'
  }
  return null
}

// Half a second of top speed: what an honest client can be ahead of us on a slow line.
const STARTS_WITHIN = TOP_SPEED / 2

/**
 * The walk that really happens when someone who is on the walk `has` asks for another at `now`, or why it may not.
 *
 * It begins where the server has them, so that nobody gains a step by asking often, and not before the walk they are
 * on nor longer ago than `LATEST`: what a slow line takes. Where the asked path begins elsewhere, they walk over, at
 * a stroll if they asked only to stand there. Who just stops keeps facing the way they went.
 */
export function granted(asked: Walk, has: Walk, now: number, floor: Floor): Walk | Refusal {
  const startsAt = Math.min(now, Math.max(asked.startsAt, has.startsAt, now - LATEST))
  const at = positionAt(has, startsAt)
  const refusal = refuse(asked, at, floor)
  if (refusal) return refusal
  const [first, ...rest] = asked.path as [Point, ...Point[]]
  const onward = distance(at, first) < SAME_PLACE && passable(floor, at, rest[0] ?? at) ? rest : asked.path
  if (!passable(floor, at, onward[0] ?? at)) return 'through-a-wall'
  const walk = { ...asked, startsAt, path: [at, ...onward] }
  if (walk.path.length > 1 && walk.speed <= 0) return { ...walk, speed: PACE }
  return walk.path.length > 1 || asked.faces !== undefined ? walk : { ...walk, faces: headingAt(has, startsAt) }
}

/** Milliseconds ago that a walk may have begun when the server hears of it. */
export const LATEST = 2000

const SAME_PLACE = 0.1

/** Free, give or take what a place loses on the wire: a path that just passes a corner still does for us. */
function passable(floor: Floor, from: Point, to: Point): boolean {
  return SHIFTS.some((start) => SHIFTS.some((end) => floor.free(shifted(from, start), shifted(to, end))))
}

const shifted = ({ x, z }: Point, by: Point): Point => ({ x: x + by.x, z: z + by.z })

const LOST = 0.03
const SHIFTS: readonly Point[] = [
  { x: 0, z: 0 },
  { x: LOST, z: LOST },
  { x: LOST, z: -LOST },
  { x: -LOST, z: LOST },
  { x: -LOST, z: -LOST },
]
