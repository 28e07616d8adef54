import { asc, eq, type SQL } from 'drizzle-orm'
import type { Session } from '../../shared/salon/model.ts'
import type { Database } from '../db/database.ts'
import { session, sessionSpeaker, speaker } from '../db/schema/programme.ts'

/** The whole programme in the order it happens. */
export const allSessions = (db: Database): Promise<Session[]> => sessionsWhere(db, undefined)

/** What happens at an exhibitor's booth, in the order it happens. */
export const sessionsAtBoothOf = (db: Database, exhibitorId: string): Promise<Session[]> =>
  sessionsWhere(db, eq(session.exhibitorId, exhibitorId))

async function sessionsWhere(db: Database, condition: SQL | undefined): Promise<Session[]> {
  const sessions = await db.select().from(session).where(condition).orderBy(asc(session.startsAt), asc(session.id))
  const appearances = await db
    .select({
      sessionId: sessionSpeaker.sessionId,
      id: speaker.id,
      name: speaker.name,
      affiliation: speaker.affiliation,
    })
    .from(sessionSpeaker)
    .innerJoin(speaker, eq(speaker.id, sessionSpeaker.speakerId))
    .innerJoin(session, eq(session.id, sessionSpeaker.sessionId))
    .where(condition)
    .orderBy(asc(sessionSpeaker.position))
  const speakersOf = Map.groupBy(appearances, (one) => one.sessionId)
  return sessions.map((one) => ({
    ...one,
    startsAt: one.startsAt.toISOString(),
    endsAt: one.endsAt.toISOString(),
    speakers: (speakersOf.get(one.id) ?? []).map(({ sessionId: _, ...shown }) => shown),
  }))
}
