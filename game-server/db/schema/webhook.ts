import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { WebhookDelivery, WebhookEvent, WebhookFault, WebhookState } from '../../../shared/leads/webhook.ts'
import { key, moment } from './columns.ts'

/** Where an exhibitor's own system hears of its leads. */
export const webhookEndpoint = pgTable(
  'webhook_endpoint',
  {
    id: key(),
    exhibitorId: text().notNull(),
    url: text().notNull(),
    events: jsonb().$type<WebhookEvent[]>().notNull(),
    state: text().$type<WebhookState>().notNull().default('on'),
    /** Messages are signed with it, so it cannot be kept as a hash. */
    secret: text().notNull(),
    /** The one before, good until `formerUntil`. */
    formerSecret: text(),
    formerUntil: moment(),
    createdAt: moment().notNull(),
    /** When it last took a message or was switched on. */
    aliveAt: moment().notNull(),
  },
  (table) => [index().on(table.exhibitorId)],
)

/**
 * Messages on their way and those of the last days. What they say is not in them: it is read when they are sent, as far
 * as it may be seen then.
 */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    id: key(),
    endpointId: text()
      .notNull()
      .references(() => webhookEndpoint.id, { onDelete: 'cascade' }),
    event: text().$type<WebhookDelivery['event']>().notNull(),
    /** Null: a test. It may have been deleted meanwhile. */
    leadId: text(),
    state: text().$type<WebhookDelivery['state']>().notNull().default('waiting'),
    tries: integer().notNull().default(0),
    createdAt: moment().notNull(),
    /** Not before this moment it is sent, once more after a failure. */
    dueAt: moment().notNull(),
    triedAt: moment(),
    code: integer(),
    fault: text().$type<WebhookFault>(),
    took: integer(),
  },
  (table) => [
    // News of a lead that have not left yet are one message.
    uniqueIndex('webhook_delivery_news')
      .on(table.endpointId, table.leadId, table.event)
      .where(sql`state = 'waiting' and tries = 0`),
    index('webhook_delivery_due').on(table.dueAt).where(sql`state = 'waiting'`),
    index('webhook_delivery_latest').on(table.endpointId, sql`${table.createdAt} desc`),
    index().on(table.leadId),
    index().on(table.createdAt),
  ],
)
