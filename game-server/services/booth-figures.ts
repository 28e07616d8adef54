import { asc, eq } from 'drizzle-orm'
import {
  type BoothCounts,
  headlineOf,
  type Place,
  told,
  visitorsByDay,
  visitorsByHour,
} from '../../shared/figures/booth.ts'
import type { BoothFigures, FiguresQuery, ThingFigures } from '../../shared/figures/booth-model.ts'
import { toldUntil } from '../../shared/figures/told.ts'
import type { Localized } from '../../shared/language.ts'
import { addDays, dateIn, zonedTime } from '../../shared/programme/zoned-time.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { session } from '../db/schema/programme.ts'
import { period } from '../db/schema/salon.ts'
import { countsOf, hoursOf, seenAt } from './booth-figures-counts.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'
import { findSalon } from './salon.ts'

/** Far more days than a salon has: what is older is not told. */
const MOST_DAYS = 366

/**
 * Figures of a booth, over all its days or on one of them, without any group of fewer than five people.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `unavailable` before there is a salon | `malformed` for days
 *   that are none of the salon's, or more than one and fewer than all
 */
export async function boothFigures(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  query: FiguresQuery,
  { now = new Date(), count = countsOf } = {},
): Promise<BoothFigures> {
  await rights.require(db, caller, 'exhibitor.read-figures', { kind: 'exhibitor', id: exhibitorId })
  const names = await namesOf(db, exhibitorId)
  const salon = await findSalon(db)
  if (!salon) throw new Refused('unavailable')
  const { timeZone } = salon
  const until = new Date(toldUntil(now.getTime()))
  const days = await daysOf(db, exhibitorId, timeZone, now)
  const place = placeOf(days, query)
  const begin = (day: string): Date => zonedTime(timeZone, day, '00:00')
  const counts = await count(db, { exhibitorId, days: days.map(begin), until })
  const { films, things, ...rest } = told(counts, place)
  const byHour = async (on: number): Promise<BoothFigures['series']['visitors']> => {
    const day = days[on] ?? ''
    const end = Math.min(begin(addDays(day, 1)).getTime(), until.getTime())
    const hours = await hoursOf(db, exhibitorId, timeZone, { from: begin(day), until: new Date(end) })
    return visitorsByHour(counts, on, hours).map((people, hour) => ({
      at: `${String(hour).padStart(2, '0')}:00`,
      people,
    }))
  }
  return {
    ...{ timeZone, until: until.toISOString(), days, day: place === null ? null : (days[place] ?? null) },
    ...rest,
    before: place === null || place === 0 ? null : headlineOf(counts, place - 1),
    series:
      place === null || query.by === 'day' ? byDay(days, counts, place) : { by: 'hour', visitors: await byHour(place) },
    films: films.map((film) => ({ ...film, name: names.get(film.subject)?.name ?? null })),
    things: things.map((thing) => ({
      ...thing,
      name: names.get(thing.subject)?.name ?? null,
      kind: names.get(thing.subject)?.kind ?? 'gone',
    })),
  }
}

/** From the first day of the salon, or the first anything was seen, up to today or the last such day. */
async function daysOf(db: Database, exhibitorId: string, timeZone: string, now: Date): Promise<string[]> {
  const periods = await db.select().from(period).orderBy(asc(period.startsAt))
  const seen = await seenAt(db, exhibitorId)
  const starts = [...periods.map(({ startsAt }) => startsAt), ...(seen ?? [])].map((at) => dateIn(timeZone, at))
  // A period ends with the midnight after its last day.
  const ends = periods.map(({ endsAt }) => dateIn(timeZone, new Date(endsAt.getTime() - 1)))
  const sorted = [...starts, ...ends].toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const [end = last] = [dateIn(timeZone, now), last].toSorted()
  const days: string[] = []
  for (let day = end; day >= first && days.length < MOST_DAYS; day = addDays(day, -1)) days.unshift(day)
  return days
}

/** Which of `days` is asked for: one, or all of them. */
function placeOf(days: readonly string[], { from, to, by }: FiguresQuery): Place {
  const [first, last] = [from ?? days[0], to ?? days.at(-1)]
  if (first !== undefined && first === last && (from !== undefined || to !== undefined)) {
    const place = days.indexOf(first)
    if (place === -1) throw new Refused('malformed', { field: from === undefined ? 'to' : 'from' })
    return place
  }
  if (first !== days[0]) throw new Refused('malformed', { field: 'from' })
  if (last !== days.at(-1)) throw new Refused('malformed', { field: 'to' })
  if (by === 'hour') throw new Refused('malformed', { field: 'by' })
  return null
}

function byDay(days: readonly string[], counts: BoothCounts, place: Place): BoothFigures['series'] {
  const visitors = visitorsByDay(counts).map((people, at) => ({ at: days[at] ?? '', people }))
  return { by: 'day', visitors: place === null ? visitors : visitors.slice(place, place + 1) }
}

type Named = Pick<ThingFigures, 'kind'> & { readonly name: Localized }

/** What the booth shows, by id, and at null the booth itself. */
async function namesOf(db: Database, exhibitorId: string): Promise<ReadonlyMap<string | null, Named>> {
  const [row] = await db.select().from(exhibitor).where(eq(exhibitor.id, exhibitorId))
  if (!row) throw new Refused('not-found')
  const sessions = await db.select().from(session).where(eq(session.exhibitorId, exhibitorId))
  return new Map<string | null, Named>([
    [null, { kind: 'booth', name: row.name }],
    ...sessions.map(({ id, title }) => [id, { kind: 'session', name: title }] as const),
    ...(row.details?.products ?? []).map(({ id, name }) => [id, { kind: 'product', name }] as const),
    ...(row.details?.materials ?? []).map(({ id, name }) => [id, { kind: 'material', name }] as const),
  ])
}
