/**
 * Who may do what, as data. Rows are actions, named «thing.verb»; cells are the roles that may.
 *
 * A role is held in a scope: of one exhibitor, one session, one special project, or of the whole salon, which reaches
 * everything in it. `game-server/services/rights.ts` looks up what somebody holds and asks `may` before any write. Every
 * operation of the API names its row (`x-right`), every message of a room is a row of its room, and
 * `tests/server/rights.test.ts` walks them all with every role.
 */
import { z } from 'zod'

const SCOPE_KINDS = ['salon', 'exhibitor', 'session', 'project'] as const

export const scope = z.object({ kind: z.enum(SCOPE_KINDS), id: z.string().min(1).max(64) })
export type Scope = z.infer<typeof scope>
export type ScopeKind = Scope['kind']

/** The scope of everything: a database holds one salon. */
export const SALON = { kind: 'salon', id: 'salon' } as const satisfies Scope

/** Roles that are given, and the kind of scope each is held in. */
export const ROLES = {
  /** Answers for an exhibitor: its booth, its people. */
  owner: 'exhibitor',
  /** Staffs an exhibitor's booth. */
  representative: 'exhibitor',
  speaker: 'session',
  /** Broadcast engineer, director, chat moderator or hall producer of a session. */
  crew: 'session',
  /** Draws up a special project, such as a region's round tables. */
  coordinator: 'project',
  /** The programme directorate. */
  directorate: 'salon',
  organizer: 'salon',
  administrator: 'salon',
} as const satisfies Record<string, ScopeKind>
export type Role = keyof typeof ROLES

/** `z.enum` of the roles that are given. */
export const role = z.enum(Object.keys(ROLES) as [Role, ...Role[]])

/**
 * Roles that nobody gives: `anyone` who asks; a `visitor` has come in, as a guest or with an account; `self` is the very
 * person something is about.
 */
export type ImpliedRole = 'anyone' | 'visitor' | 'self'

export const RIGHTS = {
  'salon.read': ['anyone'],
  'salon.enter': ['anyone'],
  'salon.search': ['anyone'],
  'salon.sign-in': ['anyone'],
  /** Whoever has a letter's link. */
  'salon.take-away': ['anyone'],
  /** Letters that have not left: codes are in them, so whoever reads them could sign in as others. */
  'salon.read-mail': ['organizer', 'administrator'],
  'salon.appoint-directorate': ['organizer', 'administrator'],
  'salon.appoint-organizer': ['administrator'],
  'salon.appoint-administrator': ['administrator'],
  'salon.publish-route': ['directorate', 'organizer', 'administrator'],
  /** Whoever has the link of a letter. */
  'salon.look-at-invitation': ['anyone'],
  /** Writing into many booths at once, from tables. */
  'salon.import-content': ['organizer', 'administrator'],
  'salon.moderate': ['organizer', 'administrator'],
  'salon.see-roles': ['organizer', 'administrator'],
  /** Figures of halls, alleys and booths, and where people were. */
  'salon.read-figures': ['directorate', 'organizer', 'administrator'],

  'person.edit': ['self'],
  'person.erase': ['self'],
  'person.keep-account': ['self'],
  'person.export': ['self'],
  'person.look-up': ['visitor'],
  /** Attachments, and the bytes of what they were let begin. */
  'person.upload': ['self'],
  'person.share': ['self'],
  'person.collect': ['self'],
  'person.keep-card': ['self'],
  'person.ask-card': ['visitor'],
  'person.keep-visit': ['self'],
  'person.share-route': ['self'],
  'person.see-booths': ['self'],
  'person.accept-invitation': ['self'],

  'hall.enter': ['visitor'],
  'hall.walk': ['visitor'],
  'hall.say': ['visitor'],
  'hall.gesture': ['visitor'],
  'hall.ping': ['visitor'],
  'hall.listen': ['visitor'],

  /** Private ones are for their two sides: `services/conversations.ts` knows whose they are. */
  'conversation.read': ['visitor'],
  'conversation.say': ['visitor'],
  'conversation.report': ['visitor'],

  'exhibitor.answer': ['owner', 'representative'],
  'exhibitor.moderate': ['owner', 'representative', 'organizer', 'administrator'],
  'exhibitor.edit': ['owner', 'representative', 'organizer', 'administrator'],
  'exhibitor.publish': ['owner', 'organizer', 'administrator'],
  /** Keeping fields of a booth as they are, and changing those that are kept. */
  'exhibitor.lock': ['organizer', 'administrator'],
  'exhibitor.appoint-owner': ['organizer', 'administrator'],
  'exhibitor.appoint-representative': ['owner', 'organizer', 'administrator'],
  'exhibitor.publish-route': ['owner', 'organizer', 'administrator'],
  /** What visitors did at a booth, as their browsers report it. */
  'exhibitor.visit': ['visitor'],
  /** Leads are the exhibitor's own: organizers do not read them. */
  'exhibitor.read-leads': ['owner', 'representative'],
  'exhibitor.manage-leads': ['owner', 'representative'],
  /** Figures of a booth, like its leads, are the exhibitor's own. */
  'exhibitor.read-figures': ['owner', 'representative'],
  /** Where leads are sent on their own: who decides that answers for the exhibitor. */
  'exhibitor.manage-webhooks': ['owner'],
  'exhibitor.staff': ['owner', 'representative'],
  'exhibitor.see-roles': ['owner', 'representative', 'organizer', 'administrator'],

  'session.appoint-speaker': ['directorate', 'organizer', 'administrator'],
  'session.appoint-crew': ['directorate', 'organizer', 'administrator'],
  'session.see-roles': ['speaker', 'crew', 'directorate', 'organizer', 'administrator'],

  'project.appoint-coordinator': ['directorate', 'organizer', 'administrator'],
  'project.see-roles': ['coordinator', 'directorate', 'organizer', 'administrator'],
} as const satisfies Record<string, readonly (Role | ImpliedRole)[]>

