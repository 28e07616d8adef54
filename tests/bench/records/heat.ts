import assert from 'node:assert/strict'
import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { integer, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import type { Database } from '../../../game-server/db/database.ts'
import { moment } from '../../../game-server/db/schema/columns.ts'
import { footfall } from '../../../game-server/db/schema/footfall.ts'
import { roleGrant } from '../../../game-server/db/schema/role-grant.ts'
import { heatMap } from '../../../game-server/services/footfall.ts'
import { eachCell, packed } from '../../../game-server/services/footfall-cells.ts'
import { currentPlan } from '../../../game-server/services/plans.ts'
import { type CellSum, FOOTFALL_CELL, HOUR, hourOf, wholeMinutes } from '../../../shared/figures/footfall.ts'
import { MIN_GROUP } from '../../../shared/figures/small-groups.ts'
import { hallsOf } from '../../../shared/floorplan/model.ts'
import { randomFrom } from '../../../shared/floorplan/random.ts'
import { SALON } from '../../../shared/people/rights.ts'
import { p95, pretending, rounded, worstP95 } from './measure.ts'
import { visitor } from './seed.ts'

const DAY = 24 * HOUR
const DAYS = 14

/** Where people were, as organizers see it over the map; and the same from a row a cell and hour. */
export async function heatFigures(db: Database): Promise<Record<string, number>> {
  const until = hourOf(Date.now()) - HOUR
  const halls = await walk(db, until)
  const organizer = visitor(2)
  await db
    .insert(roleGrant)
    .values({ ...organizer, role: 'organizer', scopeKind: SALON.kind, scopeId: SALON.id })
    .onConflictDoNothing()
  const over =
    (days: number, from = db) =>
    (n: number) =>
      heatMap(from, organizer, halls[n % halls.length] ?? '', { from: until - days * DAY, to: until })
  const heatmapP95Ms = await worstP95('heat map', { 'two weeks': over(DAYS), 'a day': over(1) })
  const wholeMs = await p95(over(DAYS))
  const naiveMs = await pretending(db, ROWS, async (tx) => {
    await unpack(tx)
    const summed = (n: number) => summedUp(tx, halls[n % halls.length] ?? '', until - DAYS * DAY, until)
    for (const n of halls.keys()) assert.deepEqual(await summed(n), (await over(DAYS, tx)(n)).cells)
    return p95(summed, 10)
  })
  return { heatmapP95Ms, heatmapByRowsP95Ms: naiveMs, heatmapByRowsRatio: rounded(naiveMs / wholeMs) }
}

/** Two weeks of walking: most of the floor, by day and by night. */
async function walk(db: Database, until: number): Promise<string[]> {
  const random = randomFrom(2021)
  const plan = (await currentPlan(db))?.plan
  const halls = plan ? hallsOf(plan) : []
  for (const { id, width, depth } of halls) {
    const [columns, rows] = [width, depth].map((side) => Math.floor(side / FOOTFALL_CELL)) as [number, number]
    const hours = Array.from({ length: DAYS * 24 }, (_, n) => {
      const cells = Array.from({ length: columns * rows }, (_, i): CellSum | null =>
        random() < 0.8
          ? {
              ...{ x: (i % columns) - (columns >> 1), z: Math.floor(i / columns) - (rows >> 1) },
              ...{ seconds: 1 + Math.floor(3600 * random() ** 3), people: 1 + Math.floor(random() * MIN_GROUP) },
            }
          : null,
      ).filter((cell) => cell !== null)
      const seconds = cells.reduce((sum, cell) => sum + cell.seconds, 0)
      return { hallId: id, hour: new Date(until - (n + 1) * HOUR), seconds, people: 500, cells: packed(cells) }
    })
    await db.insert(footfall).values(hours)
  }
  await db.execute(sql`vacuum analyze footfall`)
  return halls.map(({ id }) => id)
}

const cell = pgTable('bench_cell', {
  ...{ hallId: text().notNull(), hour: moment().notNull(), x: smallint().notNull(), z: smallint().notNull() },
  ...{ seconds: integer().notNull(), people: smallint().notNull() },
})

const ROWS = [
  `create temporary table bench_cell (hall_id text, hour timestamptz, x smallint, z smallint, seconds integer,
    people smallint, primary key (hall_id, hour, x, z)) on commit drop`,
]

async function unpack(db: Database): Promise<void> {
  for (const { hallId, hour, cells } of await db.select().from(footfall)) {
    const rows: (typeof cell.$inferInsert)[] = []
    eachCell(cells, (x, z, seconds, people) => rows.push({ hallId, hour, x, z, seconds, people }))
    if (rows.length > 0) await db.insert(cell).values(rows)
  }
  await db.execute(sql`analyze bench_cell`)
}

async function summedUp(db: Database, hallId: string, from: number, to: number) {
  const rows = await db
    .select({ x: cell.x, z: cell.z, seconds: sql<string>`sum(${cell.seconds})` })
    .from(cell)
    .where(
      and(
        ...[eq(cell.hallId, hallId), gte(cell.hour, new Date(from)), lt(cell.hour, new Date(to))],
        gte(cell.people, MIN_GROUP),
      ),
    )
    .groupBy(cell.x, cell.z)
    .orderBy(cell.z, cell.x)
  return rows.map(({ x, z, seconds }) => ({ x, z, minutes: wholeMinutes(Number(seconds)) }))
}
