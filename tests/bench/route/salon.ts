/** A generated salon with visitors' stops in it. */
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import { generatePlan } from '../../../shared/floorplan/generate.ts'
import { walkGrid } from '../../../shared/floorplan/grid.ts'
import { EXHIBITOR_KINDS, hallPlanOf, hallsOf } from '../../../shared/floorplan/model.ts'
import { arrival } from '../../../shared/floorplan/obstacles.ts'
import { type SalonPlace, Ways } from '../../../shared/route/ways.ts'

export interface Salon {
  readonly ways: Ways
  readonly entrance: SalonPlace
  /** Where visitors to the booths stop. */
  readonly booths: readonly SalonPlace[]
}

/** As the generator lays a salon of so many booths out: halls of up to 200. */
export function salonOf(booths: number): Salon {
  const plan = generatePlan({
    exhibitors: Array.from({ length: booths }, (_, i) => ({
      id: `exhibitor-${i}`,
      kind: EXHIBITOR_KINDS[Math.floor((i * 3) / booths)] ?? 'business',
    })),
    stages: [{ id: 'main', name: { ru: 'Главная', en: 'Main' } }],
  })
  const halls = hallsOf(plan).flatMap((hall) => hallPlanOf(plan, hall.id) ?? [])
  const gate = halls[0]?.entrances.find((entrance) => entrance.leadsTo === null)
  if (!gate) throw new Error('The generator made a salon without an entrance')
  return {
    ways: new Ways(halls.map((plan) => ({ plan, grid: walkGrid(plan) }))),
    entrance: { hallId: gate.hallId, at: arrival(gate) },
    booths: halls.flatMap((hall) =>
      [...boothsOf(hall).values()].map(({ visitor }) => ({ hallId: hall.hall.id, at: visitor })),
    ),
  }
}
