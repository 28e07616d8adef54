/** Where people come in: on the inner side of a gate, spread out, looking into the hall. */
import type { WalkGrid } from '../../shared/floorplan/grid.ts'
import type { Entrance, HallPlan } from '../../shared/floorplan/model.ts'
import { type Point, toHall } from '../../shared/floorplan/point.ts'

export interface Arrival {
  readonly at: Point
  /** Radians, as three.js rotation.y. */
  readonly faces: number
}

/** How far inside the gate people appear, metres: from, to. */
const INSIDE = { from: 2, to: 6 }

/** A place to come in; `wish`: as near to there as one can stand. `random` gives numbers in [0, 1). */
export function arrival(plan: HallPlan, grid: WalkGrid, wish: Point | null, random: () => number): Arrival {
  const near = wish && grid.nearest(wish)
  if (near) return { at: near, faces: 0 }
  // The salon's own gate before gates to other halls.
  const gate = plan.entrances.find((entrance) => entrance.leadsTo === null) ?? plan.entrances[0]
  const at = gate ? insideOf(gate, random) : { x: 0, z: 0 }
  return { at: grid.nearest(at) ?? at, faces: ((gate?.heading ?? 0) * Math.PI) / 180 }
}

function insideOf(gate: Entrance, random: () => number): Point {
  const x = (random() - 0.5) * gate.width * 0.8
  return toHall({ x, z: INSIDE.from + random() * (INSIDE.to - INSIDE.from) }, gate)
}
