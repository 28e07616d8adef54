import { isNotNull } from 'drizzle-orm'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import { hallPlanOf, hallsOf, type Plan } from '../../shared/floorplan/model.ts'
import type { Localized } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { booth } from '../db/schema/plan.ts'
import { salon } from '../db/schema/salon.ts'
import { currentPlan } from './plans.ts'

/** A booth that somebody stands at, and where it is. */
export interface BoothAt {
  readonly boothId: string
  readonly number: string
  readonly exhibitorId: string
  readonly name: Localized
  readonly hallId: string
  readonly alleyId: string | null
}

export interface Places {
  /** Of the plan. */
  readonly version: number
  readonly halls: readonly { readonly id: string; readonly name: Localized }[]
  readonly alleys: readonly { readonly id: string; readonly hallId: string; readonly name: Localized }[]
  readonly booths: readonly BoothAt[]
}

/** The places of the plan visitors walk in, with exhibitors as they are now. */
export async function placesOf(db: Database): Promise<Places> {
  const plan = await presentOutline(db)
  const rows = await db.select({ id: exhibitor.id, name: exhibitor.name }).from(exhibitor)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const taken = await db
    .select({ boothId: booth.id, number: booth.number, exhibitorId: booth.exhibitorId, hallId: booth.hallId })
    .from(booth)
    .where(isNotNull(booth.exhibitorId))
  return {
    ...plan,
    booths: taken.flatMap((one) => {
      const name = names.get(one.exhibitorId ?? '')
      if (!one.exhibitorId || !name) return []
      return [{ ...one, exhibitorId: one.exhibitorId, name, alleyId: plan.alleyOf.get(one.boothId) ?? null }]
    }),
  }
}

interface Outline {
  readonly version: number
  readonly halls: Places['halls']
  readonly alleys: Places['alleys']
  readonly alleyOf: ReadonlyMap<string, string>
}

const outlines = new WeakMap<Database, Outline>()

/** A published plan never changes, and which alley a booth is on takes a while to find out. */
async function presentOutline(db: Database): Promise<Outline> {
  const [published] = await db.select({ version: salon.publishedVersion }).from(salon)
  const known = outlines.get(db)
  if (known && known.version === published?.version) return known
  const current = await currentPlan(db)
  const found = current ? outline(current.version, current.plan) : NOTHING
  outlines.set(db, found)
  return found
}

const NOTHING: Outline = { version: 0, halls: [], alleys: [], alleyOf: new Map() }

function outline(version: number, plan: Plan): Outline {
  const halls = hallsOf(plan)
  const plans = halls.flatMap(({ id }) => hallPlanOf(plan, id) ?? [])
  return {
    version,
    halls: halls.map(({ id, name }) => ({ id, name })),
    alleys: plans.flatMap(({ alleys }) => alleys.map(({ id, hallId, name }) => ({ id, hallId, name }))),
    alleyOf: new Map(
      plans.flatMap((one) =>
        [...boothsOf(one).values()].flatMap(({ booth, alley }) => (alley ? [[booth.id, alley.id] as const] : [])),
      ),
    ),
  }
}
