import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytes, moment } from './columns.ts'

/** How long visitors were where in a hall, hour by hour (`shared/figures/footfall.ts`). No row knows who. */
export const footfall = pgTable(
  'footfall',
  {
    hallId: text().notNull(),
    hour: moment().notNull(),
    /** Of all visitors together. */
    seconds: integer().notNull(),
    /** The most that any instance of the hall met: two instances may have met the same. */
    people: integer().notNull(),
    /** The same by cells, where people are counted up to `MIN_GROUP` (`services/footfall-cells.ts`). */
    cells: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hallId, table.hour] })],
)
