/** A salon of our own, booted in this process on a free port: the demo, without its rehearsal crowd. */
import { rmSync } from 'node:fs'
import { readConfig } from '../../game-server/config.ts'
import type { Database } from '../../game-server/db/database.ts'
import { openDatabase } from '../../game-server/db/open.ts'
import type { DemoAccount } from '../../game-server/import/demo-accounts.ts'
import { openSalon } from '../../game-server/open-salon.ts'
import { emptyDataDir } from './empty-database.ts'

export interface TestSalon {
  readonly url: string
  readonly demoAccounts: readonly DemoAccount[]
  readonly dataDir: string
  close(): Promise<void>
}

/**
 * `settings` are environment variables; `prepare` puts into the empty database what has to be there before it opens.
 * Takes some seconds: the demo is put into its database, too.
 */
export async function openTestSalon(
  settings: Record<string, string> = {},
  prepare?: (db: Database) => Promise<void>,
): Promise<TestSalon> {
  const dataDir = await emptyDataDir()
  if (prepare) {
    const { db, close } = await openDatabase({ databaseUrl: null, dataDir })
    await prepare(db)
    await close()
  }
  const quiet = { PORT: '0', DATA_DIR: dataDir, DEMO_CROWD: '0', LOG_LEVEL: 'fatal' }
  const salon = await openSalon(readConfig({ ...quiet, ...settings }))
  return {
    url: salon.url,
    demoAccounts: salon.demoAccounts,
    dataDir,
    async close() {
      await salon.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
