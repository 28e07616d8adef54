/**
 * The shortest path over stops that are open at any time: Lin–Kernighan moves on an array, kicked out of each local
 * optimum by a small double bridge and put back where that did not help (chained Lin–Kernighan: Applegate, Cook, Rohe
 * 2003). The path is a closed tour whose way from the end back to the start is never given up.
 */
import { isOver, type Limits } from './limits.ts'
import { nearestNodes } from './nearest-nodes.ts'

/** Symmetric seconds between `size` nodes, row by row. */
export interface Legs {
  readonly size: number
  readonly legs: Float64Array
}

/** So many nodes around each are worth a look, and so many of them at each exchange of a move. */
const NEAR = 8
const BREADTH = [6, 3] as const
const DEEPEST = BREADTH.length - 1
/** A gain smaller than this is rounding, seconds. */
const GAIN = 1e-7
/** A kick swaps two neighbouring stretches of up to so many stops. */
const STRETCH = 30
/** Kicks: more of them for more stops, up to what a second allows. */
const kicksFor = (nodes: number): number => Math.min(60 * nodes, 20_000)
/** How many kicks, and how many moves, pass between two looks at the clock. */
const LOOK = 16
/** What the way from the end back to the start is worth: more than any tour. */
const PRICELESS = 1e12

/**
 * A better order of `path`, whose first and last node stay where they are.
 *
 * @param random numbers in [0, 1)
 */
export function improvePath(legs: Legs, path: readonly number[], random: () => number, limits: Limits): number[] {
  return path.length < 5 ? threeOrLess(legs, path) : new Tour(legs, path).improve(random, limits)
}

/** Two stops between a start and an end: one way round or the other. */
function threeOrLess({ size, legs }: Legs, path: readonly number[]): number[] {
  if (path.length < 4) return [...path]
  const [a, b, c, d] = path as [number, number, number, number]
  const leg = (from: number, to: number): number => legs[from * size + to] as number
  return leg(a, b) + leg(c, d) <= leg(a, c) + leg(b, d) ? [a, b, c, d] : [a, c, b, d]
}

/** Nodes are numbers along the first path: 0 is the start, the last one the end. */
class Tour {
  private readonly nodes: number
  private readonly path: readonly number[]
  private readonly legs: Float64Array
  private readonly near: Int32Array
  private readonly nearCount: number
  private readonly order: Int32Array
  private readonly position: Int32Array
  /** Pairs of positions between which the order was turned since the last kick, for taking it back. */
  private readonly turns: number[] = []
  /** Nodes whose neighbours changed, each once, in a ring. */
  private readonly queue: Int32Array
  private readonly queued: Uint8Array
  private queueStart = 0
  private queueLength = 0

  constructor({ size, legs }: Legs, path: readonly number[]) {
    const nodes = path.length
    this.nodes = nodes
    this.path = path
    this.legs = new Float64Array(nodes * nodes)
    path.forEach((a, i) => {
      for (let j = 0; j < nodes; j++) this.legs[i * nodes + j] = legs[a * size + (path[j] as number)] as number
    })
    this.nearCount = Math.min(NEAR, nodes - 1)
    this.near = nearestNodes(this.legs, nodes, this.nearCount)
    this.legs[nodes - 1] = -PRICELESS
    this.legs[(nodes - 1) * nodes] = -PRICELESS
    this.order = Int32Array.from(path, (_, i) => i)
    this.position = Int32Array.from(path, (_, i) => i)
    this.queue = new Int32Array(nodes)
    this.queued = new Uint8Array(nodes)
  }

  improve(random: () => number, limits: Limits): number[] {
    for (let node = 0; node < this.nodes; node++) this.enqueue(node)
    this.settle(limits)
    const kicks = kicksFor(this.nodes)
    for (let round = 0; round < kicks; round++) {
      if (round % LOOK === 0 && isOver(limits)) break
      this.turns.length = 0
      const lengthened = this.kick(random)
      if (this.settle(limits) < lengthened - GAIN) this.takeBack(0)
    }
    return this.found()
  }

  /** Moves until no node whose neighbours changed allows another. Returns the seconds gained. */
  private settle(limits: Limits): number {
    let gained = 0
    for (let looks = 1; this.queueLength > 0; looks++) {
      const node = this.dequeue()
      if (looks % (LOOK * LOOK) === 0 && isOver(limits)) continue
      for (let gain = this.move(node); gain > 0; gain = this.move(node)) gained += gain
    }
    return gained
  }

  private move(node: number): number {
    const next = this.next(node)
    const gain = this.exchange(node, next, this.leg(node, next), 0)
    if (gain > 0) return gain
    const previous = this.previous(node)
    return this.exchange(node, previous, this.leg(node, previous), 0)
  }

