import { asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { ExhibitorKind } from '../../shared/floorplan/model.ts'
import type { Localized } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { booth, hall } from '../db/schema/plan.ts'
import { session, speaker, stage, track } from '../db/schema/programme.ts'
import { period, salon } from '../db/schema/salon.ts'

/** What is in the salon, in numbers. */
export interface SalonStatus {
  readonly salon: { readonly id: string; readonly name: Localized; readonly demo: boolean }
  readonly exhibitors: {
    readonly total: number
    readonly byKind: Partial<Record<ExhibitorKind, number>>
    readonly withoutBooth: number
  }
  readonly programme: Readonly<
    Record<'sessions' | 'onStages' | 'atBooths' | 'stages' | 'speakers' | 'tracks' | 'periods', number>
  >
  readonly plan: {
    readonly version: number | null
    readonly halls: readonly {
      readonly id: string
      readonly name: Localized
      readonly booths: number
      readonly vacant: number
    }[]
  }
  readonly people: number
}

/** The numbers, or null when there is no salon yet. */
export async function salonStatus(db: Database): Promise<SalonStatus | null> {
  const [row] = await db.select().from(salon)
  if (!row) return null
  const byKind = await db.select({ kind: exhibitor.kind, count: count() }).from(exhibitor).groupBy(exhibitor.kind)
  const [vacancy] = await db
    .select({ count: count() })
    .from(exhibitor)
    .leftJoin(booth, eq(booth.exhibitorId, exhibitor.id))
    .where(isNull(booth.id))
  const halls = await db
    .select({
      id: hall.id,
      name: hall.name,
      booths: count(booth.id),
      vacant: sql<number>`count(${booth.id}) filter (where ${booth.exhibitorId} is null)`.mapWith(Number),
    })
    .from(hall)
    .leftJoin(booth, eq(booth.hallId, hall.id))
    .groupBy(hall.id)
    .orderBy(asc(hall.position))
  return {
    salon: { id: row.id, name: row.name, demo: row.demo },
    exhibitors: {
      total: await db.$count(exhibitor),
      byKind: Object.fromEntries(byKind.map(({ kind, count }) => [kind, count])),
      withoutBooth: vacancy?.count ?? 0,
    },
    programme: {
      sessions: await db.$count(session),
      onStages: await db.$count(session, isNotNull(session.stageId)),
      atBooths: await db.$count(session, isNotNull(session.exhibitorId)),
      stages: await db.$count(stage),
      speakers: await db.$count(speaker),
      tracks: await db.$count(track),
      periods: await db.$count(period),
    },
    plan: { version: row.publishedVersion, halls },
    people: await db.$count(person),
  }
}
