import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import {
  answers,
  type LeadChange,
  type LeadPage,
  type LeadQuery,
  type LeadQuestion,
  type LeadWithEvents,
} from '../../shared/leads/model.ts'
import type { Database } from '../db/database.ts'
import { interaction } from '../db/schema/interaction.ts'
import { lead, leadForm } from '../db/schema/lead.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import { alike } from './leads-alike.ts'
import { type LeadRow, leadRows } from './leads-query.ts'
import { personsOf, revealed } from './leads-revealed.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'
import { leadNews } from './webhooks-news.ts'

const PAGE = 50
/** Of one lead: what is older is in the sums. */
const MOST_EVENTS = 200

/**
 * A page of an exhibitor's leads. Whoever shares nothing is in it as evidence without a name; what is shown of others is
 * written to the ledger.
 *
 * @throws Refused `not-entered` | `forbidden` | `malformed` for a cursor that is none
 */
export async function leads(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  query: LeadQuery,
): Promise<LeadPage> {
  const { personId } = await requireReading(db, caller, exhibitorId)
  const { rows, next } = await leadRows(db, exhibitorId, query, PAGE)
  return { leads: await revealed(db, rows, { exhibitorId, seenBy: personId, act: 'lead-seen' }), next }
}

/**
 * One lead with what they did.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`, also for a lead of another exhibitor
 */
export async function leadWithEvents(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  id: string,
): Promise<LeadWithEvents> {
  const { personId } = await requireReading(db, caller, exhibitorId)
  return whole(db, await rowOf(db, exhibitorId, id), personId)
}

/**
 * Changes what the exhibitor keeps about a lead.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `malformed` for an owner who is none of theirs, or for an
 *   answer to nothing that is asked | `outdated`: somebody else changed it meanwhile
 */
export async function changeLead(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  id: string,
  change: LeadChange,
): Promise<LeadWithEvents> {
  const { personId } = await requireManaging(db, caller, exhibitorId)
  await requirePossible(db, exhibitorId, change)
  const { version, ...next } = change
  const present = await rowOf(db, exhibitorId, id)
  if (Object.keys(next).length === 0) return whole(db, present, personId)
  const seen = version === undefined ? undefined : eq(lead.version, version)
  const row = await db.transaction(async (tx) => {
    const [changed] = await tx
      .update(lead)
      .set({ ...next, ...(next.tags && { tags: [...new Set(next.tags)] }), version: sql`${lead.version} + 1` })
      .where(and(isLead(exhibitorId, present.id), seen))
      .returning()
    if (!changed) throw new Refused('outdated')
    await leadNews(tx, 'lead.updated', isLead(exhibitorId, present.id))
    return changed
  })
  return whole(db, row, personId)
}

/**
 * What an exhibitor asks about its leads.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function questions(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
): Promise<LeadQuestion[]> {
  await requireReading(db, caller, exhibitorId)
  return asked(db, exhibitorId)
}

/**
 * Asks these questions from now on. Answers to others stay with their leads.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function ask(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  next: LeadQuestion[],
): Promise<LeadQuestion[]> {
  await requireManaging(db, caller, exhibitorId)
  await db
    .insert(leadForm)
    .values({ exhibitorId, questions: next })
    .onConflictDoUpdate({ target: leadForm.exhibitorId, set: { questions: next } })
  return next
}

/** Of a lead's page, list and file: asks for the right to them. */
export const requireReading = (db: Database, caller: rights.Caller | null, exhibitorId: string) =>
  rights.require(db, caller, 'exhibitor.read-leads', { kind: 'exhibitor', id: exhibitorId })

/** What an exhibitor asks, for whoever has asked for the right. */
export async function asked(db: Database, exhibitorId: string): Promise<LeadQuestion[]> {
  const [form] = await db.select().from(leadForm).where(eq(leadForm.exhibitorId, exhibitorId))
  return form?.questions ?? []
}

export const requireManaging = (db: Database, caller: rights.Caller | null, exhibitorId: string) =>
  rights.require(db, caller, 'exhibitor.manage-leads', { kind: 'exhibitor', id: exhibitorId })

export const isLead = (exhibitorId: string, id: string) => and(eq(lead.exhibitorId, exhibitorId), eq(lead.id, id))

/** A lead, or the one it was joined to. @throws Refused `not-found` */
export async function rowOf(db: Database, exhibitorId: string, id: string): Promise<LeadRow> {
  const [row] = await db.select().from(lead).where(isLead(exhibitorId, id))
  if (!row) throw new Refused('not-found')
  return row.joinedTo === null ? row : rowOf(db, exhibitorId, row.joinedTo)
}

async function requirePossible(
  db: Database,
  exhibitorId: string,
  { ownerId, answers: given }: LeadChange,
): Promise<void> {
  if (typeof ownerId === 'string') {
    const held = and(
      ...[eq(roleGrant.personId, ownerId), eq(roleGrant.scopeKind, 'exhibitor'), eq(roleGrant.scopeId, exhibitorId)],
    )
    if ((await db.$count(roleGrant, held)) === 0) throw new Refused('malformed', { field: 'ownerId' })
  }
  if (!given) return
  const all = await asked(db, exhibitorId)
  for (const [id, answer] of Object.entries(given)) {
    const question = all.find((one) => one.id === id)
    if (!question || !answers(question, answer)) throw new Refused('malformed', { field: `answers.${id}` })
  }
}

/** A lead with what they did, as somebody of the exhibitor sees it now. */
export async function whole(db: Database, row: LeadRow, seenBy: string): Promise<LeadWithEvents> {
  const { exhibitorId } = row
  const [one] = await revealed(db, [row], { exhibitorId, seenBy, act: 'lead-seen' })
  if (!one) throw new Refused('not-found')
  const events = await db
    .select()
    .from(interaction)
    .where(and(inArray(interaction.personId, await personsOf(db, row)), eq(interaction.exhibitorId, exhibitorId)))
    .orderBy(desc(interaction.at), desc(interaction.id))
    .limit(MOST_EVENTS)
  return {
    ...one,
    alike: await alike(db, row, one, seenBy),
    events: events.map(({ kind, subject, seconds, share, at }) => ({
      ...{ kind, subject, seconds, share },
      at: at.toISOString(),
    })),
  }
}
