import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import type { BoothContent, BoothField } from '../../shared/booth/content.ts'
import type { Draft, Saved } from '../../shared/booth/draft.ts'
import type { Database } from '../db/database.ts'
import { boothDraft } from '../db/schema/booth-content.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { documentOf, fieldsChanged } from './booth-content.ts'
import { checked, wellFormed } from './booth-content-check.ts'
import { suitablePavilions } from './booth-pavilions.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

type Caller = rights.Caller | null
type Row = typeof boothDraft.$inferSelect

/** What a draft is held against: nothing is written unless its revision is still the one the writer saw. */
export interface Opened {
  readonly row: Row
  /** What visitors see now. */
  readonly published: BoothContent
}

/**
 * The draft of a booth; the first look makes it, from what is published.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function readDraft(db: Database, caller: Caller, exhibitorId: string, now: Date): Promise<Draft> {
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  const editor = await rights.require(db, caller, 'exhibitor.edit', booth)
  const { row, published } = await db.transaction((tx) => openDraft(tx, exhibitorId, now))
  const [publish, lock, invite] = await Promise.all([
    rights.may(db, editor, 'exhibitor.publish', booth),
    rights.may(db, editor, 'exhibitor.lock', booth),
    rights.may(db, editor, 'exhibitor.appoint-representative', booth),
  ])
  return {
    exhibitorId,
    document: row.document,
    published,
    revision: row.revision,
    locks: row.locks,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: await nameOf(db, row.updatedBy),
    pavilions: await suitablePavilions(db, exhibitorId),
    may: { publish, lock, invite },
  }
}

/**
 * Keeps what somebody wrote, if they saw the latest save. The same document again is no conflict: its answer was lost.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `malformed` | `field-locked`, each naming the field |
 * `edited-meanwhile`
 */
export async function saveDraft(
  db: Database,
  caller: Caller,
  exhibitorId: string,
  { revision, document }: { readonly revision: number; readonly document: unknown },
  now: Date,
): Promise<Saved> {
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  const { personId } = await rights.require(db, caller, 'exhibitor.edit', booth)
  const mayLock = await rights.may(db, caller, 'exhibitor.lock', booth)
  return db.transaction(async (tx) => {
    const { row, published } = await openDraft(tx, exhibitorId, now)
    const wanted = wellFormed(document)
    if (isDeepStrictEqual(wanted, row.document)) return savedAs(row)
    await requireRevision(tx, row, revision)
    if (!mayLock) keepLocks(row, fieldsChanged(row.document, wanted))
    const fit = await checked(tx, exhibitorId, wanted, [published, row.document])
    return savedAs(await write(tx, row, { document: fit, updatedBy: personId, updatedAt: now }))
  })
}

/**
 * Says which fields only organizers change from now on.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function setLocks(
  db: Database,
  caller: Caller,
  exhibitorId: string,
  fields: readonly BoothField[],
  now: Date,
): Promise<void> {
  await rights.require(db, caller, 'exhibitor.lock', { kind: 'exhibitor', id: exhibitorId })
  await db.transaction(async (tx) => {
    await openDraft(tx, exhibitorId, now)
    const locks = [...new Set(fields)]
    await tx.update(boothDraft).set({ locks }).where(eq(boothDraft.exhibitorId, exhibitorId))
  })
}

/** The draft, held until the transaction ends; made from what is published where there is none. @throws Refused `not-found` */
export async function openDraft(tx: Database, exhibitorId: string, now: Date): Promise<Opened> {
  const [published] = await tx.select().from(exhibitor).where(eq(exhibitor.id, exhibitorId))
  if (!published) throw new Refused('not-found')
  const document = documentOf(published)
  await tx
    .insert(boothDraft)
    .values({ exhibitorId, document, revision: 1, locks: [], updatedBy: null, updatedAt: now })
    .onConflictDoNothing()
  const [row] = await tx.select().from(boothDraft).where(eq(boothDraft.exhibitorId, exhibitorId)).for('update')
  if (!row) throw new Refused('not-found')
  return { row, published: document }
}

/** @throws Refused `edited-meanwhile` */
export async function requireRevision(db: Database, row: Row, revision: number): Promise<void> {
  if (row.revision === revision) return
  const edit = { revision: row.revision, by: await nameOf(db, row.updatedBy) }
  throw new Refused('edited-meanwhile', { edit })
}

/** @throws Refused `field-locked` */
export function keepLocks({ locks }: Pick<Row, 'locks'>, changed: readonly BoothField[]): void {
  const field = changed.find((one) => locks.includes(one))
  if (field !== undefined) throw new Refused('field-locked', { field })
}

/** Writes the next revision of a draft that `openDraft` holds. */
export async function write(
  tx: Database,
  { exhibitorId, revision }: Row,
  change: Pick<Row, 'document' | 'updatedBy' | 'updatedAt'>,
): Promise<Row> {
  const [row] = await tx
    .update(boothDraft)
    .set({ ...change, revision: revision + 1 })
    .where(eq(boothDraft.exhibitorId, exhibitorId))
    .returning()
  if (!row) throw new Refused('not-found')
  return row
}

export const savedAs = ({ revision, updatedAt }: Row): Saved => ({ revision, updatedAt: updatedAt.toISOString() })

async function nameOf(db: Database, personId: string | null): Promise<string | null> {
  if (personId === null) return null
  const [row] = await db.select({ name: person.name }).from(person).where(eq(person.id, personId))
  return row?.name ?? null
}
