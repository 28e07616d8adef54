/**
 * What one instance of a hall counts of where its people are. Who they are is needed to count each of them once; it stays
 * here, in memory, for the hour, and only sums are ever given out.
 */

import { type CellSum, cellAt, type FootfallSum, hourOf } from '../../shared/figures/footfall.ts'
import { MIN_GROUP } from '../../shared/figures/small-groups.ts'
import type { Point } from '../../shared/floorplan/point.ts'

export class Footfall {
  private readonly columns: number
  private readonly rows: number
  /** Of the cells, row by row: seconds since they were last given out, and people of the hour. */
  private readonly seconds: Uint32Array
  private readonly people: Uint8Array
  /** The first `MIN_GROUP` people of each cell, by the numbers they have for the hour. */
  private readonly seen: Uint32Array
  private readonly numbers = new Map<string, number>()
  private hallSeconds = 0
  private hour = Number.NEGATIVE_INFINITY
  private ended: FootfallSum[] = []

  /** The hall is `width` × `depth` metres around (0, 0). */
  constructor({ width, depth }: { readonly width: number; readonly depth: number }) {
    const far = cellAt({ x: width / 2, z: depth / 2 })
    this.columns = 2 * (far.x + 1)
    this.rows = 2 * (far.z + 1)
    this.seconds = new Uint32Array(this.columns * this.rows)
    this.people = new Uint8Array(this.columns * this.rows)
    this.seen = new Uint32Array(this.columns * this.rows * MIN_GROUP)
  }

  /** Somebody has been at `at` for `seconds`, at `moment` (ms since the epoch). */
  add(personId: string, at: Point, seconds: number, moment: number): void {
    const hour = hourOf(moment)
    if (hour !== this.hour) this.begin(hour)
    const index = this.indexOf(at)
    this.hallSeconds += seconds
    this.seconds[index] = (this.seconds[index] as number) + seconds
    this.meet(index, this.numberOf(personId))
  }

  /** What has been counted since the last time. `people` are those of the whole hour so far. */
  take(): FootfallSum[] {
    const taken = [...this.ended, ...this.sum()]
    this.ended = []
    return taken
  }

  private begin(hour: number): void {
    this.ended.push(...this.sum())
    this.hour = hour
    this.people.fill(0)
    this.numbers.clear()
  }

  /** None or one: an hour in which nothing happened since is not told again. */
  private sum(): FootfallSum[] {
    if (this.hallSeconds === 0) return []
    const cells: CellSum[] = []
    for (const [index, seconds] of this.seconds.entries()) {
      if (seconds > 0) cells.push({ ...this.cellOf(index), seconds, people: this.people[index] as number })
    }
    const sum = { hour: this.hour, seconds: this.hallSeconds, people: this.numbers.size, cells }
    this.seconds.fill(0)
    this.hallSeconds = 0
    return [sum]
  }

  private meet(index: number, number: number): void {
    const met = this.people[index] as number
    if (met === MIN_GROUP) return
    const first = index * MIN_GROUP
    for (let place = first; place < first + met; place++) if (this.seen[place] === number) return
    this.seen[first + met] = number
    this.people[index] = met + 1
  }

  private numberOf(personId: string): number {
    const known = this.numbers.get(personId)
    if (known !== undefined) return known
    const number = this.numbers.size
    this.numbers.set(personId, number)
    return number
  }

  private indexOf(at: Point): number {
    const { x, z } = cellAt(at)
    return clamp(z + this.rows / 2, this.rows) * this.columns + clamp(x + this.columns / 2, this.columns)
  }

  private cellOf(index: number): { x: number; z: number } {
    return { x: (index % this.columns) - this.columns / 2, z: Math.floor(index / this.columns) - this.rows / 2 }
  }
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index))
