import { eq, inArray } from 'drizzle-orm'
import { applyRow, type NamedFile, type References } from '../../shared/booth/bulk/apply-row.ts'
import type { BulkReport, BulkWish, RowFault, RowReport } from '../../shared/booth/bulk/report.ts'
import { type BulkRow, filesNamedIn, WHOSE } from '../../shared/booth/bulk/tables.ts'
import type { BoothContent, BoothField } from '../../shared/booth/content.ts'
import { addressOf, RENDITIONS } from '../../shared/files/address.ts'
import { SALON } from '../../shared/people/rights.ts'
import type { Database } from '../db/database.ts'
import { boothDraft } from '../db/schema/booth-content.ts'
import { exhibitor, tag } from '../db/schema/exhibitor.ts'
import { documentOf, fieldsChanged } from './booth-content.ts'
import { checked } from './booth-content-check.ts'
import { openDraft, write } from './booth-content-draft.ts'
import { putOut } from './booth-content-publish.ts'
import { suitablePavilions } from './booth-pavilions.ts'
import type { FileDeps } from './files.ts'
import { broughtBefore, type IncomingFile, takeIn } from './files-intake.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

export type ArchivedFile = IncomingFile

/** What an import brings. */
export interface Bulk {
  readonly rows: readonly BulkRow[]
  /** A file that came along, by its name; null: there is none. @throws Refused `disk-full`; others when its bytes cannot be read */
  file(name: string): Promise<ArchivedFile | null>
}

/**
 * The same for a person.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function importContentAs(
  deps: FileDeps,
  caller: rights.Caller | null,
  read: (work: (bulk: Bulk) => Promise<BulkReport>) => Promise<BulkReport>,
  wish: BulkWish,
  now: Date,
): Promise<BulkReport> {
  const { personId } = await rights.require(deps.db, caller, 'salon.import-content', SALON)
  return read((bulk) => importContent(deps, bulk, wish, personId, now))
}

/**
 * Writes what tables say of many booths into their drafts, all of it or nothing. What rows do not name stays as somebody
 * wrote it last, also while this is at work. `publish` shows visitors what the rows say, and nothing else of a draft.
 *
 * @param by null: the command line
 */
export async function importContent(
  deps: FileDeps,
  bulk: Bulk,
  wish: BulkWish,
  by: string | null,
  now: Date,
): Promise<BulkReport> {
  const { db } = deps
  const told = { unreadable: null, at: now.toISOString() }
  const rows = await addressed(db, bulk.rows)
  const files = await lookedAt(deps, bulk, rows)
  const words = await tagsByName(db)
  const pavilions = await pavilionsOf(db, rows)
  const referring = (exhibitorId: string): References => ({
    file: (name) => files.get(fileKey(exhibitorId, name)) ?? { fault: 'no-such-file', found: name },
    tag: (name) => words.get(name.toLowerCase()) ?? null,
    pavilions: pavilions.get(exhibitorId) ?? [],
  })
  const looked = reportOf(rows, await documentsNow(db, rows), referring, wish)
  if (wish.mode === 'check' || isRejected(looked)) return { ...told, rows: looked, applied: false, published: 0 }
  await takeAll(deps, files, now)
  return db.transaction(async (tx) => {
    const documents = new Map<string, Documents>()
    const opened = new Map<string, Awaited<ReturnType<typeof openDraft>>>()
    // In one order, so that two imports at once wait for each other and not both.
    for (const exhibitorId of exhibitorsIn(rows).sort()) {
      const { row, published } = await openDraft(tx, exhibitorId, now)
      opened.set(exhibitorId, { row, published })
      documents.set(exhibitorId, { draft: row.document, published, writtenAt: row.updatedAt })
    }
    const report = reportOf(rows, documents, referring, wish)
    if (isRejected(report)) return { ...told, rows: report, applied: false, published: 0 }
    let shown = 0
    for (const [exhibitorId, { row, published }] of opened) {
      const next = documents.get(exhibitorId)
      if (!next) continue
      const known = [published, row.document]
      if (fieldsChanged(row.document, next.draft).length > 0) {
        const document = await checked(tx, exhibitorId, next.draft, known)
        await write(tx, row, { document, updatedBy: by, updatedAt: now })
      }
      if (wish.mode === 'publish' && fieldsChanged(published, next.published).length > 0) {
        const document = await checked(tx, exhibitorId, next.published, known)
        await putOut(tx, exhibitorId, document, { publishedBy: by, publishedAt: now, note: '' })
        shown++
      }
    }
    return { ...told, rows: report, applied: true, published: shown }
  })
}

