import { asc, eq } from 'drizzle-orm'
import type { Localized } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { exhibitor, tag } from '../db/schema/exhibitor.ts'
import { booth } from '../db/schema/plan.ts'
import { session, sessionSpeaker, speaker, track } from '../db/schema/programme.ts'
import { searchEntry } from '../db/schema/search.ts'

type Entry = Pick<typeof searchEntry.$inferInsert, 'type' | 'id' | 'title' | 'keywords' | 'body'>

// Far more than anybody searches by, and the vector of a longer text is refused.
const LONGEST_BODY = 20_000
const ROWS_AT_ONCE = 500

/** Writes anew what search reads. Call within the transaction that changes exhibitors, sessions or the plan. */
export async function rebuildSearch(db: Database): Promise<void> {
  const entries = [...(await exhibitorEntries(db)), ...(await sessionEntries(db))]
  await db.delete(searchEntry)
  for (let start = 0; start < entries.length; start += ROWS_AT_ONCE) {
    await db.insert(searchEntry).values(entries.slice(start, start + ROWS_AT_ONCE))
  }
}

async function exhibitorEntries(db: Database): Promise<Entry[]> {
  const tags = new Map((await db.select().from(tag)).map(({ id, name }) => [id, name]))
  const numbers = Map.groupBy(await db.select().from(booth), (one) => one.exhibitorId)
  const exhibitors = await db.select().from(exhibitor).orderBy(asc(exhibitor.id))
  return exhibitors.map((one) => ({
    type: 'exhibitor',
    id: one.id,
    title: together(one.name, one.shortName),
    keywords: joined([
      ...one.tags.map((id) => together(tags.get(id) ?? { ru: id, en: id })),
      ...(numbers.get(one.id) ?? []).map(({ number }) => number),
    ]),
    body: together(one.summary, one.description).slice(0, LONGEST_BODY),
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
  return sessions.map((one) => ({
    type: 'session',
    id: one.id,
    title: together(one.title),
    keywords: together(...(speakersOf.get(one.id) ?? []).map(({ name }) => name), one.track),
    body: together(one.summary, ...(speakersOf.get(one.id) ?? []).map(({ affiliation }) => affiliation)).slice(
      0,
      LONGEST_BODY,
    ),
  }))
}

/** Texts in every language one after another, each once. */
const together = (...texts: readonly (Localized | null)[]): string =>
  joined(texts.flatMap((text) => (text ? [text.ru, text.en] : [])))

const joined = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join(' ')
