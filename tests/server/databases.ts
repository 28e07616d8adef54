/** The databases a salon can stand on, each fresh and of our own, for suites that must pass on all of them. */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from '../../game-server/db/database.ts'
import { type OpenDatabase, openDatabase } from '../../game-server/db/open.ts'
import { emptyDataDir } from './empty-database.ts'

// Milliseconds: the first one to come makes the template.
const PATIENCE = 180_000

const server = process.env.TEST_DATABASE_URL

/** Runs `suite` on PGlite and, where TEST_DATABASE_URL names a server, on PostgreSQL. */
export function onEveryDatabase(suite: (db: () => Database) => void): void {
  describe('on PGlite', () => suite(opened(() => ({ databaseUrl: null, forget: async () => {} }))))
  describe.skipIf(!server)(`on PostgreSQL${server ? '' : ' (skipped: TEST_DATABASE_URL is not set)'}`, () =>
    suite(opened(freshPostgres)),
  )
}

function opened(make: () => Fresh | Promise<Fresh>): () => Database {
  let open: OpenDatabase
  let fresh: Fresh
  let dataDir: string
  beforeAll(async () => {
    dataDir = await emptyDataDir()
    fresh = await make()
    open = await openDatabase({ databaseUrl: fresh.databaseUrl, dataDir })
  }, PATIENCE)
  afterAll(async () => {
    await open.close()
    await fresh.forget()
    rmSync(dataDir, { recursive: true })
  })
  return () => open.db
}

interface Fresh {
  readonly databaseUrl: string | null
  forget(): Promise<void>
}

/** A new database on the test server. */
async function freshPostgres(): Promise<Fresh> {
  const name = `alleya_${randomUUID().replaceAll('-', '')}`
  const asked = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await asked(`create database ${name}`)
  const databaseUrl = new URL(server ?? '')
  databaseUrl.pathname = `/${name}`
  return { databaseUrl: databaseUrl.href, forget: () => asked(`drop database ${name} with (force)`) }
}
