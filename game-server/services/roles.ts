import { and, asc, eq, type SQL } from 'drizzle-orm'
import { appointing, ROLES, type Role, type Scope, seeingRoles } from '../../shared/people/rights.ts'
import type { RoleHolder } from '../../shared/salon/people.ts'
import type { Database } from '../db/database.ts'
import { authUser } from '../db/schema/account.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { session } from '../db/schema/programme.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/** Somebody's role in a scope: what is given and taken. */
export interface Appointment {
  readonly personId: string
  readonly role: Role
  /** Of the thing the role is held in: an exhibitor, a session, a project; `salon` for the whole. */
  readonly scopeId: string
}

/**
 * Gives a role to somebody with an account, never to oneself; giving it again changes nothing.
 *
 * @throws Refused `not-entered` | `forbidden` | `no-account` | `not-found` when there is no such person, exhibitor or
 * session
 */
export async function appoint(db: Database, caller: rights.Caller | null, to: Appointment): Promise<void> {
  const scope = scopeOf(to)
  const { personId: givenBy } = await rights.require(db, caller, appointing(to.role), scope)
  if (to.personId === givenBy) throw new Refused('forbidden', { field: 'personId' })
  if (!(await exists(db, scope))) throw new Refused('not-found', { field: 'scopeId' })
  const [appointee] = await db
    .select({ guest: authUser.isAnonymous })
    .from(person)
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .where(eq(person.id, to.personId))
  if (!appointee) throw new Refused('not-found', { field: 'personId' })
  if (appointee.guest) throw new Refused('no-account', { field: 'personId' })
  await give(db, to, givenBy)
}

/**
 * Takes a role away; it is refused from the next request on.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function dismiss(db: Database, caller: rights.Caller | null, from: Appointment): Promise<void> {
  await rights.require(db, caller, appointing(from.role), scopeOf(from))
  const taken = await db.delete(roleGrant).where(isAppointment(from)).returning({ role: roleGrant.role })
  if (taken.length === 0) throw new Refused('not-found')
}

/**
 * Who holds roles in a scope.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function roleHolders(db: Database, caller: rights.Caller | null, scope: Scope): Promise<RoleHolder[]> {
  await rights.require(db, caller, seeingRoles(scope.kind), scope)
  const rows = await db
    .select({ personId: person.id, name: person.name, role: roleGrant.role, givenAt: roleGrant.givenAt })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.personId))
    .where(and(eq(roleGrant.scopeKind, scope.kind), eq(roleGrant.scopeId, scope.id)))
    .orderBy(asc(roleGrant.givenAt), asc(person.id))
  return rows.map((row) => ({ ...row, givenAt: row.givenAt.toISOString() }))
}

/** Gives a role without asking anybody: for the demo and the command line. */
export async function give(db: Database, to: Appointment, givenBy: string | null): Promise<void> {
  const { kind, id } = scopeOf(to)
  await db
    .insert(roleGrant)
    .values({ personId: to.personId, role: to.role, scopeKind: kind, scopeId: id, givenBy })
    .onConflictDoNothing()
}

/** The person of the account with this address, or null. */
export async function accountAt(db: Database, email: string): Promise<string | null> {
  const [row] = await db
    .select({ personId: person.id })
    .from(person)
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .where(eq(authUser.email, email.trim().toLowerCase()))
  return row?.personId ?? null
}

const scopeOf = ({ role, scopeId }: Appointment): Scope => ({ kind: ROLES[role], id: scopeId })

function isAppointment(one: Appointment): SQL | undefined {
  const { kind, id } = scopeOf(one)
  return and(
    eq(roleGrant.personId, one.personId),
    eq(roleGrant.role, one.role),
    eq(roleGrant.scopeKind, kind),
    eq(roleGrant.scopeId, id),
  )
}

/** Special projects have no records of their own yet: their ids are taken as they come. */
async function exists(db: Database, { kind, id }: Scope): Promise<boolean> {
  if (kind === 'exhibitor') return (await db.$count(exhibitor, eq(exhibitor.id, id))) > 0
  if (kind === 'session') return (await db.$count(session, eq(session.id, id))) > 0
  return kind === 'project' || id === 'salon'
}
