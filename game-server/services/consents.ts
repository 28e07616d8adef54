import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import {
  type Consent,
  type ConsentField,
  type ConsentGiven,
  type LedgerAct,
  type SharedFields,
  shared,
} from '../../shared/people/consent.ts'
import type { Database } from '../db/database.ts'
import { authUser } from '../db/schema/account.ts'
import { card } from '../db/schema/card.ts'
import { consent } from '../db/schema/consent.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import * as ledger from './consents-ledger.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'
import { newsOf } from './webhooks-news.ts'

/** A look at somebody's data. */
export interface Reveal {
  readonly exhibitorId: string
  readonly personIds: readonly string[]
  /** The person who looks; null: a machine, such as a webhook. */
  readonly seenBy: string | null
  readonly act: Extract<LedgerAct, `lead-${string}`>
  readonly at: Date
}

/**
 * What people let an exhibitor see at this moment; who shares nothing is not in it. The caller's right is asked by whoever
 * calls this. What is shown to anybody goes through `reveal`.
 */
export const sharedFields = (
  db: Database,
  exhibitorId: string,
  personIds: readonly string[],
): Promise<Map<string, SharedFields>> => read(db, exhibitorId, personIds, false)

/**
 * The same, to be shown: what is returned is in the ledger. A consent that is taken back meanwhile waits for it, so
 * nothing is seen that the ledger does not tell of, and nothing after it was taken back.
 */
export function reveal(db: Database, look: Reveal): Promise<Map<string, SharedFields>> {
  const { exhibitorId, seenBy, act, at } = look
  return db.transaction(async (tx) => {
    const seen = await read(tx, exhibitorId, look.personIds, true)
    const happenings = [...seen].map(([personId, fields]) => ({
      ...{ personId, exhibitorId, seenBy, act },
      fields: Object.keys(fields),
    }))
    await ledger.writeSeen(tx, happenings, at)
    return seen
  })
}

/**
 * What the caller shares with whom; what they took back too.
 *
 * @throws Refused `not-entered`
 */
export async function ownConsents(db: Database, caller: rights.Caller | null): Promise<Consent[]> {
  const personId = await whose(db, caller)
  const rows = await db
    .select()
    .from(consent)
    .where(eq(consent.personId, personId))
    .orderBy(desc(consent.changedAt), consent.exhibitorId)
  return rows.map(told)
}

/**
 * What the caller shares with one exhibitor.
 *
 * @throws Refused `not-entered`
 */
export async function ownConsent(db: Database, caller: rights.Caller | null, exhibitorId: string): Promise<Consent> {
  const personId = await whose(db, caller)
  const [row] = await db.select().from(consent).where(isConsent(personId, exhibitorId))
  return row ? told(row) : { exhibitorId, fields: [], wording: 0, revision: 0, changedAt: null }
}

/**
 * Shares these fields with an exhibitor from now on, and no others. Whoever sends what they agreed to before something
 * changed, by accident or because somebody kept it, is refused.
 *
 * @throws Refused `not-entered` | `not-found` | `outdated`
 */
export async function give(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  given: ConsentGiven,
): Promise<Consent> {
  const personId = await whose(db, caller)
  if ((await db.$count(exhibitor, eq(exhibitor.id, exhibitorId))) === 0) throw new Refused('not-found')
  const fields = [...new Set(given.fields)]
  const changedAt = new Date()
  return db.transaction(async (tx) => {
    const [present] = await tx.select().from(consent).where(isConsent(personId, exhibitorId)).for('update')
    if ((present?.revision ?? 0) !== given.revision) throw new Refused('outdated')
    const next = { personId, exhibitorId, fields, wording: given.wording, revision: given.revision + 1, changedAt }
    const [row] = present
      ? await tx.update(consent).set(next).where(isConsent(personId, exhibitorId)).returning()
      : await tx.insert(consent).values(next).onConflictDoNothing().returning()
    if (!row) throw new Refused('outdated')
    await writeChange(tx, present?.fields ?? [], row)
    return told(row)
  })
}

/**
 * Takes back what the caller shares with an exhibitor, or with all (null). Always possible; taking back twice changes
 * nothing.
 *
 * @throws Refused `not-entered`
 */
export async function revoke(db: Database, caller: rights.Caller | null, exhibitorId: string | null): Promise<void> {
  const personId = await whose(db, caller)
  const chosen = and(
    eq(consent.personId, personId),
    exhibitorId === null ? undefined : eq(consent.exhibitorId, exhibitorId),
    sharesSomething,
  )
  await db.transaction(async (tx) => {
    const given = await tx.select().from(consent).where(chosen).orderBy(consent.exhibitorId).for('update')
    for (const present of given) {
      const [row] = await tx
        .update(consent)
        .set({ fields: [], revision: present.revision + 1, changedAt: new Date() })
        .where(isConsent(personId, present.exhibitorId))
        .returning()
      if (row) await writeChange(tx, present.fields, row)
    }
  })
}

type Row = typeof consent.$inferSelect

const isConsent = (personId: string, exhibitorId: string) =>
  and(eq(consent.personId, personId), eq(consent.exhibitorId, exhibitorId))

const sharesSomething = sql`jsonb_array_length(${consent.fields}) > 0`

async function whose(db: Database, caller: rights.Caller | null): Promise<string> {
  const self = { kind: 'person', id: caller?.personId ?? '' } as const
  return (await rights.require(db, caller, 'person.share', self)).personId
}

const told = ({ exhibitorId, fields, wording, revision, changedAt }: Row): Consent => ({
  ...{ exhibitorId, fields, wording, revision },
  changedAt: changedAt.toISOString(),
})

async function writeChange(db: Database, before: readonly ConsentField[], now: Row): Promise<void> {
  const { personId, exhibitorId, wording, fields } = now
  const changes = [
    { act: 'granted', fields: fields.filter((one) => !before.includes(one)) },
    { act: 'revoked', fields: before.filter((one) => !fields.includes(one)) },
  ] as const
  const happenings = changes
    .filter((change) => change.fields.length > 0)
    .map((change) => ({ personId, exhibitorId, seenBy: null, wording, ...change }))
  await ledger.write(db, happenings, now.changedAt)
  for (const { act } of happenings)
    await newsOf(db, act === 'granted' ? 'lead.updated' : 'lead.consent_revoked', exhibitorId, personId)
}

async function read(
  db: Database,
  exhibitorId: string,
  personIds: readonly string[],
  held: boolean,
): Promise<Map<string, SharedFields>> {
  if (personIds.length === 0) return new Map()
  const asked = db
    .select({
      ...{ personId: person.id, agreed: consent.fields, name: person.name, organisation: person.organisation },
      ...{ position: person.position, interests: person.interests, phone: card.phone, email: card.email },
      ...{ accountEmail: authUser.email, guest: authUser.isAnonymous },
    })
    .from(consent)
    .innerJoin(person, eq(person.id, consent.personId))
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .leftJoin(card, eq(card.personId, person.id))
    .where(and(eq(consent.exhibitorId, exhibitorId), inArray(consent.personId, personIds), sharesSomething))
  const rows = held ? await asked.for('share', { of: consent }) : await asked
  return new Map(
    rows.map(({ personId, agreed, accountEmail, guest, ...row }) => {
      // The address of a guest is made up by us.
      const email = row.email ?? (guest ? '' : accountEmail)
      return [personId, shared({ ...row, email, phone: row.phone ?? '' }, agreed)]
    }),
  )
}
