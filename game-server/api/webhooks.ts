import { createRoute, z } from '@hono/zod-openapi'
import { webhook, webhookChange, webhookDelivery, webhookDraft, webhookWithSecret } from '../../shared/leads/webhook.ts'
import { authenticate } from '../services/guests.ts'
import * as webhooks from '../services/webhooks.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403] }
const ofOne = { ...refusals, 404: REFUSALS[404] }
const oneParam = idParam.extend({ webhookId: idParam.shape.id })

const list = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/webhooks',
  summary: 'Where an exhibitor’s leads are sent (docs/webhooks.md)',
  ...right('exhibitor.manage-webhooks'),
  request: { params: idParam },
  responses: { 200: json(z.array(webhook), 'Oldest first'), ...refusals },
})

const add = createRoute({
  method: 'post',
  path: '/api/exhibitors/{id}/webhooks',
  summary: 'Send leads to another address from now on',
  ...right('exhibitor.manage-webhooks'),
  request: { params: idParam, ...sent(webhookDraft) },
  responses: { 201: json(webhookWithSecret, 'The secret is told this once'), ...refusals, 409: REFUSALS[409] },
})

const change = createRoute({
  method: 'patch',
  path: '/api/exhibitors/{id}/webhooks/{webhookId}',
  summary: 'Change the address or what is sent; pause or go on',
  ...right('exhibitor.manage-webhooks'),
  request: { params: oneParam, ...sent(webhookChange) },
  responses: { 200: json(webhook, 'As it is now'), ...ofOne },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/exhibitors/{id}/webhooks/{webhookId}',
  summary: 'Send nothing there any more',
  ...right('exhibitor.manage-webhooks'),
  request: { params: oneParam },
  responses: { 204: { description: 'What was on its way is forgotten' }, ...ofOne },
})

const renewSecret = createRoute({
  method: 'post',
  path: '/api/exhibitors/{id}/webhooks/{webhookId}/secret',
  summary: 'Make another secret; the one before it is good for a day',
  ...right('exhibitor.manage-webhooks'),
  request: { params: oneParam },
  responses: { 200: json(webhookWithSecret, 'The secret is told this once'), ...ofOne },
})

const test = createRoute({
  method: 'post',
  path: '/api/exhibitors/{id}/webhooks/{webhookId}/test',
  summary: 'Send a made-up lead at once',
  ...right('exhibitor.manage-webhooks'),
  request: { params: oneParam },
  responses: { 200: json(webhookDelivery, 'What came of it'), ...ofOne, 429: REFUSALS[429] },
})

const latest = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/webhooks/{webhookId}/deliveries',
  summary: 'The latest messages',
  ...right('exhibitor.manage-webhooks'),
  request: { params: oneParam },
  responses: { 200: json(z.array(webhookDelivery), 'Fifty at most, latest first'), ...ofOne },
})

const again = createRoute({
  method: 'post',
  path: '/api/exhibitors/{id}/webhooks/{webhookId}/deliveries/{deliveryId}',
  summary: 'Send a message again',
  ...right('exhibitor.manage-webhooks'),
  request: { params: oneParam.extend({ deliveryId: idParam.shape.id }) },
  responses: { 200: json(webhookDelivery, 'It is on its way'), ...ofOne },
})

export function addWebhooks(api: Api, { db, accounts, network }: ApiDeps): void {
  const rules = { db, network }
  const callerOf = (headers: Headers) => authenticate(db, accounts, headers)
  api.openapi(list, async (c) => {
    return c.json(await webhooks.webhooks(db, await callerOf(c.req.raw.headers), c.req.valid('param').id), 200)
  })
  api.openapi(add, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await webhooks.addWebhook(rules, caller, c.req.valid('param').id, c.req.valid('json')), 201)
  })
  api.openapi(change, async (c) => {
    const { id, webhookId } = c.req.valid('param')
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await webhooks.changeWebhook(rules, caller, id, webhookId, c.req.valid('json')), 200)
  })
  api.openapi(remove, async (c) => {
    const { id, webhookId } = c.req.valid('param')
    await webhooks.removeWebhook(db, await callerOf(c.req.raw.headers), id, webhookId)
    return c.body(null, 204)
  })
  api.openapi(renewSecret, async (c) => {
    const { id, webhookId } = c.req.valid('param')
    return c.json(await webhooks.newWebhookSecret(db, await callerOf(c.req.raw.headers), id, webhookId), 200)
  })
  api.openapi(test, async (c) => {
    const { id, webhookId } = c.req.valid('param')
    return c.json(await webhooks.testWebhook(rules, await callerOf(c.req.raw.headers), id, webhookId), 200)
  })
  api.openapi(latest, async (c) => {
    const { id, webhookId } = c.req.valid('param')
    return c.json(await webhooks.deliveries(db, await callerOf(c.req.raw.headers), id, webhookId), 200)
  })
  api.openapi(again, async (c) => {
    const { id, webhookId, deliveryId } = c.req.valid('param')
    return c.json(await webhooks.sendAgain(db, await callerOf(c.req.raw.headers), id, webhookId, deliveryId), 200)
  })
}
