import { isDeepStrictEqual } from 'node:util'
import { getTableColumns, type InferInsertModel, inArray, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Database } from '../db/database.ts'

type Outcome = 'created' | 'updated' | 'unchanged'

/** What became of each record, by id. */
export type Outcomes = Map<string, Outcome>

export type Tally = Readonly<Record<Outcome, number>>

export function tallyOf(outcomes: Outcomes): Tally {
  const tally = { created: 0, updated: 0, unchanged: 0 }
  for (const outcome of outcomes.values()) tally[outcome]++
  return tally
}

// PostgreSQL takes at most 65,535 parameters a statement.
const ROWS_AT_ONCE = 500

/**
 * Makes the records with these ids be as given: new ones are inserted, different ones updated, equal ones left alone.
 * Columns that `rows` do not name keep their values. All rows name the same columns; ids must not repeat.
 */
export async function put<T extends PgTable & { readonly id: PgColumn }>(
  db: Database,
  table: T,
  rows: readonly (InferInsertModel<T> & { readonly id: string })[],
): Promise<Outcomes> {
  const outcomes: Outcomes = new Map()
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const batch = rows.slice(start, start + ROWS_AT_ONCE)
    const present = await presentRows(db, table, batch)
    for (const row of batch) outcomes.set(row.id, outcomeOf(present.get(row.id), row))
    const news = batch.filter((row) => outcomes.get(row.id) !== 'unchanged')
    if (news.length > 0) {
      await db
        .insert(table)
        .values(news)
        .onConflictDoUpdate({ target: table.id, set: columnsOf(table, news) })
    }
  }
  return outcomes
}

async function presentRows(
  db: Database,
  table: PgTable & { readonly id: PgColumn },
  rows: readonly { readonly id: string }[],
): Promise<Map<string, Record<string, unknown>>> {
  const ids = rows.map(({ id }) => id)
  const present: Record<string, unknown>[] = await db.select().from(table).where(inArray(table.id, ids))
  return new Map(present.map((row) => [String(row.id), row]))
}

function outcomeOf(before: Record<string, unknown> | undefined, wanted: object): Outcome {
  if (before === undefined) return 'created'
  const same = Object.entries(wanted).every(([column, value]) => isDeepStrictEqual(before[column], value))
  return same ? 'unchanged' : 'updated'
}

/** Assignments of an upsert: every column the rows name takes the value it came with. */
function columnsOf(table: PgTable, rows: readonly object[]): Record<string, unknown> {
  const named = new Set(rows.flatMap(Object.keys))
  const columns = Object.keys(getTableColumns(table)).filter((column) => named.has(column))
  return Object.fromEntries(columns.map((column) => [column, sql.raw(`excluded.${toSnakeCase(column)}`)]))
}
