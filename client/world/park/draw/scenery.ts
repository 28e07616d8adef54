/**
 * Everything that stands in the hall, by cells: which of it is in view and how closely, every few frames.
 *
 * A thing is drawn by a recipe, once per level of detail and only when first seen so; refilling the pools is then copying
 * arrays. Work is bounded a frame: drawing new detail stops after a few hundred microseconds and goes on next frame,
 * nearest first.
 */
import { Frustum, Matrix4, type PerspectiveCamera, Sphere, Vector3 } from 'three'
import type { Pool } from './pool.ts'
import type { Detail, Drawing, PoolName } from './sketch.ts'

/** Something that stands somewhere. */
export interface Thing {
  readonly x: number
  readonly z: number
  /** Of a sphere around all of it, metres; its middle is half as high up. */
  readonly radius: number
  /** Up to what distance it is drawn how; beyond the last it is not drawn. In metres, ascending. */
  readonly levels: readonly Level[]
}

interface Level {
  readonly until: number
  readonly draw: (detail: Detail) => Drawing
  readonly detail: Detail
}

interface Kept {
  readonly thing: Thing
  readonly drawings: (Drawing | null)[]
  /** Level drawn last, −1 for none: what is left stays a little longer, so that edges don't flicker. */
  level: number
}

interface Cell {
  readonly sphere: Sphere
  readonly kept: Kept[]
}

/** Side of a cell, metres: about forty booths with their aisle. */
const CELL = 28
/**
 * Drawing new detail may take this long in a frame of a sixtieth of a second, ms, and four times as long in one twice as
 * slow: where frames are slow they are few, and detail must come all the same. Copying what is drawn is not counted, or it
 * would leave no time.
 */
const PATIENCE = 0.7
/** A refill is due when the camera has moved this far (m) or turned this much (cosine). */
const STEP = 0.6
const TURN = Math.cos((3 * Math.PI) / 180)
/** Things stay at their level this much further than they came to it. */
const LINGER = 1.06

export class Scenery {
  private readonly cells: Cell[] = []
  private readonly byKey = new Map<string, Cell>()
  private readonly frustum = new Frustum()
  private readonly matrix = new Matrix4()
  private readonly seenFrom = new Vector3(1e9, 0, 0)
  private readonly seenAlong = new Vector3()
  private readonly along = new Vector3()
  /** Whether some of what is in view waits to be drawn in its full detail. */
  unfinished = true
  /** Milliseconds spent on drawing new detail in this refill. */
  private spent = 0
  private patience = PATIENCE
  private reach = 1
  private readonly pools: ReadonlyMap<PoolName, Pool>

  constructor(pools: ReadonlyMap<PoolName, Pool>) {
    this.pools = pools
  }

  add(things: readonly Thing[]): void {
    for (const thing of things) {
      const column = Math.floor(thing.x / CELL)
      const row = Math.floor(thing.z / CELL)
      const key = `${column},${row}`
      let cell = this.byKey.get(key)
      if (!cell) {
        const middle = new Vector3((column + 0.5) * CELL, 3, (row + 0.5) * CELL)
        cell = { sphere: new Sphere(middle, CELL * 0.75), kept: [] }
        this.byKey.set(key, cell)
        this.cells.push(cell)
      }
      const away = Math.hypot(thing.x - cell.sphere.center.x, thing.z - cell.sphere.center.z) + thing.radius
      cell.sphere.radius = Math.max(cell.sphere.radius, away)
      cell.kept.push({ thing, drawings: thing.levels.map(() => null), level: -1 })
    }
    this.unfinished = true
  }

  /** Multiplies every distance: how much detail this machine can show. */
  setReach(reach: number): void {
    this.reach = reach
    this.unfinished = true
  }

  /** What was drawn is out of date. */
  forget(): void {
    for (const cell of this.cells) for (const kept of cell.kept) kept.drawings.fill(null)
    this.unfinished = true
  }

  /** `delta`: seconds since the last frame. */
  update(camera: PerspectiveCamera, delta: number): void {
    camera.getWorldDirection(this.along)
    const still =
      camera.position.distanceToSquared(this.seenFrom) < STEP * STEP && this.along.dot(this.seenAlong) > TURN
    if (still && !this.unfinished) return
    this.patience = PATIENCE * Math.max(1, delta * 60) ** 2
    this.seenFrom.copy(camera.position)
    this.seenAlong.copy(this.along)
    this.refill(camera)
  }

  private refill(camera: PerspectiveCamera): void {
    this.frustum.setFromProjectionMatrix(
      this.matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse),
    )
    // Planes a step further out: until the next refill the camera may move and turn so much.
    const { planes } = this.frustum
    for (const pool of this.pools.values()) pool.begin()
    this.spent = 0
    this.unfinished = false
    const eye = camera.position
    for (const cell of this.cells) {
      const { center, radius } = cell.sphere
      const gap = Math.hypot(center.x - eye.x, center.y - eye.y, center.z - eye.z)
      const slack = STEP + gap * 0.055
      let seen = true
      for (let p = 0; p < 5 && seen; p++) {
        const plane = planes[p] as { normal: Vector3; constant: number }
        seen = plane.normal.dot(center) + plane.constant > -radius - slack
      }
      if (!seen) {
        for (const kept of cell.kept) kept.level = -1
        continue
      }
      for (const kept of cell.kept) this.show(kept, eye)
    }
    for (const pool of this.pools.values()) pool.end()
  }

  private show(kept: Kept, eye: Vector3): void {
    const { thing } = kept
    const { planes } = this.frustum
    const height = Math.min(thing.radius, 5)
    const away = Math.hypot(thing.x - eye.x, height - eye.y, thing.z - eye.z)
    const slack = thing.radius + STEP + away * 0.055
    for (let p = 0; p < 5; p++) {
      const { normal, constant } = planes[p] as { normal: Vector3; constant: number }
      if (normal.x * thing.x + normal.y * height + normal.z * thing.z + constant < -slack) {
        kept.level = -1
        return
      }
    }
    const { levels } = thing
    let level = 0
    while (level < levels.length) {
      const until =
        (levels[level] as Level).until * (levels.length - 1 === level ? Math.max(1, this.reach) : this.reach)
      if (away < (level === kept.level ? until * LINGER : until)) break
      level++
    }
    kept.level = level
    if (level >= levels.length) return
    const drawing = this.drawn(kept, level)
    if (!drawing) return
    for (const [pool, block] of drawing) this.pools.get(pool)?.add(block)
  }

  /** The drawing of a level; while there is no time to draw it, the nearest coarser one that exists. */
  private drawn(kept: Kept, level: number): Drawing | null {
    const known = kept.drawings[level]
    if (known) return known
    const { levels } = kept.thing
    const cheap = level === levels.length - 1
    if (!cheap && this.spent > this.patience) {
      this.unfinished = true
      for (let coarser = level + 1; coarser < levels.length; coarser++) {
        const stand = kept.drawings[coarser]
        if (stand) return stand
      }
      level = levels.length - 1
    }
    const chosen = levels[level] as Level
    const began = performance.now()
    const drawing = chosen.draw(chosen.detail)
    this.spent += performance.now() - began
    kept.drawings[level] = drawing
    return drawing
  }
}
