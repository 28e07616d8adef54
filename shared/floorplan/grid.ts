/**
 * The walkable grid of a hall: one raster of 0.5 m squares that serves collision, routes, reachability and aisle width.
 *
 * People are points on it: the room their shoulders need is already in the blocked squares. A square that nobody can
 * come to from any gate is blocked too, so whoever stands somewhere can walk anywhere.
 */
import { boothsOf } from './booths.ts'
import type { Hall, HallPlan } from './model.ts'
import {
  arrival,
  boothObstacles,
  decorationObstacle,
  entranceObstacles,
  type Obstacle,
  stageObstacles,
  wallObstacle,
} from './obstacles.ts'
import { type Point, toHall } from './point.ts'
import { paint, type Raster } from './raster.ts'
import { type Rectangle, strip } from './rectangle.ts'
import { Regions } from './regions.ts'

/** Side of a square, metres. */
export const CELL = 0.5

/** How far from an obstacle the middle of a person stays, metres: shoulders may brush a hedge. */
export const CLEARANCE = 0.2

/** How deep the paved strip before a booth's front is, metres. */
export const FORECOURT = 2

export interface WalkGrid {
  readonly columns: number
  readonly rows: number
  /** Corner of square (0, 0): its smallest x and z. */
  readonly origin: Point
  /** 1 where nobody can stand; row by row. */
  readonly blocked: Uint8Array
  /** 1 where paths are paved: alleys, plazas, forecourts, audiences. A walk keeps to them if it costs little. */
  readonly paved: Uint8Array
  /** Whether someone can stand there. */
  stands(point: Point): boolean
  /** Whether the straight line between two points is walkable. */
  free(from: Point, to: Point): boolean
  /** The nearest place to stand, within `reach` metres (default: anywhere), or null. */
  nearest(point: Point, reach?: number): Point | null
}

export function walkGrid(plan: HallPlan): WalkGrid {
  const raster = rasterOf(plan.hall)
  return gridOf(raster, sealed(plan, raster, rasterise(plan, raster)), pave(plan, raster))
}

/** The squares of a hall. */
export function rasterOf({ width, depth }: Hall): Raster {
  return {
    columns: Math.max(1, Math.floor(width / CELL + 1e-6)),
    rows: Math.max(1, Math.floor(depth / CELL + 1e-6)),
    cell: CELL,
    origin: { x: -width / 2, z: -depth / 2 },
  }
}

/** How many things stand in the way, square by square: nobody can stand where it is more than 0. */
export function rasterise(plan: HallPlan, raster: Raster): Uint16Array {
  const blocked = new Uint16Array(raster.columns * raster.rows)
  // Painted as they are derived: a hall's ten thousand pieces of furniture need never exist all at once.
  const block = (obstacle: Obstacle): void => paint(blocked, raster, obstacle, CLEARANCE, 1)
  for (const place of boothsOf(plan).values()) boothObstacles(place).forEach(block)
  for (const stage of plan.stages) stageObstacles(stage).forEach(block)
  for (const wall of plan.walls) block(wallObstacle(wall))
  for (const entrance of plan.entrances) entranceObstacles(entrance).forEach(block)
  for (const decoration of plan.decorations) block(decorationObstacle(decoration))
  return blocked
}

/** The square of a point; -1 outside the hall. */
export function squareOf(raster: Pick<Raster, 'columns' | 'rows' | 'origin'>, point: Point): number {
  const column = Math.floor((point.x - raster.origin.x) / CELL)
  const row = Math.floor((point.z - raster.origin.z) / CELL)
  const inside = column >= 0 && row >= 0 && column < raster.columns && row < raster.rows
  return inside ? row * raster.columns + column : -1
}

/** The middle of a square. */
export const middleOf = (raster: Pick<Raster, 'columns' | 'origin'>, square: number): Point => ({
  x: raster.origin.x + ((square % raster.columns) + 0.5) * CELL,
  z: raster.origin.z + (Math.floor(square / raster.columns) + 0.5) * CELL,
})

/**
 * 1 where nobody can stand or come to from any gate. A hall whose gates are all blocked is left as it is: lint says so.
 */
function sealed(plan: HallPlan, raster: Raster, counts: Uint16Array): Uint8Array {
  const regions = new Regions(counts, raster.columns)
  const reached = new Set(plan.entrances.map((entrance) => regions.regionOf(squareOf(raster, arrival(entrance)))))
  reached.delete(-1)
  return reached.size > 0 ? regions.maskOf(reached) : presence(counts)
}

/** 1 for every square that holds more than 0. */
function presence(counts: Uint16Array): Uint8Array {
  const flags = new Uint8Array(counts.length)
  for (let square = 0; square < flags.length; square++) flags[square] = counts[square] === 0 ? 0 : 1
  return flags
}

