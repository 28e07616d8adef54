import { eq, inArray } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { person } from '../db/schema/person.ts'
import { handOver } from './personal-data.ts'

/**
 * A guest has signed in to an account: what the guest collected goes over to it, and nothing is lost. An account that
 * has never been inside takes over the guest whole, name, look and all. Afterwards the guest's user may be deleted.
 */
export async function adopt(db: Database, guestUserId: string, userId: string): Promise<void> {
  if (guestUserId === userId) return
  await db.transaction(async (tx) => {
    const people = await tx
      .select({ id: person.id, userId: person.userId })
      .from(person)
      .where(inArray(person.userId, [guestUserId, userId]))
      .for('update')
    const guest = people.find((one) => one.userId === guestUserId)
    const own = people.find((one) => one.userId === userId)
    if (!guest) return
    if (own) await handOver(tx, guest.id, own.id)
    else await tx.update(person).set({ userId }).where(eq(person.id, guest.id))
  })
}
