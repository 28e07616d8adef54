import type { Point } from '../../shared/floorplan/point.ts'
import { distance } from '../../shared/floorplan/point.ts'
import type { Cells } from '../../shared/presence/cells.ts'
import { positionAt, type Walk } from '../../shared/presence/walk.ts'

/**
 * When to look again where somebody is who is in `cell` at `now`: when they walk out of it, and on arrival, which may be
 * right on a border; ms of the room clock. Infinity when they stand.
 */
export function nextCrossing(walk: Walk, cells: Cells, cell: number, now: number): number {
  const since = Math.max(now, walk.startsAt)
  let from = positionAt(walk, since)
  let walked = ((since - walk.startsAt) / 1000) * walk.speed
  let ahead = 0
  for (let i = 1; i < walk.path.length; i++) {
    const to = walk.path[i] as Point
    const length = distance(walk.path[i - 1] as Point, to)
    if (walked >= length) {
      walked -= length
      continue
    }
    walked = 0
    const out = cells.wayOut(cell, from, to)
    if (out !== Number.POSITIVE_INFINITY) return since + ((ahead + out) / walk.speed) * 1000
    ahead += distance(from, to)
    from = to
  }
  return ahead > 0 ? since + (ahead / walk.speed) * 1000 : Number.POSITIVE_INFINITY
}
