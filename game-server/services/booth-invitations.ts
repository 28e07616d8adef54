import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { BoothRole, Invitation, Offer } from '../../shared/booth/draft.ts'
import type { Language } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { authUser } from '../db/schema/account.ts'
import { boothInvitation } from '../db/schema/booth-content.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { invitationLetter } from './booth-invitation-letter.ts'
import type { Letter } from './letters.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'
import { give } from './roles.ts'

export interface InvitationDeps {
  readonly db: Database
  readonly write: (recipient: string, letter: Letter) => Promise<void>
  /** Of this salon, without a slash at the end. */
  readonly publicUrl: string
}

type Caller = rights.Caller | null

/** How long a link is good for, and how soon another letter may go to the same address, ms. */
const DAY = 24 * 3600 * 1000
const GOOD_FOR = 14 * DAY
const AGAIN_AFTER = 60 * 1000
/** Open invitations of a booth: letters go to anybody, so there must be an end of them. */
const MOST_OPEN = 50

/**
 * Asks whoever reads an address to work for a booth, by a letter with a link. Whether there is an account at the address
 * is told to nobody. Asking again sends another link, and the old one is good no more.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `too-often` | `no-room`
 */
export async function invite(
  { db, write, publicUrl }: InvitationDeps,
  caller: Caller,
  exhibitorId: string,
  { email, role }: { readonly email: string; readonly role: BoothRole },
  now: Date,
): Promise<void> {
  const { personId } = await rights.require(db, caller, inviting(role), { kind: 'exhibitor', id: exhibitorId })
  const token = randomBytes(32).toString('base64url')
  const from = await db.transaction(async (tx) => {
    const [booth] = await tx
      .select({ name: exhibitor.name })
      .from(exhibitor)
      .where(eq(exhibitor.id, exhibitorId))
      .for('update')
    if (!booth) throw new Refused('not-found')
    await requireRoom(tx, exhibitorId, { email, role }, now)
    const made = { invitedBy: personId, invitedAt: now, expiresAt: new Date(now.getTime() + GOOD_FOR) }
    const values = { ...made, tokenHash: hashOf(token), acceptedAt: null }
    await tx
      .insert(boothInvitation)
      .values({ id: randomUUID(), exhibitorId, email, role, ...values })
      .onConflictDoUpdate({
        target: [boothInvitation.exhibitorId, boothInvitation.role, boothInvitation.email],
        set: values,
      })
    return booth
  })
  const language = await languageFor(db, email, personId)
  const asked = { booth: from.name, role, link: `${publicUrl}/invitation#${token}`, days: GOOD_FOR / DAY }
  await write(email, invitationLetter(asked, language))
}

/**
 * Who was asked to work for a booth, latest first.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function invitations(db: Database, caller: Caller, exhibitorId: string): Promise<Invitation[]> {
  await rights.require(db, caller, 'exhibitor.appoint-representative', { kind: 'exhibitor', id: exhibitorId })
  const { id, email, role, invitedAt, expiresAt, acceptedAt } = boothInvitation
  const rows = await db
    .select({ id, email, role, invitedAt, expiresAt, acceptedAt })
    .from(boothInvitation)
    .where(eq(boothInvitation.exhibitorId, exhibitorId))
    .orderBy(desc(invitedAt), desc(id))
  return rows.map((row) => ({
    ...row,
    invitedAt: row.invitedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
  }))
}

/**
 * Takes an invitation back; a role that was accepted stays until it is taken away.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function revoke(db: Database, caller: Caller, exhibitorId: string, id: string): Promise<void> {
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  await rights.require(db, caller, 'exhibitor.appoint-representative', booth)
  const isIt = and(eq(boothInvitation.exhibitorId, exhibitorId), eq(boothInvitation.id, id))
  const [row] = await db.select({ role: boothInvitation.role }).from(boothInvitation).where(isIt)
  if (!row) throw new Refused('not-found')
  await rights.require(db, caller, inviting(row.role), booth)
  await db.delete(boothInvitation).where(isIt)
}

/**
 * What a link offers, told to whoever has it, before they sign in.
 *
 * @throws Refused `not-found`: no such link, taken back, or too old
 */
export async function lookAt(db: Database, token: string, now: Date): Promise<Offer> {
  const { exhibitorId, role, email } = await goodInvitation(db, token, now)
  const [booth] = await db.select({ name: exhibitor.name }).from(exhibitor).where(eq(exhibitor.id, exhibitorId))
  if (!booth) throw new Refused('not-found')
  return { exhibitorId, role, name: booth.name, email: veiled(email) }
}

