import { randomUUID } from 'node:crypto'
import { desc, eq, inArray } from 'drizzle-orm'
import { type KeptVisit, merged } from '../../shared/route/visit.ts'
import type { Database } from '../db/database.ts'
import { person } from '../db/schema/person.ts'
import { visit } from '../db/schema/route.ts'
import * as rights from './rights.ts'

/**
 * What the caller means to see, or null before they wished for anything.
 *
 * @throws Refused `not-entered`
 */
export async function ownVisit(db: Database, caller: rights.Caller | null): Promise<KeptVisit | null> {
  const { personId } = await rights.require(db, caller, 'person.keep-visit', self(caller))
  return db.transaction((tx) => theOne(tx, personId))
}

/**
 * Keeps the caller's visit, unless what is kept was changed later, on another device.
 *
 * @param now a clock ahead of ours must not win for ever
 * @returns the visit that stands
 * @throws Refused `not-entered`
 */
export async function keepVisit(
  db: Database,
  caller: rights.Caller | null,
  kept: KeptVisit,
  now: Date,
): Promise<KeptVisit> {
  const { personId } = await rights.require(db, caller, 'person.keep-visit', self(caller))
  return db.transaction(async (tx) => {
    const present = await theOne(tx, personId)
    const changedAt = new Date(Math.min(Date.parse(kept.changedAt), now.getTime()))
    if (present && Date.parse(present.changedAt) > changedAt.getTime()) return present
    const row = { document: kept.visit, changedAt }
    if (present) await tx.update(visit).set(row).where(eq(visit.personId, personId))
    else await tx.insert(visit).values({ id: randomUUID(), personId, ...row })
    return { visit: kept.visit, changedAt: changedAt.toISOString() }
  })
}

const self = (caller: rights.Caller | null) => ({ kind: 'person', id: caller?.personId ?? '' }) as const

/** Somebody's visit, made one of several; nobody else reads or writes it until the transaction ends. */
async function theOne(tx: Database, personId: string): Promise<KeptVisit | null> {
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update')
  const [first, ...others] = await tx
    .select()
    .from(visit)
    .where(eq(visit.personId, personId))
    .orderBy(desc(visit.changedAt))
  if (!first) return null
  const document = others.reduce((whole, other) => merged(whole, other.document), first.document)
  if (others.length > 0) {
    await tx.update(visit).set({ document }).where(eq(visit.id, first.id))
    await tx.delete(visit).where(
      inArray(
        visit.id,
        others.map(({ id }) => id),
      ),
    )
  }
  return { visit: document, changedAt: first.changedAt.toISOString() }
}
