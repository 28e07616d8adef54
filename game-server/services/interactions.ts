import { randomUUID } from 'node:crypto'
import { and, count, desc, eq, gt, inArray, isNotNull, max, sql, sum } from 'drizzle-orm'
import type { Evidence } from '../../shared/leads/evidence.ts'
import { scoreOf, withActs } from '../../shared/leads/evidence.ts'
import { CLAIM_AGE, type Claim, type InteractionKind } from '../../shared/leads/interaction.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { interaction } from '../db/schema/interaction.ts'
import { lead } from '../db/schema/lead.ts'
import { person } from '../db/schema/person.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'
import { newsOf } from './webhooks-news.ts'

/** Something somebody did at a booth. */
export interface Interaction {
  readonly exhibitorId: string
  readonly personId: string
  readonly kind: InteractionKind
  /** A product, material or session; left out: the booth itself. */
  readonly subject?: string | null
  readonly seconds?: number | null
  /** Of a film, 0–1. */
  readonly share?: number | null
  readonly at: Date
}

/** How far a browser's clock may be ahead, ms. */
const AHEAD = 60_000

/** Writes down what the server itself saw. The exhibitor's own people are nobody's leads: of them nothing is kept. */
export const recordInteraction = (db: Database, one: Interaction): Promise<void> => record(db, [one])

/**
 * Writes down what the caller's browser says that they did. A stay counts no more seconds than have passed since the one
 * before, wherever that was; a film only what was not watched before; what was reported already counts once.
 *
 * @throws Refused `not-entered` | `not-found` | `malformed` naming the report whose time or subject cannot be
 */
export async function report(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  claims: readonly Claim[],
  now = new Date(),
): Promise<void> {
  const { personId } = await rights.require(db, caller, 'exhibitor.visit', { kind: 'exhibitor', id: exhibitorId })
  await requirePossible(db, exhibitorId, claims, now)
  await db.transaction(async (tx) => {
    // One at a time: of two reports at once each would find the same seconds free.
    await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update')
    const fresh = await unreported(tx, personId, claims)
    const counted = await bounded(tx, { personId, exhibitorId }, fresh, now)
    await record(tx, counted)
  })
}

/**
 * Sums up all that somebody did at a booth anew, within a transaction: where rows came or went that `record` did not
 * write. Where they did nothing there is nothing to change.
 */
export async function sumUp(tx: Database, exhibitorId: string, personId: string): Promise<void> {
  await tx.select({ id: lead.id }).from(lead).where(isLeadOf(exhibitorId, personId)).for('update')
  const rows = await tx
    .select({
      ...{ kind: interaction.kind, times: count(), seconds: sum(interaction.seconds).mapWith(Number) },
      ...{ share: max(interaction.share), first: sql<string>`min(${interaction.at})`, last: max(interaction.at) },
    })
    .from(interaction)
    .where(and(eq(interaction.personId, personId), eq(interaction.exhibitorId, exhibitorId)))
    .groupBy(interaction.kind)
  if (rows.length === 0) return
  const evidence: Evidence = Object.fromEntries(
    rows.map(({ kind, times, seconds, share }) => [kind, { times, seconds: seconds ?? 0, share: share ?? 0 }]),
  )
  const times = rows.flatMap(({ first, last }) => [Date.parse(first), Number(last)])
  const seen = { firstSeenAt: new Date(Math.min(...times)), lastSeenAt: new Date(Math.max(...times)) }
  await tx
    .update(lead)
    .set({ evidence, score: scoreOf(evidence), ...seen })
    .where(isLeadOf(exhibitorId, personId))
}

type Counted = Interaction & { readonly claimId?: string }

/** All of one person at one exhibitor. It is added to the sums, so that it costs the same however much they did before. */
async function record(db: Database, counted: readonly Counted[]): Promise<void> {
  const [first] = counted
  if (!first) return
  const { exhibitorId, personId, at } = first
  const staff = and(
    eq(roleGrant.personId, personId),
    eq(roleGrant.scopeKind, 'exhibitor'),
    eq(roleGrant.scopeId, exhibitorId),
  )
  if ((await db.$count(roleGrant, staff)) > 0) return
  await db.transaction(async (tx) => {
    const seen = { firstSeenAt: at, lastSeenAt: at }
    const made = await tx
      .insert(lead)
      .values({ id: randomUUID(), exhibitorId, personId, ...seen })
      .onConflictDoNothing()
      .returning({ id: lead.id })
    const [known] = await tx.select().from(lead).where(isLeadOf(exhibitorId, personId)).for('update')
    // Gone meanwhile: a guest who has just signed in, or somebody who left.
    if (!known) return
    const acts = await tx
      .insert(interaction)
      .values([...counted])
      .returning()
    const evidence = withActs(known.evidence, acts)
    const times = acts.map((one) => one.at.getTime())
    const firstSeenAt = new Date(Math.min(known.firstSeenAt.getTime(), ...times))
    const lastSeenAt = new Date(Math.max(known.lastSeenAt.getTime(), ...times))
    await tx
      .update(lead)
      .set({ evidence, score: scoreOf(evidence), firstSeenAt, lastSeenAt })
      .where(eq(lead.id, known.id))
    // Lists have it where it is shown.
    if (known.joinedTo !== null)
      await tx
        .update(lead)
        .set({ lastSeenAt: sql`greatest(${lead.lastSeenAt}, ${lastSeenAt.toISOString()}::timestamptz)` })
        .where(eq(lead.id, known.joinedTo))
    await newsOf(tx, made.length > 0 ? 'lead.created' : 'lead.updated', exhibitorId, personId)
  })
}

