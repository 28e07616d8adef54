import { asc, count, eq } from 'drizzle-orm'
import type { Salon } from '../../shared/salon/model.ts'
import type { Database } from '../db/database.ts'
import { tag } from '../db/schema/exhibitor.ts'
import { booth, hall } from '../db/schema/plan.ts'
import { stage, track } from '../db/schema/programme.ts'
import { period, salon } from '../db/schema/salon.ts'
import { Refused } from './refused.ts'

/** What the salon says about itself, without the people in its halls. */
export type SalonAtRest = Omit<Salon, 'halls'> & { readonly halls: readonly Omit<Salon['halls'][number], 'people'>[] }

/**
 * The salon, its periods, tracks, stages and halls.
 *
 * @throws Refused `unavailable` before one was created and laid out
 */
export async function describeSalon(db: Database): Promise<SalonAtRest> {
  const [row] = await db.select().from(salon)
  if (!row || row.publishedVersion === null) throw new Refused('unavailable')
  const { revision: _, holdsCoarseWords: __, publishedVersion, ...facts } = row
  const periods = await db.select().from(period).orderBy(asc(period.startsAt))
  return {
    ...facts,
    planVersion: publishedVersion,
    periods: periods.map((one) => ({
      ...one,
      startsAt: one.startsAt.toISOString(),
      endsAt: one.endsAt.toISOString(),
    })),
    tracks: await db.select().from(track).orderBy(asc(track.id)),
    stages: await db.select({ id: stage.id, name: stage.name }).from(stage).orderBy(asc(stage.id)),
    tags: await db.select().from(tag).orderBy(asc(tag.id)),
    halls: await db
      .select({ id: hall.id, name: hall.name, booths: count(booth.id) })
      .from(hall)
      .leftJoin(booth, eq(booth.hallId, hall.id))
      .groupBy(hall.id)
      .orderBy(asc(hall.position)),
  }
}

/** Halls of the published plan. */
export const findHalls = (db: Database): Promise<{ readonly id: string }[]> => db.select({ id: hall.id }).from(hall)

/** The salon of this database, or null when there is none yet. */
export async function findSalon(
  db: Database,
): Promise<{ readonly id: string; readonly demo: boolean; readonly timeZone: string } | null> {
  const [row] = await db.select({ id: salon.id, demo: salon.demo, timeZone: salon.timeZone }).from(salon)
  return row ?? null
}
