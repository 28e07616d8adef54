import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { type FootfallSum, type Span, toldHours, wholeMinutes } from '../../shared/figures/footfall.ts'
import type { HeatMap } from '../../shared/figures/footfall-model.ts'
import { MIN_GROUP } from '../../shared/figures/small-groups.ts'
import { SALON } from '../../shared/people/rights.ts'
import type { Database } from '../db/database.ts'
import { footfall } from '../db/schema/footfall.ts'
import { hall } from '../db/schema/plan.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/**
 * Adds what one instance of a hall counted to what is there. Seconds add up. Of people the larger count stands: somebody
 * who goes from instance to instance is one person still.
 */
export async function addFootfall(db: Database, hallId: string, { hour, cells, ...sum }: FootfallSum): Promise<void> {
  const at = sql`${new Date(hour).toISOString()}::timestamptz`
  // Cells in one order, whoever writes: two who write at once wait for each other, and never both.
  await db.execute(sql`
    with cells as (
      insert into footfall (hall_id, hour, x, z, seconds, people)
      select ${hallId}::text, ${at}, x, z, seconds, people
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
        as counted(x smallint, z smallint, seconds integer, people smallint)
      order by x, z
      on conflict (hall_id, hour, x, z) do update
      set seconds = footfall.seconds + excluded.seconds, people = greatest(footfall.people, excluded.people)
    )
    insert into footfall_hall (hall_id, hour, seconds, people)
    values (${hallId}::text, ${at}, ${sum.seconds}::integer, ${sum.people}::integer)
    on conflict (hall_id, hour) do update
    set seconds = footfall_hall.seconds + excluded.seconds, people = greatest(footfall_hall.people, excluded.people)`)
}

/**
 * Where people were in a hall: cells that enough people were in, hour by hour, added up over whole hours that are over.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function heatMap(
  db: Database,
  caller: rights.Caller | null,
  hallId: string,
  asked: Span,
  now = Date.now(),
): Promise<HeatMap> {
  await requireFigures(db, caller)
  if ((await db.$count(hall, eq(hall.id, hallId))) === 0) throw new Refused('not-found')
  const { from, to } = toldHours(asked, now)
  const rows = await db
    .select({ x: footfall.x, z: footfall.z, seconds: sql<string>`sum(${footfall.seconds})` })
    .from(footfall)
    .where(
      and(
        ...[eq(footfall.hallId, hallId), gte(footfall.hour, new Date(from)), lt(footfall.hour, new Date(to))],
        gte(footfall.people, MIN_GROUP),
      ),
    )
    .groupBy(footfall.x, footfall.z)
    .orderBy(footfall.z, footfall.x)
  return {
    ...spanOf({ from, to }),
    hallId,
    cells: rows.map(({ x, z, seconds }) => ({ x, z, minutes: wholeMinutes(Number(seconds)) })),
  }
}

/** Of everything that organizers see counted: asks for the right to it. */
export const requireFigures = (db: Database, caller: rights.Caller | null) =>
  rights.require(db, caller, 'salon.read-figures', SALON)

/** As the API tells it. */
export const spanOf = ({ from, to }: Span): { from: string; to: string } => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
})
