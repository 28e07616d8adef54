import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { ConsentField, LedgerAct } from '../../../shared/people/consent.ts'
import { key, moment } from './columns.ts'
import { person } from './person.ts'

/** What somebody lets an exhibitor see now. A revoked consent keeps its row, without fields, for its revision. */
export const consent = pgTable(
  'consent',
  {
    personId: text()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    exhibitorId: text().notNull(),
    fields: jsonb().$type<ConsentField[]>().notNull(),
    /** Which wording they agreed to (`CONSENT_WORDING`). */
    wording: integer().notNull(),
    /** Grows with every change: a request that knows an older one is of the past. */
    revision: integer().notNull(),
    changedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.exhibitorId] }), index().on(table.exhibitorId)],
)

/** Whom the ledger means. Without this row its entries lead to nobody: so people are forgotten, the ledger is not. */
export const ledgerAlias = pgTable(
  'ledger_alias',
  {
    id: key(),
    personId: text()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
  },
  (table) => [index().on(table.personId)],
)

/** What was agreed to and what was seen. Only ever added to: the database refuses anything else. */
export const ledgerEntry = pgTable(
  'ledger_entry',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Whose data: an alias. */
    subject: text().notNull(),
    /** Null: between two people, no exhibitor. */
    exhibitorId: text(),
    /** Who saw it: an alias. Null: the subject's own act, or a machine. */
    seenBy: text(),
    act: text().$type<LedgerAct>().notNull(),
    /** Names of fields, never what is in them. */
    fields: jsonb().$type<string[]>().notNull(),
    wording: integer(),
    at: moment().notNull(),
  },
  (table) => [index().on(table.subject, table.at)],
)
