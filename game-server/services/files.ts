import { and, eq, inArray, isNotNull, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm'
import { addressOf, type FileKind, RENDITIONS } from '../../shared/files/address.ts'
import type { KeptFile } from '../../shared/files/upload.ts'
import type { Database } from '../db/database.ts'
import { boothDraft, boothVersion } from '../db/schema/booth-content.ts'
import { file, fileGone } from '../db/schema/file.ts'
import { Refused } from './refused.ts'
import type * as rights from './rights.ts'

/** What a file turned out to be, and the bytes of each of its renditions in storage. */
export interface Kept {
  readonly kind: FileKind
  readonly width: number | null
  readonly height: number | null
  readonly seconds: number | null
  readonly renditions: Readonly<Record<string, number>>
}

/** Kinds for which a picture may stand. */
export type StandInKind = 'video' | 'pdf'

/** Where bytes are. */
export interface FileKeeper {
  /** Makes room for bytes that are to come. @throws Refused `disk-full` */
  open(id: string, bytes: number): Promise<void>
  /** Looks at what has arrived and keeps it, if it is one of these. @throws Refused `faulty-file` */
  keep(id: string, bytes: number, kinds: readonly FileKind[]): Promise<Kept>
  /** What a file on our disk is. @throws Refused `faulty-file` */
  look(path: string, bytes: number): Promise<FileKind>
  /** Looks at a file on our disk and keeps what is in it; it stays where it is. @throws Refused `faulty-file` */
  take(id: string, path: string, bytes: number): Promise<Kept>
  /** Keeps a picture that stands for a film or a document. @returns its bytes. @throws Refused `faulty-file` */
  standIn(id: string, kind: StandInKind, source: Uint8Array): Promise<number>
  /** Lets go of bytes that were to come. */
  drop(id: string): Promise<void>
  /** Lets go of bytes of which none has come since. */
  dropUntouched(since: Date): Promise<void>
  /** Lets go of a file that was kept. */
  forget(id: string): Promise<void>
}

export interface FileDeps {
  readonly db: Database
  readonly keeper: FileKeeper
  /** Bytes that the files of one exhibitor may take. */
  readonly exhibitorRoom: number
}

export type FileRow = typeof file.$inferSelect

/** How long bytes may be on their way, and a file may lie unused, milliseconds. */
const UNDER_WAY = 24 * 3600 * 1000
const UNUSED = 30 * 24 * 3600 * 1000

/** A rendition that may be sent to whoever asks. */
export interface Servable {
  /** Where it lies in storage. */
  readonly key: string
  readonly bytes: number
  /** As it is called where it came from. */
  readonly name: string
  /** Whether nobody but the caller may see this answer. */
  readonly isPrivate: boolean
  /** Whether other bytes may be under this address tomorrow. */
  readonly changes: boolean
}

/** Whether somebody may read an attachment that is not theirs. */
export type ReadsAttachment = (db: Database, caller: rights.Caller, fileId: string) => Promise<boolean>

/**
 * A rendition by its address: of an exhibitor's file for everybody who knows it, of an attachment for who may read it.
 *
 * @throws Refused `not-found`, also where it is not for the caller
 */
export async function toServe(
  db: Database,
  caller: () => Promise<rights.Caller | null>,
  { id, rendition }: { readonly id: string; readonly rendition: string },
  reads: ReadsAttachment,
): Promise<Servable> {
  const [row] = await db.select().from(file).where(eq(file.id, id))
  const bytes = row && Object.hasOwn(row.renditions, rendition) ? row.renditions[rendition] : undefined
  if (!row || bytes === undefined) throw new Refused('not-found')
  const isPrivate = row.exhibitorId === null
  if (isPrivate) {
    const who = await caller()
    if (!who || !(row.personId === who.personId || (await reads(db, who, id)))) throw new Refused('not-found')
  }
  // The picture that stands for a film or a document may be chosen again.
  const changes = (row.kind === 'video' || row.kind === 'pdf') && rendition === RENDITIONS[row.kind][1]
  return { key: `${id}/${rendition}`, bytes, name: row.name, isPrivate, changes }
}

/** Which of these files an exhibitor has, by id: content may name no others. */
export async function filesOf(
  db: Database,
  exhibitorId: string,
  ids: readonly string[],
): Promise<Map<string, KeptFile>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(file)
    .where(and(eq(file.exhibitorId, exhibitorId), inArray(file.id, [...ids])))
  return new Map(rows.flatMap((row) => (row.kind === null ? [] : [[row.id, described(row)] as const])))
}

/**
 * Lets go of what nobody needs: uploads that stopped, files that lie unused, and the bytes of all whose rows are gone,
 * also with the person or the exhibitor that they belonged to.
 *
 * @returns how many files went
 */
export async function sweepFiles({ db, keeper }: FileDeps, now: Date): Promise<number> {
  const begun = new Date(now.getTime() - UNDER_WAY)
  const stopped = and(isNull(file.kind), lt(file.createdAt, begun))
  const unused = and(lt(file.createdAt, new Date(now.getTime() - UNUSED)), not(isShown))
  await db.delete(file).where(or(stopped, unused))
  await keeper.dropUntouched(begun)
  const gone = await db.select().from(fileGone)
  for (const { id } of gone) {
    await keeper.drop(id)
    await keeper.forget(id)
    await db.delete(fileGone).where(eq(fileGone.id, id))
  }
  return gone.length
}

/** Booths name files in what they write and in whatever they have published, which may be brought back. */
const isNamedIn = (table: typeof boothDraft | typeof boothVersion): SQL =>
  sql`exists (select 1 from ${table} where ${table.exhibitorId} = ${file.exhibitorId} and strpos(${table.document}::text, ${file.id}) > 0)`

/** Attachments are shown where they were sent. */
const isShown = sql`(${isNotNull(file.conversationId)} or ${isNamedIn(boothDraft)} or ${isNamedIn(boothVersion)})`

/** What is told of a file that was taken. */
export function described({ id, kind, name, bytes, width, height, seconds }: FileRow): KeptFile {
  if (kind === null) throw new Error(`The bytes of ${id} are on their way.`)
  return { id, kind, address: addressOf(id, RENDITIONS[kind][0]), name, bytes, width, height, seconds }
}
