import { asc, sql } from 'drizzle-orm'
import type { BoothOffer } from '../../shared/route/offers.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'

/** Hours and products of all booths that have published any. */
export async function boothOffers(db: Database): Promise<BoothOffer[]> {
  // Only what is asked for leaves the database: texts and pictures of a thousand products are megabytes.
  const products = sql<BoothOffer['products']>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', one->'id', 'name', one->'name')), '[]'::jsonb)
    from jsonb_array_elements(${exhibitor.details}->'products') one
  )`
  const rows = await db
    .select({ exhibitorId: exhibitor.id, hours: sql<BoothOffer['hours']>`${exhibitor.details}->'hours'`, products })
    .from(exhibitor)
    // Imports write nothing as JSON's null.
    .where(sql`jsonb_typeof(${exhibitor.details}) = 'object'`)
    .orderBy(asc(exhibitor.id))
  return rows.filter(({ hours, products }) => hours.length + products.length > 0)
}
