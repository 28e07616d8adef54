import { randomBytes } from 'node:crypto'
import { and, eq, inArray, isNotNull, isNull, lt, not, or, type SQL, sql, sum } from 'drizzle-orm'
import { addressOf, type FileKind, RENDITIONS } from '../../shared/files/address.ts'
import { ATTACHMENTS_ROOM, type KeptFile, type UploadWish } from '../../shared/files/upload.ts'
import type { Database } from '../db/database.ts'
import { boothDraft, boothVersion } from '../db/schema/booth-content.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { file } from '../db/schema/file.ts'
import { person } from '../db/schema/person.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

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
  /** Makes room for bytes that are to come. */
  open(id: string, bytes: number): Promise<void>
  /** Looks at what has arrived and keeps it. @throws Refused `faulty-file` */
  keep(id: string, bytes: number): Promise<Kept>
  /** Keeps a picture that stands for a film or a document. @returns its bytes. @throws Refused `faulty-file` */
  standIn(id: string, kind: StandInKind, source: Uint8Array): Promise<number>
  /** Lets go of bytes that were to come. */
  drop(id: string): Promise<void>
  /** Lets go of a file that was kept. */
  forget(id: string): Promise<void>
  /** Ids of the files in storage. */
  stored(): AsyncIterable<string>
}

export interface FileDeps {
  readonly db: Database
  readonly keeper: FileKeeper
  /** Bytes that the files of one exhibitor may take. */
  readonly exhibitorRoom: number
}

type Row = typeof file.$inferSelect

/** How long bytes may be on their way, and a file may lie unused, milliseconds. */
const UNDER_WAY = 24 * 3600 * 1000
const UNUSED = 30 * 24 * 3600 * 1000

/**
 * Makes room for a file: of an exhibitor, or of the caller's own.
 *
 * @returns the id that its bytes go to
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `no-room`
 */
export async function beginUpload(
  { db, keeper, exhibitorRoom }: FileDeps,
  caller: rights.Caller | null,
  { exhibitorId, name, bytes }: UploadWish,
  now: Date,
): Promise<string> {
  const { personId } =
    exhibitorId === null
      ? await rights.require(db, caller, 'person.upload', { kind: 'person', id: caller?.personId ?? '' })
      : await rights.require(db, caller, 'exhibitor.edit', { kind: 'exhibitor', id: exhibitorId })
  const id = randomBytes(16).toString('base64url')
  await db.transaction(async (tx) => {
    // Whoever has the lock counts alone, so two at once cannot both take the last room.
    const owner =
      exhibitorId === null
        ? await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update')
        : await tx.select({ id: exhibitor.id }).from(exhibitor).where(eq(exhibitor.id, exhibitorId)).for('update')
    if (owner.length === 0) throw new Refused('not-found')
    const own =
      exhibitorId === null
        ? and(eq(file.personId, personId), isNull(file.exhibitorId))
        : eq(file.exhibitorId, exhibitorId)
    const [taken] = await tx
      .select({ bytes: sum(file.bytes).mapWith(Number) })
      .from(file)
      .where(own)
    const room = exhibitorId === null ? ATTACHMENTS_ROOM : exhibitorRoom
    if ((taken?.bytes ?? 0) + bytes > room) throw new Refused('no-room')
    await tx.insert(file).values({
      ...{ id, exhibitorId, personId, bytes, renditions: {}, createdAt: now },
      name: displayable(name),
    })
  })
  await keeper.open(id, bytes)
  return id
}

/**
 * The caller's own upload, while it is under way.
 *
 * @throws Refused `not-entered` | `not-found`: also of somebody else's
 */
export async function ownUpload(db: Database, caller: rights.Caller | null, id: string): Promise<Row> {
  const { personId } = await rights.require(db, caller, 'person.upload', {
    kind: 'person',
    id: caller?.personId ?? '',
  })
  const [row] = await db
    .select()
    .from(file)
    .where(and(eq(file.id, id), eq(file.personId, personId)))
  if (!row) throw new Refused('not-found')
  return row
}

/**
 * Lets an upload go.
 *
 * @throws Refused `not-entered` | `not-found`
 */
export async function dropUpload({ db, keeper }: FileDeps, caller: rights.Caller | null, id: string): Promise<void> {
  const row = await ownUpload(db, caller, id)
  if (row.kind !== null) throw new Refused('not-found')
  await db.delete(file).where(and(eq(file.id, id), isNull(file.kind)))
  await keeper.drop(id)
}

