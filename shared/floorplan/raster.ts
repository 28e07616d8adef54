/** Shapes on a raster of squares: how many shapes each square has its middle in. */
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

/**
 * Adds `value` to every square whose middle is inside `shape` grown by `margin` metres. Adding lets an edit take a shape
 * off again without painting the rest anew.
 */
export function paint(target: Uint16Array, raster: Raster, shape: Obstacle, margin: number, value: number): void {
  if (shape.round) paintDisc(target, raster, shape.x, shape.z, shape.width / 2 + margin - EDGE, value)
  else paintRectangle(target, raster, shape, margin - EDGE, value)
}

function paintDisc(target: Uint16Array, raster: Raster, x: number, z: number, radius: number, value: number): void {
  const top = Math.max(0, firstAfter(z - radius, raster.origin.z, raster.cell))
  const bottom = Math.min(raster.rows - 1, lastBefore(z + radius, raster.origin.z, raster.cell))
  for (let row = top; row <= bottom; row++) {
    const away = raster.origin.z + (row + 0.5) * raster.cell - z
    const half = Math.sqrt(radius * radius - away * away)
    fillRow(target, raster, row, x - half, x + half, value)
  }
}

function paintRectangle(target: Uint16Array, raster: Raster, shape: Obstacle, margin: number, value: number): void {
  const halfWidth = shape.width / 2 + margin
  const halfDepth = shape.depth / 2 + margin
  if (shape.heading % 90 !== 0) paintTurned(target, raster, shape, halfWidth, halfDepth, value)
  else if (shape.heading % 180 === 0) paintUpright(target, raster, shape, halfWidth, halfDepth, value)
  else paintUpright(target, raster, shape, halfDepth, halfWidth, value)
}

function paintUpright(
  target: Uint16Array,
  raster: Raster,
  { x, z }: Point,
  halfX: number,
  halfZ: number,
  value: number,
): void {
  const top = Math.max(0, firstAfter(z - halfZ, raster.origin.z, raster.cell))
  const bottom = Math.min(raster.rows - 1, lastBefore(z + halfZ, raster.origin.z, raster.cell))
  const left = Math.max(0, firstAfter(x - halfX, raster.origin.x, raster.cell))
  const right = Math.min(raster.columns - 1, lastBefore(x + halfX, raster.origin.x, raster.cell))
  for (let row = top; row <= bottom; row++) {
    const end = row * raster.columns + right
    for (let square = row * raster.columns + left; square <= end; square++)
      target[square] = (target[square] as number) + value
  }
}

/** Row by row, clipped against the four edges: a row's part inside a convex shape is one interval. */
function paintTurned(
  target: Uint16Array,
  raster: Raster,
  shape: Obstacle,
  halfWidth: number,
  halfDepth: number,
  value: number,
): void {
  const angle = (shape.heading * Math.PI) / 180
  const sin = Math.sin(angle)
  const cos = Math.cos(angle)
  const reach = halfWidth * Math.abs(sin) + halfDepth * Math.abs(cos)
  const top = Math.max(0, firstAfter(shape.z - reach, raster.origin.z, raster.cell))
  const bottom = Math.min(raster.rows - 1, lastBefore(shape.z + reach, raster.origin.z, raster.cell))
  for (let row = top; row <= bottom; row++) {
    const dz = raster.origin.z + (row + 0.5) * raster.cell - shape.z
    // Local x is dx·cos − dz·sin, local z is dx·sin + dz·cos; each lies within its half size for an interval of dx.
    const a = halfWidth / Math.abs(cos)
    const b = halfDepth / Math.abs(sin)
    const middleA = (dz * sin) / cos
    const middleB = (-dz * cos) / sin
    const from = Math.max(middleA - a, middleB - b)
    const to = Math.min(middleA + a, middleB + b)
    if (from < to) fillRow(target, raster, row, shape.x + from, shape.x + to, value)
  }
}

function fillRow(target: Uint16Array, raster: Raster, row: number, fromX: number, toX: number, value: number): void {
  const left = Math.max(0, firstAfter(fromX, raster.origin.x, raster.cell))
  const right = Math.min(raster.columns - 1, lastBefore(toX, raster.origin.x, raster.cell))
  const end = row * raster.columns + right
  for (let square = row * raster.columns + left; square <= end; square++) {
    target[square] = (target[square] as number) + value
  }
}

/** First square whose middle lies behind a coordinate, and last one whose middle lies before it. */
const firstAfter = (from: number, origin: number, cell: number): number => Math.ceil((from - origin) / cell - 0.5)
const lastBefore = (to: number, origin: number, cell: number): number => Math.floor((to - origin) / cell - 0.5)
