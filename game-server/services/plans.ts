import { isDeepStrictEqual } from 'node:util'
import { desc, eq, notInArray, sql } from 'drizzle-orm'
import { readPlan } from '../../shared/floorplan/migrate.ts'
import { type HallPlan, hallPlanOf, hallsOf, type Plan } from '../../shared/floorplan/model.ts'
import type { Database } from '../db/database.ts'
import { booth, hall, planDraft, planVersion } from '../db/schema/plan.ts'
import { stage } from '../db/schema/programme.ts'
import { salon } from '../db/schema/salon.ts'
import { withChosenPavilions } from './booth-pavilions.ts'
import { markChanged } from './content.ts'
import { Refused } from './refused.ts'
import { rebuildSearch } from './search-index.ts'

/**
 * A published version, which never changes.
 *
 * @throws Refused `not-found`
 */
export async function publishedPlan(db: Database, version: number): Promise<Plan> {
  const [row] = await db.select().from(planVersion).where(eq(planVersion.version, version))
  if (!row) throw new Refused('not-found')
  return presentPlan(row.document)
}

/** The version visitors walk in, or null before the first. */
export async function currentPlan(db: Database): Promise<{ readonly version: number; readonly plan: Plan } | null> {
  const [row] = await db
    .select({ version: planVersion.version, plan: planVersion.document })
    .from(salon)
    .innerJoin(planVersion, eq(planVersion.version, salon.publishedVersion))
  return row ? { version: row.version, plan: presentPlan(row.plan) } : null
}

/** A hall of the version visitors walk in, or null when there is no such hall. */
export async function publishedHall(
  db: Database,
  hallId: string,
): Promise<{ readonly plan: HallPlan; readonly version: number } | null> {
  const current = await currentPlan(db)
  const plan = current && hallPlanOf(current.plan, hallId)
  return plan ? { plan, version: current.version } : null
}

/** What organizers are drawing, or null before anybody began. */
export async function draftPlan(db: Database): Promise<Plan | null> {
  const [row] = await db.select().from(planDraft)
  return row ? presentPlan(row.document) : null
}

/** Keeps `plan` as what organizers are drawing, in place of what they drew before. Visitors see nothing of it. */
export async function saveDraft(db: Database, plan: Plan, now: Date): Promise<void> {
  const current = await currentPlan(db)
  const draft = { document: presentPlan(plan), basedOn: current?.version ?? null, updatedAt: now }
  await db
    .insert(planDraft)
    .values({ id: DRAFT, ...draft })
    .onConflictDoUpdate({ target: planDraft.id, set: draft })
}

// A salon has one draft.
const DRAFT = 'draft'

/**
 * Makes `plan` the version visitors walk in, and the rows of halls and booths follow it. The same plan again changes
 * nothing.
 *
 * @returns the version, new or present
 */
export async function publish(db: Database, plan: Plan, now: Date): Promise<{ version: number; changed: boolean }> {
  return db.transaction(async (tx) => {
    // Two who publish at once take their turns here, and get two versions.
    await tx.select({ id: salon.id }).from(salon).for('update')
    const current = await currentPlan(tx)
    const next = await withChosenPavilions(tx, presentPlan(plan))
    if (current && isDeepStrictEqual(current.plan, next)) return { version: current.version, changed: false }

    const [latest] = await tx
      .select({ version: planVersion.version })
      .from(planVersion)
      .orderBy(desc(planVersion.version))
      .limit(1)
    const version = (latest?.version ?? 0) + 1
    await tx.insert(planVersion).values({ version, document: next, publishedAt: now })
    await followPlan(tx, next)
    await tx.update(salon).set({ publishedVersion: version })
    await rebuildSearch(tx)
    await markChanged(tx)
    return { version, changed: true }
  })
}

/** A kept document as a plan of the present version. @throws Error naming what is wrong with it */
function presentPlan(document: unknown): Plan {
  const read = readPlan(document)
  if ('plan' in read) return read.plan
  const [first] = read.errors
  throw new Error(`Not a plan: ${first?.record ?? 'document'} ${first?.field} ${first?.reason}`)
}

async function followPlan(db: Database, plan: Plan): Promise<void> {
  const halls = hallsOf(plan).map(({ id, name }, position) => ({ id, name, position }))
  const booths = Object.values(plan.records)
    .filter((record) => record.type === 'booth')
    .map(({ id, hallId, number, exhibitorId }) => ({ id, hallId, number, exhibitorId }))

  // Numbers may be swapped between booths, so all rows go before the new ones come; nothing refers to them but by join.
  await db.delete(booth)
  const kept = halls.map(({ id }) => id)
  await db.delete(hall).where(kept.length > 0 ? notInArray(hall.id, kept) : undefined)
  if (halls.length > 0) {
    await db
      .insert(hall)
      .values(halls)
      .onConflictDoUpdate({ target: hall.id, set: { name: sql`excluded.name`, position: sql`excluded.position` } })
  }
  if (booths.length > 0) await db.insert(booth).values(booths)

  await db.update(stage).set({ hallId: null })
  for (const record of Object.values(plan.records)) {
    if (record.type !== 'stage' || record.stageId === null) continue
    await db.update(stage).set({ hallId: record.hallId }).where(eq(stage.id, record.stageId))
  }
}
