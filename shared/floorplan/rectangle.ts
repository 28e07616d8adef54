/** Rectangles on the floor of a hall, turned by their heading: what plots, stages, furniture and alleys are. */
import { distance, type Point, toHall, toLocal } from './point.ts'

/** Its centre, `width` along its own left-right axis, `depth` along front-back; heading in degrees (see model.ts). */
export interface Rectangle extends Point {
  readonly width: number
  readonly depth: number
  readonly heading: number
}

/** The upright box around something, as rbush wants it but for the names. */
export interface Bounds {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Back-left, back-right, front-right, front-left, as seen by whoever looks at the front. */
export function corners(rect: Rectangle): [Point, Point, Point, Point] {
  const x = rect.width / 2
  const z = rect.depth / 2
  return [
    toHall({ x: -x, z: -z }, rect),
    toHall({ x, z: -z }, rect),
    toHall({ x, z }, rect),
    toHall({ x: -x, z }, rect),
  ]
}

/** `minY` and `maxY` are z: rbush calls its second axis y. */
export function boundsOf(rect: Rectangle): Bounds {
  const angle = (rect.heading * Math.PI) / 180
  const sin = Math.abs(Math.sin(angle))
  const cos = Math.abs(Math.cos(angle))
  const x = (rect.width * cos + rect.depth * sin) / 2
  const z = (rect.width * sin + rect.depth * cos) / 2
  return { minX: rect.x - x, minY: rect.z - z, maxX: rect.x + x, maxY: rect.z + z }
}

/** The same rectangle, `by` metres bigger on each side. */
export const grown = (rect: Rectangle, by: number): Rectangle => ({
  x: rect.x,
  z: rect.z,
  width: rect.width + 2 * by,
  depth: rect.depth + 2 * by,
  heading: rect.heading,
})

/** Whether `point` lies in `rect`, its edge included. */
export function contains(rect: Rectangle, point: Point): boolean {
  const local = toLocal(point, rect)
  return Math.abs(local.x) <= rect.width / 2 + TOUCH && Math.abs(local.z) <= rect.depth / 2 + TOUCH
}

/** Whether two rectangles share more floor than a touching edge. Separating axes: exact for any headings. */
export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return !separated(a, b) && !separated(b, a)
}

/** The strip `width` metres wide along a straight line; its front is the end. */
export function strip(from: Point, to: Point, width: number): Rectangle {
  return {
    x: (from.x + to.x) / 2,
    z: (from.z + to.z) / 2,
    width,
    depth: distance(from, to),
    heading: (Math.atan2(to.x - from.x, to.z - from.z) * 180) / Math.PI,
  }
}

/** Something given in the frame of `origin`, in the frame that `origin` is in: furniture of a booth in the hall. */
export const placed = (local: Rectangle, origin: Point & { readonly heading: number }): Rectangle => ({
  ...toHall(local, origin),
  width: local.width,
  depth: local.depth,
  heading: origin.heading + local.heading,
})

// Plots laid edge to edge must count as touching whatever rounding their headings bring.
const TOUCH = 1e-6

function separated(a: Rectangle, b: Rectangle): boolean {
  const centre = toLocal(b, a)
  const turn = ((b.heading - a.heading) * Math.PI) / 180
  const sin = Math.abs(Math.sin(turn))
  const cos = Math.abs(Math.cos(turn))
  const x = (b.width * cos + b.depth * sin) / 2
  const z = (b.width * sin + b.depth * cos) / 2
  return Math.abs(centre.x) >= a.width / 2 + x - TOUCH || Math.abs(centre.z) >= a.depth / 2 + z - TOUCH
}
