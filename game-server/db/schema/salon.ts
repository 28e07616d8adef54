import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { key, localizedText, moment } from './columns.ts'

/** One edition of the event. A database holds exactly one: another edition is another database. */
export const salon = pgTable('salon', {
  id: key(),
  name: localizedText(),
  tagline: localizedText(),
  /** IANA zone in which the programme is drawn up. */
  timeZone: text().notNull(),
  demo: boolean().notNull(),
  /** Whether words of the built-in list make a visitor's message wait for the staff, too. */
  holdsCoarseWords: boolean().notNull().default(true),
  /** The version visitors walk in; null before the first layout. */
  publishedVersion: integer(),
  /** Grows with everything visitors read, so that answers can be kept until it does. */
  revision: integer().notNull().default(0),
})

export const period = pgTable('period', {
  id: key(),
  name: localizedText(),
  startsAt: moment().notNull(),
  endsAt: moment().notNull(),
})
