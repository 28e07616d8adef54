import { and, eq, inArray } from 'drizzle-orm'
import { type OwnAttendance, STAFF_ROLES, type StaffRole } from '../../shared/people/attendance.ts'
import type { Database } from '../db/database.ts'
import { person } from '../db/schema/person.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import * as rights from './rights.ts'

/** Somebody who staffs booths while they are in the salon, as everybody sees them. */
export interface Attendant {
  readonly personId: string
  readonly name: string
  /** One line an exhibitor: an owner who is a representative, too, is its owner. */
  readonly booths: readonly { readonly exhibitorId: string; readonly role: StaffRole }[]
}

/** Who staffs booths now: what the API tells the rooms. */
export interface Attendance {
  /** Roles of somebody, or whether they attend, have changed: wherever they walk, they are looked up again. */
  renew(personId: string): void
}

/** What somebody staffs when they are in the salon; null: nothing, or there is no such person. */
export async function attendantBy(db: Database, personId: string): Promise<Attendant | null> {
  const [row] = await db.select({ name: person.name }).from(person).where(eq(person.id, personId))
  const booths = (await boothsOf(db, personId)).filter(({ attends }) => attends)
  if (!row || booths.length === 0) return null
  return { personId, name: row.name, booths: booths.map(({ exhibitorId, role }) => ({ exhibitorId, role })) }
}

/**
 * The booths that somebody may staff, and whether they do.
 *
 * @throws Refused `not-entered`
 */
export async function ownAttendance(db: Database, caller: rights.Caller | null): Promise<OwnAttendance[]> {
  const self = { kind: 'person', id: caller?.personId ?? '' } as const
  const { personId } = await rights.require(db, caller, 'person.see-booths', self)
  return boothsOf(db, personId)
}

/**
 * From now on somebody staffs a booth of theirs, or does not, whenever they are in the salon.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function attend(
  db: Database,
  tell: Attendance,
  caller: rights.Caller | null,
  { exhibitorId, attends }: { readonly exhibitorId: string; readonly attends: boolean },
): Promise<void> {
  const { personId } = await rights.require(db, caller, 'exhibitor.staff', { kind: 'exhibitor', id: exhibitorId })
  await db
    .update(roleGrant)
    .set({ attends })
    .where(and(isStaff(personId), eq(roleGrant.scopeId, exhibitorId)))
  tell.renew(personId)
}

async function boothsOf(db: Database, personId: string): Promise<OwnAttendance[]> {
  const { role, scopeId, attends } = roleGrant
  const rows = await db.select({ role, scopeId, attends }).from(roleGrant).where(isStaff(personId))
  const booths = new Map<string, OwnAttendance>()
  for (const role of STAFF_ROLES)
    for (const row of rows)
      if (row.role === role && !booths.has(row.scopeId))
        booths.set(row.scopeId, { exhibitorId: row.scopeId, role, attends: row.attends })
  return [...booths.values()]
}

const isStaff = (personId: string) =>
  and(eq(roleGrant.personId, personId), eq(roleGrant.scopeKind, 'exhibitor'), inArray(roleGrant.role, [...STAFF_ROLES]))
