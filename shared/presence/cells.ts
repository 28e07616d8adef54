/**
 * The floor of a hall in square cells, and who sees what: the people of a cell see it and the eight around it.
 *
 * Cells are as small as the crowd is dense (`ladder`), so that about as many people are in sight in a full hall as in
 * an empty one.
 */
import type { Point } from '../floorplan/point.ts'
import { type Sight, STEPS } from './codec.ts'

/** A cell is never smaller: one always sees this far. */
const SMALLEST = 8
/** From one size to the next. */
const RUNG = 1.25

export class Cells {
  /** Side of a cell, metres. */
  readonly size: number
  readonly columns: number
  readonly rows: number
  readonly count: number
  private readonly minX: number
  private readonly minZ: number
  private readonly neighbours: readonly (readonly number[])[]

  /** Cells over the rectangle of `width` × `depth` metres around (0, 0). */
  constructor(width: number, depth: number, size: number) {
    this.size = size
    this.columns = Math.max(1, Math.ceil(width / size))
    this.rows = Math.max(1, Math.ceil(depth / size))
    this.count = this.columns * this.rows
    this.minX = (-this.columns * size) / 2
    this.minZ = (-this.rows * size) / 2
    this.neighbours = Array.from({ length: this.count }, (_, cell) => this.findAround(cell))
  }

  /** The cell of a place; a place outside counts to the cell at the edge. */
  at(x: number, z: number): number {
    return this.row(z) * this.columns + this.column(x)
  }

  /** The cell and its neighbours: what its people see, and who sees it. */
  around(cell: number): readonly number[] {
    return this.neighbours[cell] as readonly number[]
  }

  /** Whether the people of one cell see another; they do so mutually. */
  sees(one: number, other: number): boolean {
    const columns = Math.abs((one % this.columns) - (other % this.columns))
    const rows = Math.abs(Math.floor(one / this.columns) - Math.floor(other / this.columns))
    return columns <= 1 && rows <= 1
  }

  /** What the people of a cell see, as a rectangle; its far borders are outside. */
  sight(cell: number): Sight {
    const x = this.minX + (cell % this.columns) * this.size
    const z = this.minZ + Math.floor(cell / this.columns) * this.size
    const { size } = this
    return { minX: x - size, minZ: z - size, maxX: x + 2 * size, maxZ: z + 2 * size }
  }

  /**
   * How far someone at `from`, who is in `cell`, can go straight towards `to` before leaving it, metres. Infinity when
   * the way ends inside; the outermost cells have no outer border.
   */
  wayOut(cell: number, from: Point, to: Point): number {
    const length = Math.hypot(to.x - from.x, to.z - from.z)
    if (length === 0) return Number.POSITIVE_INFINITY
    const column = cell % this.columns
    const row = Math.floor(cell / this.columns)
    const way = Math.min(
      this.border(this.minX, column, this.columns, from.x, (to.x - from.x) / length),
      this.border(this.minZ, row, this.rows, from.z, (to.z - from.z) / length),
    )
    return way < length ? way : Number.POSITIVE_INFINITY
  }

  private border(min: number, index: number, count: number, from: number, direction: number): number {
    if (direction === 0) return Number.POSITIVE_INFINITY
    const next = direction > 0 ? index + 1 : index
    if (next === 0 || next === count) return Number.POSITIVE_INFINITY
    return Math.max(0, (min + next * this.size - from) / direction)
  }

  private column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.minX) / this.size)))
  }

  private row(z: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((z - this.minZ) / this.size)))
  }

  private findAround(cell: number): number[] {
    const column = cell % this.columns
    const row = Math.floor(cell / this.columns)
    const cells: number[] = []
    for (let r = Math.max(0, row - 1); r <= Math.min(this.rows - 1, row + 1); r++)
      for (let c = Math.max(0, column - 1); c <= Math.min(this.columns - 1, column + 1); c++)
        cells.push(r * this.columns + c)
    return cells
  }
}

/**
 * The sizes a cell may have in a hall, metres, smallest first; with the largest everybody sees everybody. Borders fall on
 * places that the codec can tell, so that both ends agree who is on which side.
 */
export function ladder(width: number, depth: number): number[] {
  const sizes: number[] = []
  for (let size = SMALLEST; size < Math.max(width, depth) / 2; size *= RUNG) sizes.push(tellable(size))
  return [...sizes, tellable(Math.max(width, depth))]
}

// Half the width of all columns has to be a whole number of steps.
const tellable = (size: number): number => (Math.ceil((size * STEPS) / 2) * 2) / STEPS
