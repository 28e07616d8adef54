import { randomUUID } from 'node:crypto'
import { and, eq, gt, inArray, lt, lte, or, type SQL } from 'drizzle-orm'
import type { CardWish } from '../../shared/people/card.ts'
import type { Database } from '../db/database.ts'
import { cardBlock, cardExchange } from '../db/schema/card.ts'
import { person } from '../db/schema/person.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import { keepContact } from './briefcase.ts'
import { holder } from './cards.ts'
import { recordInteraction } from './interactions.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/** How a request stands right after it was made. */
export interface Asked {
  readonly id: string
  readonly state: 'waiting' | 'agreed'
}

const DAY = 24 * 60 * 60_000
/** How long a request waits for an answer, ms. */
const WAITS = 14 * DAY
/** For how long a declined request is remembered, ms. */
const REMEMBERED = 30 * DAY
/** Requests of one person in an hour, and to the same person while they are remembered. */
const MOST_AN_HOUR = 20
const MOST_TO_ONE = 3

/**
 * Asks somebody to exchange cards; where they have asked the caller already, this agrees. Asking twice is asking once.
 *
 * @throws Refused `not-entered` | `malformed` to oneself | `not-found` no such person, or no representative of the
 * exhibitor | `do-not-disturb`, also to who was declined or asks again and again | `too-often`
 */
export async function ask(
  db: Database,
  caller: rights.Caller | null,
  { personId: other, exhibitorId }: CardWish,
): Promise<Asked> {
  const { personId } = await rights.require(db, caller, 'person.ask-card', { kind: 'person', id: other })
  if (personId === other) throw new Refused('malformed', { field: 'personId' })
  return db.transaction(async (tx) => {
    // One after another: what somebody may ask for is counted.
    const people = await tx
      .select({ id: person.id, doNotDisturb: person.doNotDisturb })
      .from(person)
      .where(inArray(person.id, [personId, other]))
      .orderBy(person.id)
      .for('update')
    const asked = people.find(({ id }) => id === other)
    if (!asked) throw new Refused('not-found', { field: 'personId' })
    if (exhibitorId !== null && !(await represents(tx, other, exhibitorId))) {
      throw new Refused('not-found', { field: 'exhibitorId' })
    }
    const now = new Date()
    await forgetOld(tx, personId, now)
    await tx.delete(cardBlock).where(isBlock(personId, other))
    const [standing] = await tx
      .select()
      .from(cardExchange)
      .where(and(between(personId, other), lives))
    if (standing) return stands(tx, standing, personId, now)
    if (asked.doNotDisturb || (await isTiresome(tx, personId, other))) throw new Refused('do-not-disturb')
    const lately = await tx.$count(
      cardExchange,
      and(eq(cardExchange.fromId, personId), gt(cardExchange.askedAt, new Date(now.getTime() - DAY / 24))),
    )
    if (lately >= MOST_AN_HOUR) throw new Refused('too-often', { retryAfterSeconds: 3600 })
    const id = randomUUID()
    const expiresAt = new Date(now.getTime() + WAITS)
    await tx
      .insert(cardExchange)
      .values({ id, fromId: personId, toId: other, exhibitorId, state: 'waiting', askedAt: now, expiresAt })
    return { id, state: 'waiting' }
  })
}

/**
 * Agrees to a request, or declines it. Only whom it was made to can; who was asked as a representative must still be one.
 *
 * @throws Refused `not-entered` | `not-found` | `outdated` answered, withdrawn or too old
 */
export async function answer(db: Database, caller: rights.Caller | null, id: string, agree: boolean): Promise<void> {
  const personId = await holder(db, caller)
  await db.transaction(async (tx) => {
    const [request] = await tx
      .select()
      .from(cardExchange)
      .where(and(eq(cardExchange.id, id), eq(cardExchange.toId, personId)))
    if (!request || (await isBlocked(tx, personId, request.fromId))) throw new Refused('not-found')
    if (agree && request.exhibitorId !== null && !(await represents(tx, personId, request.exhibitorId))) {
      throw new Refused('outdated')
    }
    await settle(tx, request, agree ? 'agreed' : 'declined', new Date())
  })
}

/**
 * Takes back a request of the caller, or gives up a contact: then neither has the other's card any more.
 *
 * @throws Refused `not-entered` | `not-found`
 */
export async function withdraw(db: Database, caller: rights.Caller | null, id: string): Promise<void> {
  const personId = await holder(db, caller)
  const { fromId, toId, state } = cardExchange
  const theirs = or(
    and(eq(state, 'waiting'), eq(fromId, personId)),
    and(eq(state, 'agreed'), or(eq(fromId, personId), eq(toId, personId))),
  )
  const given = await db
    .update(cardExchange)
    .set({ state: 'withdrawn', answeredAt: new Date() })
    .where(and(eq(cardExchange.id, id), theirs))
    .returning({ id: cardExchange.id })
  if (given.length === 0) throw new Refused('not-found')
}

