import { eq, isNotNull } from 'drizzle-orm'
import { settingsOf } from '../../shared/floorplan/booth-type.ts'
import { type Booth, hallPlanOf, PAVILIONS, type Pavilion, type Plan } from '../../shared/floorplan/model.ts'
import { pavilionsFor } from '../../shared/floorplan/pavilions.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { planVersion } from '../db/schema/plan.ts'
import { salon } from '../db/schema/salon.ts'

/**
 * A plan as exhibitors want their booths built: where one chose a design that suits its plot, the booth has it. The plan
 * carries the choice because the floor that people walk on follows from it.
 */
export async function withChosenPavilions(db: Database, plan: Plan): Promise<Plan> {
  const { id, details } = exhibitor
  const rows = await db.select({ id, details }).from(exhibitor).where(isNotNull(details))
  const chosen = new Map(rows.flatMap((row) => (row.details?.pavilion ? [[row.id, row.details.pavilion]] : [])))
  return withPavilions(plan, (booth, suiting) => {
    const wish = booth.exhibitorId === null ? undefined : chosen.get(booth.exhibitorId)
    return wish && suiting().includes(wish) ? wish : booth.pavilion
  })
}

/**
 * The plan with the booths of one exhibitor as it wants them, where that suits their plots, which may have changed since
 * it chose; else, and for null, as kind and size have it.
 */
export const withPavilionOf = (plan: Plan, exhibitorId: string, pavilion: Pavilion | null): Plan =>
  withPavilions(plan, (booth, suiting) => {
    if (booth.exhibitorId !== exhibitorId) return booth.pavilion
    return pavilion && suiting().includes(pavilion) ? pavilion : null
  })

/** Designs that suit every plot of an exhibitor on the plan visitors walk in. */
export async function suitablePavilions(db: Database, exhibitorId: string): Promise<Pavilion[]> {
  const [row] = await db
    .select({ plan: planVersion.document })
    .from(salon)
    .innerJoin(planVersion, eq(planVersion.version, salon.publishedVersion))
  const booths = Object.values(row?.plan.records ?? {}).filter(
    (record) => record.type === 'booth' && record.exhibitorId === exhibitorId,
  )
  if (!row || booths.length === 0) return []
  const sides = sidesIn(row.plan)
  return PAVILIONS.filter((one) =>
    booths.every((booth) => booth.type === 'booth' && pavilionsFor(booth, sides(booth)).includes(one)),
  )
}

function withPavilions(plan: Plan, choose: (booth: Booth, suiting: () => Pavilion[]) => Pavilion | null): Plan {
  const sides = sidesIn(plan)
  const records = Object.entries(plan.records).map(([id, record]) => {
    if (record.type !== 'booth') return [id, record] as const
    const pavilion = choose(record, () => pavilionsFor(record, sides(record)))
    return [id, pavilion === record.pavilion ? record : { ...record, pavilion }] as const
  })
  return { ...plan, records: Object.fromEntries(records) }
}

/** Open sides of booths, worked out a hall at a time and only where asked. */
function sidesIn(plan: Plan) {
  const halls = new Map<string, ReturnType<typeof settingsOf>>()
  return ({ id, hallId }: Booth) => {
    const known = halls.get(hallId) ?? settingsIn(plan, hallId)
    halls.set(hallId, known)
    return known.get(id)?.openSides ?? CLOSED
  }
}

function settingsIn(plan: Plan, hallId: string): ReturnType<typeof settingsOf> {
  const hall = hallPlanOf(plan, hallId)
  return hall ? settingsOf(hall) : new Map()
}

const CLOSED = { front: true, back: false, left: false, right: false }
