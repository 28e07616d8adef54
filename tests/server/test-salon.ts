/** A salon of our own, booted in this process on a free port: the demo, without its rehearsal crowd. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../game-server/config.ts'
import { openSalon } from '../../game-server/open-salon.ts'

export interface TestSalon {
  readonly url: string
  readonly dataDir: string
  close(): Promise<void>
}

/** `settings` are environment variables. Takes some seconds: a database is made and the demo put into it. */
export async function openTestSalon(settings: Record<string, string> = {}): Promise<TestSalon> {
  const dataDir = mkdtempSync(join(tmpdir(), 'alleya-salon-'))
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
