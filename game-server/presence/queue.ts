/**
 * Who is due next: at most one moment per slot, the soonest first. A binary heap in typed arrays that knows where
 * every slot sits, so that a changed mind costs a few swaps and leaves no litter behind.
 */
export class Queue {
  private length = 0
  private heap = new Int32Array(64)
  private place = new Int32Array(64).fill(NOWHERE)
  private moment = new Float64Array(64)

  /** When the next one is due; Infinity when nobody is. */
  get next(): number {
    return this.length === 0 ? Number.POSITIVE_INFINITY : this.due(0)
  }

  /** The slot that is due at `next`; it stays in the queue until it is set or removed. */
  get first(): number {
    return this.heap[0] as number
  }

  /** Slot `slot` is due at `moment` instead of whenever it was. Infinity takes it out. */
  set(slot: number, moment: number): void {
    if (moment === Number.POSITIVE_INFINITY) {
      this.remove(slot)
      return
    }
    if (slot >= this.place.length) this.grow(slot + 1)
    const before = this.moment[slot] as number
    this.moment[slot] = moment
    let at = this.place[slot] as number
    if (at === NOWHERE) {
      at = this.length++
      this.put(at, slot)
      this.rise(at)
    } else if (moment < before) this.rise(at)
    else this.sink(at)
  }

  remove(slot: number): void {
    const at = slot < this.place.length ? (this.place[slot] as number) : NOWHERE
    if (at === NOWHERE) return
    this.place[slot] = NOWHERE
    const last = this.heap[--this.length] as number
    if (at === this.length) return
    this.put(at, last)
    this.rise(at)
    this.sink(this.place[last] as number)
  }

  private due(at: number): number {
    return this.moment[this.heap[at] as number] as number
  }

  private put(at: number, slot: number): void {
    this.heap[at] = slot
    this.place[slot] = at
  }

  private rise(from: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (this.due(parent) <= this.due(at)) return
      this.swap(at, parent)
      at = parent
    }
  }

  private sink(from: number): void {
    let at = from
    for (;;) {
      const left = 2 * at + 1
      if (left >= this.length) return
      const right = left + 1
      const child = right < this.length && this.due(right) < this.due(left) ? right : left
      if (this.due(at) <= this.due(child)) return
      this.swap(at, child)
      at = child
    }
  }

  private swap(a: number, b: number): void {
    const slot = this.heap[a] as number
    this.put(a, this.heap[b] as number)
    this.put(b, slot)
  }

  private grow(least: number): void {
    const size = Math.max(least, this.place.length * 2)
    const heap = new Int32Array(size)
    const place = new Int32Array(size).fill(NOWHERE)
    const moment = new Float64Array(size)
    heap.set(this.heap)
    place.set(this.place)
    moment.set(this.moment)
    this.heap = heap
    this.place = place
    this.moment = moment
  }
}

const NOWHERE = -1
