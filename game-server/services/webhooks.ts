import { randomBytes, randomUUID } from 'node:crypto'
import { and, asc, desc, eq } from 'drizzle-orm'
import {
  MOST_WEBHOOKS,
  type Webhook,
  type WebhookChange,
  type WebhookDelivery,
  type WebhookDraft,
  type WebhookWithSecret,
} from '../../shared/leads/webhook.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { webhookDelivery, webhookEndpoint } from '../db/schema/webhook.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'
import { type Network, tryOnce } from './webhooks-delivery.ts'
import type { Delivery, Endpoint } from './webhooks-message.ts'

/** What addresses are checked with, too. */
export interface WebhookRules {
  readonly db: Database
  readonly network: Network
}

type Caller = rights.Caller | null

/** How long messages are signed with the former secret, too, ms. */
const BOTH_FOR = 24 * 3600 * 1000
const MOST_SHOWN = 50
/** Tests of one address within this time are one, ms. */
const TEST_AGAIN = 3000

/**
 * Where an exhibitor's leads go, oldest first.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function webhooks(db: Database, caller: Caller, exhibitorId: string): Promise<Webhook[]> {
  await requireManaging(db, caller, exhibitorId)
  const rows = await db
    .select()
    .from(webhookEndpoint)
    .where(eq(webhookEndpoint.exhibitorId, exhibitorId))
    .orderBy(asc(webhookEndpoint.createdAt), asc(webhookEndpoint.id))
  return rows.map((row) => told(row))
}

/**
 * Sends leads to another address from now on.
 *
 * @throws Refused `not-entered` | `forbidden` | `malformed` for an address that we do not send to | `no-room`
 */
export async function addWebhook(
  { db, network }: WebhookRules,
  caller: Caller,
  exhibitorId: string,
  { url, events }: WebhookDraft,
): Promise<WebhookWithSecret> {
  await requireManaging(db, caller, exhibitorId)
  requireReachable(network, url)
  return db.transaction(async (tx) => {
    // One at a time: of two at once each would find the last room free.
    await tx.select({ id: exhibitor.id }).from(exhibitor).where(eq(exhibitor.id, exhibitorId)).for('update')
    const there = await tx.$count(webhookEndpoint, eq(webhookEndpoint.exhibitorId, exhibitorId))
    if (there >= MOST_WEBHOOKS) throw new Refused('no-room')
    const [secret, now] = [newSecret(), new Date()]
    const [row] = await tx
      .insert(webhookEndpoint)
      .values({ id: randomUUID(), exhibitorId, url, events, secret, createdAt: now, aliveAt: now })
      .returning()
    return { webhook: told(row as Endpoint), secret }
  })
}

/**
 * Changes where it goes, what is sent, or whether.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `malformed` for an address that we do not send to
 */
export async function changeWebhook(
  { db, network }: WebhookRules,
  caller: Caller,
  exhibitorId: string,
  id: string,
  change: WebhookChange,
): Promise<Webhook> {
  await requireManaging(db, caller, exhibitorId)
  if (change.url !== undefined) requireReachable(network, change.url)
  const present = await endpointOf(db, exhibitorId, id)
  if (Object.keys(change).length === 0) return told(present)
  const [row] = await db
    .update(webhookEndpoint)
    .set({ ...change, ...(change.state === 'on' && { aliveAt: new Date() }) })
    .where(isEndpoint(exhibitorId, id))
    .returning()
  if (!row) throw new Refused('not-found')
  return told(row)
}

/**
 * Makes another secret. The one before it is good for a day, so that the other side can change in peace.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function newWebhookSecret(
  db: Database,
  caller: Caller,
  exhibitorId: string,
  id: string,
): Promise<WebhookWithSecret> {
  await requireManaging(db, caller, exhibitorId)
  const secret = newSecret()
  const formerUntil = new Date(Date.now() + BOTH_FOR)
  const [row] = await db
    .update(webhookEndpoint)
    .set({ secret, formerSecret: webhookEndpoint.secret, formerUntil })
    .where(isEndpoint(exhibitorId, id))
    .returning()
  if (!row) throw new Refused('not-found')
  return { webhook: told(row), secret }
}

/**
 * Sends nothing there any more, and forgets what was on its way.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function removeWebhook(db: Database, caller: Caller, exhibitorId: string, id: string): Promise<void> {
  await requireManaging(db, caller, exhibitorId)
  const gone = await db.delete(webhookEndpoint).where(isEndpoint(exhibitorId, id)).returning({ id: webhookEndpoint.id })
  if (gone.length === 0) throw new Refused('not-found')
}

/**
 * Sends a made-up lead at once, also to an address that is paused, and says what came of it.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `too-often`
 */
