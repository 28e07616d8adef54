/**
 * The people of a hall as columns by slot: each one's walk, once as data and once as the bytes that frames are made of.
 */
import { distance, type Point } from '../../shared/floorplan/point.ts'
import { ByteWriter } from '../../shared/presence/bytes.ts'
import { MAX_PATH_BYTES, quantised, writePath, writeSeen } from '../../shared/presence/codec.ts'
import { headingAt, positionAt, type Walk } from '../../shared/presence/walk.ts'

/** A freed slot rests this long, ms: what is on its way about its last holder must not be taken for the next one's. */
const RESTS = 5000

export class Bodies {
  count = 0
  /** One more than the highest slot ever taken. */
  top = 0
  private readonly walks: (Walk | undefined)[] = []
  private readonly free: { slot: number; since: number }[] = []
  private readonly scratch = new ByteWriter()
  /** What is left of the walks, as bytes: it begins with the leg under way, which began at `legsBegan` … */
  private paths = new Uint8Array(64 * MAX_PATH_BYTES)
  private pathBytes = new Uint16Array(64)
  private legsBegan = new Float64Array(64)
  /** … and has to be made anew from here on, ms; Infinity on the last leg. */
  private legsEnd = new Float64Array(64)

  /** Somebody comes in. @returns their slot */
  enter(walk: Walk, now: number): number {
    const rested = (this.free[0]?.since ?? Number.POSITIVE_INFINITY) <= now - RESTS
    const slot = rested ? (this.free.shift() as { slot: number }).slot : this.top++
    if (this.top > this.legsEnd.length) this.grow()
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

  /** A slot's new walk. It is kept as everybody else will have it, so the server's place is everybody's place. */
  set(slot: number, asked: Walk): void {
    const walk = quantised(asked)
    this.walks[slot] = walk
    this.encode(slot, walk.startsAt)
  }

  /** Adds what a slot does at `now` to a frame: the rest of its walk, or where it stands. */
  write(writer: ByteWriter, slot: number, now: number): void {
    if (now >= (this.legsEnd[slot] as number)) this.encode(slot, now)
    const start = slot * MAX_PATH_BYTES
    const began = Math.min(now, this.legsBegan[slot] as number)
    writeSeen(writer, now, slot, began, this.paths, start, start + (this.pathBytes[slot] as number))
  }

  private encode(slot: number, now: number): void {
    const { rest, until } = this.restOf(slot, now)
    const path = writePath(this.scratch.clear(), rest).lent()
    this.paths.set(path, slot * MAX_PATH_BYTES)
    this.pathBytes[slot] = path.length
    // How long somebody has been standing is nobody's concern.
    this.legsBegan[slot] = rest.path.length > 1 ? rest.startsAt : Number.POSITIVE_INFINITY
    this.legsEnd[slot] = until
  }

  /** What is left of a walk at `now`, and until when that stays the same. */
  private restOf(slot: number, now: number): { rest: Walk; until: number } {
    const walk = this.walk(slot)
    const { path, speed } = walk
    let leg = 0
    let startsAt = walk.startsAt
    for (; leg + 1 < path.length; leg++) {
      const ends = startsAt + (distance(path[leg] as Point, path[leg + 1] as Point) / speed) * 1000
      if (now < ends) return { rest: { ...walk, path: path.slice(leg), startsAt }, until: ends }
      startsAt = ends
    }
    const standing = { path: [path[leg] as Point], startsAt: now, speed: 0, faces: headingAt(walk, now) }
    return { rest: standing, until: Number.POSITIVE_INFINITY }
  }

  private grow(): void {
    const size = this.legsEnd.length * 2
    this.paths = grown(this.paths, new Uint8Array(size * MAX_PATH_BYTES))
    this.pathBytes = grown(this.pathBytes, new Uint16Array(size))
    this.legsBegan = grown(this.legsBegan, new Float64Array(size))
    this.legsEnd = grown(this.legsEnd, new Float64Array(size))
  }
}

function grown<T extends { set(from: T): void }>(column: T, larger: T): T {
  larger.set(column)
  return larger
}
