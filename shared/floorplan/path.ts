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

const OFF_PATH = 1.5
const DIAGONAL = Math.SQRT2

/** Memory of a search, kept with its grid: a million squares are not cleared for every click. */
interface Scratch {
  /** Number of the search that last wrote a square. */
  readonly seen: Uint32Array
  readonly cost: Float32Array
  readonly cameFrom: Int32Array
  search: number
}
const scratches = new WeakMap<WalkGrid, Scratch>()

function scratchFor(grid: WalkGrid): Scratch {
  const known = scratches.get(grid)
  if (known) return known
  const size = grid.columns * grid.rows
  const fresh = { seen: new Uint32Array(size), cost: new Float32Array(size), cameFrom: new Int32Array(size), search: 0 }
  scratches.set(grid, fresh)
  return fresh
}

/** Squares from `first` to `last`, 8-connected, no corner cut; null when they don't hang together. */
function search(grid: WalkGrid, first: number, last: number): number[] | null {
  const { columns, rows, blocked, paved } = grid
  const scratch = scratchFor(grid)
  const { seen, cost, cameFrom } = scratch
  scratch.search += 2
  // Two stamps a search: touched, and done.
  const touched = scratch.search
  const done = touched + 1
  const lastColumn = last % columns
  const lastRow = (last - lastColumn) / columns
  const ahead = (column: number, row: number): number => {
    const dx = Math.abs(column - lastColumn)
    const dz = Math.abs(row - lastRow)
    return dx + dz + (DIAGONAL - 2) * Math.min(dx, dz)
  }

  const heap = new Heap()
  seen[first] = touched
  cost[first] = 0
  cameFrom[first] = -1
  heap.push(first, 0)
  while (heap.size > 0) {
    const square = heap.pop()
    if (seen[square] === done) continue
    if (square === last) return trace(cameFrom, last)
    seen[square] = done
    const column = square % columns
    const row = (square - column) / columns
    const soFar = cost[square] as number
    for (let dz = -1; dz <= 1; dz++) {
      const z = row + dz
      if (z < 0 || z >= rows) continue
      for (let dx = -1; dx <= 1; dx++) {
        const x = column + dx
        if (x < 0 || x >= columns) continue
        const next = square + dz * columns + dx
        if (blocked[next] !== 0 || seen[next] === done) continue
        const aslant = dx !== 0 && dz !== 0
        if (aslant && (blocked[square + dx] !== 0 || blocked[square + dz * columns] !== 0)) continue
        const total = soFar + (aslant ? DIAGONAL : 1) * (paved[next] === 0 ? OFF_PATH : 1)
        if (seen[next] === touched && (cost[next] as number) <= total) continue
        seen[next] = touched
        cost[next] = total
        cameFrom[next] = square
        heap.push(next, total + ahead(x, z))
      }
    }
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

/** Squares by priority, least first. Numbers in flat arrays: a long walk pushes a hundred thousand. */
class Heap {
  size = 0
  private squares: number[] = []
  private priorities: number[] = []

  push(square: number, priority: number): void {
    let i = this.size++
    while (i > 0) {
      const parent = (i - 1) >> 1
      const above = this.priorities[parent] as number
      if (above <= priority) break
      this.squares[i] = this.squares[parent] as number
      this.priorities[i] = above
      i = parent
    }
    this.squares[i] = square
    this.priorities[i] = priority
  }

  /** The caller knows that `size` > 0. */
  pop(): number {
    const top = this.squares[0] as number
    const size = --this.size
    const square = this.squares[size] as number
    const priority = this.priorities[size] as number
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= size) break
      const right = child + 1
      if (right < size && (this.priorities[right] as number) < (this.priorities[child] as number)) child = right
      const below = this.priorities[child] as number
      if (below >= priority) break
      this.squares[i] = this.squares[child] as number
      this.priorities[i] = below
      i = child
    }
    this.squares[i] = square
    this.priorities[i] = priority
    return top
  }
}
