/** An embedded database with our tables and nothing in them, made once and copied: making one takes seconds. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openDatabase } from '../../game-server/db/open.ts'

const root = resolve(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/alleya')

/** A data directory of one's own with an empty database in it. */
export async function emptyDataDir(): Promise<string> {
  const template = join(cache, `empty-${fingerprint()}`)
  if (!existsSync(template)) await make(template)
  const dataDir = mkdtempSync(join(tmpdir(), 'alleya-'))
  cpSync(template, dataDir, { recursive: true })
  return dataDir
}

async function make(template: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const making = mkdtempSync(join(cache, 'making-'))
  const { close } = await openDatabase({ databaseUrl: null, dataDir: making })
  await close()
  try {
    renameSync(making, template)
  } catch {
    // Another test was quicker.
    rmSync(making, { recursive: true })
  }
}

/** What the template is made of: the migrations and the database itself. */
function fingerprint(): string {
  const migrations = join(root, 'game-server/db/migrations')
  const hash = createHash('sha256')
  const files = readdirSync(migrations, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(sql|json)$/.test(file),
  )
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(migrations, file)))
  hash.update(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json')))
  return hash.digest('hex').slice(0, 16)
}
