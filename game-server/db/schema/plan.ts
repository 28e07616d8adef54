import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Plan } from '../../../shared/floorplan/model.ts'
import { key, localizedText, moment } from './columns.ts'
import { exhibitor } from './exhibitor.ts'

/** What organizers are drawing: one draft, published as the next version. */
export const planDraft = pgTable('plan_draft', {
  id: key(),
  document: jsonb().$type<Plan>().notNull(),
  basedOn: integer(),
  updatedAt: moment().notNull(),
})

/** Published plans. A version never changes: a rollback publishes an old document as a new version. */
export const planVersion = pgTable('plan_version', {
  version: integer().primaryKey(),
  document: jsonb().$type<Plan>().notNull(),
  publishedAt: moment().notNull(),
})

/** Halls of the published plan. */
export const hall = pgTable('hall', {
  id: key(),
  name: localizedText(),
  position: integer().notNull(),
})

/**
 * Booths of the published plan: who stands where. The document is the truth about geometry; these rows follow it and
 * are what queries join. A booth keeps its id from version to version.
 */
export const booth = pgTable(
  'booth',
  {
    id: key(),
    hallId: text()
      .notNull()
      .references(() => hall.id),
    number: text().notNull().unique(),
    exhibitorId: text().references(() => exhibitor.id),
  },
  (table) => [index().on(table.hallId), index().on(table.exhibitorId)],
)
