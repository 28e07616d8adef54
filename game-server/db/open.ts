import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { sql } from 'drizzle-orm'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import { CannotStart } from '../cannot-start.ts'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { lockDirectory } from './directory-lock.ts'
import * as schema from './schema/index.ts'

export interface OpenDatabase {
  readonly db: Database
  close(): Promise<void>
}

const migrations = { migrationsFolder: join(import.meta.dirname, 'migrations') }
const options = { schema, casing: 'snake_case' } as const

/**
 * The salon's database, migrated to the present schema: PostgreSQL where `databaseUrl` says so, otherwise the embedded
 * one in `dataDir`.
 *
 * @throws CannotStart when it cannot be reached, is held by another process, or is newer than this program
 */
export function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<OpenDatabase> {
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openEmbedded(config.dataDir)
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const unlock = await lockDirectory(dataDir)
  try {
    const client = await PGlite.create(join(dataDir, 'database'), { extensions: { pg_trgm, btree_gin } })
    const db = drizzlePglite(client, options)
    await migratePglite(db, migrations)
    return {
      db,
      async close() {
        await client.close()
        await unlock()
      },
    }
  } catch (error) {
    await unlock()
    throw new CannotStart(
      `The embedded database in ${dataDir} does not open (${sentenceOf(error)}). Restore it from a copy, or use another DATA_DIR.`,
      { cause: error },
    )
  }
}

async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 5000,
    application_name: 'alleya',
  })
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  try {
    await migrateOneAtATime(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return { db: drizzlePostgres(pool, options), close: () => pool.end() }
}

/** Several processes of one salon start together; the first migrates, the others wait for it. */
async function migrateOneAtATime(pool: pg.Pool): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new CannotStart(`Cannot reach the database (${sentenceOf(error)}). Check DATABASE_URL.`, { cause: error })
  })
  try {
    const db = drizzlePostgres(client, options)
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`)
    await migratePostgres(db, migrations)
    await requireCyrillic(db)
    await db.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`)
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(`The database refuses our schema (${sentenceOf(error)}).`, { cause: error })
  } finally {
    client.release()
  }
}

// Any number nobody else on that database server uses.
const MIGRATION_LOCK = 20_200_501

/** A database made with the locale «C» does not know Cyrillic letters as letters: search would find no Russian word. */
async function requireCyrillic(db: Database): Promise<void> {
  const [row] = await db
    .select({ known: sql<boolean>`cardinality(show_trgm('аллея')) > 0` })
    .from(sql`(values (1)) one`)
  if (!row?.known) {
    throw new CannotStart(
      'The database was created with the locale «C», which does not know Russian letters: create it with C.UTF-8 or ru_RU.UTF-8.',
    )
  }
}

function sentenceOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return String(cause)
  return cause.message || ((cause as NodeJS.ErrnoException).code ?? cause.name)
}
