import { integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import type { BoothContent, BoothField } from '../../../shared/booth/content.ts'
import { key, moment } from './columns.ts'
import { exhibitor } from './exhibitor.ts'
import { person } from './person.ts'

const ofExhibitor = () =>
  text()
    .notNull()
    .references(() => exhibitor.id, { onDelete: 'cascade' })
/** Null: the command line or the demo, or whoever it was is forgotten. */
const byPerson = () => text().references(() => person.id, { onDelete: 'set null' })

/** What an exhibitor is writing: one draft a booth, from what was published when it was first opened. */
export const boothDraft = pgTable('booth_draft', {
  exhibitorId: ofExhibitor().primaryKey(),
  document: jsonb().$type<BoothContent>().notNull(),
  /** Grows with every save: whoever saves says which one they saw. */
  revision: integer().notNull(),
  /** Fields that only organizers change. */
  locks: jsonb().$type<BoothField[]>().notNull(),
  updatedBy: byPerson(),
  updatedAt: moment().notNull(),
})

/** What a booth has published. A version never changes: an old one is restored into the draft. */
export const boothVersion = pgTable(
  'booth_version',
  {
    exhibitorId: ofExhibitor(),
    version: integer().notNull(),
    document: jsonb().$type<BoothContent>().notNull(),
    /** In which fields it differs from what was there before. */
    changed: jsonb().$type<BoothField[]>().notNull(),
    note: text().notNull(),
    publishedBy: byPerson(),
    publishedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.exhibitorId, table.version] })],
)

/** Somebody asked by letter to work for a booth. */
export const boothInvitation = pgTable(
  'booth_invitation',
  {
    id: key(),
    exhibitorId: ofExhibitor(),
    role: text({ enum: ['owner', 'representative'] }).notNull(),
    /** In lower case. */
    email: text().notNull(),
    /** SHA-256 of what the letter's link carries. */
    tokenHash: text().notNull().unique(),
    invitedBy: byPerson(),
    invitedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
  },
  (table) => [unique('booth_invitation_once').on(table.exhibitorId, table.role, table.email)],
)
