/**
 * An account: an address that was proved by a code, and a password. better-auth keeps both; here is what may happen to
 * them, in our words.
 */
import { and, eq, ne } from 'drizzle-orm'
import type { Account } from '../../shared/salon/people.ts'
import type { Database } from '../db/database.ts'
import { authAccount, authSession, authUser } from '../db/schema/account.ts'
import { person } from '../db/schema/person.ts'
import type { Accounts } from './accounts.ts'
import type { Attempts } from './attempts.ts'
import { asRefused } from './better-auth-refusals.ts'
import { isCommon } from './common-passwords.ts'
import { authenticate, type Entered, type Present, whoAmI } from './guests.ts'
import { addressChangedLetter, alreadyHereLetter, type Letter, passwordChangedLetter } from './letters.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'
import { languageOf } from './written-to.ts'

/** What the account services stand on. */
export interface AccountDeps {
  readonly db: Database
  readonly accounts: Accounts
  readonly attempts: Attempts
  readonly write: (recipient: string, letter: Letter) => Promise<void>
}

/** Who asks: the headers with their cookies, and the network address for counting attempts. */
export interface Asking {
  readonly headers: Headers
  readonly address: string
}

/** Sessions that are over: whoever holds sockets of theirs closes them. */
export interface Ended {
  readonly personId: string
  readonly sessionIds: readonly string[]
}

const CREDENTIAL = 'credential'

/**
 * The caller's account; of a guest, one without an address.
 *
 * @throws Refused `not-entered`
 */
export async function accountOf({ db, accounts }: AccountDeps, { headers }: Asking): Promise<Account> {
  const { personId } = await self({ db, accounts }, headers)
  const [row] = await db
    .select({ email: authUser.email, guest: authUser.isAnonymous, userId: authUser.id })
    .from(authUser)
    .innerJoin(person, eq(person.userId, authUser.id))
    .where(eq(person.id, personId))
  if (!row) throw new Refused('not-entered')
  return {
    email: row.guest ? null : row.email,
    hasPassword: await hasPassword(db, row.userId),
    roles: await rights.rolesOf(db, personId),
  }
}

/**
 * Sends a code to an address that the caller wants to be theirs: a guest's for a new account, or another one for an
 * account. Whether the address is taken is told to its owner alone.
 *
 * @throws Refused `not-entered` | `too-often` | `malformed` (email)
 */
export async function proveAddress(deps: AccountDeps, { headers, address }: Asking, email: string): Promise<void> {
  const { db, accounts, attempts } = deps
  await self(deps, headers)
  await attempts.count('letter', email, address)
  const taken = (await db.$count(authUser, eq(authUser.email, email))) > 0
  await asRefused(accounts.api.requestEmailChangeEmailOTP({ headers, body: { newEmail: email } }), { field: 'email' })
  if (taken) await deps.write(email, alreadyHereLetter(await languageOf(db, { email, userId: null })))
}

/**
 * Makes the guest an account: the address is proved by the code, the password set. They stay who they are, with
 * everything they have, but in a new session: whoever may have planted the old one is not in the account.
 *
 * @throws Refused `not-entered` | `has-account` | `wrong-code` | `too-often` | `malformed` (password) | `common-password`
 */
export async function createAccount(
  deps: AccountDeps,
  { headers, address }: Asking,
  { email, code, password }: { readonly email: string; readonly code: string; readonly password: string },
): Promise<{ readonly account: Account; readonly cookies: readonly string[]; readonly ended: Ended }> {
  const { db, accounts, attempts } = deps
  const { personId, sessionId } = await self(deps, headers)
  const session = await accounts.api.getSession({ headers })
  if (!session?.user.isAnonymous) throw new Refused('has-account')
  refuseCommon(password)
  const guess = await attempts.count('guess', email, address)
  await changeAddress(accounts, headers, email, code)
  await guess.forgive()
  await asRefused(accounts.api.setPassword({ headers, body: { newPassword: password } }), { field: 'password' })
  const { headers: answered } = await accounts.api.signInEmail({
    headers,
    body: { email, password },
    returnHeaders: true,
  })
  await db.delete(authSession).where(eq(authSession.id, sessionId))
  const cookies = answered.getSetCookie()
  const account = await accountOf(deps, { headers: returning(cookies), address })
  return { account, cookies, ended: { personId, sessionIds: [sessionId] } }
}

