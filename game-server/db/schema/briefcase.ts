import { index, pgTable, smallint, text, unique } from 'drizzle-orm/pg-core'
import type { ItemKind } from '../../../shared/briefcase/model.ts'
import { key, localizedText, moment } from './columns.ts'
import { person } from './person.ts'

/** Something a visitor took with them. */
export const briefcaseItem = pgTable(
  'briefcase_item',
  {
    id: key(),
    personId: text()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    kind: text().$type<ItemKind>().notNull(),
    /** The exhibitor of a booth, product or material; '' of a session or a contact. */
    exhibitorId: text().notNull(),
    /** What it is, among its kind at its exhibitor. */
    subjectId: text().notNull(),
    /** The same as `subjectId` of a contact: whoever leaves the salon leaves briefcases too. */
    contactId: text().references(() => person.id, { onDelete: 'cascade' }),
    /** As it was called when taken: what is shown once it is no more. */
    title: localizedText(),
    note: text().notNull().default(''),
    /** 0: none given; 1–5. */
    stars: smallint().notNull().default(0),
    putAt: moment().notNull(),
    /** Taken out; kept for a while, note and stars too, so that it can be put back. */
    removedAt: moment(),
  },
  (table) => [
    unique('briefcase_item_once').on(table.personId, table.kind, table.exhibitorId, table.subjectId),
    index().on(table.personId, table.putAt),
    index().on(table.contactId),
  ],
)

/** A letter's link to somebody's briefcase as a file. */
export const takeawayLink = pgTable(
  'takeaway_link',
  {
    /** SHA-256 of the link's token: who reads this table cannot follow it. */
    tokenHash: key(),
    personId: text()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    madeAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (table) => [index().on(table.personId)],
)
