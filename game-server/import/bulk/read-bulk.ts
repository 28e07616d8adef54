import { mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { type BulkRow, TABLE_NAMES, TABLES, type TableName, WHOSE } from '../../../shared/booth/bulk/tables.ts'
import type { ArchivedFile, Bulk } from '../../services/bulk-content.ts'
import { Refused } from '../../services/refused.ts'
import { BadCsv, csvTable } from '../csv-rows.ts'
import { textOf } from '../text-file.ts'
import { Unusable } from '../unusable.ts'
import { Archive } from './archive.ts'
import { UnreadableBulk } from './unreadable.ts'

const MOST_ROWS = 20_000
/** How long what an ended process left lies about, milliseconds. */
const LEFT = 24 * 3600 * 1000

/**
 * A folder of one import, for what is sent and unpacked.
 *
 * @param dataDir where the server keeps its data
 */
export async function importFolder(dataDir: string, now: Date): Promise<string> {
  const all = join(dataDir, 'imports')
  await mkdir(all, { recursive: true })
  for (const name of await readdir(all)) {
    const path = join(all, name)
    const stats = await stat(path).catch(() => null)
    if (stats && stats.mtimeMs < now.getTime() - LEFT) await rm(path, { recursive: true, force: true })
  }
  return mkdtemp(join(all, 'import-'))
}

/**
 * Reads a table of booths, or an archive of tables and files, and hands on what is in it. Everything that was unpacked
 * lies in `folder`, which is the caller's to remove afterwards.
 *
 * @throws UnreadableBulk
 */
export async function withBulk<T>(path: string, folder: string, work: (bulk: Bulk) => Promise<T>): Promise<T> {
  if (!(await isArchive(path))) {
    const rows = await rowsOf('booths', path)
    return work({ rows, file: () => Promise.resolve(null) })
  }
  const archive = await Archive.open(path, folder)
  try {
    const tables = tablesIn(archive.names)
    if (tables.size === 0) throw new UnreadableBulk('no-table')
    const rows: BulkRow[] = []
    for (const table of TABLE_NAMES) {
      const name = tables.get(table)
      if (name !== undefined) rows.push(...(await rowsOf(table, (await unpacked(archive, name)).path)))
    }
    requireFew(rows)
    const base = posix.dirname([...tables.values()][0] ?? '')
    return await work({ rows, file: (name) => archive.file(posix.join(base, name)) })
  } finally {
    archive.close()
  }
}

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(4), position: 0 })
    return buffer.toString('latin1').startsWith('PK')
  } finally {
    await file.close()
  }
}

/** The tables of an archive: all in one folder, the outermost that has any. */
function tablesIn(names: readonly string[]): Map<TableName, string> {
  const found = names.flatMap((name) => {
    const table = TABLE_NAMES.find((one) => posix.basename(name) === `${one}.csv`)
    return table ? [{ table, name, depth: name.split('/').length }] : []
  })
  const outermost = found.toSorted((a, b) => a.depth - b.depth)[0]
  const together = found.filter(({ name }) => outermost && posix.dirname(name) === posix.dirname(outermost.name))
  return new Map(together.map(({ table, name }) => [table, name]))
}

async function unpacked(archive: Archive, name: string): Promise<ArchivedFile> {
  const file = await archive.file(name).catch((error) => {
    if (error instanceof Refused) throw error
    return null
  })
  if (!file) throw new UnreadableBulk('broken', { table: name })
  return file
}

/** The rows of a table. @throws UnreadableBulk */
async function rowsOf(table: TableName, path: string): Promise<BulkRow[]> {
  try {
    const { columns, rows } = await csvTable(await textOf(path))
    requireColumns(table, columns)
    const read: BulkRow[] = []
    for await (const { line, cells } of rows) {
      // Spreadsheets keep rows that somebody emptied.
      if (Object.values(cells).some((cell) => cell !== '')) read.push({ table, line, cells })
      requireFew(read)
    }
    return read
  } catch (error) {
    if (error instanceof BadCsv) throw new UnreadableBulk('not-csv', { table, line: error.line })
    if (error instanceof Unusable) throw new UnreadableBulk('not-a-table', { table })
    throw error
  }
}

function requireColumns(table: TableName, columns: readonly string[]): void {
  const known: readonly string[] = [WHOSE, ...TABLES[table]]
  const unknown = columns.find((column) => !known.includes(column))
  if (unknown !== undefined) throw new UnreadableBulk('unknown-column', { table, line: 1, found: unknown.slice(0, 80) })
  if (!columns.includes(WHOSE)) throw new UnreadableBulk('missing-column', { table, line: 1, found: WHOSE })
}

function requireFew(rows: readonly BulkRow[]): void {
  if (rows.length > MOST_ROWS) throw new UnreadableBulk('too-many-rows', { found: String(MOST_ROWS) })
}
