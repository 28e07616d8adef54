import { and, eq, isNull } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import { SAMPLE_LEAD, type WebhookMessage } from '../../shared/leads/webhook.ts'
import type { Database } from '../db/database.ts'
import { lead } from '../db/schema/lead.ts'
import type { webhookDelivery, webhookEndpoint } from '../db/schema/webhook.ts'
import { revealed } from './leads-revealed.ts'

export type Endpoint = typeof webhookEndpoint.$inferSelect
export type Delivery = typeof webhookDelivery.$inferSelect

/** A message as it goes over the line. */
export interface SignedMessage {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * What a delivery says at this moment: of a lead only what its person shares now, which the ledger is told of. Null where
 * there is nothing to say any more, because the lead is gone.
 */
export async function messageOf(
  db: Database,
  { event, leadId, createdAt }: Delivery,
  { exhibitorId }: Endpoint,
): Promise<WebhookMessage | null> {
  const about = (id: string, one: WebhookMessage['data']['lead']): WebhookMessage => ({
    ...{ type: event, timestamp: createdAt.toISOString() },
    data: { exhibitorId, leadId: id, lead: one },
  })
  if (leadId === null) return about(SAMPLE_LEAD.id, SAMPLE_LEAD)
  // One that was joined is told of as the one it was joined to, and by itself as gone.
  const rows = await db
    .select()
    .from(lead)
    .where(and(eq(lead.id, leadId), isNull(lead.joinedTo)))
  const [one] = await revealed(db, rows, { exhibitorId, seenBy: null, act: 'lead-sent' })
  if (one) return about(leadId, one)
  return event === 'lead.consent_revoked' ? about(leadId, null) : null
}

/** Signed as Standard Webhooks has it, also with the secret before this one as long as that is good. */
export function signed(id: string, message: WebhookMessage, endpoint: Endpoint, now: Date): SignedMessage {
  const body = JSON.stringify(message)
  const { secret, formerSecret, formerUntil } = endpoint
  const former = formerSecret !== null && formerUntil !== null && formerUntil > now ? [formerSecret] : []
  const signatures = [secret, ...former].map((one) => new Webhook(one).sign(id, now, body))
  return {
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
    body,
  }
}
