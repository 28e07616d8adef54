import { createRoute, z } from '@hono/zod-openapi'
import { boothOffer } from '../../shared/route/offers.ts'
import { keptVisit } from '../../shared/route/visit.ts'
import { authenticate } from '../services/guests.ts'
import { boothOffers } from '../services/offers.ts'
import { keepVisit, ownVisit } from '../services/visits.ts'
import type { Api, ApiDeps } from './context.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { json, REFUSALS, right, sent } from './schemas.ts'

const path = '/api/visit'
const refusals = { 400: REFUSALS[400], 401: REFUSALS[401] }

const read = createRoute({
  method: 'get',
  path,
  summary: 'What the caller means to see, or null before they wished for anything',
  ...right('person.keep-visit'),
  responses: { 200: json(keptVisit.nullable(), 'The visit'), 401: REFUSALS[401] },
})

const keep = createRoute({
  method: 'put',
  path,
  summary: 'Keep the visit of the caller; of two versions the one changed later stands and is the answer',
  ...right('person.keep-visit'),
  request: sent(keptVisit),
  responses: { 200: json(keptVisit, 'The visit that stands'), ...refusals, 429: REFUSALS[429] },
})

const offers = createRoute({
  method: 'get',
  path: '/api/offers',
  summary: 'When booths are staffed and what products they show, all of them at once',
  ...right('salon.read'),
  responses: { 200: json(z.array(boothOffer), 'Booths that have told any of it') },
})

export function addVisit(api: Api, { db, accounts }: ApiDeps, answers: KeptAnswers): void {
  api.use(path, async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  api.openapi(offers, (c) => answers.answer(c, 'offers', () => boothOffers(db)))
  api.openapi(read, async (c) => c.json(await ownVisit(db, await authenticate(db, accounts, c.req.raw.headers)), 200))
  api.openapi(keep, async (c) => {
    const caller = await authenticate(db, accounts, c.req.raw.headers)
    return c.json(await keepVisit(db, caller, c.req.valid('json'), new Date()), 200)
  })
}
