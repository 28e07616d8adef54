/**
 * The way from one place in a hall to another: A* on the walkable grid, pulled straight.
 *
 * A metre off the paths counts as a metre and a half, so visitors walk along alleys and cross a lawn only where that
 * saves a detour.
 */
import { CELL, middleOf, squareOf, type WalkGrid } from './grid.ts'
import { distance, type Point } from './point.ts'

/**
 * Points of a walkable line from `from` to `to`, or null when there is no way or nowhere to stand. An end that is
 * blocked is moved to the nearest place to stand; every leg satisfies `grid.free`.
 */
export function findPath(grid: WalkGrid, from: Point, to: Point): Point[] | null {
  const start = grid.nearest(from)
  const end = grid.nearest(to)
  if (!start || !end) return null
  if (distance(start, end) === 0) return [start]
  const first = squareOf(grid, start)
  const last = squareOf(grid, end)
  if (first === last) return [start, end]
  const squares = search(grid, first, last)
  if (!squares) return null
  return pull(grid, [start, ...squares.map((square) => middleOf(grid, square)), end])
}

export const OFF_PATH = 1.5

/** Whole tenths of a square's side, so that a queue of buckets will do: straight, aslant, and both off the paths. */
export const STRAIGHT = 10
export const ASLANT = 14

/** Memory of a search, kept with its grid: a million squares are not cleared for every click. */
interface Scratch {
  /** Number of the search that touched a square; one more where it is done. */
  readonly seen: Uint32Array
  readonly cost: Uint32Array
  readonly cameFrom: Int32Array
  search: number
}
const scratches = new WeakMap<WalkGrid, Scratch>()

function scratchFor(grid: WalkGrid): Scratch {
  const known = scratches.get(grid)
  if (known) return known
  const size = grid.columns * grid.rows
  const fresh = { seen: new Uint32Array(size), cost: new Uint32Array(size), cameFrom: new Int32Array(size), search: 0 }
  scratches.set(grid, fresh)
  return fresh
}

/** Squares from `first` to `last`, 8-connected, no corner cut; null when they don't hang together. */
function search(grid: WalkGrid, first: number, last: number): number[] | null {
  const { columns, rows, blocked, paved } = grid
  const scratch = scratchFor(grid)
  const { seen, cost, cameFrom } = scratch
  scratch.search += 2
  const touched = scratch.search
  const done = touched + 1
  const lastColumn = last % columns
  const lastRow = (last - lastColumn) / columns
  const queue = new Buckets()

  function visit(square: number, from: number, total: number, column: number, row: number): void {
    if (seen[square] === done || (seen[square] === touched && (cost[square] as number) <= total)) return
    seen[square] = touched
    cost[square] = total
    cameFrom[square] = from
    const dx = Math.abs(column - lastColumn)
    const dz = Math.abs(row - lastRow)
    queue.push(square, total + STRAIGHT * (dx + dz) - (2 * STRAIGHT - ASLANT) * Math.min(dx, dz))
  }

  function straight(square: number, from: number, soFar: number, column: number, row: number): void {
    visit(square, from, soFar + (paved[square] === 0 ? STRAIGHT * OFF_PATH : STRAIGHT), column, row)
  }

  function aslant(square: number, from: number, soFar: number, column: number, row: number): void {
    if (blocked[square] !== 0) return
    visit(square, from, soFar + (paved[square] === 0 ? ASLANT * OFF_PATH : ASLANT), column, row)
  }

  const firstColumn = first % columns
  visit(first, -1, 0, firstColumn, (first - firstColumn) / columns)
  for (let square = queue.pop(); square >= 0; square = queue.pop()) {
    if (seen[square] === done) continue
    if (square === last) return trace(cameFrom, last)
    seen[square] = done
    const column = square % columns
    const row = (square - column) / columns
    const soFar = cost[square] as number
    const north = row > 0 && blocked[square - columns] === 0
    const south = row < rows - 1 && blocked[square + columns] === 0
    const west = column > 0 && blocked[square - 1] === 0
    const east = column < columns - 1 && blocked[square + 1] === 0
    if (north) straight(square - columns, square, soFar, column, row - 1)
    if (south) straight(square + columns, square, soFar, column, row + 1)
    if (west) straight(square - 1, square, soFar, column - 1, row)
    if (east) straight(square + 1, square, soFar, column + 1, row)
    // Aslant only between two free sides: nobody squeezes past a corner.
    if (north && west) aslant(square - columns - 1, square, soFar, column - 1, row - 1)
    if (north && east) aslant(square - columns + 1, square, soFar, column + 1, row - 1)
    if (south && west) aslant(square + columns - 1, square, soFar, column - 1, row + 1)
    if (south && east) aslant(square + columns + 1, square, soFar, column + 1, row + 1)
  }
  return null
}

