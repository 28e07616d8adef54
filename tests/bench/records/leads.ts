import assert from 'node:assert/strict'
import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../game-server/db/database.ts'
import { lead } from '../../../game-server/db/schema/lead.ts'
import { roleGrant } from '../../../game-server/db/schema/role-grant.ts'
import { leads, leadWithEvents } from '../../../game-server/services/leads.ts'
import { revealed } from '../../../game-server/services/leads-revealed.ts'
import type { Evidence } from '../../../shared/leads/evidence.ts'
import type { LeadPage, LeadQuery } from '../../../shared/leads/model.ts'
import { p95, pretending, type Question, rounded, worstP95 } from './measure.ts'
import { visitor } from './seed.ts'
import { POINTS, SUMS } from './seed-visits.ts'

/** An exhibitor, and who may read its leads. */
interface Booth {
  readonly id: string
  readonly leads: number
  readonly owner: { readonly personId: string }
}

const WORDS = ['Иванова', 'Елена', 'Кедрова', 'Вольнюка', 'Школа № 1271', 'перезвонить', 'Ксения Совянская', 'xyz']

/** Everything an exhibitor asks of its leads, at the busiest booth and at the quietest, and the same without sums. */
export async function leadsFigures(db: Database): Promise<Record<string, number>> {
  const [busiest, quietest] = [await booth(db, desc(count())), await booth(db, asc(count()))]
  const leadsP95Ms = Math.max(
    await worstP95(`${busiest.leads} leads`, await questionsOf(db, busiest)),
    await worstP95(`${quietest.leads} leads`, await questionsOf(db, quietest)),
  )
  const page = (from: Database) => (n: number) => leads(from, busiest.owner, busiest.id, { order: either(n) })
  const pageMs = await p95(page(db))
  const naiveMs = await pretending(db, ['create index on interaction (exhibitor_id)'], async (tx) => {
    for (const n of [0, 1]) assert.deepEqual(await summedUp(tx, busiest, either(n)), (await page(tx)(n)).leads)
    return p95((n) => summedUp(tx, busiest, either(n)), 3)
  })
  return {
    ...{ leadsP95Ms, leadsOfBusiest: busiest.leads, leadsPageP95Ms: pageMs, leadsPageUnsummedP95Ms: naiveMs },
    leadsUnsummedRatio: rounded(naiveMs / pageMs),
  }
}

const either = (n: number) => (n % 2 === 0 ? 'best' : 'latest')

/** The booth with the most or the fewest leads. */
export async function booth(db: Database, order: ReturnType<typeof desc>): Promise<Booth> {
  const [one] = await db
    .select({ id: lead.exhibitorId, leads: count() })
    .from(lead)
    .groupBy(lead.exhibitorId)
    .orderBy(order)
    .limit(1)
  if (!one) throw new Error('Nobody was at any booth')
  const owner = visitor(1)
  const grant = { personId: owner.personId, role: 'owner', scopeKind: 'exhibitor', scopeId: one.id } as const
  await db.insert(roleGrant).values(grant).onConflictDoNothing()
  return { ...one, owner }
}

async function questionsOf(db: Database, { id, owner }: Booth): Promise<Record<string, Question>> {
  const page = (query: LeadQuery): Promise<LeadPage> => leads(db, owner, id, query)
  // The next page of the one before, again from the beginning after the last.
  const walk = (query: LeadQuery): Question => {
    let after: string | undefined
    return async () => {
      after = (await page({ ...query, after })).next ?? undefined
    }
  }
  const faithful = and(eq(lead.exhibitorId, id), eq(lead.personId, visitor(0).personId))
  const [busy] = await db.select({ id: lead.id }).from(lead).where(faithful)
  const some = await db.select({ id: lead.id }).from(lead).where(eq(lead.exhibitorId, id)).limit(50)
  return {
    latest: () => page({ order: 'latest' }),
    best: () => page({ order: 'best' }),
    'latest, page by page': walk({ order: 'latest' }),
    'best, page by page': walk({ order: 'best' }),
    'won, best': () => page({ order: 'best', status: 'won' }),
    'won, page by page': walk({ order: 'latest', status: 'won' }),
    'tagged, best': () => page({ order: 'best', tag: 'робот' }),
    'tagged seldom': (n) => page({ order: either(n), tag: 'важно' }),
    'tagged never': (n) => page({ order: either(n), tag: 'нет' }),
    'of nobody': (n) => page({ order: either(n), ownerId: visitor(n).personId }),
    ...Object.fromEntries(WORDS.map((q) => [`«${q}»`, (n: number) => page({ order: either(n), q })])),
    'one with events': (n) => leadWithEvents(db, owner, id, some[n % some.length]?.id ?? ''),
    ...(busy ? { 'the busiest with events': () => leadWithEvents(db, owner, id, busy.id) } : {}),
  }
}

/** A first page as it would be without sums: of everybody who was there, from what they did. */
async function summedUp(db: Database, { id, owner }: Booth, order: LeadQuery['order']) {
  const rows = await db
    .select({
      ...{ row: lead, evidence: sql<Evidence>`s.evidence`, score: sql<number>`points` },
      ...{ first: sql`first`.mapWith(lead.firstSeenAt), last: sql`last`.mapWith(lead.lastSeenAt) },
    })
    .from(
      sql`(select person_id, sum(${POINTS})::int as points, min(first) as first, max(last) as last,
        jsonb_object_agg(kind, jsonb_build_object('times', times, 'seconds', seconds, 'share', share)) as evidence
        from (${SUMS} where exhibitor_id = ${id} group by exhibitor_id, person_id, kind) kinds group by person_id) s`,
    )
    .innerJoin(lead, and(eq(lead.exhibitorId, id), eq(lead.personId, sql`s.person_id`)))
    .orderBy(desc(order === 'best' ? sql`points` : sql`last`), desc(lead.id))
    .limit(50)
  const seen = rows.map(({ row, evidence, score, first, last }) => ({
    ...{ ...row, evidence, score, firstSeenAt: first, lastSeenAt: last },
  }))
  return revealed(db, seen, { exhibitorId: id, seenBy: owner.personId, act: 'lead-seen' })
}
