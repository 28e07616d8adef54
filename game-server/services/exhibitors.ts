import { asc, eq, inArray } from 'drizzle-orm'
import { NO_DETAILS } from '../../shared/booth/content.ts'
import type { Exhibitor, ExhibitorCard } from '../../shared/salon/model.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { booth } from '../db/schema/plan.ts'
import { sessionsAtBoothOf } from './programme.ts'
import { Refused } from './refused.ts'

const card = {
  id: exhibitor.id,
  kind: exhibitor.kind,
  name: exhibitor.name,
  shortName: exhibitor.shortName,
  summary: exhibitor.summary,
  color: exhibitor.color,
  logo: exhibitor.logo,
  poster: exhibitor.poster,
  video: exhibitor.video,
  tags: exhibitor.tags,
}

/** One line for each exhibitor: of the whole salon, or of those whose booths stand in `hallId`. */
export async function exhibitorCards(db: Database, hallId: string | null): Promise<ExhibitorCard[]> {
  const inHall =
    hallId === null
      ? undefined
      : inArray(exhibitor.id, db.select({ id: booth.exhibitorId }).from(booth).where(eq(booth.hallId, hallId)))
  return db.select(card).from(exhibitor).where(inHall).orderBy(asc(exhibitor.id))
}

/**
 * Everything a booth's panel shows.
 *
 * @throws Refused `not-found`
 */
export async function exhibitorById(db: Database, id: string): Promise<Exhibitor> {
  const { description, website, details } = exhibitor
  const [row] = await db.select({ card, description, website, details }).from(exhibitor).where(eq(exhibitor.id, id))
  if (!row) throw new Refused('not-found')
  return {
    ...row.card,
    ...{ description: row.description, website: row.website },
    ...(row.details ?? NO_DETAILS),
    sessions: await sessionsAtBoothOf(db, id),
  }
}
