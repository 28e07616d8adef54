/**
 * What is due next: at most one moment for each of many numbered things (ids, homes), the soonest first. A binary heap
 * in typed arrays that knows where everything sits, so that a changed mind costs a few swaps and leaves no litter behind.
 */
export class Queue {
  private length = 0
  private heap = new Int32Array(64)
  private place = new Int32Array(64).fill(NOWHERE)
  private moment = new Float64Array(64)

  /** When the next one is due; Infinity when nothing is. */
  get next(): number {
    return this.length === 0 ? Number.POSITIVE_INFINITY : this.due(0)
  }

  /** What is due at `next`; it stays in the queue until it is set or removed. */
  get first(): number {
    return this.heap[0] as number
  }

  /** It is due at `moment` instead of whenever it was. Infinity takes it out. */
  set(id: number, moment: number): void {
    if (moment === Number.POSITIVE_INFINITY) {
      this.remove(id)
      return
    }
    if (id >= this.place.length) this.grow(id + 1)
    const before = this.moment[id] as number
    this.moment[id] = moment
    let at = this.place[id] as number
    if (at === NOWHERE) {
      at = this.length++
      this.put(at, id)
      this.rise(at)
    } else if (moment < before) this.rise(at)
    else this.sink(at)
  }

  /** It is due at `moment`, or earlier if it was. */
  hasten(id: number, moment: number): void {
    const waits = id < this.place.length && this.place[id] !== NOWHERE
    if (!waits || moment < (this.moment[id] as number)) this.set(id, moment)
  }

  remove(id: number): void {
    const at = id < this.place.length ? (this.place[id] as number) : NOWHERE
    if (at === NOWHERE) return
    this.place[id] = NOWHERE
    const last = this.heap[--this.length] as number
    if (at === this.length) return
    this.put(at, last)
    this.rise(at)
    this.sink(this.place[last] as number)
  }

  private due(at: number): number {
    return this.moment[this.heap[at] as number] as number
  }

  private put(at: number, id: number): void {
    this.heap[at] = id
    this.place[id] = at
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
    const id = this.heap[a] as number
    this.put(a, this.heap[b] as number)
    this.put(b, id)
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
