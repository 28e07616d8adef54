import { eq } from 'drizzle-orm'
import type { Action, HeldRole, Target } from '../../shared/people/rights.ts'
import * as matrix from '../../shared/people/rights.ts'
import type { Database } from '../db/database.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import { Refused } from './refused.ts'

/** Somebody who has come in, as far as rights are concerned. */
export interface Caller {
  readonly personId: string
}

/**
 * Asked before any write, and before anything that is not for everybody is told:
 * `await rights.require(db, caller, 'exhibitor.edit', { kind: 'exhibitor', id })`.
 *
 * @returns the caller, who is somebody
 * @throws Refused `not-entered` for nobody, `forbidden` for somebody who may not
 */
export async function require<C extends Caller, A extends Action>(
  db: Database,
  caller: C | null,
  action: A,
  target: Target<A>,
): Promise<C> {
  if (caller === null) throw new Refused('not-entered')
  if (!(await may(db, caller, action, target))) throw new Refused('forbidden')
  return caller
}

/** The same as a question, for what is shown to some and not to others. */
export async function may<A extends Action>(
  db: Database,
  caller: Caller | null,
  action: A,
  target: Target<A>,
): Promise<boolean> {
  // Most of what is asked depends on no role that somebody was given.
  const who = caller && { personId: caller.personId, roles: [] }
  if (who === null || matrix.may(who, action, target)) return matrix.may(who, action, target)
  return matrix.may({ ...who, roles: await rolesOf(db, who.personId) }, action, target)
}

/** The roles somebody was given. */
export const rolesOf = (db: Database, personId: string): Promise<HeldRole[]> =>
  db
    .select({ role: roleGrant.role, scopeKind: roleGrant.scopeKind, scopeId: roleGrant.scopeId })
    .from(roleGrant)
    .where(eq(roleGrant.personId, personId))
    .then((rows) => rows.map(({ role, scopeKind, scopeId }) => ({ role, scope: { kind: scopeKind, id: scopeId } })))
