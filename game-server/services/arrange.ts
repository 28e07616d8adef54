import { isDeepStrictEqual } from 'node:util'
import { asc, eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { exhibitor, tag } from '../db/schema/exhibitor.ts'
import { session, sessionSpeaker, speaker, stage, track } from '../db/schema/programme.ts'
import { period, salon } from '../db/schema/salon.ts'
import { markChanged } from './content.ts'
import { type Outcomes, put, type Tally, tallyOf } from './put.ts'
import { rebuildSearch } from './search-index.ts'

type SalonRecord = Pick<typeof salon.$inferInsert, 'id' | 'name' | 'tagline' | 'timeZone' | 'demo'>
/** What a booth has published is left as it is unless all records name it. */
export type ExhibitorRecord = Required<Omit<typeof exhibitor.$inferInsert, 'details'>> &
  Pick<typeof exhibitor.$inferInsert, 'details'>
export type SessionRecord = Required<typeof session.$inferInsert> & { readonly speakerIds: readonly string[] }

/** What a salon is made of, besides its plan. Parts left out stay as they are. */
export interface SalonContent {
  readonly salon?: SalonRecord
  readonly periods?: readonly (typeof period.$inferInsert)[]
  readonly tags?: readonly (typeof tag.$inferInsert)[]
  readonly tracks?: readonly (typeof track.$inferInsert)[]
  readonly stages?: readonly (typeof stage.$inferInsert)[]
  readonly speakers?: readonly (typeof speaker.$inferInsert)[]
  readonly exhibitors?: readonly ExhibitorRecord[]
  readonly sessions?: readonly SessionRecord[]
}

export type Arranged = Partial<Record<keyof SalonContent, Tally>>

/**
 * Makes the salon contain these records, all of them or, when anything fails, none. Records are known by their ids: the
 * same content again changes nothing, and nothing that is not mentioned is taken away.
 *
 * @returns what became of the records, part by part
 */
export async function arrange(db: Database, content: SalonContent): Promise<Arranged> {
  return db.transaction(async (tx) => {
    const done: Arranged = {}
    if (content.salon) done.salon = tallyOf(await put(tx, salon, [content.salon]))
    if (content.periods) done.periods = tallyOf(await put(tx, period, content.periods))
    if (content.tags) done.tags = tallyOf(await put(tx, tag, content.tags))
    if (content.tracks) done.tracks = tallyOf(await put(tx, track, content.tracks))
    if (content.stages) done.stages = tallyOf(await put(tx, stage, content.stages))
    if (content.speakers) done.speakers = tallyOf(await put(tx, speaker, content.speakers))
    if (content.exhibitors) done.exhibitors = tallyOf(await put(tx, exhibitor, content.exhibitors))
    if (content.sessions) done.sessions = tallyOf(await putSessions(tx, content.sessions))
    if (Object.values(done).some((tally) => tally.created + tally.updated > 0)) {
      await rebuildSearch(tx)
      await markChanged(tx)
    }
    return done
  })
}

/** A session whose only news is who speaks counts as updated. */
async function putSessions(db: Database, records: readonly SessionRecord[]): Promise<Outcomes> {
  const outcomes = await put(
    db,
    session,
    records.map(({ speakerIds: _, ...row }) => row),
  )
  const before = await speakersBySession(db)
  const changed = records.filter(({ id, speakerIds }) => !isDeepStrictEqual(before.get(id) ?? [], speakerIds))
  for (const { id } of changed) if (outcomes.get(id) === 'unchanged') outcomes.set(id, 'updated')

  for (const { id, speakerIds } of changed) {
    await db.delete(sessionSpeaker).where(eq(sessionSpeaker.sessionId, id))
    const appearances = speakerIds.map((speakerId, position) => ({ sessionId: id, speakerId, position }))
    if (appearances.length > 0) await db.insert(sessionSpeaker).values(appearances)
  }
  return outcomes
}

async function speakersBySession(db: Database): Promise<Map<string, string[]>> {
  const rows = await db.select().from(sessionSpeaker).orderBy(asc(sessionSpeaker.position))
  const bySession = Map.groupBy(rows, ({ sessionId }) => sessionId)
  return new Map([...bySession].map(([id, appearances]) => [id, appearances.map(({ speakerId }) => speakerId)]))
}
