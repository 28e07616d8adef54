/** Webhooks: an exhibitor's own system hears of its leads. The messages are those of docs/webhooks.md. */
import { z } from 'zod'
import { type Lead, lead } from './model.ts'

/** What a system can ask to hear of. */
export const WEBHOOK_EVENTS = ['lead.created', 'lead.updated', 'lead.consent_revoked'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** `on`; `paused` by the exhibitor; `failing`: paused by us after days without an answer; `gone`: it answered 410. */
export const WEBHOOK_STATES = ['on', 'paused', 'failing', 'gone'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

/** Addresses of one exhibitor. */
export const MOST_WEBHOOKS = 5

const id = z.string().min(1).max(64)
const moment = z.iso.datetime({ offset: true })
const events = z
  .array(z.enum(WEBHOOK_EVENTS))
  .min(1)
  .max(WEBHOOK_EVENTS.length)
  .transform((all) => [...new Set(all)])

/** Where messages go. What the network lets us reach is asked apart from this (`game-server/webhooks`). */
export const webhookUrl = z
  .string()
  .trim()
  .max(500)
  .refine((given) => isWebAddress(given), 'an address that begins with https://, without a name and password in it')

/** Body of POST /api/exhibitors/{id}/webhooks. */
export const webhookDraft = z.object({ url: webhookUrl, events })
export type WebhookDraft = z.infer<typeof webhookDraft>

/** Body of PATCH /api/exhibitors/{id}/webhooks/{webhookId}: what is left out stays as it is. */
export const webhookChange = z.object({ url: webhookUrl, events, state: z.enum(['on', 'paused']) }).partial()
export type WebhookChange = z.infer<typeof webhookChange>

/** One of GET /api/exhibitors/{id}/webhooks. */
export const webhook = z.object({
  id,
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  state: z.enum(WEBHOOK_STATES),
  createdAt: moment,
  /** Until when messages are signed with the secret before this one, too; null: with one alone. */
  formerSecretUntil: moment.nullable(),
})
export type Webhook = z.infer<typeof webhook>

/** Answer that tells a secret: it is told this once. */
export const webhookWithSecret = z.object({ webhook, secret: z.string() })
export type WebhookWithSecret = z.infer<typeof webhookWithSecret>

/** Why there was no answer. `refused`: an address that we do not send to. */
export const WEBHOOK_FAULTS = ['refused', 'unknown-host', 'unreachable', 'certificate', 'timeout'] as const
export type WebhookFault = (typeof WEBHOOK_FAULTS)[number]

/** One of the latest messages to an address. */
export const webhookDelivery = z.object({
  /** The `webhook-id` of the message. */
  id,
  event: z.enum([...WEBHOOK_EVENTS, 'webhook.test']),
  state: z.enum(['waiting', 'delivered', 'failed']),
  /** Tries so far. */
  tries: z.number().int(),
  createdAt: moment,
  /** Of the last try; null before the first. */
  triedAt: moment.nullable(),
  /** Of the next one; null: there is none. */
  dueAt: moment.nullable(),
  /** What the other side answered; null: nothing. */
  code: z.number().int().nullable(),
  fault: z.enum(WEBHOOK_FAULTS).nullable(),
  /** How long the answer took, ms. */
  took: z.number().int().nullable(),
})
export type WebhookDelivery = z.infer<typeof webhookDelivery>

/** The body of a message. */
export interface WebhookMessage {
  readonly type: WebhookEvent | 'webhook.test'
  /** When it came to pass; the lead is as it was when this was sent. */
  readonly timestamp: string
  readonly data: {
    readonly exhibitorId: string
    readonly leadId: string
    /** Null: this lead is no more, and what is known of it is to be deleted. */
    readonly lead: Lead | null
  }
}

/** What a test sends: a visitor who does not exist. */
export const SAMPLE_LEAD: Lead = lead.parse({
  id: 'test',
  who: { name: 'Ada Lovelace', organisation: 'Analytical Engines', email: 'ada@example.org' },
  evidence: { entered: { times: 1, seconds: 0, share: 0 }, asked: { times: 1, seconds: 0, share: 0 } },
  score: 11,
  scoreParts: [
    { kind: 'asked', points: 10 },
    { kind: 'entered', points: 1 },
  ],
  note: '',
  tags: ['test'],
  answers: {},
  status: 'new',
  ownerId: null,
  version: 0,
  joined: [],
  firstSeenAt: '2027-04-12T09:00:00.000Z',
  lastSeenAt: '2027-04-12T09:04:00.000Z',
} satisfies Lead)

function isWebAddress(given: string): boolean {
  const url = URL.parse(given)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}