/**
 * Takes the file whose bytes have all arrived. Asking again, after an answer was lost, gives the same answer.
 *
 * @throws Refused `not-entered` | `not-found` | `forbidden`: no longer works for the exhibitor | `faulty-file`, and then
 * the upload is gone, unless bytes are missing
 */
export async function finishUpload(deps: FileDeps, caller: rights.Caller | null, id: string): Promise<KeptFile> {
  const { db, keeper } = deps
  const row = await ownUpload(db, caller, id)
  if (row.exhibitorId !== null)
    await rights.require(db, caller, 'exhibitor.edit', { kind: 'exhibitor', id: row.exhibitorId })
  if (row.kind !== null) return described(row)
  try {
    const kept = await keeper.keep(id, row.bytes)
    const [done] = await db
      .update(file)
      .set({ ...kept, renditions: { ...kept.renditions } })
      .where(eq(file.id, id))
      .returning()
    await keeper.drop(id)
    if (done) return described(done)
    // Dropped meanwhile.
    await keeper.forget(id)
    throw new Refused('not-found')
  } catch (error) {
    if (error instanceof Refused && error.file && error.file.fault !== 'incomplete') {
      await keeper.forget(id)
      await db.delete(file).where(eq(file.id, id))
      await keeper.drop(id)
    }
    throw error
  }
}

/**
 * Puts a picture, made by whoever uploaded it, in front of a film or a document.
 *
 * @throws Refused `not-entered` | `not-found`: also of what is neither | `faulty-file`
 */
export async function putStandIn(
  { db, keeper }: FileDeps,
  caller: rights.Caller | null,
  id: string,
  source: Uint8Array,
): Promise<void> {
  const row = await ownUpload(db, caller, id)
  if (row.kind !== 'video' && row.kind !== 'pdf') throw new Refused('not-found')
  const bytes = await keeper.standIn(id, row.kind, source)
  await db
    .update(file)
    .set({ renditions: { ...row.renditions, [RENDITIONS[row.kind][1]]: bytes } })
    .where(eq(file.id, id))
}

/** A rendition that may be sent to whoever asks. */
export interface Servable {
  /** Where it lies in storage. */
  readonly key: string
  readonly bytes: number
  /** As it is called where it came from. */
  readonly name: string
  /** Whether nobody but the caller may see this answer. */
  readonly isPrivate: boolean
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
  return { key: `${id}/${rendition}`, bytes, name: row.name, isPrivate }
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
 * Lets go of what nobody needs: uploads that stopped, files that lie unused, and bytes of files that are no more.
 *
 * @returns how many files went
 */
export async function sweepFiles({ db, keeper }: FileDeps, now: Date): Promise<number> {
  const stopped = and(isNull(file.kind), lt(file.createdAt, new Date(now.getTime() - UNDER_WAY)))
  const unused = and(lt(file.createdAt, new Date(now.getTime() - UNUSED)), not(isShown))
  const gone = await db.delete(file).where(or(stopped, unused)).returning({ id: file.id, kind: file.kind })
  for (const { id } of gone) await keeper.drop(id)
  for await (const id of keeper.stored()) {
    // A file is in storage a moment before its row says so; a row of any kind is enough.
    const known = await db.$count(file, eq(file.id, id))
    if (known === 0) await keeper.forget(id)
  }
  return gone.length
}

/** Booths name files in what they write and in whatever they have published, which may be brought back. */
const isNamedIn = (table: typeof boothDraft | typeof boothVersion): SQL =>
  sql`exists (select 1 from ${table} where ${table.exhibitorId} = ${file.exhibitorId} and strpos(${table.document}::text, ${file.id}) > 0)`

/** Attachments are shown where they were sent. */
const isShown = sql`(${isNotNull(file.conversationId)} or ${isNamedIn(boothDraft)} or ${isNamedIn(boothVersion)})`

function described({ id, kind, name, bytes, width, height, seconds }: Row): KeptFile {
  if (kind === null) throw new Error(`The bytes of ${id} are on their way.`)
  return { id, kind, address: addressOf(id, RENDITIONS[kind][0]), name, bytes, width, height, seconds }
}

/** A name that shows as it is: without what moves the text about or breaks lines, and without a path. */
const displayable = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[/\\]/)
    .at(-1)
    ?.trim()
    .slice(0, 200) || 'file'
