import { and, asc, eq, inArray } from 'drizzle-orm'
import type { BoothRole, OwnBooths } from '../../shared/booth/draft.ts'
import { SALON } from '../../shared/people/rights.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import * as rights from './rights.ts'

const BOOTH_ROLES: readonly BoothRole[] = ['owner', 'representative']

/**
 * The booths somebody works for, owners' first where they are both, by name.
 *
 * @throws Refused `not-entered`
 */
export async function ownBooths(db: Database, caller: rights.Caller | null): Promise<OwnBooths> {
  const self = { kind: 'person', id: caller?.personId ?? '' } as const
  const who = await rights.require(db, caller, 'person.see-booths', self)
  const rows = await db
    .select({ exhibitorId: exhibitor.id, name: exhibitor.name, role: roleGrant.role })
    .from(roleGrant)
    .innerJoin(exhibitor, eq(exhibitor.id, roleGrant.scopeId))
    .where(
      and(
        eq(roleGrant.personId, who.personId),
        eq(roleGrant.scopeKind, 'exhibitor'),
        inArray(roleGrant.role, [...BOOTH_ROLES]),
      ),
    )
    .orderBy(asc(roleGrant.role), asc(exhibitor.id))
  const booths = new Map<string, OwnBooths['booths'][number]>()
  for (const { role, ...booth } of rows) {
    if (!booths.has(booth.exhibitorId) && isBoothRole(role)) booths.set(booth.exhibitorId, { ...booth, role })
  }
  return { booths: [...booths.values()], organizes: await rights.may(db, who, 'salon.moderate', SALON) }
}

const isBoothRole = (role: string): role is BoothRole => BOOTH_ROLES.some((one) => one === role)
