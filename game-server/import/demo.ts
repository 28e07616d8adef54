import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { EXHIBITOR_KINDS } from '../../shared/floorplan/model.ts'
import { localized } from '../../shared/language.ts'
import { addDays, dateIn, zonedTime } from '../../shared/programme/zoned-time.ts'
import type { Database } from '../db/database.ts'
import { arrange, type SalonContent } from '../services/arrange.ts'
import { layOut } from '../services/layout.ts'
import { publish } from '../services/plans.ts'
import { findSalon } from '../services/salon.ts'
import { demoDetails } from './demo-booths.ts'
import { seedDemoRoutes } from './demo-routes.ts'

/**
 * The fictional salon that comes with the program. Its days are counted from the day it is opened for the first time,
 * so that there is always something on.
 */
const folder = resolve(import.meta.dirname, '../../assets/demo')

const id = z.string().min(1).max(64)
const media = z.string().nullable()

const exhibitors = z.array(
  z.object({
    id,
    kind: z.enum(EXHIBITOR_KINDS),
    name: localized,
    shortName: localized,
    summary: localized,
    description: localized,
    color: z.string().regex(/^#[0-9a-f]{6}$/),
    website: z.url().nullable(),
    logo: media,
    poster: media,
    video: media,
    tags: z.array(id),
    units: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('island')]),
  }),
)

const named = z.object({ id, name: localized })
const day = z.number().int().min(0)

const programme = z.object({
  salon: named.extend({ tagline: localized, timeZone: z.string() }),
  tags: z.array(named),
  periods: z.array(named.extend({ firstDay: day, lastDay: day })),
  tracks: z.array(named.extend({ color: z.string() })),
  stages: z.array(named),
  speakers: z.array(named.extend({ affiliation: localized })),
  sessions: z.array(
    z.object({
      id,
      title: localized,
      summary: localized,
      day,
      starts: z.string().regex(/^\d\d:\d\d$/),
      minutes: z.number().int().positive(),
      trackId: id.nullable(),
      stageId: id.nullable(),
      exhibitorId: id.nullable(),
      language: z.string().nullable(),
      speakers: z.array(id),
    }),
  ),
})

/** Makes a database without a salon the demo, laid out and published, with its first day on the date of `now`. */
export async function seedDemo(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    // Several processes may open an empty database together: one makes the demo, the others find it.
    await tx.execute(sql`select pg_advisory_xact_lock(${SEEDING_LOCK})`)
    if ((await findSalon(tx)) !== null) return
    await arrange(tx, demoSalon(now))
    await publish(tx, await layOut(tx, { hallSize: null, seed: null }), now)
    await seedDemoRoutes(tx, readJson('routes.json'), now)
  })
}

// Any number nobody else on that database server uses.
const SEEDING_LOCK = 20_200_502

function demoSalon(now: Date): SalonContent {
  const source = programme.parse(readJson('programme.json'))
  const { timeZone } = source.salon
  const firstDate = dateIn(timeZone, now)
  const at = (day: number, time: string): Date => zonedTime(timeZone, addDays(firstDate, day), time)
  const onOrigin = (path: string | null): string | null => path && `/media/demo/${path}`

  const { periods } = source
  const days = Array.from({ length: (periods[0]?.lastDay ?? 0) + 1 }, (_, day) => addDays(firstDate, day))
  const details = demoDetails(readJson('booths.json'), days, join(folder, 'media'))
  const periodOf = (day: number) => periods.find((one) => one.firstDay <= day && day <= one.lastDay)?.id ?? null
  return {
    salon: { ...source.salon, demo: true },
    periods: periods.map(({ id, name, firstDay, lastDay }) => ({
      id,
      name,
      startsAt: at(firstDay, '00:00'),
      endsAt: at(lastDay + 1, '00:00'),
    })),
    tags: source.tags,
    tracks: source.tracks,
    stages: source.stages,
    speakers: source.speakers,
    exhibitors: exhibitors.parse(readJson('exhibitors.json')).map(({ units, ...one }) => ({
      ...one,
      logo: onOrigin(one.logo),
      poster: onOrigin(one.poster),
      video: onOrigin(one.video),
      details: details.get(one.id) ?? null,
      boothSize: units === 'island' ? units : (`${units}` as const),
    })),
    sessions: source.sessions.map(({ day, starts, minutes, speakers, ...one }) => {
      const startsAt = at(day, starts)
      return {
        ...one,
        startsAt,
        endsAt: new Date(startsAt.getTime() + minutes * 60_000),
        periodId: periodOf(day),
        speakerIds: speakers,
      }
    }),
  }
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