/**
 * Gives the account another address, which the code proves; the one before is told.
 *
 * @throws Refused `not-entered` | `no-account` | `wrong-credentials` | `wrong-code` | `too-often`
 */
export async function moveAccount(
  deps: AccountDeps,
  asking: Asking,
  { email, code, password }: { readonly email: string; readonly code: string; readonly password: string },
): Promise<readonly string[]> {
  const { personId } = await self(deps, asking.headers)
  const guess = await reauthenticate(deps, asking, password)
  const before = await addressOf(deps.db, personId)
  const cookies = await changeAddress(deps.accounts, asking.headers, email, code)
  await guess.forgive()
  await deps.write(before, addressChangedLetter(await languageOf(deps.db, { email, userId: null })))
  return cookies
}

/**
 * Another password; every other session of the account ends.
 *
 * @throws Refused `not-entered` | `no-account` | `wrong-credentials` | `too-often` | `malformed` (password) |
 * `common-password`
 */
export async function changePassword(
  deps: AccountDeps,
  asking: Asking,
  { present, next }: { readonly present: string; readonly next: string },
): Promise<Ended> {
  const { db, accounts } = deps
  const { headers } = asking
  const caller = await self(deps, headers)
  refuseCommon(next)
  const guess = await reauthenticate(deps, asking, present)
  const body = { currentPassword: present, newPassword: next }
  await asRefused(accounts.api.changePassword({ headers, body }), { field: 'password' })
  await guess.forgive()
  const sessionIds = await sessionsOf(db, caller.personId, caller.sessionId)
  await accounts.api.revokeOtherSessions({ headers })
  const email = await addressOf(db, caller.personId)
  await deps.write(email, passwordChangedLetter(await languageOf(db, { email, userId: null })))
  return { personId: caller.personId, sessionIds }
}

/**
 * Comes in with an account. A guest's things go over to it.
 *
 * @returns the caller, null where the account has never been inside; and the session they had before, which is over
 * @throws Refused `wrong-credentials` | `too-often`
 */
