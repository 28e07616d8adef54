import { and, eq, gte, lt } from 'drizzle-orm'
import { type FootfallSum, mayBeTold, type Span, toldHours, wholeMinutes } from '../../shared/figures/footfall.ts'
import type { HeatMap } from '../../shared/figures/footfall-model.ts'
import { SALON } from '../../shared/people/rights.ts'
import type { Database } from '../db/database.ts'
import { footfall } from '../db/schema/footfall.ts'
import { hall } from '../db/schema/plan.ts'
import { added, cellOfPlace, eachCell, packed, placeOf } from './footfall-cells.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/** Adds what one instance of a hall counted within an hour to what is there. */
export async function addFootfall(
  db: Database,
  hallId: string,
  { hour, seconds, people, cells }: FootfallSum,
): Promise<void> {
  const at = new Date(hour)
  const isThis = and(eq(footfall.hallId, hallId), eq(footfall.hour, at))
  await db.transaction(async (tx) => {
    const none = { seconds: 0, people: 0, cells: packed([]) }
    await tx
      .insert(footfall)
      .values({ hallId, hour: at, ...none })
      .onConflictDoNothing()
    // Instances of one hall take their turns here.
    const [before = none] = await tx.select().from(footfall).where(isThis).for('update')
    const sum = { seconds: before.seconds + seconds, people: Math.max(before.people, people) }
    await tx
      .update(footfall)
      .set({ ...sum, cells: packed(added(before.cells, cells)) })
      .where(isThis)
  })
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
    .select({ cells: footfall.cells })
    .from(footfall)
    .where(and(eq(footfall.hallId, hallId), gte(footfall.hour, new Date(from)), lt(footfall.hour, new Date(to))))
  const sums = new Map<number, number>()
  for (const { cells } of rows)
    eachCell(cells, (x, z, seconds, people) => {
      const place = placeOf(x, z)
      if (mayBeTold({ people })) sums.set(place, (sums.get(place) ?? 0) + seconds)
    })
  const told = [...sums].toSorted(([a], [b]) => a - b)
  return {
    ...spanOf({ from, to }),
    hallId,
    cells: told.map(([place, seconds]) => ({ ...cellOfPlace(place), minutes: wholeMinutes(seconds) })),
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
