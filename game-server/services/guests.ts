import { randomUUID } from 'node:crypto'
import { and, eq, lt, notExists } from 'drizzle-orm'
import type { Look } from '../../shared/people/look.ts'
import type { Me, MeEdit, MePatch } from '../../shared/salon/model.ts'
import type { Database } from '../db/database.ts'
import { authSession, authUser, authVerification } from '../db/schema/account.ts'
import { person } from '../db/schema/person.ts'
import type { Accounts } from './accounts.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/** The caller, and the cookies the answer must carry. */
export interface Entered {
  readonly me: Me
  readonly cookies: readonly string[]
}

const shown = {
  personId: person.id,
  name: person.name,
  look: person.look,
  language: person.language,
  findable: person.findable,
  organisation: person.organisation,
  position: person.position,
  interests: person.interests,
  visibleTo: person.visibleTo,
  doNotDisturb: person.doNotDisturb,
}

/** Comes in as a guest: a new person, and a session in the cookies. Whoever is in already only changes how they look. */
export async function enter(db: Database, accounts: Accounts, headers: Headers, as: MeEdit): Promise<Entered> {
  const present = await signedIn(accounts, headers)
  const { userId, cookies } = present ? { userId: present.user.id, cookies: [] } : await newGuest(accounts, headers)
  const [me] = await db
    .insert(person)
    .values({ id: randomUUID(), userId, ...as })
    .onConflictDoUpdate({ target: person.userId, set: as })
    .returning(shown)
  if (!me) throw new Refused('not-entered')
  return { me, cookies }
}

/** The caller, or null. Once a day the session is prolonged: then there are cookies to answer with. */
export async function whoAmI(db: Database, accounts: Accounts, headers: Headers): Promise<Entered | null> {
  const { response, headers: answered } = await accounts.api.getSession({ headers, returnHeaders: true })
  if (!response) return null
  const [me] = await db.select(shown).from(person).where(eq(person.userId, response.user.id))
  return me ? { me, cookies: answered.getSetCookie() } : null
}

/**
 * Changes what the caller says of themself; fields not named stay.
 *
 * @throws Refused `not-entered`
 */
export async function edit(db: Database, accounts: Accounts, headers: Headers, change: MePatch): Promise<Entered> {
  const caller = await authenticate(db, accounts, headers)
  const { personId } = await rights.require(db, caller, 'person.edit', { kind: 'person', id: caller?.personId ?? '' })
  const mine = eq(person.id, personId)
  // An update of nothing is no statement.
  const changes = Object.keys(change).length > 0
  const [me] = changes
    ? await db.update(person).set(change).where(mine).returning(shown)
    : await db.select(shown).from(person).where(mine)
  if (!me) throw new Refused('not-entered')
  return { me, cookies: [] }
}

/** Somebody who asks, known by their session. */
export interface Present {
  readonly personId: string
  readonly sessionId: string
  readonly name: string
  readonly look: Look
}

/** The person whose session cookie these headers carry, or null. */
export async function authenticate(db: Database, accounts: Accounts, headers: Headers): Promise<Present | null> {
  const session = await signedIn(accounts, headers)
  if (!session) return null
  const [row] = await db
    .select({ personId: person.id, name: person.name, look: person.look })
    .from(person)
    .where(eq(person.userId, session.user.id))
  return row ? { ...row, sessionId: session.session.id } : null
}

/** Forgets sessions and codes that ran out, and guests without a session: nobody can come back as them. */
export async function forgetGuestsGone(db: Database, now: Date): Promise<number> {
  await db.delete(authSession).where(lt(authSession.expiresAt, now))
  await db.delete(authVerification).where(lt(authVerification.expiresAt, now))
  const alive = db.select({ id: authSession.id }).from(authSession).where(eq(authSession.userId, authUser.id))
  const gone = await db
    .delete(authUser)
    .where(and(eq(authUser.isAnonymous, true), notExists(alive)))
    .returning({ id: authUser.id })
  return gone.length
}

const signedIn = (accounts: Accounts, headers: Headers) =>
  accounts.api.getSession({ headers, query: { disableRefresh: true } })

async function newGuest(accounts: Accounts, headers: Headers): Promise<{ userId: string; cookies: string[] }> {
  const { response, headers: answered } = await accounts.api.signInAnonymous({ headers, returnHeaders: true })
  return { userId: response.user.id, cookies: answered.getSetCookie() }
}
