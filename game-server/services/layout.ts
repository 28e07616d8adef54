import { asc } from 'drizzle-orm'
import { generatePlan } from '../../shared/floorplan/generate.ts'
import type { Plan } from '../../shared/floorplan/model.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { stage } from '../db/schema/programme.ts'

export interface LayoutWish {
  /** Most booths in a hall; null: as the generator likes. */
  readonly hallSize: number | null
  /** Another seed, another park; null: the first. */
  readonly seed: number | null
}

/**
 * A plan with a booth for every exhibitor and a place for every stage, neither kept nor published. The same salon gives
 * the same plan.
 *
 * @throws RangeError when there are no exhibitors, or more than halls can hold
 */
export async function layOut(db: Database, { hallSize, seed }: LayoutWish): Promise<Plan> {
  const exhibitors = await db
    .select({ id: exhibitor.id, kind: exhibitor.kind, size: exhibitor.boothSize })
    .from(exhibitor)
    .orderBy(asc(exhibitor.id))
  const stages = await db.select({ id: stage.id, name: stage.name }).from(stage).orderBy(asc(stage.id))
  return generatePlan({
    exhibitors,
    stages,
    ...(hallSize === null ? {} : { hallSize }),
    ...(seed === null ? {} : { seed }),
  })
}
