import { integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** How long visitors were in each cell of a hall, hour by hour (`shared/figures/footfall.ts`). No row knows who. */
export const footfall = pgTable(
  'footfall',
  {
    hallId: text().notNull(),
    hour: moment().notNull(),
    x: smallint().notNull(),
    z: smallint().notNull(),
    /** Of all visitors together. */
    seconds: integer().notNull(),
    /** The most that any instance of the hall met here, counted up to `MIN_GROUP`: two instances may have met the same. */
    people: smallint().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hallId, table.hour, table.x, table.z] })],
)

/** The same for a hall as a whole, where people are counted to the last. */
export const footfallHall = pgTable(
  'footfall_hall',
  {
    hallId: text().notNull(),
    hour: moment().notNull(),
    seconds: integer().notNull(),
    people: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hallId, table.hour] })],
)
