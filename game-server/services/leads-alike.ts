import { and, eq, isNull, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { alikeBy, comparable } from '../../shared/leads/alike.ts'
import type { AlikeLead, Lead } from '../../shared/leads/model.ts'
import type { ConsentField } from '../../shared/people/consent.ts'
import type { Database } from '../db/database.ts'
import { authUser } from '../db/schema/account.ts'
import { card } from '../db/schema/card.ts'
import { consent } from '../db/schema/consent.ts'
import { lead } from '../db/schema/lead.ts'
import { person } from '../db/schema/person.ts'
import type { LeadRow } from './leads-query.ts'
import { revealed } from './leads-revealed.ts'

const MOST = 10

/**
 * Leads of the same exhibitor that may be the same person: who shares the same address or phone with it. What is not
 * shared is not looked at, and who is found is in the ledger.
 */
export async function alike(db: Database, row: LeadRow, { who, joined }: Lead, seenBy: string): Promise<AlikeLead[]> {
  const email = comparable('email', who)
  const phone = comparable('phone', who)
  if (email === null && phone === null) return []
  const known = [...joined.map(({ id }) => id), ...row.distinctFrom]
  const { exhibitorId } = row
  const rows = await db
    .select({ lead })
    .from(lead)
    .innerJoin(consent, and(eq(consent.personId, lead.personId), eq(consent.exhibitorId, lead.exhibitorId)))
    .innerJoin(person, eq(person.id, lead.personId))
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .leftJoin(card, eq(card.personId, lead.personId))
    .where(
      and(
        ...[eq(lead.exhibitorId, exhibitorId), eq(consent.exhibitorId, exhibitorId), isNull(lead.joinedTo)],
        ...[ne(lead.id, row.id), known.length > 0 ? notInArray(lead.id, known) : undefined],
        or(
          email === null ? undefined : and(shares('email'), sql`${ADDRESS} = ${email}`),
          phone === null ? undefined : and(shares('phone'), sql`${DIGITS} = ${phone}`),
        ),
      ),
    )
    .orderBy(lead.firstSeenAt)
    .limit(MOST)
  const look = { exhibitorId, seenBy, act: 'lead-seen' } as const
  const found = await revealed(
    db,
    rows.map((one) => one.lead),
    look,
  )
  // What they share may have changed since.
  return found.flatMap(({ id, who: theirs, lastSeenAt }) => {
    const by = alikeBy(who, theirs)
    return by.length > 0 ? [{ id, who: theirs, lastSeenAt, by }] : []
  })
}

const shares = (field: ConsentField): SQL => sql`${consent.fields} @> ${JSON.stringify([field])}::jsonb`

/** As `consents.ts` tells it: the address of a guest is made up by us. */
const ADDRESS = sql`lower(trim(coalesce(${card.email}, case when ${authUser.isAnonymous} then '' else ${authUser.email} end)))`
const DIGITS = sql`right(regexp_replace(coalesce(${card.phone}, ''), '[^0-9]', '', 'g'), 10)`
