import { type SQL, sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { tsvector } from './columns.ts'

/**
 * What search reads: one row a record, every language together. Written with the record it describes, in the same
 * transaction. The `russian` configuration stems Cyrillic words as Russian and Latin words as English; `simple` beside
 * it keeps words as they are written, for prefixes that a stemmer would maim and for words it calls noise.
 */
export const searchEntry = pgTable(
  'search_entry',
  {
    type: text({ enum: ['exhibitor', 'session'] }).notNull(),
    id: text().notNull(),
    /** Names: they weigh most. */
    title: text().notNull(),
    /** Speakers, tags, track, booth number. */
    keywords: text().notNull(),
    body: text().notNull(),
    document: tsvector()
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`setweight(to_tsvector('russian', ${searchEntry.title}), 'A')
          || setweight(to_tsvector('simple', ${searchEntry.title}), 'A')
          || setweight(to_tsvector('russian', ${searchEntry.keywords}), 'B')
          || setweight(to_tsvector('simple', ${searchEntry.keywords}), 'B')
          || setweight(to_tsvector('russian', ${searchEntry.body}), 'D')`,
      ),
  },
  (table) => [
    primaryKey({ columns: [table.type, table.id] }),
    index('search_entry_document').using('gin', table.document),
  ],
)

/** Every word of titles and keywords, to guess at what a misspelt one was meant to be. */
export const searchWord = pgTable('search_word', { word: text().primaryKey() })
