import { and, asc, eq, sql } from 'drizzle-orm'
import type { Localized } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { exhibitor, tag } from '../db/schema/exhibitor.ts'
import { booth } from '../db/schema/plan.ts'
import { session, sessionSpeaker, speaker, track } from '../db/schema/programme.ts'
import { searchEntry, searchWord } from '../db/schema/search.ts'
import { boothWord, searchWords } from './search-text.ts'

type Entry = Pick<typeof searchEntry.$inferInsert, 'type' | 'id' | 'title' | 'keywords' | 'body'>

const ROWS_AT_ONCE = 500

/** Writes anew what search reads. Call within the transaction that changes exhibitors, sessions or the plan. */
export async function rebuildSearch(db: Database): Promise<void> {
  const entries = [...(await exhibitorEntries(db)), ...(await sessionEntries(db))]
  await db.delete(searchEntry)
  for (let start = 0; start < entries.length; start += ROWS_AT_ONCE) {
    await db.insert(searchEntry).values(entries.slice(start, start + ROWS_AT_ONCE))
  }
  await db.delete(searchWord)
  const words = db
    .select({ word: sql<string>`word`.as('word') })
    .from(sql`ts_stat('select document from search_entry', 'ab')`)
  await db.insert(searchWord).select(words)
}

/** Writes anew what search reads of one exhibitor. Words that nobody uses any more go with the next `rebuildSearch`. */
export async function indexExhibitor(db: Database, id: string): Promise<void> {
  const entries = await exhibitorEntries(db, id)
  const isEntry = and(eq(searchEntry.type, 'exhibitor'), eq(searchEntry.id, id))
  await db.delete(searchEntry).where(isEntry)
  await db.insert(searchEntry).values(entries)
  const words = db
    .select({ word: sql<string>`lexeme`.as('word') })
    .from(sql`${searchEntry}, unnest(${searchEntry.document}) as one(lexeme, positions, weights)`)
    .where(and(isEntry, sql`weights && array['A', 'B']`))
  await db.insert(searchWord).select(words).onConflictDoNothing()
}

async function exhibitorEntries(db: Database, only?: string): Promise<Entry[]> {
  const tags = new Map((await db.select().from(tag)).map(({ id, name }) => [id, name]))
  const boothsOf = Map.groupBy(await db.select().from(booth), (one) => one.exhibitorId)
  const exhibitors = await db
    .select()
    .from(exhibitor)
    .where(only === undefined ? undefined : eq(exhibitor.id, only))
    .orderBy(asc(exhibitor.id))
  return exhibitors.map((one) => ({
    type: 'exhibitor',
    id: one.id,
    title: together([one.name, one.shortName]),
    keywords: together([
      ...one.tags.map((id) => tags.get(id) ?? id),
      ...(boothsOf.get(one.id) ?? []).map(({ number }) => boothWord(number)),
      ...(one.details?.products ?? []).map(({ name }) => name),
    ]),
    body: together([
      ...[one.summary, one.description],
      ...(one.details?.products ?? []).map(({ text }) => text),
      ...(one.details?.materials ?? []).map(({ name }) => name),
    ]),
  }))
}

async function sessionEntries(db: Database): Promise<Entry[]> {
  const speakers = await db
    .select({ sessionId: sessionSpeaker.sessionId, name: speaker.name, affiliation: speaker.affiliation })
    .from(sessionSpeaker)
    .innerJoin(speaker, eq(speaker.id, sessionSpeaker.speakerId))
  const speakersOf = Map.groupBy(speakers, ({ sessionId }) => sessionId)
  const sessions = await db
    .select({ id: session.id, title: session.title, summary: session.summary, track: track.name })
    .from(session)
    .leftJoin(track, eq(track.id, session.trackId))
    .orderBy(asc(session.id))
  return sessions.map((one) => {
    const appearing = speakersOf.get(one.id) ?? []
    return {
      type: 'session',
      id: one.id,
      title: together([one.title]),
      keywords: together([...appearing.map(({ name }) => name), ...(one.track ? [one.track] : [])]),
      body: together([one.summary, ...appearing.map(({ affiliation }) => affiliation)]),
    }
  })
}

// More words than anybody searches by; PostgreSQL refuses vectors above a megabyte.
const MOST_WORDS = 3000

/** Texts in every language, one after another, each once. */
function together(texts: readonly (Localized | string)[]): string {
  const each = texts.flatMap((text) => (typeof text === 'string' ? [text] : [text.ru, text.en]))
  return searchWords([...new Set(each)].join(' '))
    .slice(0, MOST_WORDS)
    .join(' ')
}
