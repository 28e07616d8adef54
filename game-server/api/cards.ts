import { createRoute, z } from '@hono/zod-openapi'
import { card, cardAsked, cardRequest, cardWish, contacts } from '../../shared/people/card.ts'
import { ownCard } from '../../shared/people/consent.ts'
import * as cards from '../services/cards.ts'
import * as reading from '../services/cards-contacts.ts'
import * as exchange from '../services/cards-exchange.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const refusals = { 401: REFUSALS[401], 404: REFUSALS[404] }

const readCard = createRoute({
  method: 'get',
  path: '/api/card',
  summary: 'The business card of the caller, and what else of them a consent could show',
  ...right('person.keep-card'),
  responses: { 200: json(ownCard, 'The card'), 401: REFUSALS[401] },
})

const writeCard = createRoute({
  method: 'put',
  path: '/api/card',
  summary: 'Write the business card anew',
  ...right('person.keep-card'),
  request: sent(card),
  responses: { 200: json(ownCard, 'The card'), 400: REFUSALS[400], 401: REFUSALS[401] },
})

const list = createRoute({
  method: 'get',
  path: '/api/contacts',
  summary: 'Whom the caller exchanged cards with; the look goes into the ledger of each',
  ...right('person.keep-card'),
  responses: { 200: json(contacts, 'Latest first'), 401: REFUSALS[401] },
})

const waiting = createRoute({
  method: 'get',
  path: '/api/card-requests',
  summary: 'Requests to exchange cards that wait for an answer, of the caller or to them',
  ...right('person.keep-card'),
  responses: { 200: json(z.array(cardRequest), 'Latest first'), 401: REFUSALS[401] },
})

const ask = createRoute({
  method: 'post',
  path: '/api/card-requests',
  summary: 'Ask somebody to exchange cards; agrees where they asked the caller already',
  ...right('person.ask-card'),
  request: sent(cardWish),
  responses: {
    200: json(cardAsked, 'How it stands'),
    ...{ ...refusals, 400: REFUSALS[400], 409: REFUSALS[409], 429: REFUSALS[429] },
  },
})

const answer = createRoute({
  method: 'put',
  path: '/api/card-requests/{id}/answer',
  summary: 'Agree to a request, or decline it',
  ...right('person.keep-card'),
  request: { params: idParam, ...sent(z.object({ agree: z.boolean() })) },
  responses: { 204: { description: 'Answered' }, ...refusals, 400: REFUSALS[400], 409: REFUSALS[409] },
})

const withdraw = createRoute({
  method: 'delete',
  path: '/api/card-requests/{id}',
  summary: 'Take back a request, or give up a contact: neither has the card of the other then',
  ...right('person.keep-card'),
  request: { params: idParam },
  responses: { 204: { description: 'Taken back' }, ...refusals },
})

const block = createRoute({
  method: 'put',
  path: '/api/card-blocks/{id}',
  summary: 'See no requests of somebody any more; they are not told',
  ...right('person.keep-card'),
  request: { params: idParam },
  responses: { 204: { description: 'Blocked' }, ...refusals, 400: REFUSALS[400] },
})

const unblock = createRoute({
  method: 'delete',
  path: '/api/card-blocks/{id}',
  summary: 'See the requests of somebody again',
  ...right('person.keep-card'),
  request: { params: idParam },
  responses: { 204: { description: 'Not blocked' }, 401: REFUSALS[401] },
})

export function addCards(api: Api, { db, accounts }: ApiDeps): void {
  for (const path of ['/api/card', '/api/contacts', '/api/card-requests']) {
    api.use(path, async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
  }
  const callerOf = (headers: Headers) => authenticate(db, accounts, headers)
  api.openapi(readCard, async (c) => c.json(await cards.ownCard(db, await callerOf(c.req.raw.headers)), 200))
  api.openapi(writeCard, async (c) => {
    return c.json(await cards.writeCard(db, await callerOf(c.req.raw.headers), c.req.valid('json')), 200)
  })
  api.openapi(list, async (c) => c.json(await reading.contacts(db, await callerOf(c.req.raw.headers)), 200))
  api.openapi(waiting, async (c) => c.json(await reading.requests(db, await callerOf(c.req.raw.headers)), 200))
  api.openapi(ask, async (c) => {
    return c.json(await exchange.ask(db, await callerOf(c.req.raw.headers), c.req.valid('json')), 200)
  })
  api.openapi(answer, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    await exchange.answer(db, caller, c.req.valid('param').id, c.req.valid('json').agree)
    return c.body(null, 204)
  })
  api.openapi(withdraw, async (c) => {
    await exchange.withdraw(db, await callerOf(c.req.raw.headers), c.req.valid('param').id)
    return c.body(null, 204)
  })
  api.openapi(block, async (c) => {
    await exchange.block(db, await callerOf(c.req.raw.headers), c.req.valid('param').id)
    return c.body(null, 204)
  })
  api.openapi(unblock, async (c) => {
    await exchange.unblock(db, await callerOf(c.req.raw.headers), c.req.valid('param').id)
    return c.body(null, 204)
  })
}
