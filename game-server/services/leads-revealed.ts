import { inArray } from 'drizzle-orm'
import { scoreOf, scoreParts, together } from '../../shared/leads/evidence.ts'
import type { Lead } from '../../shared/leads/model.ts'
import type { SharedFields } from '../../shared/people/consent.ts'
import type { Database } from '../db/database.ts'
import { lead } from '../db/schema/lead.ts'
import { type Reveal, reveal } from './consents.ts'
import type { LeadRow } from './leads-query.ts'

/** Leads as they may be seen now, with those that were joined to them, by whoever `look` tells the ledger of. */
export async function revealed(
  db: Database,
  rows: readonly LeadRow[],
  look: Pick<Reveal, 'exhibitorId' | 'seenBy' | 'act'>,
): Promise<Lead[]> {
  const parts = await partsOf(db, rows)
  const personIds = [...rows, ...[...parts.values()].flat()].map(({ personId }) => personId)
  const seen = await reveal(db, { ...look, personIds, at: new Date() })
  const who = ({ personId }: LeadRow): SharedFields => seen.get(personId) ?? {}
  return rows.map((row) => told(row, parts.get(row.id) ?? [], who))
}

/** Everybody whose evidence a lead shows. */
export async function personsOf(db: Database, row: LeadRow): Promise<string[]> {
  const parts = await partsOf(db, [row])
  return [row, ...(parts.get(row.id) ?? [])].map(({ personId }) => personId)
}

async function partsOf(db: Database, rows: readonly LeadRow[]): Promise<Map<string, LeadRow[]>> {
  const ids = rows.map(({ id }) => id)
  const found = ids.length === 0 ? [] : await db.select().from(lead).where(inArray(lead.joinedTo, ids)).orderBy(lead.id)
  return Map.groupBy(found, ({ joinedTo }) => joinedTo ?? '')
}

function told(row: LeadRow, parts: readonly LeadRow[], who: (row: LeadRow) => SharedFields): Lead {
  const { id, note, tags, answers, status, ownerId, version, firstSeenAt, lastSeenAt } = row
  const evidence = together([row, ...parts].map((one) => one.evidence))
  return {
    ...{ id, evidence, score: scoreOf(evidence), scoreParts: scoreParts(evidence) },
    // What the lead itself shares goes before what the others do.
    who: Object.assign({}, ...parts.map(who), who(row)) as SharedFields,
    ...{ note, tags, answers, status, ownerId, version },
    firstSeenAt: firstSeenAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    joined: parts.map((one) => ({ id: one.id, who: who(one), lastSeenAt: one.lastSeenAt.toISOString() })),
  }
}
