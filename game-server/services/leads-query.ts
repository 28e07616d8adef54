import { and, desc, eq, exists, getTableColumns, ilike, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, union } from 'drizzle-orm/pg-core'
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
  query: LeadQuery,
  size: number,
): Promise<{ readonly rows: LeadRow[]; readonly next: string | null }> {
  const { order, status, ownerId, tag, known, q, after } = query
  const chosen = and(
    eq(lead.exhibitorId, exhibitorId),
    isNull(lead.joinedTo),
    status && eq(lead.status, status),
    ownerId ? eq(lead.ownerId, ownerId) : undefined,
    tag ? tagged(tag) : undefined,
    known ? exists(sharing(db)) : undefined,
    after === undefined ? undefined : beyond(order, after),
  )
  const rows = await (q ? found(db, chosen, q, order, size + 1) : first(db, chosen, order, size + 1))
  const last = rows.length > size ? rows[size - 1] : undefined
  const end = last && [order === 'best' ? last.score : last.lastSeenAt.getTime(), last.id]
  return { rows: rows.slice(0, size), next: end ? Buffer.from(JSON.stringify(end)).toString('base64url') : null }
}

const first = (db: Database, chosen: SQL | undefined, order: LeadQuery['order'], most: number) =>
  db
    .select()
    .from(lead)
    .where(chosen)
    .orderBy(...inOrder(lead, order))
    .limit(most)

/**
 * By notes, and by what is shared now: a name that is not shared is not found either. Each is asked on its own: the
 * indexes that know the one know nothing of the other.
 */
function found(db: Database, chosen: SQL | undefined, q: string, order: LeadQuery['order'], most: number) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const agreed = (field: 'name' | 'organisation' | 'position') =>
    and(sql`${consent.fields} @> ${JSON.stringify([field])}::jsonb`, ilike(person[field], like))
  const noted = and(chosen, sql`${lead.note} <> ''`, ilike(lead.note, like))
  const named = db
    .select(getTableColumns(lead))
    .from(lead)
    .innerJoin(consent, and(eq(consent.personId, lead.personId), eq(consent.exhibitorId, lead.exhibitorId)))
    .innerJoin(person, eq(person.id, consent.personId))
    .where(and(chosen, or(agreed('name'), agreed('organisation'), agreed('position'))))
    .orderBy(...inOrder(lead, order))
    .limit(most)
  const either = union(first(db, noted, order, most), named).as('either')
  return db
    .select()
    .from(either)
    .orderBy(...inOrder(either, order))
    .limit(most)
}

const inOrder = (of: Record<'id' | 'score' | 'lastSeenAt', AnyPgColumn>, order: LeadQuery['order']) => [
  desc(order === 'best' ? of.score : of.lastSeenAt),
  desc(of.id),
]

/** A consent of a lead's person to its exhibitor that shares something. */
const sharing = (db: Database) =>
  db
    .select({ one: sql`1` })
    .from(consent)
    .where(
      and(
        eq(consent.personId, lead.personId),
        eq(consent.exhibitorId, lead.exhibitorId),
        sql`jsonb_array_length(${consent.fields}) > 0`,
      ),
    )

/** Says that there are tags at all, as the index does. */
const tagged = (tag: string): SQL => sql`${lead.tags} <> '[]' and ${lead.tags} @> ${JSON.stringify([tag])}::jsonb`

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
