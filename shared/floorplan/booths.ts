/** Booths with everything that follows from where they stand, in hall coordinates: one answer for all views. */
import { nearestAlley } from './alleys.ts'
import { type BoothLayout, boothLayout } from './booth-layout.ts'
import { type BoothType, type OpenSides, type Setting, settingsOf } from './booth-type.ts'
import type { Alley, Booth, HallPlan, Pavilion } from './model.ts'
import { pavilionOf } from './pavilions.ts'
import { type Point, toHall } from './point.ts'

export interface BoothPlace {
  readonly booth: Booth
  /** The alley it faces, or null in a hall without any. */
  readonly alley: Alley | null
  readonly openSides: OpenSides
  readonly type: BoothType
  readonly pavilion: Pavilion
  /** Pieces in the booth's own frame: `placed(piece, booth)` puts one on the floor of the hall. */
  readonly layout: BoothLayout
  /** Where a visitor to the booth stops, in the hall. */
  readonly visitor: Point
  /** Where its staff stand, in the hall. */
  readonly staff: readonly Point[]
}

/** The booths of a hall by id, in the plan's order. Derived once for each plan. */
export function boothsOf(plan: HallPlan): ReadonlyMap<string, BoothPlace> {
  const known = derived.get(plan)
  if (known) return known
  const settings = settingsOf(plan)
  const places = new Map<string, BoothPlace>()
  for (const booth of plan.booths) {
    const setting = settings.get(booth.id)
    if (setting) places.set(booth.id, boothPlace(booth, setting, plan.alleys))
  }
  derived.set(plan, places)
  return places
}

/** What follows for one booth from its sides and the alleys of its hall. */
export function boothPlace(booth: Booth, setting: Setting, alleys: readonly Alley[]): BoothPlace {
  const alley = nearestAlley({ alleys }, toHall({ x: 0, z: booth.depth / 2 + 2 }, booth))
  const pavilion = pavilionOf(booth, setting.openSides, alley?.kind ?? null)
  const layout = boothLayout(booth, setting.openSides, pavilion)
  return {
    booth,
    alley,
    ...setting,
    pavilion,
    layout,
    visitor: toHall(layout.visitor, booth),
    staff: layout.staff.map((point) => toHall(point, booth)),
  }
}

/** The middle of a booth's front edge, in the hall: what one looks at, and where its sign hangs. */
export const boothFront = (booth: Booth): Point => toHall({ x: 0, z: booth.depth / 2 }, booth)

const derived = new WeakMap<HallPlan, ReadonlyMap<string, BoothPlace>>()
