import type { Database } from '../../game-server/db/database.ts'
import { authUser } from '../../game-server/db/schema/account.ts'
import { person } from '../../game-server/db/schema/person.ts'
import { anyLook } from '../../shared/people/look.ts'

let made = 0

/** Somebody with an account in a database of tests. */
export async function somebody(
  db: Database,
  change: Partial<typeof person.$inferInsert> & { readonly guest?: boolean } = {},
): Promise<{ readonly personId: string; readonly userId: string; readonly email: string }> {
  const { guest = false, ...profile } = change
  const number = ++made
  const one = { personId: `person-${number}`, userId: `user-${number}`, email: `person-${number}@example.org` }
  const name = `Person ${number}`
  await db
    .insert(authUser)
    .values({ id: one.userId, name, email: one.email, emailVerified: !guest, isAnonymous: guest })
  await db.insert(person).values({
    ...{ id: one.personId, userId: one.userId, name, look: anyLook(() => 0) },
    ...{ language: 'ru', findable: false, ...profile },
  })
  return one
}
