import { bigint, index, integer, jsonb, pgTable, real, text } from 'drizzle-orm/pg-core'
import { type FileKind, RENDITIONS } from '../../../shared/files/address.ts'
import { key, moment } from './columns.ts'
import { conversation } from './conversation.ts'
import { exhibitor } from './exhibitor.ts'
import { person } from './person.ts'

/** A file that people gave us, or are giving: until it has a kind its bytes are on their way. */
export const file = pgTable(
  'file',
  {
    /** Unguessable: whoever knows it may see an exhibitor's file. */
    id: key(),
    /** Null: an attachment, private to whom it was sent. */
    exhibitorId: text().references(() => exhibitor.id, { onDelete: 'cascade' }),
    /** Who gives it. An exhibitor's file is nobody's once it is kept. */
    personId: text().references(() => person.id, { onDelete: 'cascade' }),
    /** Where an attachment was sent: whoever takes part there may read it. */
    conversationId: text().references(() => conversation.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** As announced; what quotas count. */
    bytes: bigint({ mode: 'number' }).notNull(),
    /** Of the bytes as they came, hexadecimal; known of what an import brought, so that it is not brought again. */
    sha256: text(),
    kind: text({ enum: Object.keys(RENDITIONS) as [FileKind, ...FileKind[]] }),
    /** Bytes of each rendition there is. */
    renditions: jsonb().$type<Record<string, number>>().notNull(),
    width: integer(),
    height: integer(),
    seconds: real(),
    createdAt: moment().notNull(),
  },
  (table) => [index().on(table.exhibitorId), index().on(table.personId)],
)

/** Files whose rows are gone, but not yet their bytes. A trigger on `file` writes it, whoever deletes and by whatever way. */
export const fileGone = pgTable('file_gone', { id: key() })
