import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { key, localizedText, moment } from './columns.ts'
import { exhibitor } from './exhibitor.ts'
import { hall } from './plan.ts'
import { period } from './salon.ts'

/** A cluster of the programme. */
export const track = pgTable('track', { id: key(), name: localizedText(), color: text().notNull() })

/** An online hall of the forum. */
export const stage = pgTable('stage', {
  id: key(),
  name: localizedText(),
  /** Where the published plan has it; null while no plan has. */
  hallId: text().references(() => hall.id, { onDelete: 'set null' }),
})

export const speaker = pgTable('speaker', { id: key(), name: localizedText(), affiliation: localizedText() })

/** Something that happens at a time: on a stage, or at an exhibitor's booth. */
export const session = pgTable(
  'session',
  {
    id: key(),
    title: localizedText(),
    summary: localizedText(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    trackId: text().references(() => track.id),
    periodId: text().references(() => period.id),
    stageId: text().references(() => stage.id),
    exhibitorId: text().references(() => exhibitor.id),
    /** BCP 47, null when unknown. */
    language: text(),
  },
  (table) => [index().on(table.exhibitorId), index().on(table.startsAt)],
)

export const sessionSpeaker = pgTable(
  'session_speaker',
  {
    sessionId: text()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    speakerId: text()
      .notNull()
      .references(() => speaker.id),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.speakerId] })],
)
