import type { Database } from '../../game-server/db/database.ts'
import { type Accounts, openAccounts } from '../../game-server/services/accounts.ts'
import type { Letter } from '../../game-server/services/letters.ts'

/** Signs the cookies of tests; a salon opened with it knows them. */
export const SECRET = 'a secret of at least thirty-two characters'

/** Accounts on a database, and the letters they wrote. */
export function accountsOn(
  db: Database,
  publicUrl = 'http://localhost:8080',
): { readonly accounts: Accounts; readonly letters: (Letter & { to: string })[] } {
  const letters: (Letter & { to: string })[] = []
  const write = async (to: string, letter: Letter): Promise<void> => void letters.push({ to, ...letter })
  return { accounts: openAccounts(db, { secret: SECRET, publicUrl, identityProvider: null, write }), letters }
}
