import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { LedgerAct, LedgerEntry } from '../../shared/people/consent.ts'
import type { Database } from '../db/database.ts'
import { ledgerAlias, ledgerEntry } from '../db/schema/consent.ts'
import { person } from '../db/schema/person.ts'
import * as rights from './rights.ts'

/** Something that became of somebody's data; people by their ids. */
export interface Happening {
  readonly personId: string
  /** Null: between two people. */
  readonly exhibitorId: string | null
  /** Null: their own act, or a machine. */
  readonly seenBy: string | null
  readonly act: LedgerAct
  readonly fields: readonly string[]
  /** Of a consent: which wording it was given to. */
  readonly wording?: number
}

/** A page of the ledger. */
const PAGE = 100

/** Looking again within this time is the same look, ms. */
const ONE_LOOK = 15 * 60_000

/**
 * Adds to the ledger. It knows people by aliases only: those who leave take the alias with them, and what stays leads
 * to nobody (docs/decisions/036).
 */
export async function write(db: Database, happenings: readonly Happening[], at: Date): Promise<void> {
  if (happenings.length === 0) return
  const people = happenings.flatMap(({ personId, seenBy }) => (seenBy === null ? [personId] : [personId, seenBy]))
  const aliases = await aliasesOf(db, [...new Set(people)])
  const aliasOf = (personId: string): string => aliases.get(personId) ?? ''
  await db.insert(ledgerEntry).values(
    happenings.map(({ personId, exhibitorId, seenBy, act, fields, wording = null }) => ({
      ...{ subject: aliasOf(personId), seenBy: seenBy === null ? null : aliasOf(seenBy) },
      ...{ exhibitorId, act, fields: fields.toSorted(), wording, at },
    })),
  )
}

/** The same, without what was seen by the same eyes a moment ago. */
export async function writeSeen(db: Database, happenings: readonly Happening[], at: Date): Promise<void> {
  if (happenings.length === 0) return
  const looker = alias(ledgerAlias, 'looker')
  const recent = await db
    .select({
      ...{ personId: ledgerAlias.personId, seenBy: looker.personId },
      ...{ exhibitorId: ledgerEntry.exhibitorId, act: ledgerEntry.act, fields: ledgerEntry.fields },
    })
    .from(ledgerEntry)
    .innerJoin(ledgerAlias, eq(ledgerAlias.id, ledgerEntry.subject))
    .leftJoin(looker, eq(looker.id, ledgerEntry.seenBy))
    .where(
      and(
        inArray(
          ledgerAlias.personId,
          happenings.map(({ personId }) => personId),
        ),
        gt(ledgerEntry.at, new Date(at.getTime() - ONE_LOOK)),
      ),
    )
  const known = new Set(recent.map(look))
  await write(
    db,
    happenings.filter((one) => !known.has(look(one))),
    at,
  )
}

/**
 * What became of the caller's data, latest first: what they agreed to, who saw what. `before`: the id of the last entry
 * they have.
 *
 * @throws Refused `not-entered`
 */
export async function ownLedger(
  db: Database,
  caller: rights.Caller | null,
  before: number | null,
): Promise<LedgerEntry[]> {
  const { personId } = await rights.require(db, caller, 'person.share', {
    kind: 'person',
    id: caller?.personId ?? '',
  })
  const looker = alias(ledgerAlias, 'looker')
  const rows = await db
    .select({
      ...{ id: ledgerEntry.id, act: ledgerEntry.act, exhibitorId: ledgerEntry.exhibitorId },
      ...{ seenBy: person.name, fields: ledgerEntry.fields, at: ledgerEntry.at },
    })
    .from(ledgerEntry)
    .innerJoin(ledgerAlias, eq(ledgerAlias.id, ledgerEntry.subject))
    .leftJoin(looker, eq(looker.id, ledgerEntry.seenBy))
    .leftJoin(person, eq(person.id, looker.personId))
    .where(and(eq(ledgerAlias.personId, personId), before === null ? undefined : lt(ledgerEntry.id, before)))
    .orderBy(desc(ledgerEntry.id))
    .limit(PAGE)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Somebody may have several, after two came to be one; any of them is theirs. */
async function aliasesOf(db: Database, people: readonly string[]): Promise<Map<string, string>> {
  const known = await db.select().from(ledgerAlias).where(inArray(ledgerAlias.personId, people))
  const aliases = new Map(known.map(({ personId, id }) => [personId, id]))
  const fresh = people.filter((one) => !aliases.has(one)).map((personId) => ({ id: randomUUID(), personId }))
  if (fresh.length > 0) await db.insert(ledgerAlias).values(fresh)
  for (const { personId, id } of fresh) aliases.set(personId, id)
  return aliases
}

const look = (one: Pick<Happening, 'personId' | 'exhibitorId' | 'seenBy' | 'act' | 'fields'>): string =>
  JSON.stringify([one.personId, one.exhibitorId, one.seenBy, one.act, one.fields.toSorted()])
