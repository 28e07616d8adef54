/**
 * What a body adds to a place: it turns in time, takes whole steps, and looks at something. One column an aspect, one row
 * a person; row 0 is the visitor, row i + 1 the crowd's i.
 */

import type { Look } from '../../../shared/people/look.ts'
import type { Crowd, Person } from '../../state/crowd.ts'
import { useHall } from '../../state/hall.ts'
import type { Frame } from '../frame.ts'
import { STRIDE_GROWTH, STRIDE_LEAST } from './anatomy.ts'
import { encodeLook, statureOf } from './looks.ts'

/** Seconds in which most of a change is done. */
const TURNING = 0.16
const PICKING_UP = 0.22
const LOOKING = 0.28
const GESTURE = 0.25

const SELF = -1
const FULL = Math.PI * 2

export interface Visitor {
  readonly personId: string
  readonly look: Look
}

export class Motion {
  count = 1
  x = new Float32Array(64)
  z = new Float32Array(64)
  /** Where they are drawn: on a bench, not before it. */
  drawnX = new Float32Array(64)
  drawnZ = new Float32Array(64)
  heading = new Float32Array(64)
  speed = new Float32Array(64)
  /** Radians of the gait. */
  phase = new Float32Array(64)
  /** Of the head against the chest, radians: now, and where it is going. */
  gaze = new Float32Array(64)
  gazeGoal = new Float32Array(64)
  wave = new Float32Array(64)
  talk = new Float32Array(64)
  /** 1 who sits. */
  seat = new Float32Array(64)
  /** Lane 2 of each: four floats. */
  look = new Float32Array(256)
  stature = new Float32Array(64)
  private turning = 0
  private pickingUp = 0
  private looking = 0
  private gesturing = 0
  private leap = 0
  private slots: number[] = [SELF]
  /** Changes when rows belong to others. */
  version = -1
  private readonly crowd: Crowd

  constructor(crowd: Crowd, self: Visitor) {
    this.crowd = crowd
    this.dress(0, self.look, self.personId)
  }

  update(frame: Frame): void {
    if (this.crowd.version !== this.version) this.follow()
    const { crowd } = this
    const { delta, now, self } = frame
    this.turning = 1 - Math.exp(-delta / TURNING)
    this.pickingUp = 1 - Math.exp(-delta / PICKING_UP)
    this.looking = 1 - Math.exp(-delta / LOOKING)
    this.gesturing = 1 - Math.exp(-delta / GESTURE)
    // A leap (a correction, a cut) is not a step.
    this.leap = (3 * delta + 0.05) ** 2
    const { ownBubble, ownWaveUntil } = useHall.getState()
    this.move(0, self.x, self.z, self.heading, self.speed)
    this.ease(0, now < ownWaveUntil, ownBubble !== null && now < ownBubble.until)
    const { x, z, heading, speed, people } = crowd
    for (let i = 0; i < people.length; i++) {
      const person = people[i] as Person
      this.move(i + 1, x[i] as number, z[i] as number, heading[i] as number, speed[i] as number)
      this.ease(i + 1, person.wavesUntil > now, person.bubble !== null && person.bubble.until > now)
    }
  }

  private move(row: number, x: number, z: number, heading: number, speed: number): void {
    const dx = x - (this.x[row] as number)
    const dz = z - (this.z[row] as number)
    this.x[row] = x
    this.z[row] = z
    this.drawnX[row] = x
    this.drawnZ[row] = z
    const facing = this.heading[row] as number
    let turn = heading - facing
    if (turn !== 0) {
      if (turn > Math.PI) turn -= FULL
      else if (turn < -Math.PI) turn += FULL
      const turned = facing + turn * this.turning
      this.heading[row] = turned > Math.PI ? turned - FULL : turned < -Math.PI ? turned + FULL : turned
    }
    const before = this.speed[row] as number
    if (speed === 0 && before < 0.001) {
      this.speed[row] = 0
      return
    }
    const pace = before + (speed - before) * this.pickingUp
    this.speed[row] = pace
    const square = dx * dx + dz * dz
    if (square > this.leap) return
    const cycle = STRIDE_LEAST * (this.stature[row] as number) + STRIDE_GROWTH * pace
    const phase = (this.phase[row] as number) + (Math.sqrt(square) / cycle) * FULL
    this.phase[row] = phase > FULL ? phase - FULL : phase
  }

  private ease(row: number, waves: boolean, talks: boolean): void {
    const gaze = this.gaze[row] as number
    const goal = this.gazeGoal[row] as number
    if (gaze !== goal) this.gaze[row] = gaze + (goal - gaze) * this.looking
    const wave = this.wave[row] as number
    if (waves || wave !== 0) this.wave[row] = settled(wave, waves ? 1 : 0, this.gesturing)
    const talk = this.talk[row] as number
    if (talks || talk !== 0) this.talk[row] = settled(talk, talks ? 1 : 0, this.gesturing)
  }

  /** The crowd's order changed: everybody keeps their own row of state. */
  private follow(): void {
    this.version = this.crowd.version
    const people = this.crowd.people
    const before = new Map(this.slots.map((slot, row) => [slot, row]))
    const columns = [this.heading, this.speed, this.phase, this.gaze, this.gazeGoal, this.wave, this.talk, this.seat]
    const old = columns.map((column) => column.slice(0, this.count))
    this.count = people.length + 1
    if (this.count > this.x.length) this.grow()
    const fresh = [this.heading, this.speed, this.phase, this.gaze, this.gazeGoal, this.wave, this.talk, this.seat]
    this.slots = [SELF, ...people.map((person) => person.slot)]
    for (let row = 1; row < this.count; row++) {
      const person = people[row - 1] as Person
      const from = before.get(person.slot)
      for (const [k, column] of fresh.entries()) column[row] = from === undefined ? 0 : (old[k]?.[from] as number)
      this.dress(row, person.look, person.personId)
      if (from === undefined) this.appear(row)
    }
  }

  /** Somebody new is in the middle of what they do. */
  private appear(row: number): void {
    this.x[row] = this.crowd.x[row - 1] as number
    this.z[row] = this.crowd.z[row - 1] as number
    this.heading[row] = this.crowd.heading[row - 1] as number
    this.speed[row] = this.crowd.speed[row - 1] as number
    this.phase[row] = (this.look[row * 4 + 3] as number) * Math.PI * 2
  }

  private dress(row: number, look: Look, personId: string): void {
    encodeLook(look, personId, this.look, row * 4)
    this.stature[row] = statureOf(look)
  }

  private grow(): void {
    const size = 2 ** Math.ceil(Math.log2(this.count))
    const grown = (column: Float32Array, width = 1): Float32Array<ArrayBuffer> => {
      const larger = new Float32Array(size * width)
      larger.set(column)
      return larger
    }
    this.x = grown(this.x)
    this.z = grown(this.z)
    this.drawnX = grown(this.drawnX)
    this.drawnZ = grown(this.drawnZ)
    this.heading = grown(this.heading)
    this.speed = grown(this.speed)
    this.phase = grown(this.phase)
    this.gaze = grown(this.gaze)
    this.gazeGoal = grown(this.gazeGoal)
    this.wave = grown(this.wave)
    this.talk = grown(this.talk)
    this.seat = grown(this.seat)
    this.stature = grown(this.stature)
    this.look = grown(this.look, 4)
  }
}

/** Eases towards a goal and arrives. */
function settled(now: number, goal: number, share: number): number {
  const next = now + (goal - now) * share
  return Math.abs(goal - next) < 0.005 ? goal : next
}
