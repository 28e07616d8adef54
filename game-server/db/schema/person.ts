import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { LANGUAGES } from '../../../shared/language.ts'
import type { Look } from '../../../shared/people/look.ts'
import { AUDIENCES } from '../../../shared/people/profile.ts'
import { authUser } from './account.ts'
import { key, moment } from './columns.ts'

/** A name as people type it: in lower case, е for ё. */
export const spokenName = (of: { readonly name: AnyPgColumn }): SQL => sql`translate(lower(${of.name}), 'ё', 'е')`

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
    organisation: text().notNull().default(''),
    position: text().notNull().default(''),
    interests: jsonb().$type<string[]>().notNull().default([]),
    /** Who sees organisation, position and interests. */
    visibleTo: text({ enum: AUDIENCES }).notNull().default('nobody'),
    doNotDisturb: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index('person_findable_name')
      .using('gin', sql`${spokenName(table)} gin_trgm_ops`)
      .where(sql`${table.findable}`),
    // By what leads share.
    index('person_described').using(
      'gin',
      table.name.op('gin_trgm_ops'),
      table.organisation.op('gin_trgm_ops'),
      table.position.op('gin_trgm_ops'),
    ),
  ],
)
