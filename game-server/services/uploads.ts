/** Files on their way to us: begun, given up, taken. */
import { randomBytes } from 'node:crypto'
import { and, count, eq, isNull, type SQL, sum } from 'drizzle-orm'
import { type FileKind, RENDITIONS } from '../../shared/files/address.ts'
import { ATTACHED_KINDS, ATTACHMENTS_ROOM, type KeptFile, type UploadWish } from '../../shared/files/upload.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { file } from '../db/schema/file.ts'
import { person } from '../db/schema/person.ts'
import { described, type FileDeps, type FileRow } from './files.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/** Most files of an exhibitor or of a person, and uploads that somebody has under way. */
const MOST_FILES = 5000
const MOST_UNDER_WAY = 100

/**
 * Makes room for a file: of an exhibitor, or of the caller's own.
 *
 * @returns the id that its bytes go to
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `no-room` | `too-often` | `disk-full`
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
    if (exhibitorId === null) await requireOwnRoom(tx, personId, bytes)
    else await requireRoom(tx, exhibitorId, bytes, exhibitorRoom)
    const underWay = await tx.$count(file, and(eq(file.personId, personId), isNull(file.kind)))
    if (underWay >= MOST_UNDER_WAY) throw new Refused('too-often')
    await tx.insert(file).values({
      ...{ id, exhibitorId, personId, bytes, renditions: {}, createdAt: now },
      name: displayable(name),
    })
  })
  try {
    await keeper.open(id, bytes)
  } catch (error) {
    await db.delete(file).where(eq(file.id, id))
    throw error
  }
  return id
}

/**
 * Whether a file of so many bytes fits. Whoever has the lock counts alone, so two at once cannot both take the last room.
 *
 * @throws Refused `not-found` | `no-room`
 */
export async function requireRoom(tx: Database, exhibitorId: string, bytes: number, room: number): Promise<void> {
  const owner = await tx.select({ id: exhibitor.id }).from(exhibitor).where(eq(exhibitor.id, exhibitorId)).for('update')
  if (owner.length === 0) throw new Refused('not-found')
  await requireFits(tx, eq(file.exhibitorId, exhibitorId), bytes, room)
}

async function requireOwnRoom(tx: Database, personId: string, bytes: number): Promise<void> {
  const owner = await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update')
  if (owner.length === 0) throw new Refused('not-found')
  await requireFits(tx, and(eq(file.personId, personId), isNull(file.exhibitorId)), bytes, ATTACHMENTS_ROOM)
}

async function requireFits(tx: Database, whose: SQL | undefined, bytes: number, room: number): Promise<void> {
  const [taken] = await tx
    .select({ bytes: sum(file.bytes).mapWith(Number), files: count() })
    .from(file)
    .where(whose)
  if ((taken?.bytes ?? 0) + bytes > room || (taken?.files ?? 0) >= MOST_FILES) throw new Refused('no-room')
}

/**
 * The caller's own upload.
 *
 * @throws Refused `not-entered` | `not-found`: also of somebody else's
 */
export async function ownUpload(db: Database, caller: rights.Caller | null, id: string): Promise<FileRow> {
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
  await ownUpload(db, caller, id)
  const gone = await db.delete(file).where(underWay(id)).returning({ id: file.id })
  if (gone.length === 0) throw new Refused('not-found')
  await keeper.drop(id)
}

/**
 * Takes the file whose bytes have all arrived. Asking again, after an answer was lost or before it has come, gives the
 * same answer.
 *
 * @throws Refused `not-entered` | `not-found` | `forbidden`: no longer works for the exhibitor | `faulty-file`, and then
 * the upload is gone, unless bytes are missing
 */
export async function finishUpload(deps: FileDeps, caller: rights.Caller | null, id: string): Promise<KeptFile> {
  const row = await ownUpload(deps.db, caller, id)
  await requireEditing(deps.db, caller, row)
  const answer = finishing.get(id) ?? finish(deps, row).finally(() => finishing.delete(id))
  finishing.set(id, answer)
  return answer
}

/** Files being taken by this process, which is the one that has their bytes. */
const finishing = new Map<string, Promise<KeptFile>>()

const ALL_KINDS = Object.keys(RENDITIONS) as FileKind[]

async function finish({ db, keeper }: FileDeps, row: FileRow): Promise<KeptFile> {
  const { id } = row
  if (row.kind !== null) return described(row)
  try {
    const kept = await keeper.keep(id, row.bytes, row.exhibitorId === null ? ATTACHED_KINDS : ALL_KINDS)
    const [done] = await db
      .update(file)
      .set({ ...kept, renditions: { ...kept.renditions } })
      .where(underWay(id))
      .returning()
    await keeper.drop(id)
    if (done) return described(done)
    throw new Refused('not-found')
  } catch (error) {
    const [now] = await db.select().from(file).where(eq(file.id, id))
    // It ended between our look at the row and at the bytes.
    if (now && now.kind !== null) return described(now)
    if (!now) {
      // Given up meanwhile.
      await keeper.forget(id)
      throw new Refused('not-found')
    }
    if (error instanceof Refused && error.file && error.file.fault !== 'incomplete') {
      await db.delete(file).where(underWay(id))
      await keeper.drop(id)
      await keeper.forget(id)
    }
    throw error
  }
}

/**
 * Puts a picture, made by whoever uploaded it, in front of a film or a document. What was sent to somebody stays as it was.
 *
 * @throws Refused `not-entered` | `forbidden`: no longer works for the exhibitor | `not-found`: also of what is neither |
 * `faulty-file`
 */
export async function putStandIn(
  { db, keeper }: FileDeps,
  caller: rights.Caller | null,
  id: string,
  source: Uint8Array,
): Promise<void> {
  const row = await ownUpload(db, caller, id)
  await requireEditing(db, caller, row)
  if ((row.kind !== 'video' && row.kind !== 'pdf') || row.conversationId !== null) throw new Refused('not-found')
  const bytes = await keeper.standIn(id, row.kind, source)
  await db
    .update(file)
    .set({ renditions: { ...row.renditions, [RENDITIONS[row.kind][1]]: bytes } })
    .where(eq(file.id, id))
}

/** Whoever began an upload may have been dismissed since. */
async function requireEditing(db: Database, caller: rights.Caller | null, { exhibitorId }: FileRow): Promise<void> {
  if (exhibitorId !== null) await rights.require(db, caller, 'exhibitor.edit', { kind: 'exhibitor', id: exhibitorId })
}

const underWay = (id: string) => and(eq(file.id, id), isNull(file.kind))

/** A name that shows as it is: without what moves the text about or breaks lines, and without a path. */
export const displayable = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[/\\]/)
    .at(-1)
    ?.trim()
    .slice(0, 200) || 'file'
