import type { Point } from '../../shared/floorplan/point.ts'
import type { Walk } from '../../shared/presence/walk.ts'
import type { PresentPerson } from '../../shared/rooms/hall.ts'

/** Somebody in sight. */
export interface Person extends PresentPerson {
  walk: Walk
  /** What they say just now, and until when (ms, room clock). */
  bubble: { readonly text: string; readonly until: number } | null
  /** Until when they wave (ms, room clock); 0 when they don't. */
  wavesUntil: number
}

/**
 * The people in sight, outside React: the connection writes walks, views sample positions every frame.
 * After `sample(now)` the arrays hold `count` people, index i belonging to `people[i]`; the order changes only when
 * somebody comes or goes, which bumps `version`.
 */
export class Crowd {
  readonly people: Person[] = []
  version = 0
  /** Whole-hall layer: how many people stand about a place. Replaced as a whole, at most once a second. */
  distant: readonly { readonly x: number; readonly z: number; readonly count: number }[] = []
  x = new Float32Array(64)
  z = new Float32Array(64)
  /** Direction they face, radians as three.js rotation.y. */
  heading = new Float32Array(64)
  /** Metres a second now; 0 when standing. */
  speed = new Float32Array(64)

  private readonly bySlot = new Map<number, number>()
  /** The walk each was on when last sampled, and what of it they are at: see `LEG`. */
  private readonly walks: Walk[] = []
  private legs = new Float64Array(64 * LEG.width)

  get count(): number {
    return this.people.length
  }

  person(slot: number): Person | undefined {
    const index = this.bySlot.get(slot)
    return index === undefined ? undefined : this.people[index]
  }

  /** Somebody comes into sight, or the slot is somebody else now. */
  meet(person: PresentPerson, walk: Walk): void {
    const index = this.bySlot.get(person.slot)
    const entry: Person = { ...person, walk, bubble: null, wavesUntil: 0 }
    if (index !== undefined) this.people[index] = entry
    else {
      this.bySlot.set(person.slot, this.people.length)
      this.people.push(entry)
      if (this.people.length > this.x.length) this.grow()
    }
    this.version++
  }

  walk(slot: number, walk: Walk): void {
    const person = this.person(slot)
    if (person) person.walk = walk
  }

  leave(slot: number): void {
    const index = this.bySlot.get(slot)
    if (index === undefined) return
    this.bySlot.delete(slot)
    const last = this.people.pop() as Person
    if (index < this.people.length) {
      this.people[index] = last
      this.bySlot.set(last.slot, index)
      for (const column of [this.x, this.z, this.heading, this.speed])
        column[index] = column[this.people.length] as number
    }
    this.version++
  }

  clear(): void {
    this.people.length = 0
    this.walks.length = 0
    this.bySlot.clear()
    this.distant = []
    this.version++
  }

  /** Fill the arrays for `now` (ms, room clock). */
  sample(now: number): void {
    const { people, walks, x, z } = this
    for (let i = 0; i < people.length; i++) {
      const { walk } = people[i] as Person
      const gone = ((now - walk.startsAt) / 1000) * walk.speed
      const leg = i * LEG.width
      // Walks go on: what they were at a frame ago is almost always what they are at.
      const { legs } = this
      if (walks[i] !== walk || gone < (legs[leg + LEG.begins] as number) || gone >= (legs[leg + LEG.ends] as number))
        this.takeUp(i, walk, gone)
      const along = gone - (legs[leg + LEG.from] as number)
      x[i] = (legs[leg + LEG.x] as number) + (legs[leg + LEG.alongX] as number) * along
      z[i] = (legs[leg + LEG.z] as number) + (legs[leg + LEG.alongZ] as number) * along
    }
  }

  /** Somebody has gone so many metres of their walk (negative: they have not begun): where that is, until it ends. */
  private takeUp(i: number, walk: Walk, gone: number): void {
    this.walks[i] = walk
    const { path } = walk
    let passed = 0
    let heading = this.heading[i] as number
    for (let k = 1; k < path.length; k++) {
      const from = path[k - 1] as Point
      const to = path[k] as Point
      const dx = to.x - from.x
      const dz = to.z - from.z
      const length = Math.sqrt(dx * dx + dz * dz)
      if (length === 0) continue
      heading = Math.atan2(dx, dz)
      if (gone < 0) {
        this.stands(i, from, heading, Number.NEGATIVE_INFINITY, 0)
        return
      }
      if (gone < passed + length) {
        this.heading[i] = heading
        this.speed[i] = walk.speed
        this.note(i, passed, passed + length, passed, from, dx / length, dz / length)
        return
      }
      passed += length
    }
    this.stands(i, path[path.length - 1] as Point, walk.faces ?? heading, passed, Number.POSITIVE_INFINITY)
  }

  private stands(i: number, at: Point, heading: number, begins: number, ends: number): void {
    this.heading[i] = heading
    this.speed[i] = 0
    this.note(i, begins, ends, 0, at, 0, 0)
  }

  private note(i: number, begins: number, ends: number, from: number, at: Point, alongX: number, alongZ: number): void {
    const leg = i * LEG.width
    this.legs[leg + LEG.begins] = begins
    this.legs[leg + LEG.ends] = ends
    this.legs[leg + LEG.from] = from
    this.legs[leg + LEG.x] = at.x
    this.legs[leg + LEG.z] = at.z
    this.legs[leg + LEG.alongX] = alongX
    this.legs[leg + LEG.alongZ] = alongZ
  }

  private grow(): void {
    const size = this.x.length * 2
    const legs = new Float64Array(size * LEG.width)
    legs.set(this.legs)
    this.legs = legs
    const grown = (column: Float32Array): Float32Array<ArrayBuffer> => {
      const larger = new Float32Array(size)
      larger.set(column)
      return larger
    }
    this.x = grown(this.x)
    this.z = grown(this.z)
    this.heading = grown(this.heading)
    this.speed = grown(this.speed)
  }
}

/**
 * A straight part of a walk, or standing before or after it, as columns: the metres of the walk where it begins and ends,
 * and a place (x, z) `from` metres along, with how far a metre more leads (alongX, alongZ).
 */
const LEG = { begins: 0, ends: 1, from: 2, x: 3, z: 4, alongX: 5, alongZ: 6, width: 7 } as const
