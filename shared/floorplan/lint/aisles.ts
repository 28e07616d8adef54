/** Clear width of aisles, and clear ground before booths. */
import type { AisleRules } from '../lint.ts'
import type { Alley, Booth } from '../model.ts'
import { distance, type Point, toHall, toLocal } from '../point.ts'
import { boundsOf, type Rectangle, strip } from '../rectangle.ts'
import type { Solid } from './solid.ts'

export const ruleFor = (alley: Alley, rules: AisleRules): number =>
  alley.role === 'cross' ? rules.crossAisle : rules.aisle

export const alleyStrip = (alley: Alley): Rectangle => strip(alley, { x: alley.toX, z: alley.toZ }, alley.width)

/** The ground before a booth's front that has to be free of plots and walls; a hair short of touching neighbours. */
export function groundBefore(booth: Booth, depth: number): Rectangle {
  const middle = toHall({ x: 0, z: (booth.depth + depth) / 2 }, booth)
  return { ...middle, width: booth.width - 0.02, depth: depth - 0.02, heading: booth.heading }
}

export interface Narrowing {
  readonly at: Point
  /** The widest way past, metres. */
  readonly clear: number
  readonly by: readonly string[]
}

/**
 * Where the widest way past what stands on an aisle is narrowest, or null where nothing stands on it. Each thing counts
 * as the box around it along the aisle.
 */
export function narrowest(alley: Alley, solids: readonly Solid[]): Narrowing | null {
  const aisle = alleyStrip(alley)
  const half = alley.width / 2
  const boxes = solids.map((solid) => boxOnAisle(aisle, solid)).filter((box) => box !== null)
  let worst: Narrowing | null = null
  for (const { from } of boxes) {
    // The way past can only get narrower where something begins.
    const abreast = boxes.filter((box) => box.from <= from && box.to > from).sort((a, b) => a.left - b.left)
    let clear = 0
    let edge = -half
    for (const box of abreast) {
      clear = Math.max(clear, box.left - edge)
      edge = Math.max(edge, box.right)
    }
    clear = Math.max(clear, half - edge)
    if (worst && worst.clear <= clear) continue
    worst = { at: toHall({ x: 0, z: from }, aisle), clear, by: abreast.map((box) => box.id) }
  }
  return worst
}

interface BoxOnAisle {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
}

function boxOnAisle(aisle: Rectangle, { record, foot }: Solid): BoxOnAisle | null {
  const middle = toLocal(foot, aisle)
  const box = boundsOf({ ...foot, x: middle.x, z: middle.z, heading: foot.round ? 0 : foot.heading - aisle.heading })
  const from = Math.max(box.minY, -aisle.depth / 2)
  const to = Math.min(box.maxY, aisle.depth / 2)
  const left = Math.max(box.minX, -aisle.width / 2)
  const right = Math.min(box.maxX, aisle.width / 2)
  const isOn = to - from > TOUCH && right - left > TOUCH
  return isOn ? { id: record.id, from, to, left, right } : null
}

const TOUCH = 1e-6

/** Whether a solid stands on a round open place, where aisles go round it. */
export const standsOn = (solid: Solid, plaza: Point & { readonly radius: number }): boolean =>
  distance(solid.foot, plaza) < plaza.radius
