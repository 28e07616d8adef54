import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { salon } from '../db/schema/salon.ts'

/**
 * How often what visitors read has changed. Whoever changes any of it, in whichever process, counts up in the same
 * transaction, so an answer made at a revision stays right until the number moves.
 */
export async function revision(db: Database): Promise<number> {
  const [row] = await db.select({ revision: salon.revision }).from(salon)
  return row?.revision ?? 0
}

/** Call within the transaction that changes content. */
export async function markChanged(db: Database): Promise<void> {
  await db.update(salon).set({ revision: sql`${salon.revision} + 1` })
}
