/** A salon of our own, booted in this process on a free port: the demo, without its rehearsal crowd. */
import { rmSync } from 'node:fs'
import { readConfig } from '../../game-server/config.ts'
import { openSalon } from '../../game-server/open-salon.ts'
import { emptyDataDir } from './empty-database.ts'

export interface TestSalon {
  readonly url: string
  readonly dataDir: string
  close(): Promise<void>
}

/** `settings` are environment variables. Takes some seconds: the demo is put into its database. */
export async function openTestSalon(settings: Record<string, string> = {}): Promise<TestSalon> {
  const dataDir = await emptyDataDir()
  const quiet = { PORT: '0', DATA_DIR: dataDir, DEMO_CROWD: '0', LOG_LEVEL: 'fatal' }
  const salon = await openSalon(readConfig({ ...quiet, ...settings }))
  return {
    url: salon.url,
    dataDir,
    async close() {
      await salon.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
