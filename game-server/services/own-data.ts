import { eq } from 'drizzle-orm'
import type { OwnRecords } from '../../shared/salon/people.ts'
import type { Database } from '../db/database.ts'
import { authUser } from '../db/schema/account.ts'
import { person } from '../db/schema/person.ts'
import { type AccountDeps, type Asking, confirmPassword, type Ended, sessionsOf } from './account.ts'
import { authenticate } from './guests.ts'
import { eraseRecords, recordsOf, type Subject } from './personal-data.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/**
 * Everything stored on the caller.
 *
 * @throws Refused `not-entered`
 */
export async function ownRecords({ db, accounts }: AccountDeps, { headers }: Asking): Promise<OwnRecords> {
  const caller = await authenticate(db, accounts, headers)
  const { personId } = await rights.require(db, caller, 'person.export', self(caller))
  return { writtenAt: new Date().toISOString(), records: await recordsOf(db, await subject(db, personId)) }
}

/**
 * Leaves for good: everything stored on the caller goes. An account with a password confirms it.
 *
 * @returns whose sessions ended, and the cookies that make the browser forget, too
 * @throws Refused `not-entered` | `wrong-credentials` | `too-often`
 */
export async function leave(
  deps: AccountDeps,
  asking: Asking,
  password: string | undefined,
): Promise<Ended & { readonly cookies: readonly string[] }> {
  const { db, accounts } = deps
  const caller = await authenticate(db, accounts, asking.headers)
  const { personId } = await rights.require(db, caller, 'person.erase', self(caller))
  await confirmPassword(deps, asking, password ?? '')
  const sessionIds = await sessionsOf(db, personId, null)
  await eraseRecords(db, await subject(db, personId))
  const { headers: answered } = await accounts.api.signOut({ headers: asking.headers, returnHeaders: true })
  return { personId, sessionIds, cookies: answered.getSetCookie() }
}

const self = (caller: rights.Caller | null) => ({ kind: 'person', id: caller?.personId ?? '' }) as const

async function subject(db: Database, personId: string): Promise<Subject> {
  const [row] = await db
    .select({ personId: person.id, userId: authUser.id, email: authUser.email })
    .from(person)
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .where(eq(person.id, personId))
  if (!row) throw new Refused('not-entered')
  return row
}
