import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, real, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { InteractionKind } from '../../../shared/leads/interaction.ts'
import { moment } from './columns.ts'
import { person } from './person.ts'

/** What people did at booths: made for millions of rows, so it has no key of text and no index that no question needs. */
export const interaction = pgTable(
  'interaction',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    exhibitorId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    kind: text().$type<InteractionKind>().notNull(),
    /** A product, material or session; null: the booth itself. */
    subject: text(),
    seconds: integer(),
    /** Of a film: how much of it, 0–1. */
    share: real(),
    at: moment().notNull(),
    /** The id a browser gave its report; null: seen by the server itself. */
    claimId: text(),
  },
  (table) => [
    // Serves a lead's evidence, and a person's own data by its first column.
    index('interaction_of_person').on(table.personId, table.exhibitorId, table.at),
    // Serves an exhibitor's figures.
    index('interaction_at_booth').on(table.exhibitorId, table.at),
    // Figures of a day: rows lie in the order of time, so a few bytes for many of them are enough to find it.
    index('interaction_in_time').using('brin', table.at),
    // How far films were watched: every row of one is further than those before, so they are few.
    index('interaction_watched').on(table.personId, table.exhibitorId).where(sql`${table.kind} = 'watched'`),
    uniqueIndex('interaction_claim').on(table.personId, table.claimId).where(sql`${table.claimId} is not null`),
  ],
)
