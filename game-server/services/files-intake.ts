import { randomBytes } from 'node:crypto'
import { and, eq, isNotNull } from 'drizzle-orm'
import type { KeptFile } from '../../shared/files/upload.ts'
import type { Database } from '../db/database.ts'
import { file } from '../db/schema/file.ts'
import { described, type FileDeps } from './files.ts'
import { Refused } from './refused.ts'
import { displayable, requireRoom } from './uploads.ts'

/** A file on our disk that is to become an exhibitor's. */
export interface IncomingFile {
  /** As it is called where it comes from. */
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** The file with these bytes that an import brought an exhibitor before, or null. */
export async function broughtBefore(db: Database, exhibitorId: string, sha256: string): Promise<KeptFile | null> {
  const [row] = await db
    .select()
    .from(file)
    .where(and(eq(file.exhibitorId, exhibitorId), eq(file.sha256, sha256), isNotNull(file.kind)))
    .orderBy(file.createdAt)
    .limit(1)
  return row ? described(row) : null
}

/**
 * Takes a file for an exhibitor; the caller has asked for the right. The same bytes once more are the file there is.
 *
 * @throws Refused `not-found` | `no-room` | `faulty-file`
 */
export async function takeIn(
  { db, keeper, exhibitorRoom }: FileDeps,
  exhibitorId: string,
  { name, path, bytes, sha256 }: IncomingFile,
  now: Date,
): Promise<KeptFile> {
  const before = await broughtBefore(db, exhibitorId, sha256)
  if (before) return before
  const id = randomBytes(16).toString('base64url')
  await db.transaction(async (tx) => {
    await requireRoom(tx, exhibitorId, bytes, exhibitorRoom)
    const coming = { id, exhibitorId, personId: null, bytes, sha256, renditions: {}, createdAt: now }
    await tx.insert(file).values({ ...coming, name: displayable(name) })
  })
  try {
    const kept = await keeper.take(id, path, bytes)
    const [row] = await db
      .update(file)
      .set({ ...kept, renditions: { ...kept.renditions } })
      .where(eq(file.id, id))
      .returning()
    if (!row) throw new Refused('not-found')
    return described(row)
  } catch (error) {
    // Its bytes go with the row, by the next sweep.
    await db.delete(file).where(eq(file.id, id))
    throw error
  }
}
