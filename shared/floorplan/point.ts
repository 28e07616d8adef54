/** A place on the floor of a hall, in metres. */
export interface Point {
  readonly x: number
  readonly z: number
}

// Not Math.hypot: it guards against overflow that metres never reach, at ten times the cost, and this is everywhere hot.
export const distance = (a: Point, b: Point): number => Math.sqrt((a.x - b.x) ** 2 + (a.z - b.z) ** 2)

/** The point a share `t` (0…1) of the way from `a` to `b`. */
export const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  z: a.z + (b.z - a.z) * t,
})

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** A point given in the frame of something placed at `origin` with `heading` (degrees), on the floor of the hall. */
export function toHall(local: Point, origin: Point & { readonly heading: number }): Point {
  const sin = Math.sin(radians(origin.heading))
  const cos = Math.cos(radians(origin.heading))
  return { x: origin.x + local.x * cos + local.z * sin, z: origin.z - local.x * sin + local.z * cos }
}

/** The inverse of `toHall`. */
export function toLocal(point: Point, origin: Point & { readonly heading: number }): Point {
  const sin = Math.sin(radians(origin.heading))
  const cos = Math.cos(radians(origin.heading))
  const x = point.x - origin.x
  const z = point.z - origin.z
  return { x: x * cos - z * sin, z: x * sin + z * cos }
}
