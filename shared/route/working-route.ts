import type { Instance, Worth } from './instance.ts'
import { HAIR } from './timetable.ts'

/** Where a stop goes in cheapest: before the node at `position`, for `cost` more; null: nowhere in time. */
export interface Opening {
  readonly position: number
  readonly cost: number
}

/**
 * A route under repair. For every node it knows when one arrives and the latest arrival from which all that follows
 * still happens in time, so whether a stop fits between two others is a question of a few sums (Savelsbergh 1992).
 */
export class WorkingRoute {
  /** Start, stops, end: `length` of them. */
  readonly nodes: Int32Array
  length = 2
  private readonly instance: Instance
  private readonly inside: Uint8Array
  private readonly leaves: Float64Array
  private readonly waits: Float64Array
  private readonly arrives: Float64Array
  private readonly latest: Float64Array

  constructor(instance: Instance) {
    this.instance = instance
    this.nodes = new Int32Array(instance.size)
    this.inside = new Uint8Array(instance.size)
    this.leaves = new Float64Array(instance.size)
    this.waits = new Float64Array(instance.size)
    this.arrives = new Float64Array(instance.size)
    this.latest = new Float64Array(instance.size)
    this.load([])
  }

  has(stop: number): boolean {
    return this.inside[stop] === 1
  }

  stops(): number[] {
    return Array.from(this.nodes.subarray(1, this.length - 1))
  }

  load(order: readonly number[]): void {
    this.inside.fill(0)
    this.nodes[0] = this.instance.start
    order.forEach((stop, i) => {
      this.nodes[i + 1] = stop
      this.inside[stop] = 1
    })
    this.length = order.length + 2
    this.nodes[this.length - 1] = this.instance.end
    this.refresh(1, this.length - 1)
  }

  /** Becomes the same as another route of the same instance. */
  copy(other: WorkingRoute): void {
    this.length = other.length
    this.nodes.set(other.nodes)
    this.inside.set(other.inside)
    this.leaves.set(other.leaves)
    this.waits.set(other.waits)
    this.arrives.set(other.arrives)
    this.latest.set(other.latest)
  }

  insert(stop: number, position: number): void {
    this.nodes.copyWithin(position + 1, position, this.length)
    this.latest.copyWithin(position + 1, position, this.length)
    this.nodes[position] = stop
    this.inside[stop] = 1
    this.length++
    this.refresh(position, position)
  }

  /** Takes `count` stops out, from `position` on. */
  remove(position: number, count: number): void {
    for (let i = position; i < position + count; i++) this.inside[this.nodes[i] as number] = 0
    this.nodes.copyWithin(position, position + count, this.length)
    this.latest.copyWithin(position, position + count, this.length)
    this.length -= count
    this.refresh(position, position - 1)
  }

  /** When the end is reached, seconds from the start. */
  get endsAt(): number {
    return this.arrives[this.length - 1] as number
  }

  /** Cost Infinity when something of it is not in time. */
  worth(): Worth {
    const { legs, size, timetable, prizes, until } = this.instance
    const { nodes, length } = this
    let prize = 0
    let cost = 0
    for (let i = 1; i < length; i++) {
      const node = nodes[i] as number
      const wait = this.waits[i] as number
      cost += 2 * (legs[(nodes[i - 1] as number) * size + node] as number) + wait
      if (i === length - 1) continue
      cost += timetable.late(node, (this.arrives[i] as number) + wait)
      prize += prizes[node] as number
    }
    const inTime = this.endsAt <= until + HAIR && this.endsAt < Number.POSITIVE_INFINITY
    return { prize, cost: inTime ? cost : Number.POSITIVE_INFINITY }
  }

  /**
   * The cheapest place for a stop at which everything stays in time.
   *
   * @param skips whether to pass over a place: a search that blinks sees more
   */
  openingFor(stop: number, skips: () => boolean = never): Opening | null {
    const { legs, size, timetable } = this.instance
    let position = 0
    let least = Number.POSITIVE_INFINITY
    const row = stop * size
    for (let i = 1; i < this.length; i++) {
      const before = this.nodes[i - 1] as number
      const after = this.nodes[i] as number
      const to = legs[row + before] as number
      const onward = legs[row + after] as number
      const walk = 2 * (to + onward - (legs[before * size + after] as number))
      if (walk - (this.waits[i] as number) >= least) continue
      const arrival = (this.leaves[i - 1] as number) + to
      const begin = timetable.begins(stop, arrival)
      const next = timetable.leaves(stop, begin) + onward
      if (!(next <= (this.latest[i] as number) + HAIR / 2) || next === Number.POSITIVE_INFINITY) continue
      const absorbed = Math.min(this.waits[i] as number, Math.max(0, next - (this.arrives[i] as number)))
      const cost = walk + begin - arrival + timetable.late(stop, begin) - absorbed
      if (cost >= least || skips()) continue
      least = cost
      position = i
    }
    return position === 0 ? null : { position, cost: least }
  }

  /** Works out again what follows from a change: hours from `first` on, latest arrivals up to `last`. */
  private refresh(first: number, last: number): void {
    const { legs, size, timetable, until } = this.instance
    const { nodes, length } = this
    for (let i = first; i < length; i++) {
      const node = nodes[i] as number
      const left = i === 1 ? 0 : (this.leaves[i - 1] as number)
      const arrival = left + (legs[(nodes[i - 1] as number) * size + node] as number)
      const begin = i === length - 1 ? arrival : timetable.begins(node, arrival)
      this.arrives[i] = arrival
      this.waits[i] = begin - arrival
      this.leaves[i] = i === length - 1 ? arrival : timetable.leaves(node, begin)
    }
    this.latest[length - 1] = until
    for (let i = Math.min(last, length - 2); i > 0; i--) {
      const node = nodes[i] as number
      const leaveBy = (this.latest[i + 1] as number) - (legs[node * size + (nodes[i + 1] as number)] as number)
      this.latest[i] = timetable.latestArrival(node, leaveBy)
    }
  }
}

const never = (): boolean => false
