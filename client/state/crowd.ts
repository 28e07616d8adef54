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
  /** The walk each was on when last sampled, the leg of it, and the metres before that leg. */
  private readonly walks: Walk[] = []
  private legs = new Float64Array(64)
  private passed = new Float64Array(64)

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
    for (let i = 0; i < this.people.length; i++) this.place(i, (this.people[i] as Person).walk, now)
  }

  private place(i: number, walk: Walk, now: number): void {
    const path = walk.path
    const gone = now > walk.startsAt ? ((now - walk.startsAt) / 1000) * walk.speed : 0
    // Walks go on: the leg they were on a frame ago is almost always the leg they are on.
    const known = this.walks[i] === walk && gone >= (this.passed[i] as number)
    let k = known ? (this.legs[i] as number) : 1
    let passed = known ? (this.passed[i] as number) : 0
    this.walks[i] = walk
    for (; k < path.length; k++) {
      const from = path[k - 1] as Point
      const to = path[k] as Point
      const dx = to.x - from.x
      const dz = to.z - from.z
      const length = Math.sqrt(dx * dx + dz * dz)
      const left = gone - passed
      if (left < length || (k === path.length - 1 && length > 0)) {
        const there = left >= length
        const t = there ? 1 : left / length
        this.legs[i] = k
        this.passed[i] = passed
        this.x[i] = from.x + dx * t
        this.z[i] = from.z + dz * t
        const faces = there ? walk.faces : undefined
        this.heading[i] = faces ?? Math.atan2(dx, dz)
        this.speed[i] = !there && now >= walk.startsAt ? walk.speed : 0
        return
      }
      passed += length
    }
    const end = path[path.length - 1] as Point
    this.legs[i] = 1
    this.passed[i] = 0
    this.x[i] = end.x
    this.z[i] = end.z
    if (walk.faces !== undefined) this.heading[i] = walk.faces
    this.speed[i] = 0
  }

  private grow(): void {
    const size = this.x.length * 2
    const legs = new Float64Array(size)
    legs.set(this.legs)
    this.legs = legs
    const passed = new Float64Array(size)
    passed.set(this.passed)
    this.passed = passed
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
