/**
 * The people of a hall as columns by slot: each one's walk, once as data and once as the bytes that frames are made of.
 */
import type { Point } from '../../shared/floorplan/point.ts'
import { ByteWriter } from '../../shared/presence/bytes.ts'
import { MAX_PATH_BYTES, quantised, writePath, writeSeen } from '../../shared/presence/codec.ts'
import { arrivesAt, headingAt, positionAt, type Walk } from '../../shared/presence/walk.ts'

/** A freed slot rests this long, ms: what is on its way about its last holder must not be taken for the next one's. */
const RESTS = 5000

export class Bodies {
  count = 0
  /** One more than the highest slot ever taken. */
  top = 0
  private readonly walks: (Walk | undefined)[] = []
  private readonly free: { slot: number; since: number }[] = []
  private readonly scratch = new ByteWriter()
  private startsAt = new Float64Array(64)
  private arrivesAt = new Float64Array(64)
  /** The walk's path, then the path of one who stands where it ends: slot by slot, `MAX_PATH_BYTES` and `STANDING`. */
  private paths = new Uint8Array(64 * STRIDE)
  private pathBytes = new Uint16Array(64)
  private standingBytes = new Uint8Array(64)

  /** Somebody comes in. @returns their slot */
  enter(walk: Walk, now: number): number {
    const rested = (this.free[0]?.since ?? Number.POSITIVE_INFINITY) <= now - RESTS
    const slot = rested ? (this.free.shift() as { slot: number }).slot : this.top++
    if (this.top > this.startsAt.length) this.grow()
    this.count++
    this.set(slot, walk)
    return slot
  }

  leave(slot: number, now: number): void {
    this.walks[slot] = undefined
    this.free.push({ slot, since: now })
    this.count--
  }

  has(slot: number): boolean {
    return this.walks[slot] !== undefined
  }

  /** The slots that are taken. */
  *slots(): Iterable<number> {
    for (let slot = 0; slot < this.top; slot++) if (this.has(slot)) yield slot
  }

  /** The walk of a slot that is taken. */
  walk(slot: number): Walk {
    return this.walks[slot] as Walk
  }

  at(slot: number, now: number): Point {
    return positionAt(this.walk(slot), now)
  }

  /** Whether they stand still at `now`. */
  arrived(slot: number, now: number): boolean {
    return now >= (this.arrivesAt[slot] as number)
  }

  /** A slot's new walk. It is kept as everybody else will have it, so the server's place is everybody's place. */
  set(slot: number, asked: Walk): void {
    const walk = quantised(asked)
    const ends = arrivesAt(walk)
    this.walks[slot] = walk
    this.startsAt[slot] = walk.startsAt
    this.arrivesAt[slot] = ends
    const path = writePath(this.scratch.clear(), walk).done()
    this.paths.set(path, slot * STRIDE)
    this.pathBytes[slot] = path.length
    const end = { path: [positionAt(walk, ends)], startsAt: ends, speed: 0, faces: headingAt(walk, ends) }
    const standing = writePath(this.scratch.clear(), end).done()
    this.paths.set(standing, slot * STRIDE + MAX_PATH_BYTES)
    this.standingBytes[slot] = standing.length
  }

  /** Adds what a slot does at `now` to a frame. Of somebody who has arrived only the place is told. */
  write(writer: ByteWriter, slot: number, now: number): void {
    const start = slot * STRIDE
    if (!this.arrived(slot, now)) {
      const startsAt = this.startsAt[slot] as number
      writeSeen(writer, now, slot, startsAt, this.paths, start, start + (this.pathBytes[slot] as number))
    } else {
      const standing = start + MAX_PATH_BYTES
      writeSeen(writer, now, slot, now, this.paths, standing, standing + (this.standingBytes[slot] as number))
    }
  }

  private grow(): void {
    const size = this.startsAt.length * 2
    this.startsAt = grown(this.startsAt, new Float64Array(size))
    this.arrivesAt = grown(this.arrivesAt, new Float64Array(size))
    this.paths = grown(this.paths, new Uint8Array(size * STRIDE))
    this.pathBytes = grown(this.pathBytes, new Uint16Array(size))
    this.standingBytes = grown(this.standingBytes, new Uint8Array(size))
  }
}

// Head, direction and one point.
const STANDING = 6
const STRIDE = MAX_PATH_BYTES + STANDING

function grown<T extends { set(from: T): void }>(column: T, larger: T): T {
  larger.set(column)
  return larger
}
