/**
 * The whole hall from afar: people per square of a raster that is coarse enough to be told to everybody.
 *
 * Counting everyone at once would be a burst in a large hall, so a count takes a while and looks at a few in every
 * tick.
 */
import { type Density, encodeDensity } from '../../shared/presence/codec.ts'
import type { Bodies } from './bodies.ts'

/** A new count every so often, ms: people cross a square of a usual hall in about twice that. */
export const FAR_VIEW_LASTS = 4000
/** Most squares; each is a byte to everyone with every count. */
const SQUARES = 96
/** Squares are not smaller, metres. */
const SMALLEST = 8

export class FarView {
  /** Grows when there is something new to tell. */
  version = 0
  /** The layer of `version`, ready for frames. */
  bytes: Uint8Array
  private readonly size: number
  private readonly columns: number
  private readonly rows: number
  private counts: Uint16Array
  private told: Uint16Array
  private begun: number
  private slot = 0

  constructor(width: number, depth: number, now: number) {
    this.size = Math.max(SMALLEST, Math.ceil(Math.sqrt((width * depth) / SQUARES)))
    this.columns = Math.ceil(width / this.size)
    this.rows = Math.ceil(depth / this.size)
    this.counts = new Uint16Array(this.columns * this.rows)
    this.told = new Uint16Array(this.columns * this.rows)
    this.bytes = this.encode()
    this.begun = now
  }

  /** Count as many people as are due at `now`. @returns whether there is something new to tell */
  count(bodies: Bodies, now: number): boolean {
    const share = Math.min(1, (now - this.begun) / FAR_VIEW_LASTS)
    const until = Math.ceil(share * bodies.top)
    for (; this.slot < until; this.slot++) if (bodies.has(this.slot)) this.add(bodies.at(this.slot, now))
    return share === 1 && this.conclude(now)
  }

  private add({ x, z }: { readonly x: number; readonly z: number }): void {
    const column = Math.floor(x / this.size + this.columns / 2)
    const row = Math.floor(z / this.size + this.rows / 2)
    const square = clamp(row, this.rows) * this.columns + clamp(column, this.columns)
    this.counts[square] = (this.counts[square] as number) + 1
  }

  private conclude(now: number): boolean {
    const counted = this.counts
    const news = counted.some((count, square) => count !== this.told[square])
    if (news) {
      this.counts = this.told
      this.told = counted
      this.bytes = this.encode()
      this.version++
    }
    this.counts.fill(0)
    this.slot = 0
    this.begun = now
    return news
  }

  private encode(): Uint8Array {
    const density: Density = { size: this.size, columns: this.columns, rows: this.rows, counts: [...this.told] }
    return encodeDensity(density)
  }
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index))