/**
 * Gives the role to the account at the address the letter went to, and to no other: a link that was passed on opens
 * nothing. Accepting again changes nothing.
 *
 * @returns the exhibitor one works for from now on
 * @throws Refused `not-entered` | `not-found`: also when whoever asked may do so no more | `no-account`: a guest |
 * `forbidden`: another address
 */
export async function accept(db: Database, caller: Caller, token: string, now: Date): Promise<string> {
  const self = { kind: 'person', id: caller?.personId ?? '' } as const
  const { personId } = await rights.require(db, caller, 'person.accept-invitation', self)
  return db.transaction(async (tx) => {
    const row = await goodInvitation(tx, token, now)
    const [account] = await tx
      .select({ email: authUser.email, guest: authUser.isAnonymous })
      .from(person)
      .innerJoin(authUser, eq(authUser.id, person.userId))
      .where(eq(person.id, personId))
    if (!account || account.guest) throw new Refused('no-account')
    if (account.email !== row.email) throw new Refused('forbidden', { field: 'email' })
    if (row.acceptedAt !== null) return row.exhibitorId
    // What nobody may give themself they do not write themself a letter about either.
    if (row.invitedBy === personId) throw new Refused('forbidden')
    await requireInviter(tx, row)
    // Of two at once, or of one who is at it while it is taken back, the database lets one through.
    const claimed = await tx
      .update(boothInvitation)
      .set({ acceptedAt: now })
      .where(and(eq(boothInvitation.tokenHash, hashOf(token)), isNull(boothInvitation.acceptedAt)))
      .returning({ id: boothInvitation.id })
    if (claimed.length > 0) await give(tx, { personId, role: row.role, scopeId: row.exhibitorId }, row.invitedBy)
    return row.exhibitorId
  })
}

async function goodInvitation(db: Database, token: string, now: Date) {
  const [row] = await db
    .select()
    .from(boothInvitation)
    .where(and(eq(boothInvitation.tokenHash, hashOf(token)), gt(boothInvitation.expiresAt, now)))
  if (!row) throw new Refused('not-found')
  return row
}

/** Who lost the right to appoint does not get it back through letters sent before. @throws Refused `not-found` */
async function requireInviter(
  db: Database,
  { invitedBy, role, exhibitorId }: Pick<typeof boothInvitation.$inferSelect, 'invitedBy' | 'role' | 'exhibitorId'>,
): Promise<void> {
  if (invitedBy === null) return
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  if (!(await rights.may(db, { personId: invitedBy }, inviting(role), booth))) throw new Refused('not-found')
}

async function requireRoom(
  tx: Database,
  exhibitorId: string,
  { email, role }: { readonly email: string; readonly role: BoothRole },
  now: Date,
): Promise<void> {
  const open = await tx
    .select({ email: boothInvitation.email, role: boothInvitation.role, invitedAt: boothInvitation.invitedAt })
    .from(boothInvitation)
    .where(
      and(
        eq(boothInvitation.exhibitorId, exhibitorId),
        isNull(boothInvitation.acceptedAt),
        gt(boothInvitation.expiresAt, now),
      ),
    )
  const before = open.find((one) => one.email === email && one.role === role)
  if (!before && open.length >= MOST_OPEN) throw new Refused('no-room')
  const wait = before ? before.invitedAt.getTime() + AGAIN_AFTER - now.getTime() : 0
  if (wait > 0) throw new Refused('too-often', { retryAfterSeconds: Math.ceil(wait / 1000) })
}

/** The language of whoever has the address, or else of whoever invites. */
async function languageFor(db: Database, email: string, inviterId: string): Promise<Language> {
  const of = db.select({ language: person.language }).from(person).innerJoin(authUser, eq(authUser.id, person.userId))
  const [reader] = await of.where(eq(authUser.email, email))
  if (reader) return reader.language
  const [inviter] = await db.select({ language: person.language }).from(person).where(eq(person.id, inviterId))
  return inviter?.language ?? 'ru'
}

/** Enough of an address to know one's own by: a•••@school.example */
const veiled = (email: string): string => email.replace(/^(.).*(?=@)/, '$1•••')

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
const inviting = (role: BoothRole) => `exhibitor.appoint-${role}` as const
