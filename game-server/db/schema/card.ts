import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CardField, ExchangeState } from '../../../shared/people/card.ts'
import { key, moment } from './columns.ts'
import { person } from './person.ts'

const personId = () =>
  text()
    .notNull()
    .references(() => person.id, { onDelete: 'cascade' })

/** What somebody's business card holds beyond their profile, and which fields are on it. */
export const card = pgTable('card', {
  personId: personId().primaryKey(),
  /** Null: the address of their account. */
  email: text(),
  phone: text().notNull().default(''),
  links: jsonb().$type<string[]>().notNull().default([]),
  fields: jsonb().$type<CardField[]>().notNull(),
})

/** One person asks another to exchange cards. */
export const cardExchange = pgTable(
  'card_exchange',
  {
    id: key(),
    fromId: personId(),
    toId: personId(),
    /** Set where `toId` was asked as a representative: then their side sees what the exhibitor may see. */
    exhibitorId: text(),
    state: text().$type<ExchangeState>().notNull(),
    askedAt: moment().notNull(),
    /** Afterwards a request that waits is no more. */
    expiresAt: moment().notNull(),
    answeredAt: moment(),
  },
  (table) => [
    // Of two people who ask each other at once, one asks and the other agrees.
    uniqueIndex('card_exchange_pair')
      .on(sql`least(${table.fromId}, ${table.toId})`, sql`greatest(${table.fromId}, ${table.toId})`)
      .where(sql`${table.state} in ('waiting', 'agreed')`),
    index().on(table.fromId, table.askedAt),
    index().on(table.toId, table.askedAt),
  ],
)

/** Whose requests somebody does not want to see. */
export const cardBlock = pgTable(
  'card_block',
  { personId: personId(), blockedId: personId(), at: moment().notNull() },
  (table) => [primaryKey({ columns: [table.personId, table.blockedId] }), index().on(table.blockedId)],
)
