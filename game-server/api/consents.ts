import { createRoute, z } from '@hono/zod-openapi'
import { consent, consentGiven, ledgerEntry } from '../../shared/people/consent.ts'
import * as consents from '../services/consents.ts'
import { ownLedger } from '../services/consents-ledger.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401] }

const list = createRoute({
  method: 'get',
  path: '/api/consents',
  summary: 'What the caller shares with which exhibitors',
  ...right('person.share'),
  responses: { 200: json(z.array(consent), 'Latest change first; without fields: taken back'), 401: REFUSALS[401] },
})

const read = createRoute({
  method: 'get',
  path: '/api/consents/{id}',
  summary: 'What the caller shares with an exhibitor',
  ...right('person.share'),
  request: { params: idParam },
  responses: { 200: json(consent, 'The consent'), 401: REFUSALS[401] },
})

const give = createRoute({
  method: 'put',
  path: '/api/consents/{id}',
  summary: 'Share these fields with an exhibitor, and no others',
  ...right('person.share'),
  request: { params: idParam, ...sent(consentGiven) },
  responses: { 200: json(consent, 'The consent'), ...refusals, 404: REFUSALS[404], 409: REFUSALS[409] },
})

const revoke = createRoute({
  method: 'delete',
  path: '/api/consents/{id}',
  summary: 'Share nothing with an exhibitor any more',
  ...right('person.share'),
  request: { params: idParam },
  responses: { 204: { description: 'Nothing is shared' }, 401: REFUSALS[401] },
})

const revokeAll = createRoute({
  method: 'delete',
  path: '/api/consents',
  summary: 'Share nothing with anybody any more',
  ...right('person.share'),
  responses: { 204: { description: 'Nothing is shared' }, 401: REFUSALS[401] },
})

const readLedger = createRoute({
  method: 'get',
  path: '/api/ledger',
  summary: 'What became of the data of the caller: agreed to, taken back, seen by whom',
  ...right('person.share'),
  request: { query: z.object({ before: z.coerce.number().int().positive().optional() }) },
  responses: { 200: json(z.array(ledgerEntry), 'Latest first, a hundred'), ...refusals },
})

export function addConsents(api: Api, { db, accounts }: ApiDeps): void {
  for (const path of ['/api/consents', '/api/consents/*', '/api/ledger']) {
    api.use(path, async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
  }
  api.openapi(list, async (c) => {
    return c.json(await consents.ownConsents(db, await authenticate(db, accounts, c.req.raw.headers)), 200)
  })
  api.openapi(read, async (c) => {
    const caller = await authenticate(db, accounts, c.req.raw.headers)
    return c.json(await consents.ownConsent(db, caller, c.req.valid('param').id), 200)
  })
  api.openapi(give, async (c) => {
    const caller = await authenticate(db, accounts, c.req.raw.headers)
    return c.json(await consents.give(db, caller, c.req.valid('param').id, c.req.valid('json')), 200)
  })
  api.openapi(revoke, async (c) => {
    await consents.revoke(db, await authenticate(db, accounts, c.req.raw.headers), c.req.valid('param').id)
    return c.body(null, 204)
  })
  api.openapi(revokeAll, async (c) => {
    await consents.revoke(db, await authenticate(db, accounts, c.req.raw.headers), null)
    return c.body(null, 204)
  })
  api.openapi(readLedger, async (c) => {
    const caller = await authenticate(db, accounts, c.req.raw.headers)
    return c.json(await ownLedger(db, caller, c.req.valid('query').before ?? null), 200)
  })
}