export async function testWebhook(
  { db, network }: WebhookRules,
  caller: Caller,
  exhibitorId: string,
  id: string,
): Promise<WebhookDelivery> {
  await requireManaging(db, caller, exhibitorId)
  const { endpoint, delivery } = await db.transaction(async (tx) => {
    const [row] = await tx.select().from(webhookEndpoint).where(isEndpoint(exhibitorId, id)).for('update')
    if (!row) throw new Refused('not-found')
    return { endpoint: row, delivery: await newTest(tx, id, new Date()) }
  })
  return shown(await tryOnce({ db, network }, delivery, endpoint), endpoint)
}

/**
 * The latest messages to an address.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function deliveries(
  db: Database,
  caller: Caller,
  exhibitorId: string,
  id: string,
): Promise<WebhookDelivery[]> {
  await requireManaging(db, caller, exhibitorId)
  const endpoint = await endpointOf(db, exhibitorId, id)
  const rows = await db
    .select()
    .from(webhookDelivery)
    .where(eq(webhookDelivery.endpointId, id))
    .orderBy(desc(webhookDelivery.createdAt), desc(webhookDelivery.id))
    .limit(MOST_SHOWN)
  return rows.map((row) => shown(row, endpoint))
}

/**
 * Puts a message on its way again, under its own id; what it says is as it is then. One that still waits goes now.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function sendAgain(
  db: Database,
  caller: Caller,
  exhibitorId: string,
  id: string,
  deliveryId: string,
): Promise<WebhookDelivery> {
  await requireManaging(db, caller, exhibitorId)
  const endpoint = await endpointOf(db, exhibitorId, id)
  const [row] = await db
    .update(webhookDelivery)
    // It begins its tries anew; not as one that never left, because there may be another of those.
    .set({ state: 'waiting', tries: 1, dueAt: new Date() })
    .where(and(eq(webhookDelivery.id, deliveryId), eq(webhookDelivery.endpointId, id)))
    .returning()
  if (!row) throw new Refused('not-found')
  return shown(row, endpoint)
}

const requireManaging = (db: Database, caller: Caller, exhibitorId: string) =>
  rights.require(db, caller, 'exhibitor.manage-webhooks', { kind: 'exhibitor', id: exhibitorId })

function requireReachable(network: Network, url: string): void {
  if (!network.mayReach(url)) throw new Refused('malformed', { field: 'url' })
}

const isEndpoint = (exhibitorId: string, id: string) =>
  and(eq(webhookEndpoint.exhibitorId, exhibitorId), eq(webhookEndpoint.id, id))

async function endpointOf(db: Database, exhibitorId: string, id: string): Promise<Endpoint> {
  const [row] = await db.select().from(webhookEndpoint).where(isEndpoint(exhibitorId, id))
  if (!row) throw new Refused('not-found')
  return row
}

/** Under the lock of its address: tests are tried at once, so a flood of them would go out as one. */
async function newTest(tx: Database, endpointId: string, now: Date): Promise<Delivery> {
  const isTest = and(eq(webhookDelivery.endpointId, endpointId), eq(webhookDelivery.event, 'webhook.test'))
  const [last] = await tx.select().from(webhookDelivery).where(isTest).orderBy(desc(webhookDelivery.createdAt)).limit(1)
  const wait = last ? last.createdAt.getTime() + TEST_AGAIN - now.getTime() : 0
  if (wait > 0) throw new Refused('too-often', { retryAfterSeconds: Math.ceil(wait / 1000) })
  const test = { id: `msg_${randomUUID()}`, endpointId, event: 'webhook.test', createdAt: now, dueAt: now } as const
  // Not in the queue: it is tried once, here.
  const [row] = await tx
    .insert(webhookDelivery)
    .values({ ...test, state: 'failed' })
    .returning()
  return row as Delivery
}

/** 24 bytes, as Standard Webhooks advises at least. */
const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

const told = ({ id, url, events, state, createdAt, formerSecret, formerUntil }: Endpoint): Webhook => ({
  ...{ id, url, events, state },
  createdAt: createdAt.toISOString(),
  formerSecretUntil:
    formerSecret !== null && formerUntil && formerUntil > new Date() ? formerUntil.toISOString() : null,
})

const shown = (row: Delivery, { state: listens }: Endpoint): WebhookDelivery => {
  const { id, event, state, tries, code, fault, took } = row
  return {
    ...{ id, event, state, tries, code, fault, took },
    createdAt: row.createdAt.toISOString(),
    triedAt: row.triedAt?.toISOString() ?? null,
    dueAt: state === 'waiting' && listens === 'on' ? row.dueAt.toISOString() : null,
  }
}