/**
 * Sees no requests of somebody any more, who is not told; a contact with them is given up.
 *
 * @throws Refused `not-entered` | `malformed` oneself | `not-found`
 */
export async function block(db: Database, caller: rights.Caller | null, blockedId: string): Promise<void> {
  const personId = await holder(db, caller)
  if (personId === blockedId) throw new Refused('malformed', { field: 'id' })
  if ((await db.$count(person, eq(person.id, blockedId))) === 0) throw new Refused('not-found')
  await db.transaction(async (tx) => {
    await tx.insert(cardBlock).values({ personId, blockedId, at: new Date() }).onConflictDoNothing()
    await tx
      .update(cardExchange)
      .set({ state: 'withdrawn', answeredAt: new Date() })
      .where(
        and(
          between(personId, blockedId),
          or(
            eq(cardExchange.state, 'agreed'),
            and(eq(cardExchange.state, 'waiting'), eq(cardExchange.fromId, personId)),
          ),
        ),
      )
  })
}

/** @throws Refused `not-entered` */
export async function unblock(db: Database, caller: rights.Caller | null, blockedId: string): Promise<void> {
  await db.delete(cardBlock).where(isBlock(await holder(db, caller), blockedId))
}

/** Whether somebody stands for an exhibitor. */
export async function represents(db: Database, personId: string, exhibitorId: string): Promise<boolean> {
  const held = and(
    eq(roleGrant.personId, personId),
    inArray(roleGrant.role, ['owner', 'representative']),
    eq(roleGrant.scopeId, exhibitorId),
  )
  return (await db.$count(roleGrant, held)) > 0
}

type Row = typeof cardExchange.$inferSelect

/** What asking means where the two have a request or cards already. */
async function stands(db: Database, standing: Row, personId: string, now: Date): Promise<Asked> {
  const { id, state, fromId, toId } = standing
  if (state === 'agreed') return { id, state }
  if (fromId === personId || (await isBlocked(db, fromId, toId))) return { id, state: 'waiting' }
  await settle(db, standing, 'agreed', now)
  return { id, state: 'agreed' }
}

/** The claim is one conditional update: of two answers, or an answer and a withdrawal, one counts. */
async function settle(
  db: Database,
  { id, fromId, toId, exhibitorId }: Row,
  state: 'agreed' | 'declined',
  now: Date,
): Promise<void> {
  const { expiresAt } = cardExchange
  const settled = await db
    .update(cardExchange)
    .set({ state, answeredAt: now })
    .where(and(eq(cardExchange.id, id), eq(cardExchange.state, 'waiting'), gt(expiresAt, now)))
    .returning({ id: cardExchange.id })
  if (settled.length === 0) throw new Refused('outdated')
  if (state === 'declined') return
  await keepContact(db, fromId, toId, now)
  await keepContact(db, toId, fromId, now)
  // The representative's side is the exhibitor's own, of whom nothing is written down.
  if (exhibitorId) await recordInteraction(db, { exhibitorId, personId: fromId, kind: 'met', at: now })
}

/** Who was declined, or asks and takes back and asks again. */
async function isTiresome(db: Database, personId: string, other: string): Promise<boolean> {
  const requests = await db
    .select({ state: cardExchange.state })
    .from(cardExchange)
    .where(and(eq(cardExchange.fromId, personId), eq(cardExchange.toId, other)))
  return requests.length >= MOST_TO_ONE || requests.some(({ state }) => state === 'declined')
}

/** Requests that nobody answered in time make room for others; what became of old ones is forgotten. */
async function forgetOld(db: Database, personId: string, now: Date): Promise<void> {
  const { fromId, toId, state, expiresAt, askedAt } = cardExchange
  const own = or(eq(fromId, personId), eq(toId, personId))
  await db
    .update(cardExchange)
    .set({ state: 'withdrawn' })
    .where(and(own, eq(state, 'waiting'), lte(expiresAt, now)))
  const old = lt(askedAt, new Date(now.getTime() - REMEMBERED))
  await db.delete(cardExchange).where(and(own, inArray(state, ['declined', 'withdrawn']), old))
}

const lives = inArray(cardExchange.state, ['waiting', 'agreed'])

const isBlock = (personId: string, blockedId: string): SQL | undefined =>
  and(eq(cardBlock.personId, personId), eq(cardBlock.blockedId, blockedId))

const isBlocked = async (db: Database, personId: string, blockedId: string): Promise<boolean> =>
  (await db.$count(cardBlock, isBlock(personId, blockedId))) > 0

const between = (one: string, another: string): SQL | undefined =>
  or(
    and(eq(cardExchange.fromId, one), eq(cardExchange.toId, another)),
    and(eq(cardExchange.fromId, another), eq(cardExchange.toId, one)),
  )
