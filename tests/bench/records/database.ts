/** A database of our own to measure, set as it comes; nothing of it is left afterwards, whatever happens. */
import { execFileSync } from 'node:child_process'
import { chownSync, globSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Database } from '../../../game-server/db/database.ts'
import { openDatabase } from '../../../game-server/db/open.ts'
import { whenGone } from './when-gone.ts'

/**
 * Runs `work` on an empty database: the embedded one, or a PostgreSQL that is started for it.
 *
 * @throws Error when PostgreSQL is asked for and is not installed
 */
export async function onFreshDatabase<T>(embedded: boolean, work: (db: Database) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'alleya-records-'))
  const postgres = embedded ? null : postgresIn(folder)
  const clear = whenGone(folder, postgres?.stop ?? [])
  try {
    const { db, close } = await openDatabase({ databaseUrl: postgres && (await postgres.start()), dataDir: folder })
    try {
      return await work(db)
    } finally {
      await close()
    }
  } finally {
    await clear()
  }
}

/** What a database does more slowly so that nothing is lost. */
const CARE = { fsync: 'off', autovacuum: 'off', max_wal_size: "'16GB'" }

/** While PostgreSQL is filled by `work`, a crash may lose everything; afterwards it is set as it comes. */
export async function withoutCare(db: Database, work: () => Promise<void>): Promise<void> {
  for (const [name, value] of Object.entries(CARE)) await db.execute(sql.raw(`alter system set ${name} = ${value}`))
  await db.execute(sql`select pg_reload_conf()`)
  await work()
  await db.execute(sql`checkpoint`)
  await db.execute(sql`alter system reset all`)
  await db.execute(sql`select pg_reload_conf()`)
}

interface Postgres {
  readonly stop: readonly string[]
  /** @returns its address */
  start(): Promise<string>
}

function postgresIn(folder: string): Postgres {
  const bin = globSync('/usr/lib/postgresql/*/bin').sort().at(-1)
  if (!bin) throw new Error('PostgreSQL is not installed: install it, or measure with --pglite.')
  const root = process.getuid?.() === 0
  const command = (program: string, ...args: string[]): [string, ...string[]] => {
    const asked = [join(bin, program), '-D', join(folder, 'data'), ...args]
    // It refuses to run as root.
    return root ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...asked] : ['env', ...asked]
  }
  const run = ([program, ...args]: [string, ...string[]]) =>
    execFileSync(program, args, { stdio: 'ignore', cwd: folder })
  return {
    stop: command('pg_ctl', '-m', 'immediate', 'stop'),
    async start() {
      const id = (which: '-u' | '-g') => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }))
      if (root) chownSync(folder, id('-u'), id('-g'))
      run(command('initdb', '-U', 'alleya', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'))
      const port = await freePort()
      const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`
      run(command('pg_ctl', '-w', '-o', settings, '-l', join(folder, 'log'), 'start'))
      return `postgres://alleya@127.0.0.1:${port}/postgres`
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
