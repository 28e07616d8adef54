import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import type { OwnSession } from '../../shared/salon/people.ts'
import type { Database } from '../db/database.ts'
import { authSession } from '../db/schema/account.ts'
import { person } from '../db/schema/person.ts'
import type { Ended } from './account.ts'
import type { Present } from './guests.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/**
 * Where the caller is signed in, latest first.
 *
 * @throws Refused `not-entered`
 */
export async function ownSessions(db: Database, caller: Present | null): Promise<OwnSession[]> {
  const { personId, sessionId } = await self(db, caller)
  const rows = await db
    .select({
      id: authSession.id,
      userAgent: authSession.userAgent,
      since: authSession.createdAt,
      seen: authSession.updatedAt,
    })
    .from(authSession)
    .innerJoin(person, eq(person.userId, authSession.userId))
    .where(and(eq(person.id, personId), gt(authSession.expiresAt, new Date())))
    .orderBy(desc(authSession.updatedAt))
  return rows.map(({ id, userAgent, since, seen }) => ({
    id,
    present: id === sessionId,
    userAgent: userAgent ?? '',
    since: since.toISOString(),
    seen: seen.toISOString(),
  }))
}

/**
 * Ends one of the caller's sessions, or every one but the present (`null`).
 *
 * @throws Refused `not-entered` | `not-found` when it is not theirs
 */
export async function endSessions(db: Database, caller: Present | null, id: string | null): Promise<Ended> {
  const { personId, sessionId } = await self(db, caller)
  const theirs = (await ownSessions(db, caller)).map((one) => one.id)
  const sessionIds = theirs.filter((one) => (id === null ? one !== sessionId : one === id))
  if (id !== null && sessionIds.length === 0) throw new Refused('not-found')
  await db.delete(authSession).where(inArray(authSession.id, sessionIds))
  return { personId, sessionIds }
}

const self = (db: Database, caller: Present | null): Promise<Present> =>
  rights.require(db, caller, 'person.keep-account', { kind: 'person', id: caller?.personId ?? '' })
