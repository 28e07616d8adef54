/**
 * What people look at: who speaks near them, who stands with them, the booth they pass, else the way ahead.
 * Only those near the camera, a few of them each frame: nobody sees the eyes of the others.
 */
import { boothFront } from '../../../shared/floorplan/booths.ts'
import type { HallPlan } from '../../../shared/floorplan/model.ts'
import type { Frame } from '../frame.ts'
import type { Motion } from './motion.ts'

const SEEN_WITHIN = 24
const COMPANY = 2.6
const VOICE = 8
const BOOTH = 6
const FURTHEST = 1.15
/** A person's gaze is reconsidered once in so many frames. */
const EVERY = 16
const CELL = 8

export class Gaze {
  private turn = 0
  private readonly motion: Motion
  private readonly fronts = new Map<number, number[]>()

  constructor(motion: Motion, plan: HallPlan) {
    this.motion = motion
    for (const booth of plan.booths) {
      const front = boothFront(booth)
      const key = cellOf(front.x, front.z)
      const list = this.fronts.get(key)
      if (list) list.push(front.x, front.z)
      else this.fronts.set(key, [front.x, front.z])
    }
  }

  update(frame: Frame): void {
    const { motion } = this
    this.turn = (this.turn + 1) % EVERY
    const eye = frame.camera.position
    for (let row = this.turn; row < motion.count; row += EVERY) {
      const dx = (motion.x[row] as number) - eye.x
      const dz = (motion.z[row] as number) - eye.z
      motion.gazeGoal[row] = dx * dx + dz * dz < SEEN_WITHIN * SEEN_WITHIN ? this.choose(row, frame.time) : 0
    }
  }

  private choose(row: number, time: number): number {
    const { motion } = this
    const x = motion.x[row] as number
    const z = motion.z[row] as number
    const heading = motion.heading[row] as number
    const walks = (motion.speed[row] as number) > 0.2
    const company = walks ? 1.6 : COMPANY
    let best = 0
    let worth = 0
    for (let other = 0; other < motion.count; other++) {
      if (other === row) continue
      const dx = (motion.x[other] as number) - x
      const dz = (motion.z[other] as number) - z
      const square = dx * dx + dz * dz
      const speaks = (motion.talk[other] as number) > 0.5 || (motion.wave[other] as number) > 0.5
      const reach = speaks ? VOICE : company
      if (square > reach * reach || square < 0.01) continue
      const value = (speaks ? 3 : 1) / (1 + square)
      if (value <= worth) continue
      const angle = turnTo(dx, dz, heading)
      if (Math.abs(angle) > 1.9) continue
      worth = value
      best = angle
    }
    if (worth > 0) return clamp(best)
    // A glance at a booth now and then, on one's own beat.
    const seed = motion.look[row * 4 + 3] as number
    if (Math.sin(time * (0.4 + seed * 0.3) + seed * 40) < (walks ? 0.35 : -0.4)) return 0
    return this.nearestFront(x, z, heading)
  }

  private nearestFront(x: number, z: number, heading: number): number {
    let nearest = BOOTH * BOOTH
    let found = 0
    for (let column = -1; column <= 1; column++) {
      for (let rank = -1; rank <= 1; rank++) {
        const list = this.fronts.get(cellOf(x + column * CELL, z + rank * CELL))
        if (!list) continue
        for (let i = 0; i < list.length; i += 2) {
          const dx = (list[i] as number) - x
          const dz = (list[i + 1] as number) - z
          const square = dx * dx + dz * dz
          if (square >= nearest) continue
          const angle = turnTo(dx, dz, heading)
          if (Math.abs(angle) > 1.4) continue
          nearest = square
          found = angle
        }
      }
    }
    return clamp(found)
  }
}

const cellOf = (x: number, z: number): number => Math.floor(x / CELL) * 65_536 + Math.floor(z / CELL)
const clamp = (angle: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, angle))

function turnTo(dx: number, dz: number, heading: number): number {
  let angle = (Math.atan2(dx, dz) - heading) % (Math.PI * 2)
  if (angle > Math.PI) angle -= Math.PI * 2
  else if (angle < -Math.PI) angle += Math.PI * 2
  return angle
}
