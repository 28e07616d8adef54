import { createHmac, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { anyLook } from '../../shared/people/look.ts'
import type { Role } from '../../shared/people/rights.ts'
import type { Database } from '../db/database.ts'
import { authAccount, authUser } from '../db/schema/account.ts'
import { person } from '../db/schema/person.ts'
import type { Accounts } from '../services/accounts.ts'
import { give } from '../services/roles.ts'

/** Somebody of the demo whom whoever opened it may sign in as. */
export interface DemoAccount {
  readonly who: string
  readonly email: string
  readonly password: string
}

interface DemoPerson {
  readonly who: string
  readonly email: string
  readonly name: string
  readonly role: { readonly role: Role; readonly scopeId: string } | null
}

const PEOPLE: readonly DemoPerson[] = [
  {
    ...{ who: 'organizer', email: 'organizer@alleya.example', name: 'Вера Аллеева' },
    role: { role: 'organizer', scopeId: 'salon' },
  },
  {
    ...{ who: 'exhibitor', email: 'exhibitor@alleya.example', name: 'Пётр Жестянкин' },
    role: { role: 'owner', scopeId: 'zhestyanka' },
  },
  { who: 'visitor', email: 'visitor@alleya.example', name: 'Анна Липова', role: null },
]

/** Any number nobody else on that database server uses. */
const SEEDING_LOCK = 20_200_503

/**
 * Makes the accounts of the demo where they are missing. Their passwords come from the secret of this salon, so that
 * every demo has its own and needs to store none.
 */
export async function seedDemoAccounts(db: Database, accounts: Accounts, secret: string): Promise<DemoAccount[]> {
  const { password } = await accounts.$context
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SEEDING_LOCK})`)
    for (const [n, one] of PEOPLE.entries()) {
      if ((await tx.$count(authUser, eq(authUser.email, one.email))) > 0) continue
      await make(tx, one, await password.hash(passwordOf(one, secret)), n)
    }
  })
  return PEOPLE.map((one) => ({ who: one.who, email: one.email, password: passwordOf(one, secret) }))
}

async function make(db: Database, { email, name, role }: DemoPerson, hash: string, n: number): Promise<void> {
  const [userId, personId] = [randomUUID(), randomUUID()]
  await db.insert(authUser).values({ id: userId, name, email, emailVerified: true, isAnonymous: false })
  await db
    .insert(authAccount)
    .values({ id: randomUUID(), accountId: userId, providerId: 'credential', userId, password: hash })
  const look = anyLook(() => (n + 0.5) / PEOPLE.length)
  await db.insert(person).values({ id: personId, userId, name, look, language: 'ru', findable: false })
  if (role) await give(db, { personId, ...role }, null)
}

const passwordOf = ({ email }: DemoPerson, secret: string): string =>
  createHmac('sha256', secret).update(`demo account ${email}`).digest('base64url').slice(0, 12)
