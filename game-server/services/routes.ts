import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Publisher, RouteContent, SharedRoute, ThemedRoute } from '../../shared/route/published.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { sharedRoute, themedRoute } from '../db/schema/route.ts'
import { markChanged } from './content.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/** Links somebody may make in a day. */
const MOST_LINKS = 100
const DAY = 24 * 3600

/**
 * Makes a link to a route. The same route again is the same link.
 *
 * @returns what nobody can guess
 * @throws Refused `not-entered` | `too-often`
 */
export async function shareRoute(
  db: Database,
  caller: rights.Caller | null,
  content: RouteContent,
  now: Date,
): Promise<string> {
  const { personId } = await rights.require(db, caller, 'person.share-route', self(caller))
  const today = await db
    .select({ id: sharedRoute.id, content: sharedRoute.content })
    .from(sharedRoute)
    .where(and(eq(sharedRoute.personId, personId), gt(sharedRoute.createdAt, new Date(now.getTime() - DAY * 1000))))
    .orderBy(desc(sharedRoute.createdAt))
  const same = today.find((one) => isDeepStrictEqual(one.content, content))
  if (same) return same.id
  if (today.length >= MOST_LINKS) throw new Refused('too-often', { retryAfterSeconds: DAY })
  const id = randomBytes(16).toString('base64url')
  await db.insert(sharedRoute).values({ id, personId, content, createdAt: now })
  return id
}

/**
 * Takes a link of the caller's back.
 *
 * @throws Refused `not-entered` | `not-found`, for others' links, too
 */
export async function unshareRoute(db: Database, caller: rights.Caller | null, id: string): Promise<void> {
  const { personId } = await rights.require(db, caller, 'person.share-route', self(caller))
  const gone = await db
    .delete(sharedRoute)
    .where(and(eq(sharedRoute.id, id), eq(sharedRoute.personId, personId)))
    .returning({ id: sharedRoute.id })
  if (gone.length === 0) throw new Refused('not-found')
}

/**
 * A route by its link, or a themed one by its id; nothing on who shared it.
 *
 * @throws Refused `not-found`
 */
export async function routeAt(db: Database, id: string): Promise<SharedRoute> {
  const [shared] = await db.select({ content: sharedRoute.content }).from(sharedRoute).where(eq(sharedRoute.id, id))
  const [themed] = shared
    ? []
    : await db.select({ content: themedRoute.content }).from(themedRoute).where(eq(themedRoute.id, id))
  const found = shared ?? themed
  if (!found) throw new Refused('not-found')
  return { id, ...found.content }
}

/** Themed routes: the salon's first, then those of exhibitors, as they were published. */
export async function themedRoutes(db: Database): Promise<ThemedRoute[]> {
  const rows = await db
    .select()
    .from(themedRoute)
    .orderBy(sql`${themedRoute.exhibitorId} is not null`, asc(themedRoute.publishedAt), asc(themedRoute.id))
  return rows.map(({ id, exhibitorId, content }) => ({ id, exhibitorId, ...content }))
}

/**
 * Publishes a themed route, or what it says from now on.
 *
 * @throws Refused `not-entered` | `forbidden`, also for a route that somebody else published | `not-found`: no such exhibitor
 */
export async function publishRoute(
  db: Database,
  caller: rights.Caller | null,
  by: Publisher,
  id: string,
  content: RouteContent,
  now: Date,
): Promise<void> {
  await mayPublish(db, caller, by)
  if (by.kind === 'exhibitor' && (await db.$count(exhibitor, eq(exhibitor.id, by.id))) === 0)
    throw new Refused('not-found')
  await db.transaction(async (tx) => {
    const written = await tx
      .insert(themedRoute)
      .values({ id, exhibitorId: by.kind === 'exhibitor' ? by.id : null, content, publishedAt: now })
      .onConflictDoUpdate({ target: themedRoute.id, set: { content }, setWhere: publishedBy(by) })
      .returning({ id: themedRoute.id })
    if (written.length === 0) throw new Refused('forbidden')
    await markChanged(tx)
  })
}

/**
 * Takes a themed route down.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function withdrawRoute(
  db: Database,
  caller: rights.Caller | null,
  by: Publisher,
  id: string,
): Promise<void> {
  await mayPublish(db, caller, by)
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(themedRoute)
      .where(and(eq(themedRoute.id, id), publishedBy(by)))
      .returning({ id: themedRoute.id })
    if (gone.length === 0) throw new Refused('not-found')
    await markChanged(tx)
  })
}

/** For whom the caller may publish. */
export async function publishersOf(db: Database, caller: rights.Caller | null): Promise<Publisher[]> {
  const { personId } = await rights.require(db, caller, 'person.keep-visit', self(caller))
  const forSalon = await rights.may(db, caller, 'salon.publish-route', SALON)
  const held = await rights.rolesOf(db, personId)
  return [
    ...(forSalon ? [SALON] : []),
    ...held.flatMap(({ role, scope }) =>
      role === 'owner' && scope.kind === 'exhibitor' ? [{ kind: 'exhibitor' as const, id: scope.id }] : [],
    ),
  ]
}

const SALON = { kind: 'salon', id: 'salon' } as const

const self = (caller: rights.Caller | null) => ({ kind: 'person', id: caller?.personId ?? '' }) as const

const mayPublish = (db: Database, caller: rights.Caller | null, { kind, id }: Publisher) =>
  kind === 'salon'
    ? rights.require(db, caller, 'salon.publish-route', { kind, id })
    : rights.require(db, caller, 'exhibitor.publish-route', { kind, id })

const publishedBy = ({ kind, id }: Publisher) =>
  kind === 'salon' ? isNull(themedRoute.exhibitorId) : eq(themedRoute.exhibitorId, id)
