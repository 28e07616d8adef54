/** Records that stand on the floor, as the rules see them. */
import type { Booth, Decoration, PlanRecord, Stage, Wall } from '../model.ts'
import { decorationObstacle, type Obstacle, wallObstacle } from '../obstacles.ts'
import { distance, toLocal } from '../point.ts'
import { type Bounds, boundsOf, overlaps, type Rectangle } from '../rectangle.ts'

export interface Solid extends Bounds {
  readonly record: Booth | Stage | Wall | Decoration
  /** Plot of a booth or stage, foot of anything else. */
  readonly foot: Obstacle
}

export function solidOf(record: PlanRecord): Solid | null {
  switch (record.type) {
    case 'booth':
    case 'stage':
      return solid(record, { ...plotOf(record), round: false })
    case 'wall':
      return solid(record, wallObstacle(record))
    case 'decoration':
      return solid(record, decorationObstacle(record))
    default:
      return null
  }
}

/** Whether two feet share floor. */
export function collide(a: Obstacle, b: Obstacle): boolean {
  if (a.round && b.round) return distance(a, b) < (a.width + b.width) / 2 - TOUCH
  if (a.round) return discMeets(a, b)
  return b.round ? discMeets(b, a) : overlaps(a, b)
}

const TOUCH = 1e-6

function discMeets(disc: Obstacle, rect: Rectangle): boolean {
  const { x, z } = toLocal(disc, rect)
  const away = Math.hypot(Math.max(0, Math.abs(x) - rect.width / 2), Math.max(0, Math.abs(z) - rect.depth / 2))
  return away < disc.width / 2 - TOUCH
}

const plotOf = ({ x, z, width, depth, heading }: Rectangle): Rectangle => ({ x, z, width, depth, heading })

const solid = (record: Solid['record'], foot: Obstacle): Solid => ({ ...boundsOf(foot), record, foot })
