import { and, asc, gte, lt, sql } from 'drizzle-orm'
import { HOUR, mayBeTold, type Span, toldHours } from '../../shared/figures/footfall.ts'
import {
  type BoothFigures,
  type BoothOrder,
  type HallFigures,
  type HourFigures,
  inBoothOrder,
} from '../../shared/figures/footfall-model.ts'
import { shownParts } from '../../shared/figures/small-groups.ts'
import type { Database } from '../db/database.ts'
import { footfall } from '../db/schema/footfall.ts'
import { requireFigures, spanOf } from './footfall.ts'
import { alleyKey, boothKey, countsOf, hallKey, rowsOf, SALON_KEY, within } from './footfall-counts.ts'
import { keptAnswer } from './footfall-kept.ts'
import { type BoothAt, placesOf } from './footfall-places.ts'
import { Refused } from './refused.ts'
import type * as rights from './rights.ts'

/** What hours are asked of. */
export interface Subject {
  readonly of: 'salon' | 'hall' | 'alley' | 'booth'
  readonly id?: string | undefined
}

/**
 * The salon, its halls and its alleys: who came to booths there, and when a hall was fullest.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function hallFigures(
  db: Database,
  caller: rights.Caller | null,
  asked: Span,
  now = Date.now(),
): Promise<HallFigures> {
  await requireFigures(db, caller)
  const span = toldHours(asked, now)
  const places = await placesOf(db)
  const counted = await countsOf(db, places, span)
  const fullest = await busiestHours(db, span)
  return {
    ...spanOf(span),
    salon: counted(SALON_KEY),
    halls: places.halls.map(({ id, name }) => ({
      ...{ hallId: id, name, ...counted(hallKey(id)) },
      busiest: fullest.get(id) ?? null,
    })),
    alleys: places.alleys.flatMap(({ id, hallId, name }) => {
      const booths = places.booths.filter(({ alleyId }) => alleyId === id).length
      return booths > 0 ? [{ alleyId: id, hallId, name, booths, ...counted(alleyKey(id)) }] : []
    }),
  }
}

/**
 * Every booth that somebody stands at. An exhibitor with two booths has the same visitors at both.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function boothFigures(
  db: Database,
  caller: rights.Caller | null,
  asked: Span,
  order: BoothOrder,
  now = Date.now(),
): Promise<BoothFigures> {
  await requireFigures(db, caller)
  const span = toldHours(asked, now)
  const places = await placesOf(db)
  const counted = await countsOf(db, places, span)
  const rows = places.booths.map((booth) => ({ ...booth, ...counted(boothKey(booth)) }))
  return { ...spanOf(span), booths: inBoothOrder(rows, order) }
}

/**
 * Different people hour by hour at the booths of the salon, a hall or an alley, or at one.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function hourFigures(
  db: Database,
  caller: rights.Caller | null,
  subject: Subject,
  asked: Span,
  now = Date.now(),
): Promise<HourFigures> {
  await requireFigures(db, caller)
  const span = toldHours(asked, now)
  const there = (await placesOf(db)).booths.filter((one) => belongs(one, subject))
  if (there.length === 0 && subject.of !== 'salon') throw new Refused('not-found')
  const booths = JSON.stringify(there.map(({ exhibitorId }) => exhibitorId))
  // The last row is of all hours together.
  const rows = await keptAnswer(db, `hours ${span.from} ${span.to} ${booths}`, () =>
    rowsOf<{ hour: string | null; people: number }>(
      db,
      sql`
    select extract(epoch from hour)::bigint::text as hour, count(distinct person_id)::integer as people
    from (
      select date_trunc('hour', at, 'UTC') as hour, person_id from interaction
      where kind in ('entered', 'stayed') and ${within(span)}
        and exhibitor_id in (select jsonb_array_elements_text(${booths}::jsonb))
      group by 1, 2
    ) as each
    group by grouping sets ((hour), ()) order by each.hour nulls last`,
    ),
  )
  const hours = rows.flatMap(({ hour, people }) => (hour === null ? [] : [{ at: Number(hour) * 1000, people }]))
  const people = hours.map((one) => one.people)
  const shown = shownParts(people, rows.at(-1)?.people ?? 0).parts
  return {
    ...spanOf(span),
    hours: hours.map((one, i) => ({ at: new Date(one.at).toISOString(), visitors: shown[i] ? one.people : null })),
  }
}

const belongs = (booth: BoothAt, { of, id }: Subject): boolean =>
  of === 'salon' || id === { hall: booth.hallId, alley: booth.alleyId, booth: booth.boothId }[of]

/** By hall: the hour in which most were there, of those that may be told. */
async function busiestHours(
  db: Database,
  { from, to }: Span,
): Promise<ReadonlyMap<string, { readonly at: string; readonly people: number }>> {
  const rows = await db
    .select({ hallId: footfall.hallId, hour: footfall.hour, seconds: footfall.seconds, people: footfall.people })
    .from(footfall)
    .where(and(gte(footfall.hour, new Date(from)), lt(footfall.hour, new Date(to))))
    .orderBy(asc(footfall.seconds))
  return new Map(
    rows
      .filter(mayBeTold)
      .map(({ hallId, hour, seconds }) => [
        hallId,
        { at: hour.toISOString(), people: Math.max(1, Math.round((seconds * 1000) / HOUR)) },
      ]),
  )
}