  /**
   * One exchange of a move: the way base–tip is given up for one from the tip to a node near it, and a neighbour of
   * that node, now free, is closed up with the base. It stays if it gains by itself or with those after it.
   *
   * @param freed seconds given up so far less seconds laid; the closing way base–tip counts as given up
   * @returns the seconds gained; 0: the tour is as it was
   */
  private exchange(base: number, tip: number, freed: number, depth: number): number {
    const ahead = this.next(base) === tip
    let tries = BREADTH[depth] as number
    for (let i = 0; i < this.nearCount && tries > 0; i++) {
      const to = this.near[tip * this.nearCount + i] as number
      const left = freed - this.leg(tip, to)
      if (left <= GAIN) return 0
      const from = ahead ? this.previous(to) : this.next(to)
      if (to === base || from === tip) continue
      const given = this.leg(from, to)
      if (given < 0) continue
      tries--
      const gain = left + given - this.leg(base, from)
      if (gain <= GAIN && depth === DEEPEST) continue
      const before = this.turns.length
      if (ahead) this.turn(this.at(tip), this.at(from))
      else this.turn(this.at(from), this.at(tip))
      const gained = gain > GAIN ? gain : this.exchange(base, from, left + given, depth + 1)
      if (gained > 0) {
        this.enqueue(base)
        this.enqueue(tip)
        this.enqueue(to)
        this.enqueue(from)
        return gained
      }
      this.takeBack(before)
    }
    return 0
  }

  /** Swaps two neighbouring stretches somewhere. Returns by how many seconds that lengthens the tour. */
  private kick(random: () => number): number {
    const reach = Math.min(STRETCH, Math.floor((this.nodes - 2) / 2))
    const first = 1 + Math.floor(random() * reach)
    const second = 1 + Math.floor(random() * reach)
    const start = Math.floor(random() * this.nodes)
    const place = (offset: number): number => (start + offset) % this.nodes
    const node = (offset: number): number => this.order[place(offset)] as number
    const [a, b, c] = [node(0), node(1), node(first)]
    const [d, e, f] = [node(first + 1), node(first + second), node(first + second + 1)]
    const given = [this.leg(a, b), this.leg(c, d), this.leg(e, f)] as const
    if (Math.min(...given) < 0) return 0
    this.reverse(place(1), place(first))
    this.reverse(place(first + 1), place(first + second))
    this.reverse(place(1), place(first + second))
    for (const end of [a, b, c, d, e, f]) this.enqueue(end)
    return this.leg(a, d) + this.leg(e, b) + this.leg(c, f) - given[0] - given[1] - given[2]
  }

  /** Turns round what lies between two positions, or all the rest, which makes the same tour: whichever is less. */
  private turn(from: number, to: number): void {
    const inside = ((to - from + this.nodes) % this.nodes) + 1
    if (inside * 2 <= this.nodes) this.reverse(from, to)
    else this.reverse((to + 1) % this.nodes, (from - 1 + this.nodes) % this.nodes)
  }

  private reverse(from: number, to: number): void {
    this.turns.push(from, to)
    this.swapEnds(from, to)
  }

  private swapEnds(from: number, to: number): void {
    const { nodes, order, position } = this
    let [low, high] = [from, to]
    for (let left = (((to - from + nodes) % nodes) + 1) >> 1; left > 0; left--) {
      const a = order[low] as number
      const b = order[high] as number
      order[low] = b
      order[high] = a
      position[b] = low
      position[a] = high
      low = low + 1 === nodes ? 0 : low + 1
      high = high === 0 ? nodes - 1 : high - 1
    }
  }

  private takeBack(mark: number): void {
    while (this.turns.length > mark) {
      const to = this.turns.pop() as number
      const from = this.turns.pop() as number
      this.swapEnds(from, to)
    }
  }

  private leg(a: number, b: number): number {
    return this.legs[a * this.nodes + b] as number
  }

  private at(node: number): number {
    return this.position[node] as number
  }

  private next(node: number): number {
    const at = (this.position[node] as number) + 1
    return this.order[at === this.nodes ? 0 : at] as number
  }

  private previous(node: number): number {
    const at = this.position[node] as number
    return this.order[at === 0 ? this.nodes - 1 : at - 1] as number
  }

  private enqueue(node: number): void {
    if (this.queued[node] === 1) return
    this.queued[node] = 1
    this.queue[(this.queueStart + this.queueLength) % this.nodes] = node
    this.queueLength++
  }

  private dequeue(): number {
    const node = this.queue[this.queueStart] as number
    this.queueStart = (this.queueStart + 1) % this.nodes
    this.queueLength--
    this.queued[node] = 0
    return node
  }

  private found(): number[] {
    const forward = this.previous(0) === this.nodes - 1
    const found: number[] = []
    for (let node = 0; found.length < this.nodes; node = forward ? this.next(node) : this.previous(node)) {
      found.push(this.path[node] as number)
    }
    return found
  }
}
