import type { Ray } from 'three'
import type { Booth, HallPlan } from '../../../shared/floorplan/model.ts'
import { STAND_HEIGHT } from './pavilions/pavilion.ts'

export type Picking = (ray: Ray) => string | null

/** Finds the booth whose block (plot × height of a pavilion) a ray meets first. Cheap enough for every pointer move. */
export function boothAlong(plan: HallPlan): Picking {
  return (ray) => {
    let nearest = Number.POSITIVE_INFINITY
    let found: string | null = null
    for (const booth of plan.booths) {
      const reach = entry(ray, booth)
      if (reach < nearest) {
        nearest = reach
        found = booth.id
      }
    }
    return found
  }
}

/** Distance at which the ray enters the booth's block, or infinity (slab test in the booth's frame). */
function entry({ origin, direction }: Ray, booth: Booth): number {
  const angle = (booth.heading * Math.PI) / 180
  const sin = Math.sin(angle)
  const cos = Math.cos(angle)
  const x = origin.x - booth.x
  const z = origin.z - booth.z
  let near = 0
  let far = Number.POSITIVE_INFINITY
  const slab = (from: number, along: number, low: number, high: number): void => {
    if (Math.abs(along) < 1e-9) {
      if (from < low || from > high) far = -1
      return
    }
    const a = (low - from) / along
    const b = (high - from) / along
    near = Math.max(near, Math.min(a, b))
    far = Math.min(far, Math.max(a, b))
  }
  slab(x * cos - z * sin, direction.x * cos - direction.z * sin, -booth.width / 2, booth.width / 2)
  slab(x * sin + z * cos, direction.x * sin + direction.z * cos, -booth.depth / 2, booth.depth / 2)
  slab(origin.y, direction.y, 0, STAND_HEIGHT)
  return near <= far ? near : Number.POSITIVE_INFINITY
}