function pave(plan: HallPlan, raster: Raster): Uint8Array {
  const layers = new Uint16Array(raster.columns * raster.rows)
  const lay = (shape: Rectangle, round = false): void => paint(layers, raster, { ...shape, round }, 0, 1)
  for (const alley of plan.alleys) lay(strip(alley, { x: alley.toX, z: alley.toZ }, alley.width))
  for (const { x, z, radius } of plan.plazas) lay({ x, z, width: radius * 2, depth: radius * 2, heading: 0 }, true)
  for (const { x, z, width, depth, heading } of plan.stages) lay({ x, z, width, depth, heading })
  for (const booth of plan.booths) {
    const before = toHall({ x: 0, z: (booth.depth + FORECOURT) / 2 }, booth)
    lay({ ...before, width: booth.width, depth: FORECOURT, heading: booth.heading })
  }
  return presence(layers)
}

function gridOf(raster: Raster, blocked: Uint8Array, paved: Uint8Array): WalkGrid {
  const { columns, rows, origin } = raster
  const isFree = (column: number, row: number): boolean =>
    column >= 0 && row >= 0 && column < columns && row < rows && blocked[row * columns + column] === 0

  const stands = (point: Point): boolean =>
    isFree(Math.floor((point.x - origin.x) / CELL), Math.floor((point.z - origin.z) / CELL))

  /** Every square the line touches must be free; through a corner, both squares beside it too. */
  function free(from: Point, to: Point): boolean {
    let column = Math.floor((from.x - origin.x) / CELL)
    let row = Math.floor((from.z - origin.z) / CELL)
    const lastColumn = Math.floor((to.x - origin.x) / CELL)
    const lastRow = Math.floor((to.z - origin.z) / CELL)
    if (!isFree(column, row) || !isFree(lastColumn, lastRow)) return false
    const dx = to.x - from.x
    const dz = to.z - from.z
    const stepX = dx > 0 ? 1 : -1
    const stepZ = dz > 0 ? 1 : -1
    const acrossX = dx === 0 ? Number.POSITIVE_INFINITY : CELL / Math.abs(dx)
    const acrossZ = dz === 0 ? Number.POSITIVE_INFINITY : CELL / Math.abs(dz)
    const edgeX = origin.x + (column + (stepX > 0 ? 1 : 0)) * CELL
    const edgeZ = origin.z + (row + (stepZ > 0 ? 1 : 0)) * CELL
    let nextX = dx === 0 ? Number.POSITIVE_INFINITY : (edgeX - from.x) / dx
    let nextZ = dz === 0 ? Number.POSITIVE_INFINITY : (edgeZ - from.z) / dz
    let steps = Math.abs(lastColumn - column) + Math.abs(lastRow - row)
    while (steps > 0) {
      if (Math.abs(nextX - nextZ) < 1e-9) {
        if (!isFree(column + stepX, row) || !isFree(column, row + stepZ)) return false
        column += stepX
        row += stepZ
        nextX += acrossX
        nextZ += acrossZ
        steps -= 2
      } else if (nextX < nextZ) {
        column += stepX
        nextX += acrossX
        steps--
      } else {
        row += stepZ
        nextZ += acrossZ
        steps--
      }
      if (!isFree(column, row)) return false
    }
    return true
  }

  /** Ring by ring outwards; a ring further, because a corner of a near ring is further than the middle of the next. */
  function nearest(point: Point, reach = Number.POSITIVE_INFINITY): Point | null {
    if (stands(point)) return point
    const column = Math.floor((point.x - origin.x) / CELL)
    const row = Math.floor((point.z - origin.z) / CELL)
    const last = Math.ceil(Math.min(reach / CELL, ringsToCover(column, row))) + 1
    let best: Point | null = null
    let least = reach
    for (let ring = 1; ring <= last && (ring - 1) * CELL <= least; ring++) {
      for (let z = row - ring; z <= row + ring; z++) {
        const step = z === row - ring || z === row + ring ? 1 : 2 * ring
        for (let x = column - ring; x <= column + ring; x += step) {
          if (!isFree(x, z)) continue
          const middle = { x: origin.x + (x + 0.5) * CELL, z: origin.z + (z + 0.5) * CELL }
          const away = Math.hypot(middle.x - point.x, middle.z - point.z)
          if (away > least || (away === least && best)) continue
          least = away
          best = middle
        }
      }
    }
    return best
  }

  const ringsToCover = (column: number, row: number): number =>
    Math.max(Math.abs(column), Math.abs(row), Math.abs(columns - column), Math.abs(rows - row))

  return { columns, rows, origin, blocked, paved, stands, free, nearest }
}