function trace(cameFrom: Int32Array, last: number): number[] {
  const squares = [last]
  for (let square = cameFrom[last] as number; square >= 0; square = cameFrom[square] as number) squares.push(square)
  return squares.reverse()
}

/** Leaves out every point that a straight line can skip without leaving the paths for longer. */
function pull(grid: WalkGrid, points: readonly Point[]): Point[] {
  const spent = effort(grid, points)
  const pulled = [points[0] as Point]
  let anchor = 0
  while (anchor < points.length - 1) {
    const next = furthest(grid, points, spent, anchor)
    pulled.push(points[next] as Point)
    anchor = next
  }
  return pulled
}

function furthest(grid: WalkGrid, points: readonly Point[], spent: Float64Array, anchor: number): number {
  const from = points[anchor] as Point
  let next = anchor + 1
  for (let i = anchor + 2; i < points.length; i++) {
    const to = points[i] as Point
    if (!hasRoom(grid, from, to)) break
    const walked = (spent[i] as number) - (spent[anchor] as number)
    if (lineEffort(grid, from, to) <= walked + CELL / 2) next = i
  }
  return next
}

// A walk is rounded to centimetres on its way to the server, which must still find the line free.
const ROUNDING = 0.02

function hasRoom(grid: WalkGrid, from: Point, to: Point): boolean {
  const length = distance(from, to)
  const x = (-(to.z - from.z) / length) * ROUNDING
  const z = ((to.x - from.x) / length) * ROUNDING
  return (
    grid.free(from, to) &&
    grid.free({ x: from.x + x, z: from.z + z }, { x: to.x + x, z: to.z + z }) &&
    grid.free({ x: from.x - x, z: from.z - z }, { x: to.x - x, z: to.z - z })
  )
}

/** Effort up to each point, in metres of paved path. */
function effort(grid: WalkGrid, points: readonly Point[]): Float64Array {
  const spent = new Float64Array(points.length)
  for (let i = 1; i < points.length; i++) {
    spent[i] = (spent[i - 1] as number) + lineEffort(grid, points[i - 1] as Point, points[i] as Point)
  }
  return spent
}

function lineEffort(grid: WalkGrid, from: Point, to: Point): number {
  const length = distance(from, to)
  const samples = Math.max(1, Math.round(length / CELL))
  let off = 0
  for (let i = 0; i < samples; i++) {
    const t = (i + 0.5) / samples
    const square = squareOf(grid, { x: from.x + (to.x - from.x) * t, z: from.z + (to.z - from.z) * t })
    if (grid.paved[square] === 0) off++
  }
  return length * (1 + ((OFF_PATH - 1) * off) / samples)
}

/**
 * Squares by priority, least first (Dial's buckets). Priorities never fall and a step raises one by less than `WINDOW`,
 * so a ring of buckets holds them all; last in, first out, which walks straight on between equals.
 */
class Buckets {
  private readonly buckets: number[][] = Array.from({ length: WINDOW }, () => [])
  private size = 0
  private least = -1

  push(square: number, priority: number): void {
    if (this.least < 0) this.least = priority
    this.buckets[priority % WINDOW]?.push(square)
    this.size++
  }

  /** −1 when empty. */
  pop(): number {
    if (this.size === 0) return -1
    for (;;) {
      const square = this.buckets[this.least % WINDOW]?.pop()
      if (square === undefined) {
        this.least++
        continue
      }
      this.size--
      return square
    }
  }
}
const WINDOW = 64
