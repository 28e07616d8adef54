import { eq } from 'drizzle-orm'
import type { Language } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { authUser } from '../db/schema/account.ts'
import { person } from '../db/schema/person.ts'

/** The language to write to somebody in: that of the person who asked, or else of the account with this address. */
export async function languageOf(
  db: Database,
  of: { readonly email: string; readonly userId: string | null },
): Promise<Language> {
  const [row] = await db
    .select({ language: person.language })
    .from(person)
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .where(of.userId === null ? eq(authUser.email, of.email) : eq(authUser.id, of.userId))
  return row?.language ?? 'ru'
}
