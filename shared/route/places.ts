import { boothsOf } from '../floorplan/booths.ts'
import { type HallPlan, hallPlanOf, hallsOf, type Plan, type Stage } from '../floorplan/model.ts'
import { arrival } from '../floorplan/obstacles.ts'
import { type Point, toHall } from '../floorplan/point.ts'
import type { Localized } from '../language.ts'
import type { SalonPlace } from './ways.ts'

/** A booth to go to. */
export interface BoothOnTheWay extends SalonPlace {
  /** Where its panel opens. */
  readonly boothId: string
  readonly number: string
  /** The alley it stands on: not always the one nearest to whoever stands before it. */
  readonly alley: Localized | null
}

/** Where things of the salon are seen. */
export interface SalonPlaces {
  readonly halls: readonly HallPlan[]
  /** By exhibitor. */
  readonly booths: ReadonlyMap<string, BoothOnTheWay>
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
  const booths = new Map<string, BoothOnTheWay>()
  const stages = new Map<string, SalonPlace>()
  for (const hall of halls) {
    const hallId = hall.hall.id
    for (const { booth, visitor, alley } of boothsOf(hall).values()) {
      if (booth.exhibitorId === null || booths.has(booth.exhibitorId)) continue
      const { id: boothId, number } = booth
      booths.set(booth.exhibitorId, { hallId, at: visitor, boothId, number, alley: alley?.name ?? null })
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
