/** Shapes on a raster of squares: which squares have their middle in a shape. */
import type { Obstacle } from './obstacles.ts'
import type { Point } from './point.ts'

/** Squares of `cell` metres, row by row; `origin` is the corner of the first. */
export interface Raster {
  readonly columns: number
  readonly rows: number
  readonly cell: number
  readonly origin: Point
}

// A middle that lies on an edge counts as outside, on every machine alike.
const EDGE = 1e-6

/** Writes `value` into every square whose middle is inside `shape` grown by `margin` metres. */
export function paint(target: Uint8Array, raster: Raster, shape: Obstacle, margin: number, value: number): void {
  if (shape.round) paintDisc(target, raster, shape.x, shape.z, shape.width / 2 + margin - EDGE, value)
  else paintRectangle(target, raster, shape, margin - EDGE, value)
}

function paintDisc(target: Uint8Array, raster: Raster, x: number, z: number, radius: number, value: number): void {
  const [top, bottom] = span(z - radius, z + radius, raster.origin.z, raster)
  for (let row = Math.max(0, top); row <= Math.min(raster.rows - 1, bottom); row++) {
    const away = raster.origin.z + (row + 0.5) * raster.cell - z
    const half = Math.sqrt(radius * radius - away * away)
    fillRow(target, raster, row, x - half, x + half, value)
  }
}

/** Row by row, clipped against the four edges: a row's part inside a convex shape is one interval. */
function paintRectangle(target: Uint8Array, raster: Raster, shape: Obstacle, margin: number, value: number): void {
  const angle = (shape.heading * Math.PI) / 180
  const sin = Math.sin(angle)
  const cos = Math.cos(angle)
  const halfWidth = shape.width / 2 + margin
  const halfDepth = shape.depth / 2 + margin
  const reach = halfWidth * Math.abs(sin) + halfDepth * Math.abs(cos)
  const [top, bottom] = span(shape.z - reach, shape.z + reach, raster.origin.z, raster)
  for (let row = Math.max(0, top); row <= Math.min(raster.rows - 1, bottom); row++) {
    const dz = raster.origin.z + (row + 0.5) * raster.cell - shape.z
    // Local x is dx·cos − dz·sin, local z is dx·sin + dz·cos; each lies within its half size for an interval of dx.
    let from = Number.NEGATIVE_INFINITY
    let to = Number.POSITIVE_INFINITY
    for (const [slope, offset, half] of [
      [cos, -dz * sin, halfWidth],
      [sin, dz * cos, halfDepth],
    ] as const) {
      if (Math.abs(slope) < 1e-12) {
        if (Math.abs(offset) > half) to = Number.NEGATIVE_INFINITY
        continue
      }
      const a = (-half - offset) / slope
      const b = (half - offset) / slope
      from = Math.max(from, Math.min(a, b))
      to = Math.min(to, Math.max(a, b))
    }
    if (from < to) fillRow(target, raster, row, shape.x + from, shape.x + to, value)
  }
}

function fillRow(target: Uint8Array, raster: Raster, row: number, fromX: number, toX: number, value: number): void {
  const [first, last] = span(fromX, toX, raster.origin.x, raster)
  const left = Math.max(0, first)
  const right = Math.min(raster.columns - 1, last)
  if (left <= right) target.fill(value, row * raster.columns + left, row * raster.columns + right + 1)
}

/** First and last square whose middle lies between two coordinates. */
function span(from: number, to: number, origin: number, raster: Raster): [number, number] {
  return [Math.ceil((from - origin) / raster.cell - 0.5), Math.floor((to - origin) / raster.cell - 0.5)]
}
