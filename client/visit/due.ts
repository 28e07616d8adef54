import { keyOf, type Visit } from '../../shared/route/visit.ts'
import type { Session } from '../../shared/salon/model.ts'

/** So long before a session one is reminded, and so long after its beginning one may still be, ms. */
const BEFORE = 5 * 60_000
const AFTER = 5 * 60_000

/** The session of the visit that begins now and that we are not at or on the way to; null: none. */
export function due(
  { wishes, done, guide }: Visit,
  sessions: ReadonlyMap<string, Session>,
  now: number,
  answered: ReadonlySet<string>,
): Session | null {
  const behind = new Set(done.map(({ stop }) => stop))
  const coming = wishes.flatMap(({ about, skipped }) => {
    const session = about.kind === 'session' ? sessions.get(about.sessionId) : undefined
    if (!session || skipped) return []
    const key = keyOf(about)
    if (behind.has(key) || answered.has(key) || (guide.at !== 'rest' && guide.stop === key)) return []
    const ahead = Date.parse(session.startsAt) - now
    return ahead <= BEFORE && ahead > -AFTER ? [{ session, ahead }] : []
  })
  return coming.sort((a, b) => a.ahead - b.ahead)[0]?.session ?? null
}
