import { CELL, type WalkGrid } from '../floorplan/grid.ts'
import { ASLANT, OFF_PATH, STRAIGHT } from '../floorplan/path.ts'

/** Steps go eight ways and people go straight: over the halls of the generator a walk is so much shorter. */
const PULLED = 0.97

/** A way as `findPath` finds it. */
export interface FloodedWay {
  /** What it costs a search for paths, which keeps off the lawn: tenths of a square's side. */
  readonly effort: number
  readonly metres: number
}

/** Dijkstra on the grid with a rim of blocked squares, so that no step asks whether it leaves the hall. */
export class Flood {
  private readonly columns: number
  private readonly width: number
  /** 0 blocked, 1 paved, 2 lawn. */
  private readonly ground: Uint8Array
  /** Effort before anything is seen: a great deal, and on blocked squares less than any, so that none is entered. */
  private readonly unseen: Int32Array
  /** Effort to a square, and the length of the way that costs it, in the same tenths. */
  private readonly cost: Int32Array
  private readonly length: Int32Array
  private readonly wanted: Uint8Array
  private readonly queue = new Ring()

  constructor(grid: WalkGrid) {
    this.columns = grid.columns
    this.width = grid.columns + 2
    const size = this.width * (grid.rows + 2)
    this.ground = new Uint8Array(size)
    this.unseen = new Int32Array(size).fill(-1)
    this.cost = new Int32Array(size)
    this.length = new Int32Array(size)
    this.wanted = new Uint8Array(size)
    grid.blocked.forEach((blocked, square) => {
      if (blocked !== 0) return
      this.ground[this.rimmed(square)] = grid.paved[square] === 0 ? 2 : 1
      this.unseen[this.rimmed(square)] = UNSEEN
    })
  }

  /** The easiest ways from a square to others; null without a way, and where `most` others were easier to reach. */
  waysTo(from: number, to: readonly number[], most: number): (FloodedWay | null)[] {
    const targets = to.map((square) => this.rimmed(square))
    let left = 0
    for (const target of targets) {
      if (this.wanted[target] === 0) left++
      this.wanted[target] = 1
    }
    this.spread(this.rimmed(from), Math.min(left, most))
    const ways = targets.map((target) => (this.wanted[target] === 1 ? null : this.wayTo(target)))
    for (const target of targets) this.wanted[target] = 0
    return ways
  }

  private wayTo(square: number): FloodedWay {
    const metres = ((this.length[square] as number) / STRAIGHT) * CELL * PULLED
    return { effort: this.cost[square] as number, metres }
  }

  /** Until `left` wanted squares are reached or there is nowhere to go. */
  private spread(from: number, left: number): void {
    const { width, ground, cost, length, wanted, queue } = this

    function straight(to: number, now: number, walked: number): void {
      const effort = now + (ground[to] === 1 ? STRAIGHT : STRAIGHT_OFF)
      if ((cost[to] as number) <= effort) return
      cost[to] = effort
      length[to] = walked
      queue.push(to, effort)
    }

    function aslant(to: number, now: number, walked: number): void {
      const effort = now + (ground[to] === 1 ? ASLANT : ASLANT_OFF)
      if ((cost[to] as number) <= effort) return
      cost[to] = effort
      length[to] = walked
      queue.push(to, effort)
    }

    cost.set(this.unseen)
    queue.clear()
    cost[from] = 0
    length[from] = 0
    queue.push(from, 0)
    for (let square = queue.pop(); square >= 0; square = queue.pop()) {
      const now = queue.least
      // Queued before it became cheaper, and passed since.
      if (cost[square] !== now) continue
      if (wanted[square] === 1) {
        wanted[square] = 0
        if (--left === 0) return
      }
      const walked = (length[square] as number) + STRAIGHT
      straight(square - width, now, walked)
      straight(square + width, now, walked)
      straight(square - 1, now, walked)
      straight(square + 1, now, walked)
      // Aslant only between two free sides: nobody squeezes past a corner.
      const far = (length[square] as number) + ASLANT
      const west = ground[square - 1] !== 0
      const east = ground[square + 1] !== 0
      if (ground[square - width] !== 0) {
        if (west) aslant(square - width - 1, now, far)
        if (east) aslant(square - width + 1, now, far)
      }
      if (ground[square + width] !== 0) {
        if (west) aslant(square + width - 1, now, far)
        if (east) aslant(square + width + 1, now, far)
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
    const at = effort & (BUCKETS - 1)
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
    let at = this.least & (BUCKETS - 1)
    while (this.sizes[at] === 0) at = ++this.least & (BUCKETS - 1)
    const last = (this.sizes[at] as number) - 1
    this.sizes[at] = last
    this.size--
    return this.buckets[at]?.[last] ?? -1
  }
}
/** A power of two. */
const BUCKETS = 32
