import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import type { LeadSummary } from '../../shared/leads/model.ts'
import type { Database } from '../db/database.ts'
import { lead } from '../db/schema/lead.ts'
import { requireReading } from './leads.ts'
import type * as rights from './rights.ts'

/** Most tags that are worth choosing from. */
const MOST_TAGS = 100

/**
 * How many leads an exhibitor has of each status, and the tags in use.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function leadSummary(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
): Promise<LeadSummary> {
  await requireReading(db, caller, exhibitorId)
  const theirs = and(eq(lead.exhibitorId, exhibitorId), isNull(lead.joinedTo))
  const statuses = await db
    .select({ status: lead.status, count: count() })
    .from(lead)
    .where(theirs)
    .groupBy(lead.status)
  const tag = sql<string>`jsonb_array_elements_text(${lead.tags})`.as('tag')
  const each = db.select({ tag }).from(lead).where(theirs).as('each')
  const tags = await db
    .select({ tag: each.tag })
    .from(each)
    .groupBy(each.tag)
    .orderBy(desc(count()), each.tag)
    .limit(MOST_TAGS)
  return {
    statuses: Object.fromEntries(statuses.map((one) => [one.status, one.count])),
    tags: tags.map((one) => one.tag),
  }
}
