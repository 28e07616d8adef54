import { boothsOf } from '../floorplan/booths.ts'
import { type HallPlan, hallPlanOf, hallsOf, type Plan, type Stage } from '../floorplan/model.ts'
import { arrival } from '../floorplan/obstacles.ts'
import { type Point, toHall } from '../floorplan/point.ts'
import type { SalonPlace } from './ways.ts'

/** Where things of the salon are seen. */
export interface SalonPlaces {
  readonly halls: readonly HallPlan[]
  /** By exhibitor; `boothId` is where their panel opens. */
  readonly booths: ReadonlyMap<string, SalonPlace & { readonly boothId: string; readonly number: string }>
  /** By stage of the programme. */
  readonly stages: ReadonlyMap<string, SalonPlace>
  /** Where visitors appear who come to the salon. */
  readonly entrance: SalonPlace
}

/** Whoever comes to listen stops behind the last row. */
export const listeningAt = (stage: Stage): Point => toHall({ x: 0, z: stage.depth / 2 }, stage)

/** Places of a plan; an exhibitor with two booths is seen at the first. */
export function placesOf(plan: Plan): SalonPlaces {
  const halls = hallsOf(plan).flatMap(({ id }) => hallPlanOf(plan, id) ?? [])
  const booths = new Map<string, SalonPlace & { boothId: string; number: string }>()
  const stages = new Map<string, SalonPlace>()
  for (const hall of halls) {
    const hallId = hall.hall.id
    for (const { booth, visitor } of boothsOf(hall).values()) {
      if (booth.exhibitorId === null || booths.has(booth.exhibitorId)) continue
      booths.set(booth.exhibitorId, { hallId, at: visitor, boothId: booth.id, number: booth.number })
    }
    for (const stage of hall.stages) {
      if (stage.stageId !== null) stages.set(stage.stageId, { hallId, at: listeningAt(stage) })
    }
  }
  return { halls, booths, stages, entrance: entranceOf(halls) }
}

function entranceOf(halls: readonly HallPlan[]): SalonPlace {
  const [first] = halls
  const gate = first?.entrances.find(({ leadsTo }) => leadsTo === null) ?? first?.entrances[0]
  return { hallId: first?.hall.id ?? '', at: gate ? arrival(gate) : { x: 0, z: 0 } }
}
