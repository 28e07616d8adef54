/**
 * What a body adds to a place: it turns in time, takes whole steps, and looks at something. One column an aspect, one row
 * a person; row 0 is the visitor, row i + 1 the crowd's i.
 */

import type { Look } from '../../../shared/people/look.ts'
import type { Crowd, Person } from '../../state/crowd.ts'
import { useHall } from '../../state/hall.ts'
import type { Frame } from '../frame.ts'
import { strideAt } from './anatomy.ts'
import { encodeLook, statureOf } from './looks.ts'

/** Seconds in which most of a change is done. */
const TURNING = 0.16
const PICKING_UP = 0.22
const LOOKING = 0.28
const GESTURE = 0.25

const SELF = -1

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
    const { delta, now } = frame
    const turning = 1 - Math.exp(-delta / TURNING)
    const pickingUp = 1 - Math.exp(-delta / PICKING_UP)
    const looking = 1 - Math.exp(-delta / LOOKING)
    const gesturing = 1 - Math.exp(-delta / GESTURE)
    this.move(0, frame.self.x, frame.self.z, frame.self.heading, frame.self.speed, delta, turning, pickingUp)
    const { ownBubble, ownWaveUntil } = useHall.getState()
    this.ease(0, now < ownWaveUntil, ownBubble !== null && now < ownBubble.until, looking, gesturing)
    for (let i = 0; i < crowd.count; i++) {
      const person = crowd.people[i] as Person
      this.move(
        i + 1,
        crowd.x[i] as number,
        crowd.z[i] as number,
        crowd.heading[i] as number,
        crowd.speed[i] as number,
        delta,
        turning,
        pickingUp,
      )
      this.ease(i + 1, person.wavesUntil > now, person.bubble !== null && person.bubble.until > now, looking, gesturing)
    }
  }

  private move(
    row: number,
    x: number,
    z: number,
    heading: number,
    speed: number,
    delta: number,
    turning: number,
    pickingUp: number,
  ): void {
    const dx = x - (this.x[row] as number)
    const dz = z - (this.z[row] as number)
    const moved = Math.sqrt(dx * dx + dz * dz)
    this.x[row] = x
    this.z[row] = z
    this.drawnX[row] = x
    this.drawnZ[row] = z
    let turn = (heading - (this.heading[row] as number)) % (Math.PI * 2)
    if (turn > Math.PI) turn -= Math.PI * 2
    else if (turn < -Math.PI) turn += Math.PI * 2
    this.heading[row] = (this.heading[row] as number) + turn * turning
    const pace = (this.speed[row] as number) + (speed - (this.speed[row] as number)) * pickingUp
    this.speed[row] = pace
    // A leap (a correction, a cut) is not a step.
    if (moved < 3 * delta + 0.05) {
      const stature = this.stature[row] as number
      const cycle = strideAt(pace / stature) * stature
      this.phase[row] = ((this.phase[row] as number) + (moved / cycle) * Math.PI * 2) % (Math.PI * 2)
    }
  }

  private ease(row: number, waves: boolean, talks: boolean, looking: number, gesturing: number): void {
    this.gaze[row] =
      (this.gaze[row] as number) + ((this.gazeGoal[row] as number) - (this.gaze[row] as number)) * looking
    this.wave[row] = (this.wave[row] as number) + ((waves ? 1 : 0) - (this.wave[row] as number)) * gesturing
    this.talk[row] = (this.talk[row] as number) + ((talks ? 1 : 0) - (this.talk[row] as number)) * gesturing
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
