import { sql } from 'drizzle-orm'
import { type AnyPgColumn, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { Evidence } from '../../../shared/leads/evidence.ts'
import type { LeadAnswers, LeadQuestion, LeadStatus } from '../../../shared/leads/model.ts'
import { key, moment } from './columns.ts'
import { person } from './person.ts'

/** Somebody who was at an exhibitor's booth. Who they are is not here: that is asked of their consent. */
export const lead = pgTable(
  'lead',
  {
    id: key(),
    exhibitorId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** Sums over `interaction`, and the score that follows from them. */
    evidence: jsonb().$type<Evidence>().notNull().default({}),
    score: integer().notNull().default(0),
    firstSeenAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    note: text().notNull().default(''),
    tags: jsonb().$type<string[]>().notNull().default([]),
    answers: jsonb().$type<LeadAnswers>().notNull().default({}),
    status: text().$type<LeadStatus>().notNull().default('new'),
    /** Who of the exhibitor's people sees to it. */
    ownerId: text().references(() => person.id, { onDelete: 'set null' }),
    /** The lead this one is shown with: the exhibitor found them to be one person. It is never shown with another itself. */
    joinedTo: text().references((): AnyPgColumn => lead.id, { onDelete: 'set null' }),
    /** Leads of the exhibitor that look like the same person and are not. */
    distinctFrom: jsonb().$type<string[]>().notNull().default([]),
    /** Grows with every change the exhibitor makes, so that nobody writes over what they have not seen. */
    version: integer().notNull().default(0),
  },
  (table) => [
    unique('lead_once').on(table.personId, table.exhibitorId),
    index('lead_latest').on(table.exhibitorId, sql`${table.lastSeenAt} desc`, sql`${table.id} desc`),
    index('lead_best').on(table.exhibitorId, sql`${table.score} desc`, sql`${table.id} desc`),
    index().on(table.ownerId),
    index('lead_joined').on(table.joinedTo).where(sql`${table.joinedTo} is not null`),
    // What exhibitors write is found among an exhibitor's own; most leads are new and have nothing written on them.
    index('lead_worked_latest')
      .on(table.exhibitorId, table.status, sql`${table.lastSeenAt} desc`, sql`${table.id} desc`)
      .where(sql`${table.status} <> 'new'`),
    index('lead_worked_best')
      .on(table.exhibitorId, table.status, sql`${table.score} desc`, sql`${table.id} desc`)
      .where(sql`${table.status} <> 'new'`),
    index('lead_tagged')
      .using('gin', table.exhibitorId, table.tags.op('jsonb_path_ops'))
      .where(sql`${table.tags} <> '[]'`),
    index('lead_noted').using('gin', table.exhibitorId, table.note.op('gin_trgm_ops')).where(sql`${table.note} <> ''`),
  ],
)

/** What an exhibitor asks about every lead. */
export const leadForm = pgTable('lead_form', {
  exhibitorId: key(),
  questions: jsonb().$type<LeadQuestion[]>().notNull(),
})