/** A row and whose booth it is about. */
interface Addressed {
  readonly row: BulkRow
  readonly exhibitorId: string | null
  readonly fault: RowFault | null
}

/** What a booth's people have written, and what visitors see; rows change both as they are applied. */
interface Documents {
  draft: BoothContent
  published: BoothContent
  readonly writtenAt: Date | null
}

type Looked = NamedFile | { readonly fault: RowFault; readonly found?: string }

/** Rows name an exhibitor by its id, or by its name, long or short, in either language. */
async function addressed(db: Database, rows: readonly BulkRow[]): Promise<Addressed[]> {
  const { id, name, shortName } = exhibitor
  const all = await db.select({ id, name, shortName }).from(exhibitor)
  const ids = new Set(all.map(({ id }) => id))
  const named = new Map<string, Set<string>>()
  for (const { id, name, shortName } of all)
    for (const one of [name.ru, name.en, shortName.ru, shortName.en]) {
      const key = one.trim().toLowerCase()
      if (key !== '') named.set(key, (named.get(key) ?? new Set()).add(id))
    }
  return rows.map((row) => {
    const cell = row.cells[WHOSE]?.trim() ?? ''
    if (ids.has(cell)) return { row, exhibitorId: cell, fault: null }
    const [id, another] = named.get(cell.toLowerCase()) ?? []
    if (id === undefined) return { row, exhibitorId: null, fault: cell === '' ? 'missing' : 'unknown-exhibitor' }
    return another === undefined
      ? { row, exhibitorId: id, fault: null }
      : { row, exhibitorId: null, fault: 'several-exhibitors' }
  })
}

const exhibitorsIn = (rows: readonly Addressed[]): string[] => [
  ...new Set(rows.flatMap(({ exhibitorId }) => exhibitorId ?? [])),
]

const fileKey = (exhibitorId: string, name: string): string => JSON.stringify([exhibitorId, name])
const fileOf = (key: string): [exhibitorId: string, name: string] => JSON.parse(key) as [string, string]

/** An address that no file has: of those that are not taken yet. */
const NOT_YET = 'A'.repeat(22)

/** What the files are that rows name, by whose and name. Nothing is kept of them yet. */
async function lookedAt(deps: FileDeps, bulk: Bulk, rows: readonly Addressed[]): Promise<Map<string, Looked>> {
  const looked = new Map<string, Looked>()
  for (const { row, exhibitorId } of rows) {
    if (exhibitorId === null) continue
    for (const name of filesNamedIn(row)) {
      const key = fileKey(exhibitorId, name)
      if (!looked.has(key)) looked.set(key, await lookAt(deps, bulk, exhibitorId, name))
    }
  }
  return looked
}

/** A file that waits to be taken. */
interface Waiting extends NamedFile {
  readonly incoming: IncomingFile
}

async function lookAt({ db, keeper }: FileDeps, bulk: Bulk, exhibitorId: string, name: string): Promise<Looked> {
  const incoming = await bulk.file(name).catch((error) => {
    if (error instanceof Refused) throw error
    return 'broken' as const
  })
  if (incoming === 'broken') return { fault: 'broken', found: name }
  if (incoming === null) return { fault: 'no-such-file', found: name }
  const before = await broughtBefore(db, exhibitorId, incoming.sha256)
  if (before) return before
  return orFault(async () => {
    const kind = await keeper.look(incoming.path, incoming.bytes)
    const waiting: Waiting = { kind, address: addressOf(NOT_YET, RENDITIONS[kind][0]), bytes: incoming.bytes, incoming }
    return waiting
  })
}

