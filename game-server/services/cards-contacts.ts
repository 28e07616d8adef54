import { and, desc, eq, gt, notExists, or, sql } from 'drizzle-orm'
import type { CardRequest, Contact, Contacts, ShownCard } from '../../shared/people/card.ts'
import type { SharedFields } from '../../shared/people/consent.ts'
import type { Database } from '../db/database.ts'
import { cardBlock, cardExchange } from '../db/schema/card.ts'
import { person } from '../db/schema/person.ts'
import { holder, shownCards } from './cards.ts'
import { represents } from './cards-exchange.ts'
import { reveal } from './consents.ts'
import { writeSeen } from './consents-ledger.ts'
import type * as rights from './rights.ts'

/**
 * Whom the caller exchanged cards with, and their cards: a look that goes into the ledger of each. Who was met as a
 * representative sees of the visitor what the consent to the exhibitor shows now, as long as they represent it.
 *
 * @throws Refused `not-entered`
 */
export async function contacts(db: Database, caller: rights.Caller | null): Promise<Contacts> {
  const personId = await holder(db, caller)
  const now = new Date()
  const blocked = await db
    .select({ personId: person.id, name: person.name })
    .from(cardBlock)
    .innerJoin(person, eq(person.id, cardBlock.blockedId))
    .where(eq(cardBlock.personId, personId))
    .orderBy(person.name)
  return { contacts: await cardsOfOthers(db, personId, now), requests: await waiting(db, personId, now), blocked }
}

/**
 * Requests that wait for an answer, the caller's own too.
 *
 * @throws Refused `not-entered`
 */
export async function requests(db: Database, caller: rights.Caller | null): Promise<CardRequest[]> {
  return waiting(db, await holder(db, caller), new Date())
}

type Row = typeof cardExchange.$inferSelect

async function waiting(db: Database, personId: string, now: Date): Promise<CardRequest[]> {
  const { fromId, toId, state, expiresAt, askedAt } = cardExchange
  const blocks = db
    .select({ one: sql`1` })
    .from(cardBlock)
    .where(and(eq(cardBlock.personId, personId), eq(cardBlock.blockedId, fromId)))
  const rows = await db
    .select({ exchange: cardExchange, person })
    .from(cardExchange)
    .innerJoin(person, eq(person.id, sql`case when ${fromId} = ${personId} then ${toId} else ${fromId} end`))
    .where(
      and(
        eq(state, 'waiting'),
        gt(expiresAt, now),
        or(eq(fromId, personId), and(eq(toId, personId), notExists(blocks))),
      ),
    )
    .orderBy(desc(askedAt))
  return rows.map(({ exchange, person: { id, name, visibleTo, organisation, position } }) => ({
    ...{ id: exchange.id, personId: id, name, exhibitorId: exchange.exhibitorId, own: exchange.fromId === personId },
    ...(visibleTo === 'everyone' ? { organisation, position } : { organisation: '', position: '' }),
    ...{ askedAt: exchange.askedAt.toISOString(), expiresAt: exchange.expiresAt.toISOString() },
  }))
}

async function cardsOfOthers(db: Database, personId: string, now: Date): Promise<Contact[]> {
  const { fromId, toId, state, answeredAt } = cardExchange
  const rows = await db
    .select()
    .from(cardExchange)
    .where(and(eq(state, 'agreed'), or(eq(fromId, personId), eq(toId, personId))))
    .orderBy(desc(answeredAt), desc(cardExchange.id))
  const asStaff = rows.filter((row) => row.exhibitorId !== null && row.toId === personId)
  const asPerson = rows.filter((row) => !asStaff.includes(row))
  const seen = new Map([
    ...(await cards(db, personId, asPerson, now)),
    ...(await consented(db, personId, asStaff, now)),
  ])
  return rows.flatMap((row) => {
    const shown = seen.get(row.id)
    if (!shown) return []
    return [
      { ...shown, id: row.id, exhibitorId: row.exhibitorId, since: (row.answeredAt ?? row.askedAt).toISOString() },
    ]
  })
}

/** By exchange: the card of the other. */
async function cards(db: Database, personId: string, rows: readonly Row[], now: Date): Promise<[string, ShownCard][]> {
  const otherOf = ({ fromId, toId }: Row): string => (fromId === personId ? toId : fromId)
  const shown = await shownCards(db, rows.map(otherOf))
  const happenings = rows.flatMap((row) => {
    const card = shown.get(otherOf(row))
    return card ? [{ personId: card.personId, exhibitorId: row.exhibitorId, seenBy: personId, fields: onIt(card) }] : []
  })
  await writeSeen(
    db,
    happenings.map((one) => ({ ...one, act: 'card-seen' })),
    now,
  )
  return rows.flatMap((row) => {
    const card = shown.get(otherOf(row))
    return card ? [[row.id, card] as [string, ShownCard]] : []
  })
}

/** By exchange: of the visitor, what the exhibitor may see. */
async function consented(
  db: Database,
  personId: string,
  rows: readonly Row[],
  now: Date,
): Promise<[string, ShownCard][]> {
  const found: [string, ShownCard][] = []
  for (const exhibitorId of new Set(rows.flatMap((row) => row.exhibitorId ?? []))) {
    if (!(await represents(db, personId, exhibitorId))) continue
    const here = rows.filter((row) => row.exhibitorId === exhibitorId)
    const personIds = here.map(({ fromId }) => fromId)
    const seen = await reveal(db, { exhibitorId, personIds, seenBy: personId, act: 'lead-seen', at: now })
    for (const { id, fromId } of here) {
      const fields = seen.get(fromId)
      if (fields) found.push([id, asCard(fromId, fields)])
    }
  }
  return found
}

const asCard = (personId: string, fields: SharedFields): ShownCard => {
  const { name = '', organisation = '', position = '', email = '', phone = '' } = fields
  return { personId, name, organisation, position, email, phone, links: [] }
}

const onIt = ({ personId: _, ...fields }: ShownCard): string[] =>
  Object.entries(fields).flatMap(([field, value]) => (value.length > 0 ? [field] : []))