export async function signIn(
  { db, accounts, attempts }: AccountDeps,
  { headers, address }: Asking,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<{ readonly entered: Entered | null; readonly cookies: readonly string[]; readonly ended: Ended | null }> {
  const guess = await attempts.count('guess', email, address)
  const before = await authenticate(db, accounts, headers)
  const { headers: answered } = await asRefused(
    accounts.api.signInEmail({ headers, body: { email, password }, returnHeaders: true }),
    { field: 'password' },
  )
  await guess.forgive()
  const cookies = answered.getSetCookie()
  const entered = await whoAmI(db, accounts, returning(cookies))
  if (!before) return { entered, cookies, ended: null }
  await db.delete(authSession).where(eq(authSession.id, before.sessionId))
  return { entered, cookies, ended: { personId: before.personId, sessionIds: [before.sessionId] } }
}

/**
 * Ends the caller's session; the account stays.
 *
 * @throws Refused `not-entered` | `no-account` for guests, who would lose everything: they leave for good or stay
 */
export async function signOut(
  { db, accounts }: AccountDeps,
  { headers }: Asking,
): Promise<{ readonly cookies: readonly string[]; readonly ended: Ended }> {
  const caller = await self({ db, accounts }, headers)
  if ((await addressOf(db, caller.personId)) === '') throw new Refused('no-account')
  const { headers: answered } = await accounts.api.signOut({ headers, returnHeaders: true })
  return { cookies: answered.getSetCookie(), ended: { personId: caller.personId, sessionIds: [caller.sessionId] } }
}

/**
 * Sends a code for a new password, where there is such an account; the answer is the same where there is none.
 *
 * @throws Refused `too-often`
 */
export async function forgotPassword(
  { accounts, attempts }: AccountDeps,
  { headers, address }: Asking,
  email: string,
): Promise<void> {
  await attempts.count('letter', email, address)
  await asRefused(accounts.api.requestPasswordResetEmailOTP({ headers, body: { email } }), { field: 'email' })
}

/**
 * Sets the password that the code allows to set. Every session of the account ends.
 *
 * @returns the person of the account, or null where they have never been inside
 * @throws Refused `wrong-code` | `too-often` | `malformed` (password) | `common-password`
 */
export async function resetPassword(
  { db, accounts, attempts, write }: AccountDeps,
  { headers, address }: Asking,
  { email, code, password }: { readonly email: string; readonly code: string; readonly password: string },
): Promise<Ended | null> {
  refuseCommon(password)
  const guess = await attempts.count('guess', email, address)
  const [owner] = await db
    .select({ personId: person.id })
    .from(person)
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .where(eq(authUser.email, email))
  const sessionIds = owner ? await sessionsOf(db, owner.personId, null) : []
  const body = { email, otp: code, password }
  await asRefused(accounts.api.resetPasswordEmailOTP({ headers, body }), { field: 'code' })
  await guess.forgive()
  await write(email, passwordChangedLetter(await languageOf(db, { email, userId: null })))
  return owner ? { personId: owner.personId, sessionIds } : null
}

function refuseCommon(password: string): void {
  if (isCommon(password)) throw new Refused('common-password', { field: 'password' })
}

/** Ids of somebody's sessions, but for one. */
export const sessionsOf = (db: Database, personId: string, but: string | null): Promise<string[]> =>
  db
    .select({ id: authSession.id })
    .from(authSession)
    .innerJoin(person, eq(person.userId, authSession.userId))
    .where(and(eq(person.id, personId), but === null ? undefined : ne(authSession.id, but)))
    .then((rows) => rows.map(({ id }) => id))

/** The caller, who may do to themself what concerns nobody else. */
async function self({ db, accounts }: Pick<AccountDeps, 'db' | 'accounts'>, headers: Headers): Promise<Present> {
  const caller = await authenticate(db, accounts, headers)
  return rights.require(db, caller, 'person.keep-account', { kind: 'person', id: caller?.personId ?? '' })
}

/** Asks for the password once more before what a stranger at an open screen must not do. */
async function reauthenticate({ accounts, attempts }: AccountDeps, { headers, address }: Asking, password: string) {
  const session = await accounts.api.getSession({ headers })
  if (!session || session.user.isAnonymous) throw new Refused('no-account')
  const guess = await attempts.count('guess', session.user.email, address)
  await asRefused(accounts.api.verifyPassword({ headers, body: { password } }), { field: 'password' })
  return guess
}

/**
 * Whoever has a password says it once more before what cannot be undone; others have nothing to say.
 *
 * @throws Refused `wrong-credentials` | `too-often`
 */
export async function confirmPassword(deps: AccountDeps, asking: Asking, password: string): Promise<void> {
  const session = await deps.accounts.api.getSession({ headers: asking.headers })
  if (!session || !(await hasPassword(deps.db, session.user.id))) return
  const guess = await reauthenticate(deps, asking, password)
  await guess.forgive()
}

async function changeAddress(accounts: Accounts, headers: Headers, email: string, code: string): Promise<string[]> {
  const { headers: answered } = await asRefused(
    accounts.api.changeEmailEmailOTP({ headers, body: { newEmail: email, otp: code }, returnHeaders: true }),
    { field: 'code' },
  )
  return answered.getSetCookie()
}

async function hasPassword(db: Database, userId: string): Promise<boolean> {
  return (await db.$count(authAccount, and(eq(authAccount.userId, userId), eq(authAccount.providerId, CREDENTIAL)))) > 0
}

/** The address of somebody's account; empty for a guest. */
async function addressOf(db: Database, personId: string): Promise<string> {
  const [row] = await db
    .select({ email: authUser.email })
    .from(authUser)
    .innerJoin(person, eq(person.userId, authUser.id))
    .where(and(eq(person.id, personId), eq(authUser.isAnonymous, false)))
  return row?.email ?? ''
}

/** What the browser will send from now on. */
const returning = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') })
