/** The API of an exhibitor's webhooks, apart from `api.ts`, so that whoever only strolls does not load it. */
import type {
  Webhook,
  WebhookChange,
  WebhookDelivery,
  WebhookDraft,
  WebhookWithSecret,
} from '../../shared/leads/webhook.ts'
import { get, send } from './api.ts'

const all = (exhibitorId: string): string => `/api/exhibitors/${encodeURIComponent(exhibitorId)}/webhooks`
const one = (exhibitorId: string, id: string): string => `${all(exhibitorId)}/${encodeURIComponent(id)}`

export const webhooksApi = {
  all: (exhibitorId: string) => get<Webhook[]>(all(exhibitorId)),
  add: (exhibitorId: string, draft: WebhookDraft) => send<WebhookWithSecret>('POST', all(exhibitorId), draft),
  change: (exhibitorId: string, id: string, change: WebhookChange) =>
    send<Webhook>('PATCH', one(exhibitorId, id), change),
  remove: (exhibitorId: string, id: string) => send<null>('DELETE', one(exhibitorId, id)),
  newSecret: (exhibitorId: string, id: string) => send<WebhookWithSecret>('POST', `${one(exhibitorId, id)}/secret`),
  test: (exhibitorId: string, id: string) => send<WebhookDelivery>('POST', `${one(exhibitorId, id)}/test`),
  deliveries: (exhibitorId: string, id: string) => get<WebhookDelivery[]>(`${one(exhibitorId, id)}/deliveries`),
  sendAgain: (exhibitorId: string, id: string, deliveryId: string) =>
    send<WebhookDelivery>('POST', `${one(exhibitorId, id)}/deliveries/${encodeURIComponent(deliveryId)}`),
}
