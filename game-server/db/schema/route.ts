import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { RouteContent } from '../../../shared/route/published.ts'
import type { Visit } from '../../../shared/route/visit.ts'
import { key, moment } from './columns.ts'
import { exhibitor } from './exhibitor.ts'
import { person } from './person.ts'

/** What somebody means to see. Two only between a guest's signing in and the next reading, which makes them one. */
export const visit = pgTable(
  'visit',
  {
    id: key(),
    personId: text()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    document: jsonb().$type<Visit>().notNull(),
    changedAt: moment().notNull(),
  },
  (table) => [index().on(table.personId)],
)

/** A route shared by its link: the id is the secret. */
export const sharedRoute = pgTable(
  'shared_route',
  {
    id: key(),
    personId: text()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    content: jsonb().$type<RouteContent>().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [index().on(table.personId, table.createdAt)],
)

/** A route for everybody, by the salon or, where `exhibitorId` says so, by an exhibitor. */
export const themedRoute = pgTable('themed_route', {
  id: key(),
  exhibitorId: text().references(() => exhibitor.id, { onDelete: 'cascade' }),
  content: jsonb().$type<RouteContent>().notNull(),
  publishedAt: moment().notNull(),
})
