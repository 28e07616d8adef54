import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { key, moment } from './columns.ts'

/** Letters not sent yet. With an SMTP server they leave within seconds; without one they stay to be read here. */
export const mail = pgTable(
  'mail',
  {
    id: key(),
    recipient: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    writtenAt: moment().notNull(),
    /** Not before this moment the letter is given to the SMTP server, once more after a failure. */
    dueAt: moment().notNull(),
    tries: integer().notNull().default(0),
  },
  (table) => [index().on(table.dueAt), index().on(table.recipient)],
)
