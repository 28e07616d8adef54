import { and, asc, eq, lt, lte, notInArray } from 'drizzle-orm'
import type { WebhookDelivery, WebhookFault } from '../../shared/leads/webhook.ts'
import type { Database } from '../db/database.ts'
import { webhookDelivery, webhookEndpoint } from '../db/schema/webhook.ts'
import type { Letter } from './letters.ts'
import { tellOwners } from './webhooks-letter.ts'
import { type Delivery, type Endpoint, messageOf, type SignedMessage, signed } from './webhooks-message.ts'

/** What came of a try. */
export interface Outcome {
  /** The status of the answer; null: there was none, and `fault` says why. */
  readonly code: number | null
  readonly fault: WebhookFault | null
  /** ms */
  readonly took: number
}

/** The network as messages may use it. */
export interface Network {
  /** Whether an address may be sent to at all, as far as can be told from itself. */
  mayReach(url: string): boolean
  /** Sends, and never rejects. `closing`: the salon closes, nobody waits for the answer. */
  post(url: string, message: SignedMessage, closing: AbortSignal): Promise<Outcome>
}

export interface WebhookDeps {
  readonly db: Database
  readonly network: Network
  readonly write: (recipient: string, letter: Letter) => Promise<void>
  readonly onFailure: (error: unknown) => void
}

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000]
/** How long until the next try after a failure, ms (Standard Webhooks): three days altogether. */
const RETRIES = [
  ...[5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR],
  ...[10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
]
/** Part of a pause by which it may be longer or shorter, so that what failed together comes back apart. */
const JITTER = 0.2
/** A message whose process died while it was sent is sent again after this, ms: longer than any try takes. */
const CLAIMED_FOR = MINUTE
/** How often messages are looked for, ms. */
const ROUNDS = 2000
/** Tries at once in this process: one an address, so that a slow one holds up itself. */
const MOST_AT_ONCE = 50
/** Deliveries are shown for two weeks, ms. */
const KEPT_FOR = 14 * 24 * HOUR

/** Sends what is due. Any number of processes may: each message is claimed by one of them at a time. */
export class WebhookDeliveries {
  private readonly deps: WebhookDeps
  private readonly closing = new AbortController()
  private readonly underWay = new Map<string, Promise<void>>()
  private round: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined

  constructor(deps: WebhookDeps) {
    this.deps = deps
  }

  open(): void {
    this.timer = setInterval(() => this.look(), ROUNDS).unref()
  }

  /** What is being sent is given up, and sent again by whoever opens next. */
  async close(): Promise<void> {
    clearInterval(this.timer)
    this.closing.abort()
    await this.round
    await Promise.all(this.underWay.values())
  }

  /** Begins to send what is due now, and what is due by the time one of these is done. */
  look(): void {
    this.round = this.round.then(() => this.begin()).catch(this.deps.onFailure)
  }

  private async begin(): Promise<void> {
    while (!this.closing.signal.aborted && this.underWay.size < MOST_AT_ONCE) {
      const claimed = await claim(this.deps.db, [...this.underWay.keys()], new Date())
      if (claimed === 'none') return
      if (claimed === 'taken') continue
      const { endpoint, delivery } = claimed
      const sending = deliver(this.deps, delivery, endpoint, this.closing.signal)
        .catch(this.deps.onFailure)
        .then(() => {
          this.underWay.delete(endpoint.id)
          if (!this.closing.signal.aborted) this.look()
        })
      this.underWay.set(endpoint.id, sending)
    }
  }
}

/** One try outside the queue, for somebody who waits for what comes of it. @returns the delivery as it is now */
export async function tryOnce(
  { db, network }: Pick<WebhookDeps, 'db' | 'network'>,
  delivery: Delivery,
  endpoint: Endpoint,
): Promise<Delivery> {
  const message = await messageOf(db, delivery, endpoint)
  if (!message) return delivery
  const at = new Date()
  const outcome = await network.post(
    endpoint.url,
    signed(delivery.id, message, endpoint, at),
    new AbortController().signal,
  )
  const state = isSuccess(outcome) ? 'delivered' : 'failed'
  const [row] = await db
    .update(webhookDelivery)
    .set({ ...outcome, state, tries: delivery.tries + 1, triedAt: at })
    .where(eq(webhookDelivery.id, delivery.id))
    .returning()
  return row ?? delivery
}

/** Forgets deliveries of long ago, those too that waited all that time for an address that is paused. */
export async function forgetDeliveries(db: Database, now: Date): Promise<void> {
  await db.delete(webhookDelivery).where(lt(webhookDelivery.createdAt, new Date(now.getTime() - KEPT_FOR)))
}

export const isSuccess = ({ code }: Outcome): boolean => code !== null && code >= 200 && code < 300

/** The first message that is due at an address that nobody of us is at; `taken`: another process was quicker. */
async function claim(
  db: Database,
  busy: readonly string[],
  now: Date,
): Promise<{ readonly endpoint: Endpoint; readonly delivery: Delivery } | 'none' | 'taken'> {
  const [first] = await db
    .select({ endpoint: webhookEndpoint, delivery: webhookDelivery })
    .from(webhookDelivery)
    .innerJoin(webhookEndpoint, eq(webhookEndpoint.id, webhookDelivery.endpointId))
    .where(
      and(
        ...[eq(webhookDelivery.state, 'waiting'), lte(webhookDelivery.dueAt, now), eq(webhookEndpoint.state, 'on')],
        busy.length > 0 ? notInArray(webhookEndpoint.id, [...busy]) : undefined,
      ),
    )
    .orderBy(asc(webhookDelivery.dueAt))
    .limit(1)
  if (!first) return 'none'
  // The claim moves the message on: it is sent again should this process die now.
  const [delivery] = await db
    .update(webhookDelivery)
    .set({ tries: first.delivery.tries + 1, triedAt: now, dueAt: new Date(now.getTime() + CLAIMED_FOR) })
    .where(stillAs(first.delivery))
    .returning()
  return delivery ? { endpoint: first.endpoint, delivery } : 'taken'
}

async function deliver(deps: WebhookDeps, delivery: Delivery, endpoint: Endpoint, closing: AbortSignal): Promise<void> {
  const { db, network } = deps
  const message = await messageOf(db, delivery, endpoint)
  if (!message) {
    await db.delete(webhookDelivery).where(eq(webhookDelivery.id, delivery.id))
    return
  }
  const outcome = await network.post(endpoint.url, signed(delivery.id, message, endpoint, new Date()), closing)
  if (closing.aborted && outcome.code === null) return
  const now = new Date()
  const pause = isSuccess(outcome) || outcome.code === 410 ? undefined : RETRIES[delivery.tries - 1]
  const next: Pick<WebhookDelivery, 'state'> & { dueAt?: Date } = isSuccess(outcome)
    ? { state: 'delivered' }
    : pause === undefined
      ? { state: 'failed' }
      : { state: 'waiting', dueAt: new Date(now.getTime() + pause * (1 + JITTER * (2 * Math.random() - 1))) }
  await db
    .update(webhookDelivery)
    .set({ ...outcome, ...next })
    .where(stillAs(delivery))
  if (isSuccess(outcome))
    await db.update(webhookEndpoint).set({ aliveAt: now }).where(eq(webhookEndpoint.id, endpoint.id))
  else if (next.state === 'failed') await giveUp(deps, delivery, outcome)
}

/** Switches an address off that asks for that, or that has answered nothing well since this message was written. */
async function giveUp({ db, write }: WebhookDeps, { endpointId, createdAt }: Delivery, { code }: Outcome) {
  const state = code === 410 ? 'gone' : 'failing'
  const [endpoint] = await db
    .select({ aliveAt: webhookEndpoint.aliveAt })
    .from(webhookEndpoint)
    .where(eq(webhookEndpoint.id, endpointId))
  if (!endpoint || (state === 'failing' && endpoint.aliveAt > createdAt)) return
  const [off] = await db
    .update(webhookEndpoint)
    .set({ state })
    .where(and(eq(webhookEndpoint.id, endpointId), eq(webhookEndpoint.state, 'on')))
    .returning()
  if (off) await tellOwners(db, write, off)
}

/** Unless somebody asked meanwhile to send it again. */
const stillAs = ({ id, tries }: Delivery) =>
  and(eq(webhookDelivery.id, id), eq(webhookDelivery.tries, tries), eq(webhookDelivery.state, 'waiting'))
