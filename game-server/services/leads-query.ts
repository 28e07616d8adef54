import { and, desc, eq, exists, ilike, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { LeadQuery } from '../../shared/leads/model.ts'
import type { Database } from '../db/database.ts'
import { consent } from '../db/schema/consent.ts'
import { lead } from '../db/schema/lead.ts'
import { person } from '../db/schema/person.ts'
import { Refused } from './refused.ts'

export type LeadRow = typeof lead.$inferSelect

/** Where a page ends: what it is ordered by, and the id. It says where to go on, never whose leads. */
const cursor = z.tuple([z.number().int().min(0), z.string().max(64)])

/** The largest number of each order that the database can hold: a score, a moment of the year 9999. */
const MOST = { best: 2 ** 31 - 1, latest: Date.UTC(9999, 11, 31) }

/** A page of an exhibitor's leads, and where the next begins. */
export async function leadRows(
  db: Database,
  exhibitorId: string,
  { order, status, ownerId, tag, known, q, after }: LeadQuery,
  size: number,
): Promise<{ readonly rows: LeadRow[]; readonly next: string | null }> {
  const by = order === 'best' ? lead.score : lead.lastSeenAt
  const rows = await db
    .select()
    .from(lead)
    .where(
      and(
        eq(lead.exhibitorId, exhibitorId),
        status && eq(lead.status, status),
        ownerId ? eq(lead.ownerId, ownerId) : undefined,
        tag ? sql`${lead.tags} @> ${JSON.stringify([tag])}::jsonb` : undefined,
        known ? exists(consents(db, sql`jsonb_array_length(${consent.fields}) > 0`)) : undefined,
        q ? found(db, q) : undefined,
        after === undefined ? undefined : beyond(order, after),
      ),
    )
    .orderBy(desc(by), desc(lead.id))
    .limit(size + 1)
  const last = rows.length > size ? rows[size - 1] : undefined
  const end = last && [order === 'best' ? last.score : last.lastSeenAt.getTime(), last.id]
  return { rows: rows.slice(0, size), next: end ? Buffer.from(JSON.stringify(end)).toString('base64url') : null }
}

function beyond(order: LeadQuery['order'], after: string): SQL {
  const [value, id] = read(order, after)
  const place = order === 'best' ? sql`${value}::integer` : sql`${new Date(value).toISOString()}::timestamptz`
  return sql`(${order === 'best' ? lead.score : lead.lastSeenAt}, ${lead.id}) < (${place}, ${id})`
}

function read(order: LeadQuery['order'], after: string): z.infer<typeof cursor> {
  try {
    const [value, id] = cursor.parse(JSON.parse(Buffer.from(after, 'base64url').toString()))
    if (value <= MOST[order]) return [value, id]
  } catch {
    // Said below, like any other that is none.
  }
  throw new Refused('malformed', { field: 'after' })
}

/** By what is shared now, and by notes: a name that is not shared is not found either. */
function found(db: Database, q: string): SQL | undefined {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const agreed = (field: 'name' | 'organisation' | 'position') =>
    and(sql`${consent.fields} @> ${JSON.stringify([field])}::jsonb`, ilike(person[field], like))
  return or(
    ilike(lead.note, like),
    exists(consents(db, or(agreed('name'), agreed('organisation'), agreed('position')))),
  )
}

/** Consents of a lead's person to its exhibitor that `say` so. */
const consents = (db: Database, say: SQL | undefined) =>
  db
    .select({ one: sql`1` })
    .from(consent)
    .innerJoin(person, eq(person.id, consent.personId))
    .where(and(eq(consent.personId, lead.personId), eq(consent.exhibitorId, lead.exhibitorId), say))
