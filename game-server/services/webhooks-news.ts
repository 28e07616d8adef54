import { randomUUID } from 'node:crypto'
import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { WebhookEvent } from '../../shared/leads/webhook.ts'
import type { Database } from '../db/database.ts'
import { lead } from '../db/schema/lead.ts'
import { webhookDelivery, webhookEndpoint } from '../db/schema/webhook.ts'

/** How long changes of a lead are gathered before they leave as one, ms: a visitor who strolls about makes many. */
const GATHERED = 60_000

/**
 * Puts news of leads on their way to those who asked for them; of one lead, what has not left yet is one message. Called
 * in the transaction of what became of them, so that neither is there without the other.
 */
export async function leadNews(
  db: Database,
  event: WebhookEvent,
  which: SQL | undefined,
  now = new Date(),
): Promise<void> {
  const heard = await db
    .selectDistinct({ endpointId: webhookEndpoint.id, leadId: SHOWN_AS })
    .from(lead)
    .innerJoin(webhookEndpoint, eq(webhookEndpoint.exhibitorId, lead.exhibitorId))
    .where(and(which, hears(event), sql`${webhookEndpoint.events} @> ${JSON.stringify([event])}::jsonb`))
    .orderBy(asc(SHOWN_AS), asc(webhookEndpoint.id))
  if (heard.length === 0) return
  const dueAt = event === 'lead.updated' ? new Date(now.getTime() + GATHERED) : now
  await db
    .insert(webhookDelivery)
    .values(heard.map((one) => ({ id: `msg_${randomUUID()}`, ...one, event, createdAt: now, dueAt })))
    // Held until we are done, so that a message that is about to leave waits and says this, too.
    .onConflictDoUpdate({
      target: [webhookDelivery.endpointId, webhookDelivery.leadId, webhookDelivery.event],
      targetWhere: sql`state = 'waiting' and tries = 0`,
      set: { event },
    })
}

/** A lead is told of as the one it was joined to. */
const SHOWN_AS = sql<string>`coalesce(${lead.joinedTo}, ${lead.id})`.as('shown_as')

/** News of what somebody is to one exhibitor. */
export const newsOf = (db: Database, event: WebhookEvent, exhibitorId: string, personId: string): Promise<void> =>
  leadNews(db, event, and(eq(lead.exhibitorId, exhibitorId), eq(lead.personId, personId)))

/** That something is shared no more is kept even for those who listen again only later. */
const hears = (event: WebhookEvent): SQL =>
  event === 'lead.consent_revoked' ? ne(webhookEndpoint.state, 'gone') : eq(webhookEndpoint.state, 'on')
