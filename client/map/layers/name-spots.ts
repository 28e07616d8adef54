/** Where along an alley its name can stand without running over a crossing. */
import type { Alley } from '../../../shared/floorplan/model.ts'
import { between, distance, type Point } from '../../../shared/floorplan/point.ts'
import { contains, strip } from '../../../shared/floorplan/rectangle.ts'

/** Of two alleys that cross, the paving of the higher runs through, and so does its name. */
const RANK: Record<Alley['role'], number> = { side: 0, cross: 1, main: 2 }
/** Where a single name stands: in the middle, or halfway to an end when something crosses there. */
const SINGLE = [0.5, 0.25, 0.75] as const

/**
 * Middles of the names of `alley`, at most one each `apart` metres.
 * @param long length of the written name, metres
 */
export function nameSpots(alley: Alley, alleys: readonly Alley[], long: number, apart: number): Point[] {
  const end = { x: alley.toX, z: alley.toZ }
  const length = distance(alley, end)
  const across = alleys
    .filter((other) => RANK[other.role] > RANK[alley.role])
    .map((other) => strip(other, { x: other.toX, z: other.toZ }, other.width))
  const isClear = (t: number): boolean => {
    const half = long / length / 2
    if (t - half < 0 || t + half > 1) return false
    return [-1, -0.5, 0, 0.5, 1].every((side) => {
      const point = between(alley, end, t + side * half)
      return !across.some((crossing) => contains(crossing, point))
    })
  }
  const count = Math.floor(length / apart)
  const shares =
    count < 2 ? SINGLE.filter(isClear).slice(0, 1) : Array.from({ length: count }, (_, i) => (i + 0.5) / count)
  return shares.filter(isClear).map((t) => between(alley, end, t))
}
