import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { type Card, PLAIN_CARD, type ShownCard } from '../../shared/people/card.ts'
import type { OwnCard } from '../../shared/people/consent.ts'
import type { Database } from '../db/database.ts'
import { authUser } from '../db/schema/account.ts'
import { card, cardExchange } from '../db/schema/card.ts'
import { person } from '../db/schema/person.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/**
 * The caller's own card, and what else of them a consent could show.
 *
 * @throws Refused `not-entered`
 */
export async function ownCard(db: Database, caller: rights.Caller | null): Promise<OwnCard> {
  const personId = await holder(db, caller)
  const whole = (await wholeCards(db, [personId])).get(personId)
  if (!whole) throw new Refused('not-entered')
  return whole
}

/**
 * Writes the caller's card anew.
 *
 * @throws Refused `not-entered`
 */
export async function writeCard(db: Database, caller: rights.Caller | null, written: Card): Promise<OwnCard> {
  const personId = await holder(db, caller)
  const fields = [...new Set(written.fields)]
  await db
    .insert(card)
    .values({ personId, ...written, fields })
    .onConflictDoUpdate({ target: card.personId, set: { ...written, fields } })
  return ownCard(db, caller)
}

/** Cards as those see them who exchanged theirs for them: what is not on one is empty. */
export async function shownCards(db: Database, personIds: readonly string[]): Promise<Map<string, ShownCard>> {
  const whole = await wholeCards(db, personIds)
  return new Map([...whole].map(([personId, one]) => [personId, shownCard(personId, one)]))
}

/**
 * Whether `viewer` has the card of `personId`, and so belongs to their contacts. Those who have it as representatives
 * of an exhibitor see what the consent to it says, and nothing by this.
 */
export async function hasCardOf(db: Database, viewer: string, personId: string): Promise<boolean> {
  const { fromId, toId, state, exhibitorId } = cardExchange
  const found = await db.$count(
    cardExchange,
    and(
      eq(state, 'agreed'),
      or(and(eq(fromId, viewer), eq(toId, personId)), and(eq(fromId, personId), eq(toId, viewer), isNull(exhibitorId))),
    ),
  )
  return found > 0
}

/** Of the card's keeper: asks for the right to it. */
export async function holder(db: Database, caller: rights.Caller | null): Promise<string> {
  const self = { kind: 'person', id: caller?.personId ?? '' } as const
  return (await rights.require(db, caller, 'person.keep-card', self)).personId
}

async function wholeCards(db: Database, personIds: readonly string[]): Promise<Map<string, OwnCard>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .select({ person, written: card, address: authUser.email, guest: authUser.isAnonymous })
    .from(person)
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .leftJoin(card, eq(card.personId, person.id))
    .where(inArray(person.id, personIds))
  return new Map(
    rows.map(({ person: { id, name, organisation, position, interests }, written, address, guest }) => {
      const { email, phone, links, fields } = written ?? PLAIN_CARD
      // The address of a guest is made up by us.
      const accountEmail = guest ? null : address
      return [
        id,
        { name, organisation, position, interests, email, phone, links: [...links], fields: [...fields], accountEmail },
      ]
    }),
  )
}

function shownCard(personId: string, whole: OwnCard): ShownCard {
  const { name, organisation, position, phone, links, fields } = whole
  const all = { organisation, position, phone, email: whole.email ?? whole.accountEmail ?? '', links }
  const blank: ShownCard = { personId, name, organisation: '', position: '', email: '', phone: '', links: [] }
  return { ...blank, ...Object.fromEntries(fields.map((field) => [field, all[field]])) }
}
