import { generatePlan } from '../../../../shared/floorplan/generate.ts'
import { EXHIBITOR_KINDS, type HallPlan, hallPlanOf, hallsOf } from '../../../../shared/floorplan/model.ts'

/** A hall of `booths` in four kinds, with one stage. */
export function sampleHall(booths: number, seed = 1): HallPlan {
  const exhibitors = Array.from({ length: booths }, (_, i) => ({
    id: `exhibitor-${i}`,
    kind: EXHIBITOR_KINDS[Math.floor((i * 4) / booths)] ?? 'business',
  }))
  const plan = generatePlan({ exhibitors, stages: [{ id: 'stage', name: { ru: 'Сцена', en: 'Stage' } }], seed })
  const hall = hallPlanOf(plan, hallsOf(plan)[0]?.id ?? '')
  if (!hall) throw new Error('The generator made no hall')
  return hall
}
