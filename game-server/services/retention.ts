import { and, asc, gt, gte, inArray, lt } from 'drizzle-orm'
import type { LeadStatus } from '../../shared/leads/model.ts'
import type { Database } from '../db/database.ts'
import { footfall } from '../db/schema/footfall.ts'
import { interaction } from '../db/schema/interaction.ts'
import { lead } from '../db/schema/lead.ts'
import { sumUp } from './interactions.ts'

export interface Forgotten {
  readonly interactions: number
  readonly leads: number
  /** Hours of halls. */
  readonly footfall: number
}

const DAY = 24 * 60 * 60_000
/** Rows that one statement takes: it locks them for a fraction of a second. */
const BATCH = 5000

/**
 * Statuses of leads that nobody waits for: never taken up, or settled one way or the other. One that was contacted or
 * qualified is being talked to, and stays however long that takes.
 */
const AT_REST: LeadStatus[] = ['new', 'not-interested', 'won']

/**
 * Forgets what people did at booths more than `days` ago, and leads at rest who were last seen before that, with notes
 * and tags. Leads that stay and were seen since are summed up anew, of what is left. Footfall is about nobody, and goes as
 * what it stands beside.
 */
export async function forgetOld(db: Database, days: number, now: Date): Promise<Forgotten> {
  const before = new Date(now.getTime() - days * DAY)
  const interactions = await forgetInteractions(db, before)
  const leads = await forgetLeads(db, before)
  await sumUpLeft(db, before)
  return { interactions, leads, footfall: await forgetFootfall(db, before) }
}

async function forgetFootfall(db: Database, before: Date): Promise<number> {
  const gone = await db.delete(footfall).where(lt(footfall.hour, before)).returning({ hour: footfall.hour })
  return gone.length
}

/** By the key, which grows with time: no batch looks again at what the ones before it have left. */
async function forgetInteractions(db: Database, before: Date): Promise<number> {
  let forgotten = 0
  for (let after = 0; ; ) {
    const batch = await db
      .select({ id: interaction.id })
      .from(interaction)
      .where(and(gt(interaction.id, after), lt(interaction.at, before)))
      .orderBy(asc(interaction.id))
      .limit(BATCH)
    const last = batch.at(-1)
    if (!last) return forgotten
    const ids = batch.map(({ id }) => id)
    const gone = await db.delete(interaction).where(inArray(interaction.id, ids)).returning({ id: interaction.id })
    forgotten += gone.length
    after = last.id
  }
}

async function forgetLeads(db: Database, before: Date): Promise<number> {
  const old = and(lt(lead.lastSeenAt, before), inArray(lead.status, AT_REST))
  let forgotten = 0
  for (let after = ''; ; ) {
    const batch = await db
      .select({ id: lead.id })
      .from(lead)
      .where(and(gt(lead.id, after), old))
      .orderBy(asc(lead.id))
      .limit(BATCH)
    const last = batch.at(-1)
    if (!last) return forgotten
    const ids = batch.map(({ id }) => id)
    // Asked again: meanwhile somebody may have come back, or been contacted.
    const gone = await db
      .delete(lead)
      .where(and(inArray(lead.id, ids), old))
      .returning({ id: lead.id })
    forgotten += gone.length
    after = last.id
  }
}

/** Whoever was first seen before and last seen since has sums of what is forgotten. */
async function sumUpLeft(db: Database, before: Date): Promise<void> {
  const old = and(lt(lead.firstSeenAt, before), gte(lead.lastSeenAt, before))
  for (let after = ''; ; ) {
    const batch = await db
      .select({ id: lead.id, exhibitorId: lead.exhibitorId, personId: lead.personId })
      .from(lead)
      .where(and(gt(lead.id, after), old))
      .orderBy(asc(lead.id))
      .limit(BATCH)
    const last = batch.at(-1)
    if (!last) return
    for (const { exhibitorId, personId } of batch) await db.transaction((tx) => sumUp(tx, exhibitorId, personId))
    after = last.id
  }
}
