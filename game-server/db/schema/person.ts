import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { LANGUAGES } from '../../../shared/language.ts'
import type { Look } from '../../../shared/people/look.ts'
import { authUser } from './account.ts'
import { key, moment } from './columns.ts'

/** Somebody who visits, as others see them. Who they are to us is `auth_user`; with it this row goes. */
export const person = pgTable(
  'person',
  {
    id: key(),
    userId: text()
      .notNull()
      .unique()
      .references(() => authUser.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    look: jsonb().$type<Look>().notNull(),
    language: text({ enum: LANGUAGES }).notNull(),
    /** Whether others find them in search. */
    findable: boolean().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index('person_findable_name').using('gin', sql`lower(${table.name}) gin_trgm_ops`).where(sql`${table.findable}`),
  ],
)
