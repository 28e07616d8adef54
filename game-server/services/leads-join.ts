import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { LeadWithEvents } from '../../shared/leads/model.ts'
import type { Database } from '../db/database.ts'
import { consent } from '../db/schema/consent.ts'
import { lead } from '../db/schema/lead.ts'
import { requireManaging, rowOf, whole } from './leads.ts'
import type { LeadRow } from './leads-query.ts'
import { Refused } from './refused.ts'
import type * as rights from './rights.ts'
import { leadNews } from './webhooks-news.ts'

/**
 * Shows two leads of an exhibitor as one: their evidence together, what both share, and the notes, tags and answers of
 * both. Each stays its own person's: what one takes back is gone from it, and when one is forgotten, the other stays.
 *
 * @returns the one they are now
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `malformed` for a lead with itself
 */
export async function joinLeads(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  [id, otherId]: readonly [string, string],
): Promise<LeadWithEvents> {
  const { personId } = await requireManaging(db, caller, exhibitorId)
  const mainId = await db.transaction(async (tx) => {
    const [one, other] = await mains(tx, exhibitorId, [id, otherId])
    if (one.id === other.id) {
      if (id === otherId) throw new Refused('malformed', { field: 'id' })
      return one.id
    }
    // Lists find people by what their lead itself shares.
    const [main, part] = (await sharesAny(tx, one)) || !(await sharesAny(tx, other)) ? [one, other] : [other, one]
    const both = [main, part]
    // Whoever keeps it in another system is told that it is no more, while it still is itself.
    await leadNews(tx, 'lead.consent_revoked', eq(lead.id, part.id))
    await tx
      .update(lead)
      .set({ joinedTo: main.id })
      .where(or(eq(lead.id, part.id), eq(lead.joinedTo, part.id)))
    await tx
      .update(lead)
      .set({
        note: [...new Set([main.note, part.note])]
          .filter((note) => note !== '')
          .join('\n\n')
          .slice(0, LONGEST_NOTE),
        tags: [...new Set([...main.tags, ...part.tags])].slice(0, MOST_TAGS),
        answers: { ...part.answers, ...main.answers },
        status: main.status === 'new' ? part.status : main.status,
        ownerId: main.ownerId ?? part.ownerId,
        distinctFrom: [...new Set([...main.distinctFrom, ...part.distinctFrom])],
        firstSeenAt: new Date(Math.min(...both.map((row) => row.firstSeenAt.getTime()))),
        lastSeenAt: new Date(Math.max(...both.map((row) => row.lastSeenAt.getTime()))),
        version: main.version + 1,
      })
      .where(eq(lead.id, main.id))
    await leadNews(tx, 'lead.updated', eq(lead.id, main.id))
    return main.id
  })
  return whole(db, await rowOf(db, exhibitorId, mainId), personId)
}

/** As `leadChange` has them. */
const LONGEST_NOTE = 4000
const MOST_TAGS = 20

/**
 * Shows a lead that was joined to another by itself again. What was written about both stays with the one they were.
 *
 * @returns the one it was joined to
 * @throws Refused `not-entered` | `forbidden` | `not-found`: also for one that is not joined to `id`
 */
export async function separateLead(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  [id, partId]: readonly [string, string],
): Promise<LeadWithEvents> {
  const { personId } = await requireManaging(db, caller, exhibitorId)
  await db.transaction(async (tx) => {
    const theirs = and(eq(lead.exhibitorId, exhibitorId), eq(lead.id, partId), eq(lead.joinedTo, id))
    const apart = await tx.update(lead).set({ joinedTo: null }).where(theirs).returning({ id: lead.id })
    if (apart.length === 0) throw new Refused('not-found')
    await setApart(tx, exhibitorId, id, partId)
    await leadNews(tx, 'lead.updated', inArray(lead.id, [id, partId]))
  })
  return whole(db, await rowOf(db, exhibitorId, id), personId)
}

/**
 * Two leads that look like one person are two: they are not proposed again.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function keepApart(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  [id, otherId]: readonly [string, string],
): Promise<LeadWithEvents> {
  const { personId } = await requireManaging(db, caller, exhibitorId)
  const one = await db.transaction(async (tx) => {
    const [one, other] = await mains(tx, exhibitorId, [id, otherId])
    if (one.id === other.id) throw new Refused('malformed', { field: 'id' })
    await setApart(tx, exhibitorId, one.id, other.id)
    return one
  })
  return whole(db, await rowOf(db, exhibitorId, one.id), personId)
}

async function setApart(tx: Database, exhibitorId: string, id: string, otherId: string): Promise<void> {
  for (const [one, other] of [
    [id, otherId],
    [otherId, id],
  ] as const)
    await tx
      .update(lead)
      .set({ distinctFrom: sql`(${lead.distinctFrom} - ${other}::text) || ${JSON.stringify([other])}::jsonb` })
      .where(and(eq(lead.exhibitorId, exhibitorId), eq(lead.id, one)))
}

/** Both leads, or those they were joined to, held until the transaction ends, in one order for all who ask. */
async function mains(tx: Database, exhibitorId: string, ids: readonly [string, string]): Promise<[LeadRow, LeadRow]> {
  const [one, other] = [await rowOf(tx, exhibitorId, ids[0]), await rowOf(tx, exhibitorId, ids[1])]
  const held = await tx
    .select()
    .from(lead)
    .where(inArray(lead.id, [one.id, other.id]))
    .orderBy(asc(lead.id))
    .for('update')
  const now = (row: LeadRow): LeadRow => {
    const found = held.find(({ id }) => id === row.id)
    // Somebody else joined or forgot it a moment ago.
    if (!found || found.joinedTo !== null) throw new Refused('outdated')
    return found
  }
  return [now(one), now(other)]
}

async function sharesAny(tx: Database, { personId, exhibitorId }: LeadRow): Promise<boolean> {
  const theirs = and(eq(consent.personId, personId), eq(consent.exhibitorId, exhibitorId))
  return (await tx.$count(consent, and(theirs, sql`jsonb_array_length(${consent.fields}) > 0`))) > 0
}
