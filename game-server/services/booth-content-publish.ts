import { and, desc, eq } from 'drizzle-orm'
import type { BoothContent } from '../../shared/booth/content.ts'
import type { Saved, Version } from '../../shared/booth/draft.ts'
import type { Database } from '../db/database.ts'
import { boothVersion } from '../db/schema/booth-content.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { columnsOf, documentOf, fieldsChanged } from './booth-content.ts'
import { checked, wellFormed } from './booth-content-check.ts'
import { keepLocks, openDraft, requireRevision, savedAs, write } from './booth-content-draft.ts'
import { withPavilionOf } from './booth-pavilions.ts'
import { markChanged } from './content.ts'
import { currentPlan, publish } from './plans.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'
import { indexExhibitor } from './search-index.ts'

type Caller = rights.Caller | null

/**
 * Shows the draft to visitors: all of it, or, when anything fails, none. A draft in which nothing changed makes no
 * version.
 *
 * @returns the version that visitors see; null before the first
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `edited-meanwhile` | `malformed` or `field-locked` naming
 * the field
 */
export async function publishDraft(
  db: Database,
  caller: Caller,
  exhibitorId: string,
  { revision, note }: { readonly revision: number; readonly note: string },
  now: Date,
): Promise<number | null> {
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  const { personId } = await rights.require(db, caller, 'exhibitor.publish', booth)
  const mayLock = await rights.may(db, caller, 'exhibitor.lock', booth)
  return db.transaction(async (tx) => {
    const { row, published } = await openDraft(tx, exhibitorId, now)
    await requireRevision(tx, row, revision)
    const changed = fieldsChanged(published, row.document)
    // What was written before a field was locked does not get out either.
    if (!mayLock) keepLocks(row, changed)
    const document = await checked(tx, exhibitorId, wellFormed(row.document), [published, row.document])
    return putOut(tx, exhibitorId, document, { publishedBy: personId, publishedAt: now, note })
  })
}

/** Makes `document` what visitors see. Call within a transaction; the caller has checked it. */
export async function putOut(
  tx: Database,
  exhibitorId: string,
  document: BoothContent,
  by: { readonly publishedBy: string | null; readonly publishedAt: Date; readonly note: string },
): Promise<number | null> {
  const [before] = await tx.select().from(exhibitor).where(eq(exhibitor.id, exhibitorId)).for('update')
  if (!before) throw new Refused('not-found')
  const published = documentOf(before)
  const latest = await latestVersion(tx, exhibitorId)
  const changed = fieldsChanged(published, document)
  if (changed.length === 0) return latest
  // What was there before anybody published can be brought back like everything else.
  const first = { exhibitorId, version: 1, document: published, changed: [], note: '', publishedBy: null }
  if (latest === null) await tx.insert(boothVersion).values({ ...first, publishedAt: by.publishedAt })
  const version = (latest ?? 1) + 1
  await tx.insert(boothVersion).values({ exhibitorId, version, document, changed, ...by })
  await tx.update(exhibitor).set(columnsOf(document)).where(eq(exhibitor.id, exhibitorId))
  await indexExhibitor(tx, exhibitorId)
  if (changed.includes('pavilion')) await rebuildBooth(tx, exhibitorId, document, by.publishedAt)
  await markChanged(tx)
  return version
}

/**
 * What a booth has published, latest first.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function history(db: Database, caller: Caller, exhibitorId: string): Promise<Version[]> {
  await rights.require(db, caller, 'exhibitor.edit', { kind: 'exhibitor', id: exhibitorId })
  const { version, changed, note, publishedAt } = boothVersion
  const rows = await db
    .select({ version, changed, note, publishedBy: person.name, publishedAt })
    .from(boothVersion)
    .leftJoin(person, eq(person.id, boothVersion.publishedBy))
    .where(eq(boothVersion.exhibitorId, exhibitorId))
    .orderBy(desc(version))
    .limit(MOST_SHOWN)
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }))
}

const MOST_SHOWN = 100

/**
 * Puts an old version into the draft; visitors see it once it is published. Locked fields stay for whoever may not
 * change them.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `edited-meanwhile`
 */
export async function restore(
  db: Database,
  caller: Caller,
  exhibitorId: string,
  { revision, version }: { readonly revision: number; readonly version: number },
  now: Date,
): Promise<Saved> {
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  const { personId } = await rights.require(db, caller, 'exhibitor.edit', booth)
  const mayLock = await rights.may(db, caller, 'exhibitor.lock', booth)
  return db.transaction(async (tx) => {
    const { row } = await openDraft(tx, exhibitorId, now)
    await requireRevision(tx, row, revision)
    const [old] = await tx
      .select({ document: boothVersion.document })
      .from(boothVersion)
      .where(and(eq(boothVersion.exhibitorId, exhibitorId), eq(boothVersion.version, version)))
    if (!old) throw new Refused('not-found')
    const kept = Object.fromEntries(mayLock ? [] : row.locks.map((field) => [field, row.document[field]]))
    const document = { ...old.document, ...kept }
    return savedAs(await write(tx, row, { document, updatedBy: personId, updatedAt: now }))
  })
}

/** The plan says how booths are built: another design is another version of it. */
async function rebuildBooth(tx: Database, exhibitorId: string, { pavilion }: BoothContent, now: Date): Promise<void> {
  const current = await currentPlan(tx)
  if (current) await publish(tx, withPavilionOf(current.plan, exhibitorId, pavilion), now)
}

async function latestVersion(tx: Database, exhibitorId: string): Promise<number | null> {
  const [row] = await tx
    .select({ version: boothVersion.version })
    .from(boothVersion)
    .where(eq(boothVersion.exhibitorId, exhibitorId))
    .orderBy(desc(boothVersion.version))
    .limit(1)
  return row?.version ?? null
}