const isLeadOf = (exhibitorId: string, personId: string) =>
  and(eq(lead.exhibitorId, exhibitorId), eq(lead.personId, personId))

async function requirePossible(db: Database, exhibitorId: string, claims: readonly Claim[], now: Date): Promise<void> {
  const [there] = await db.select({ details: exhibitor.details }).from(exhibitor).where(eq(exhibitor.id, exhibitorId))
  if (!there) throw new Refused('not-found')
  const shown = [...(there.details?.products ?? []), ...(there.details?.materials ?? [])].map(({ id }) => id)
  for (const [place, { subject, at }] of claims.entries()) {
    const age = now.getTime() - Date.parse(at)
    if (age > CLAIM_AGE || age < -AHEAD) throw new Refused('malformed', { field: `${place}.at` })
    if (subject !== null && !shown.includes(subject)) throw new Refused('malformed', { field: `${place}.subject` })
  }
}

/** Those among `claims` that were not reported before, each once. */
async function unreported(db: Database, personId: string, claims: readonly Claim[]): Promise<Claim[]> {
  const byId = new Map(claims.map((one) => [one.id, one]))
  const known = await db
    .select({ id: interaction.claimId })
    .from(interaction)
    .where(and(eq(interaction.personId, personId), inArray(interaction.claimId, [...byId.keys()])))
  for (const { id } of known) if (id) byId.delete(id)
  return [...byId.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** `claims`, earliest first, as far as they can be true. */
async function bounded(
  db: Database,
  whose: { readonly personId: string; readonly exhibitorId: string },
  claims: readonly Claim[],
  now: Date,
): Promise<Counted[]> {
  const watched = await furthest(db, whose)
  let free = await lastStay(db, whose.personId, now.getTime() - CLAIM_AGE)
  return claims.flatMap(({ id, kind, subject, at, ...told }): Counted[] => {
    const when = new Date(Math.min(Date.parse(at), now.getTime()))
    const one = { ...whose, kind, subject, at: when, claimId: id }
    if (kind === 'stayed') {
      const passed = Math.floor((when.getTime() - free) / 1000)
      const seconds = Math.min(told.seconds ?? 0, passed)
      if (seconds < 1) return []
      free = when.getTime()
      return [{ ...one, seconds }]
    }
    if (kind === 'watched') {
      // As fine as it is kept: the database refuses what is smaller than it can hold.
      const share = Math.round((told.share ?? 0) * 1000) / 1000
      if (share <= (watched.get(subject) ?? 0)) return []
      watched.set(subject, share)
      return [{ ...one, share }]
    }
    return [one]
  })
}

/** How far the films of an exhibitor were watched, by subject. */
async function furthest(db: Database, { personId, exhibitorId }: { personId: string; exhibitorId: string }) {
  const rows = await db
    .select({ subject: interaction.subject, share: max(interaction.share) })
    .from(interaction)
    .where(
      and(
        eq(interaction.personId, personId),
        eq(interaction.exhibitorId, exhibitorId),
        eq(interaction.kind, 'watched'),
      ),
    )
    .groupBy(interaction.subject)
  return new Map(rows.map(({ subject, share }) => [subject, share ?? 0]))
}

/** Until when somebody's seconds are counted already, `after` at the earliest, ms since 1970: nobody stays at two booths at once. */
async function lastStay(db: Database, personId: string, after: number): Promise<number> {
  const [last] = await db
    .select({ at: interaction.at })
    .from(interaction)
    .where(
      and(
        ...[eq(interaction.personId, personId), gt(interaction.at, new Date(after))],
        ...[eq(interaction.kind, 'stayed'), isNotNull(interaction.claimId)],
      ),
    )
    .orderBy(desc(interaction.at))
    .limit(1)
  return last?.at.getTime() ?? after
}