/** Takes the files that wait; what turns out to be faulty stands in place of the file. */
async function takeAll(deps: FileDeps, files: Map<string, Looked>, now: Date): Promise<void> {
  for (const [key, looked] of files) {
    if (!('incoming' in looked)) continue
    const { incoming } = looked as Waiting
    files.set(key, await orFault(() => takeIn(deps, fileOf(key)[0], incoming, now)))
  }
}

async function orFault(work: () => Promise<NamedFile>): Promise<Looked> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.file)
      return { fault: error.file.fault, ...(error.file.found !== undefined && { found: error.file.found }) }
    if (error.reason === 'no-room') return { fault: 'no-room' }
    throw error
  }
}

async function tagsByName(db: Database): Promise<Map<string, string>> {
  const rows = await db.select().from(tag)
  return new Map(
    rows.flatMap(({ id, name }) => [name.ru, name.en, id].map((word) => [word.toLowerCase(), id] as const)),
  )
}

async function pavilionsOf(db: Database, rows: readonly Addressed[]) {
  const wishing = exhibitorsIn(rows.filter(({ row }) => row.cells.pavilion))
  const found = new Map<string, References['pavilions']>()
  for (const id of wishing) found.set(id, await suitablePavilions(db, id))
  return found
}

/** Drafts and what is published, as they are without holding them. */
async function documentsNow(db: Database, rows: readonly Addressed[]): Promise<Map<string, Documents>> {
  const ids = exhibitorsIn(rows)
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ exhibitor, draft: boothDraft.document, writtenAt: boothDraft.updatedAt })
    .from(exhibitor)
    .leftJoin(boothDraft, eq(boothDraft.exhibitorId, exhibitor.id))
    .where(inArray(exhibitor.id, ids))
  return new Map(
    found.map((row) => {
      const published = documentOf(row.exhibitor)
      return [row.exhibitor.id, { draft: row.draft ?? published, published, writtenAt: row.writtenAt }]
    }),
  )
}

/** What each row does to its booth, one after the other; `documents` are as all of them leave them. */
function reportOf(
  rows: readonly Addressed[],
  documents: Map<string, Documents>,
  referring: (exhibitorId: string) => References,
  wish: BulkWish,
): RowReport[] {
  const unpublished = new Map(
    [...documents].map(([id, { draft, published }]) => [id, fieldsChanged(published, draft)] as const),
  )
  return rows.map(({ row, exhibitorId, fault }) => {
    const { table, line, cells } = row
    const about = { table, line, exhibitor: cells[WHOSE] ?? '', exhibitorId }
    const before = exhibitorId === null ? undefined : documents.get(exhibitorId)
    if (exhibitorId === null || !before) {
      const problems = [{ column: WHOSE, fault: fault ?? 'unknown-exhibitor' }]
      return { ...about, outcome: 'rejected', changes: [], overwrites: [], problems }
    }
    const references = referring(exhibitorId)
    const { document, problems } = applyRow(before.draft, row, references)
    if (problems.length > 0)
      return { ...about, outcome: 'rejected', changes: [], overwrites: [], problems: [...problems] }
    const shown = wish.mode === 'publish' ? applyRow(before.published, row, references).document : before.published
    const changed = [...fieldsChanged(before.draft, document), ...fieldsChanged(before.published, shown)]
    const changes: BoothField[] = [...new Set(changed)]
    const overwrites = fieldsChanged(before.draft, document).filter((one) =>
      unpublished.get(exhibitorId)?.includes(one),
    )
    const isLater = wish.since !== undefined && before.writtenAt !== null && before.writtenAt > wish.since
    if (isLater && overwrites.length > 0) {
      const later = [{ column: WHOSE, fault: 'edited-meanwhile' as const }]
      return { ...about, outcome: 'rejected', changes: [], overwrites, problems: later }
    }
    documents.set(exhibitorId, { ...before, draft: document, published: shown })
    return { ...about, outcome: changes.length > 0 ? 'changed' : 'unchanged', changes, overwrites, problems: [] }
  })
}

const isRejected = (report: readonly RowReport[]): boolean => report.some(({ outcome }) => outcome === 'rejected')
