/** Which alley is this? */
import type { Alley, HallPlan } from './model.ts'
import { distance, type Point } from './point.ts'

/** The alley that `point` lies on or is nearest to; on a crossing the one whose middle is nearest. */
export function nearestAlley(plan: Pick<HallPlan, 'alleys'>, point: Point): Alley | null {
  let best: Alley | null = null
  let least = Number.POSITIVE_INFINITY
  for (const alley of plan.alleys) {
    const toMiddle = distanceToMiddle(alley, point)
    // Off every aisle the nearest edge decides; on several, who is deeper inside.
    const away = Math.max(0, toMiddle - alley.width / 2) + toMiddle / alley.width
    if (away >= least) continue
    least = away
    best = alley
  }
  return best
}

/** Metres from a point to the middle line of an alley. */
function distanceToMiddle(alley: Alley, point: Point): number {
  const alongX = alley.toX - alley.x
  const alongZ = alley.toZ - alley.z
  const squared = alongX * alongX + alongZ * alongZ
  const share = squared === 0 ? 0 : ((point.x - alley.x) * alongX + (point.z - alley.z) * alongZ) / squared
  const t = Math.max(0, Math.min(1, share))
  return distance({ x: alley.x + alongX * t, z: alley.z + alongZ * t }, point)
}
