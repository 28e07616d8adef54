/**
 * Whoever stops before a free place on a bench sits down, and gets up to go on. Only the drawing knows: on the floor they
 * stand where their walk ended.
 */
import type { HallPlan } from '../../../shared/floorplan/model.ts'
import { type Point, toHall } from '../../../shared/floorplan/point.ts'
import { placed } from '../../../shared/floorplan/rectangle.ts'
import { stageLayout } from '../../../shared/floorplan/stage-layout.ts'
import type { Frame } from '../frame.ts'
import type { Motion } from './motion.ts'

/** Metres: from where one stops to the seat, and from seat to seat. */
const WITHIN = 1.15
const APART = 0.62
/** Somebody who stops is looked at once in so many frames, and sits down and gets up in so many seconds. */
const EVERY = 16
const SITTING_DOWN = 0.35
/** The hips are a little before the backrest. */
const BEHIND = -0.06
const CELL = 4

interface Seat extends Point {
  /** Radians. */
  readonly heading: number
  /** Row of the motion table, −1 when free. */
  taken: number
}

export class Seats {
  private readonly motion: Motion
  private readonly seats: Seat[] = []
  private readonly cells = new Map<number, number[]>()
  /** Seat of a row, −1 for none. */
  private chosen = new Int32Array(64).fill(-1)
  private turn = 0
  private version = -1

  constructor(motion: Motion, plan: HallPlan) {
    this.motion = motion
    for (const bench of plan.decorations) if (bench.kind === 'bench') this.add(bench, bench.size, bench.heading)
    for (const stage of plan.stages) {
      for (const piece of stageLayout(stage).pieces) {
        if (piece.kind === 'bench') this.add(placed(piece, stage), piece.width, stage.heading + piece.heading)
      }
    }
  }

  update({ delta }: Frame): void {
    const { motion } = this
    if (motion.version !== this.version) this.follow()
    this.turn = (this.turn + 1) % EVERY
    const share = 1 - Math.exp(-delta / SITTING_DOWN)
    for (let row = 0; row < motion.count; row++) {
      let index = this.chosen[row] as number
      const walks = (motion.speed[row] as number) > 0.1
      if (index < 0 && !walks && row % EVERY === this.turn) index = this.find(row)
      else if (index >= 0 && walks) index = this.rise(row, index)
      const sits = motion.seat[row] as number
      const goal = index >= 0 ? 1 : 0
      if (sits === goal) continue
      const eased = Math.abs(goal - sits) < 0.01 ? goal : sits + (goal - sits) * share
      motion.seat[row] = eased
    }
  }

  /** Moves those who sit to their seats; to be undone by the next sample of the walks. */
  place(): void {
    const { motion } = this
    for (let row = 0; row < motion.count; row++) {
      const index = this.chosen[row] as number
      if (index < 0) continue
      const seat = this.seats[index] as Seat
      const share = motion.seat[row] as number
      motion.drawnX[row] = (motion.x[row] as number) + (seat.x - (motion.x[row] as number)) * share
      motion.drawnZ[row] = (motion.z[row] as number) + (seat.z - (motion.z[row] as number)) * share
      motion.heading[row] = seat.heading
    }
  }

  private find(row: number): number {
    const { motion } = this
    const x = motion.x[row] as number
    const z = motion.z[row] as number
    let nearest = WITHIN * WITHIN
    let found = -1
    for (let column = -1; column <= 1; column++) {
      for (let rank = -1; rank <= 1; rank++) {
        const list = this.cells.get(keyOf(x + column * CELL, z + rank * CELL))
        if (!list) continue
        for (let i = 0; i < list.length; i++) {
          const seat = this.seats[list[i] as number] as Seat
          const square = (seat.x - x) ** 2 + (seat.z - z) ** 2
          // Nobody sits down through the backrest.
          const before = (x - seat.x) * Math.sin(seat.heading) + (z - seat.z) * Math.cos(seat.heading)
          if (seat.taken >= 0 || square >= nearest || before < 0.1) continue
          nearest = square
          found = list[i] as number
        }
      }
    }
    if (found >= 0) {
      ;(this.seats[found] as Seat).taken = row
      this.chosen[row] = found
    }
    return found
  }

  private rise(row: number, index: number): number {
    ;(this.seats[index] as Seat).taken = -1
    this.chosen[row] = -1
    return -1
  }

  /** Rows belong to others now: everybody chooses again, from where they are. */
  private follow(): void {
    this.version = this.motion.version
    for (const seat of this.seats) seat.taken = -1
    if (this.chosen.length < this.motion.count) this.chosen = new Int32Array(this.motion.x.length)
    this.chosen.fill(-1)
    for (let row = 0; row < this.motion.count; row++) if ((this.motion.seat[row] as number) > 0.5) this.find(row)
  }

  private add(bench: Point, length: number, heading: number): void {
    const places = Math.max(1, Math.floor(length / APART))
    for (let i = 0; i < places; i++) {
      const at = toHall({ x: (i - (places - 1) / 2) * APART, z: BEHIND }, { x: bench.x, z: bench.z, heading })
      const key = keyOf(at.x, at.z)
      const list = this.cells.get(key)
      if (list) list.push(this.seats.length)
      else this.cells.set(key, [this.seats.length])
      this.seats.push({ ...at, heading: (heading * Math.PI) / 180, taken: -1 })
    }
  }
}

const keyOf = (x: number, z: number): number => Math.floor(x / CELL) * 65_536 + Math.floor(z / CELL)
