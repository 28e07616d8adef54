/** Which alley is this? */
import type { Alley, HallPlan } from './model.ts'
import { between, distance, type Point } from './point.ts'

/** Metres from a point to an alley's clear aisle; 0 on it. */
export function distanceToAlley(alley: Alley, point: Point): number {
  const end = { x: alley.toX, z: alley.toZ }
  const along = { x: end.x - alley.x, z: end.z - alley.z }
  const squared = along.x ** 2 + along.z ** 2
  const t = squared === 0 ? 0 : ((point.x - alley.x) * along.x + (point.z - alley.z) * along.z) / squared
  const nearest = between(alley, end, Math.max(0, Math.min(1, t)))
  return Math.max(0, distance(point, nearest) - alley.width / 2)
}

/** The alley that `point` lies on or is nearest to; on a crossing the one whose middle is nearest. */
export function nearestAlley(plan: Pick<HallPlan, 'alleys'>, point: Point): Alley | null {
  let best: Alley | null = null
  let least = Number.POSITIVE_INFINITY
  for (const alley of plan.alleys) {
    // Half a width more or less tells two alleys apart that cross here.
    const away = distanceToAlley({ ...alley, width: 0 }, point) / alley.width + distanceToAlley(alley, point)
    if (away >= least) continue
    least = away
    best = alley
  }
  return best
}
