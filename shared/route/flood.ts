/**
 * How far places of one hall are from one another, along the paths that `findPath` finds: instead of a path for every
 * pair, one flood over the grid for every place.
 */
import { CELL, squareOf, type WalkGrid } from '../floorplan/grid.ts'
import { ASLANT, OFF_PATH, STRAIGHT } from '../floorplan/path.ts'
import { distance, type Point } from '../floorplan/point.ts'

/** Steps go eight ways and people go straight: over the halls of the generator a walk is so much shorter. */
const PULLED = 0.97

/** Metres between all pairs of `points`, row by row, the same both ways; Infinity where there is no way. */
export function metresBetween(grid: WalkGrid, points: readonly Point[]): Float64Array {
  const count = points.length
  const metres = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY)
  const flood = new Flood(grid)
  const standing = points.map((point) => grid.nearest(point))
  // From one end of the hall to the other, so that each flood ends with the part still before it.
  const along: keyof Point = grid.columns > grid.rows ? 'x' : 'z'
  const sweep = [...points.keys()]
    .filter((i) => standing[i] !== null)
    .sort((a, b) => (standing[a] as Point)[along] - (standing[b] as Point)[along])
  sweep.forEach((from, turn) => {
    const ahead = sweep.slice(turn)
    const here = standing[from] as Point
    const lengths = flood.lengths(
      squareOf(grid, here),
      ahead.map((to) => squareOf(grid, standing[to] as Point)),
    )
    ahead.forEach((to, i) => {
      const length = lengths[i] as number
      const apart = length === 0 ? distance(here, standing[to] as Point) : (length / STRAIGHT) * CELL * PULLED
      metres[from * count + to] = apart
      metres[to * count + from] = apart
    })
  })
  return metres
}

/** Dijkstra on the grid with a rim of blocked squares, so that no step asks whether it leaves the hall. */
class Flood {
  private readonly columns: number
  private readonly width: number
  /** 0 blocked, 1 paved, 2 lawn. */
  private readonly ground: Uint8Array
  /** Effort to a square, a great deal before it is seen; and the length of the way that costs it, in the same tenths. */
  private readonly cost: Int32Array
  private readonly length: Int32Array
  private readonly wanted: Uint8Array
  private readonly queue = new Ring()

  constructor(grid: WalkGrid) {
    this.columns = grid.columns
    this.width = grid.columns + 2
    const size = this.width * (grid.rows + 2)
    this.ground = new Uint8Array(size)
    this.cost = new Int32Array(size)
    this.length = new Int32Array(size)
    this.wanted = new Uint8Array(size)
    grid.blocked.forEach((blocked, square) => {
      if (blocked === 0) this.ground[this.rimmed(square)] = grid.paved[square] === 0 ? 2 : 1
    })
  }

  /** Lengths of the least tiring ways from a square to others, in tenths of a square's side; Infinity without a way. */
  lengths(from: number, to: readonly number[]): number[] {
    const targets = to.map((square) => this.rimmed(square))
    let left = 0
    for (const target of targets) {
      if (this.wanted[target] === 0) left++
      this.wanted[target] = 1
    }
    this.spread(this.rimmed(from), left)
    for (const target of targets) this.wanted[target] = 0
    return targets.map((target) =>
      this.cost[target] === UNSEEN ? Number.POSITIVE_INFINITY : (this.length[target] as number),
    )
  }

  /** Until `left` wanted squares are reached or there is nowhere to go. */
  private spread(from: number, left: number): void {
    const { width, ground, cost, length, wanted, queue } = this

    function reach(to: number, effort: number, walked: number): void {
      if ((cost[to] as number) <= effort) return
      cost[to] = effort
      length[to] = walked
      queue.push(to, effort)
    }

    cost.fill(UNSEEN)
    queue.clear()
    reach(from, 0, 0)
    for (let square = queue.pop(); square >= 0; square = queue.pop()) {
      const now = queue.least
      // Queued before it became cheaper, and passed since.
      if (cost[square] !== now) continue
      if (wanted[square] === 1) {
        wanted[square] = 0
        if (--left === 0) return
      }
      const walked = length[square] as number
      const north = ground[square - width] as number
      const south = ground[square + width] as number
      const west = ground[square - 1] as number
      const east = ground[square + 1] as number
      const straight = walked + STRAIGHT
      if (north !== 0) reach(square - width, now + (north === 1 ? STRAIGHT : STRAIGHT_OFF), straight)
      if (south !== 0) reach(square + width, now + (south === 1 ? STRAIGHT : STRAIGHT_OFF), straight)
      if (west !== 0) reach(square - 1, now + (west === 1 ? STRAIGHT : STRAIGHT_OFF), straight)
      if (east !== 0) reach(square + 1, now + (east === 1 ? STRAIGHT : STRAIGHT_OFF), straight)
      // Aslant only between two free sides: nobody squeezes past a corner.
      for (let corner = 0; corner < 4; corner++) {
        if ((corner < 2 ? north : south) === 0 || ((corner & 1) === 0 ? west : east) === 0) continue
        const to = square + (corner < 2 ? -width : width) + ((corner & 1) === 0 ? -1 : 1)
        if (ground[to] !== 0) reach(to, now + (ground[to] === 1 ? ASLANT : ASLANT_OFF), walked + ASLANT)
      }
    }
  }

  private rimmed(square: number): number {
    return square + this.width + 1 + 2 * Math.floor(square / this.columns)
  }
}

const STRAIGHT_OFF = STRAIGHT * OFF_PATH
const ASLANT_OFF = ASLANT * OFF_PATH
const UNSEEN = 0x7fffffff

/**
 * Squares by effort, least first: Dial's buckets in a ring, which holds all efforts at once because a step raises them by
 * less than it has buckets.
 */
class Ring {
  /** Effort of what was popped last. */
  least = 0
  private readonly buckets = Array.from({ length: BUCKETS }, () => new Int32Array(256))
  private readonly sizes = new Int32Array(BUCKETS)
  private size = 0

  clear(): void {
    this.least = 0
    this.size = 0
    this.sizes.fill(0)
  }

  push(square: number, effort: number): void {
    const at = effort % BUCKETS
    const filled = this.sizes[at] as number
    let bucket = this.buckets[at] as Int32Array
    if (filled === bucket.length) {
      const wider = new Int32Array(filled * 2)
      wider.set(bucket)
      this.buckets[at] = wider
      bucket = wider
    }
    bucket[filled] = square
    this.sizes[at] = filled + 1
    this.size++
  }

  /** −1 when empty. */
  pop(): number {
    if (this.size === 0) return -1
    while (this.sizes[this.least % BUCKETS] === 0) this.least++
    const at = this.least % BUCKETS
    const last = (this.sizes[at] as number) - 1
    this.sizes[at] = last
    this.size--
    return this.buckets[at]?.[last] ?? -1
  }
}
const BUCKETS = 32
