/**
 * A salon two weeks after it opened: the demo's exhibitors, each person somebody, few of them very busy, few booths very
 * popular. The same in every run but for the time, which ends an hour ago.
 */
import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../game-server/db/database.ts'
import { seedDemo } from '../../../game-server/import/demo.ts'
import { collected } from './seed-collected.ts'
import { people } from './seed-people.ts'
import { said } from './seed-said.ts'
import { visits } from './seed-visits.ts'

/** How many there are. */
export interface Scale {
  readonly visitors: number
  readonly interactions: number
}

/** Ids are made of a number, as random ones look: nothing is in the order of its id. */
const uuidOf = (text: string): string => {
  const hex = createHash('md5').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Somebody by number, the busiest first; `seed-people.ts` calls them the same. */
export const visitor = (n: number) => ({
  personId: uuidOf(`visitor ${n}`),
  userId: uuidOf(`user ${n}`),
  email: `visitor-${n}@example.org`,
})

/** Fills an empty database. */
export async function seed(db: Database, scale: Scale): Promise<void> {
  await seedDemo(db, new Date(Date.now() - 14 * 24 * 60 * 60_000))
  await db.transaction(async (tx) => {
    for (const statement of PREPARATIONS) await tx.execute(statement)
    const indexes = await dropIndexes(tx)
    for (const statement of [...people(scale), ...visits(scale), ...collected(scale), ...said]) {
      await tx.execute(statement)
    }
    for (const { definition } of indexes) await tx.execute(sql.raw(definition))
  })
  await db.execute(sql`vacuum analyze`)
}

const PREPARATIONS: readonly SQL[] = [
  // Every row is about somebody who is there: nothing to check.
  sql`set local session_replication_role = replica`,
  sql`set local work_mem = '256MB'`,
  sql`set local maintenance_work_mem = '512MB'`,
  // A number from 0 to 1 for each `n`, another one for each `salt`.
  sql`create function pg_temp.chance(n bigint, salt integer) returns double precision language sql immutable
    as 'select (hashint8extended(n, salt) & 2147483647)::double precision / 2147483648'`,
  sql`create function pg_temp.chance(n text, salt integer) returns double precision language sql immutable
    as 'select (hashtextextended(n, salt) & 2147483647)::double precision / 2147483648'`,
  sql`create function pg_temp.visitor(n bigint) returns text language sql immutable
    as 'select md5(''visitor '' || n)::uuid::text'`,
  // The more a booth shows, the more people come.
  sql`create temporary table bench_booth on commit drop as
    select id, name, row_number() over (order by details is null, md5(id)) - 1 as place,
      array(select item ->> 'id' from jsonb_array_elements(details -> 'products') item) as products,
      array(select item ->> 'id' from jsonb_array_elements(details -> 'materials') item) as materials
    from exhibitor`,
]

/** Millions of rows are put in much faster without. */
async function dropIndexes(db: Database): Promise<{ readonly definition: string }[]> {
  const indexes = await db
    .select({ name: sql<string>`c.relname`, definition: sql<string>`pg_get_indexdef(i.indexrelid)` })
    .from(sql`pg_index i join pg_class c on c.oid = i.indexrelid`)
    .where(
      sql`c.relnamespace = 'public'::regnamespace
        and not exists (select 1 from pg_constraint where conindid = i.indexrelid)`,
    )
  for (const { name } of indexes) await db.execute(sql.raw(`drop index "${name}"`))
  return indexes
}