export type Action = keyof typeof RIGHTS

/** What an action is done to: the thing in the action's name, by id. */
export interface Target<A extends Action = Action> {
  readonly kind: A extends `${infer Kind}.${string}` ? Kind : never
  readonly id: string
}

/** A role somebody was given. */
export interface HeldRole {
  readonly role: Role
  readonly scope: Scope
}

/** Somebody who has come in, and what they hold. */
export interface RightsHolder {
  readonly personId: string
  readonly roles: readonly HeldRole[]
}

/** Whether `who` (null: has not come in) may do `action` to `target`. */
export function may<A extends Action>(who: RightsHolder | null, action: A, target: Target<A>): boolean {
  const allowed: readonly (Role | ImpliedRole)[] = RIGHTS[action]
  return allowed.some((one) => is(one, who, target))
}

/** The action of giving or taking `role`, done to the scope it is held in. */
export const appointing = (role: Role): Action & `${string}.appoint-${string}` => APPOINTING[role]

/** The action of seeing who holds roles in a scope. */
export const seeingRoles = (kind: ScopeKind): `${ScopeKind}.see-roles` => `${kind}.see-roles`

const APPOINTING = {
  owner: 'exhibitor.appoint-owner',
  representative: 'exhibitor.appoint-representative',
  speaker: 'session.appoint-speaker',
  crew: 'session.appoint-crew',
  coordinator: 'project.appoint-coordinator',
  directorate: 'salon.appoint-directorate',
  organizer: 'salon.appoint-organizer',
  administrator: 'salon.appoint-administrator',
} as const satisfies { [R in Role]: `${(typeof ROLES)[R]}.appoint-${R}` }

function is(role: Role | ImpliedRole, who: RightsHolder | null, target: { kind: string; id: string }): boolean {
  if (role === 'anyone') return true
  if (who === null) return false
  if (role === 'visitor') return true
  if (role === 'self') return target.kind === 'person' && target.id === who.personId
  return who.roles.some((held) => held.role === role && reaches(held.scope, target))
}

const reaches = (scope: Scope, target: { kind: string; id: string }): boolean =>
  scope.kind === 'salon' || (scope.kind === target.kind && scope.id === target.id)
