import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, lte } from 'drizzle-orm'
import type { TakeawayLink } from '../../shared/briefcase/takeaway.ts'
import type { Database } from '../db/database.ts'
import { authUser } from '../db/schema/account.ts'
import { takeawayLink } from '../db/schema/briefcase.ts'
import { person } from '../db/schema/person.ts'
import { owner } from './briefcase.ts'
import type { Letter } from './letters.ts'
import { Refused } from './refused.ts'
import type * as rights from './rights.ts'
import { type Archive, archive } from './takeaway.ts'
import { gather, type Sources } from './takeaway-contents.ts'
import { takeawayLetter } from './takeaway-letter.ts'

const HOUR = 60 * 60_000
/** For how long a link of a letter leads to the briefcase, days. */
const DAYS = 7
/** Letters of one person in an hour. */
const MOST_AN_HOUR = 5

/** What a letter with a link needs. */
export interface LinkDeps {
  readonly db: Database
  readonly publicUrl: string
  readonly write: (recipient: string, letter: Letter) => Promise<void>
}

/**
 * Writes the caller a letter with a personal link to their briefcase, to the proved address of their account. The link
 * leads to the briefcase as it is when it is followed.
 *
 * @throws Refused `not-entered` | `no-account` | `too-often`
 */
export async function sendLink(
  { db, publicUrl, write }: LinkDeps,
  caller: rights.Caller | null,
): Promise<TakeawayLink> {
  const personId = await owner(db, caller)
  const token = randomBytes(32).toString('base64url')
  const madeAt = new Date()
  const expiresAt = new Date(madeAt.getTime() + DAYS * 24 * HOUR)
  const to = await db.transaction(async (tx) => {
    // One after another: letters are counted.
    const [holder] = await tx
      .select({ email: authUser.email, guest: authUser.isAnonymous, language: person.language })
      .from(person)
      .innerJoin(authUser, eq(authUser.id, person.userId))
      .where(eq(person.id, personId))
      .for('update', { of: person })
    if (!holder || holder.guest) throw new Refused('no-account')
    await tx.delete(takeawayLink).where(and(eq(takeawayLink.personId, personId), lte(takeawayLink.expiresAt, madeAt)))
    const lately = and(eq(takeawayLink.personId, personId), gt(takeawayLink.madeAt, new Date(madeAt.getTime() - HOUR)))
    if ((await tx.$count(takeawayLink, lately)) >= MOST_AN_HOUR) {
      throw new Refused('too-often', { retryAfterSeconds: HOUR / 1000 })
    }
    await tx.insert(takeawayLink).values({ tokenHash: hashOf(token), personId, madeAt, expiresAt })
    return holder
  })
  // After the sign #, so that no log keeps it.
  await write(to.email, takeawayLetter(`${publicUrl}/briefcase#${token}`, DAYS, to.language))
  return { madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString() }
}

/**
 * Links of the caller that lead somewhere, latest first.
 *
 * @throws Refused `not-entered`
 */
export async function ownLinks(db: Database, caller: rights.Caller | null): Promise<TakeawayLink[]> {
  const rows = await db
    .select({ madeAt: takeawayLink.madeAt, expiresAt: takeawayLink.expiresAt })
    .from(takeawayLink)
    .where(and(eq(takeawayLink.personId, await owner(db, caller)), gt(takeawayLink.expiresAt, new Date())))
    .orderBy(desc(takeawayLink.madeAt))
  return rows.map((row) => ({ madeAt: row.madeAt.toISOString(), expiresAt: row.expiresAt.toISOString() }))
}

/**
 * All links of the caller lead nowhere from now on.
 *
 * @throws Refused `not-entered`
 */
export async function endLinks(db: Database, caller: rights.Caller | null): Promise<void> {
  await db.delete(takeawayLink).where(eq(takeawayLink.personId, await owner(db, caller)))
}

/**
 * Whose briefcase a token leads to, and until when.
 *
 * @throws Refused `not-found`: unknown, ended, or too old
 */
export async function lookUp(db: Database, token: string): Promise<{ personId: string; expiresAt: Date }> {
  const [link] = await db
    .select({ personId: takeawayLink.personId, expiresAt: takeawayLink.expiresAt })
    .from(takeawayLink)
    .where(and(eq(takeawayLink.tokenHash, hashOf(token)), gt(takeawayLink.expiresAt, new Date())))
  if (!link) throw new Refused('not-found')
  return link
}

/**
 * The archive that a token leads to.
 *
 * @throws Refused `not-found`
 */
export async function follow(sources: Sources, token: string): Promise<Archive> {
  const { personId } = await lookUp(sources.db, token)
  return archive(await gather(sources, personId, new Date()), sources.publicUrl)
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
