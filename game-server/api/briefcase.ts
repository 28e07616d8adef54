import { createRoute, z } from '@hono/zod-openapi'
import { briefcaseItem, remark, subject } from '../../shared/briefcase/model.ts'
import * as briefcase from '../services/briefcase.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 404: REFUSALS[404] }

const list = createRoute({
  method: 'get',
  path: '/api/briefcase',
  summary: 'What the caller has in the briefcase',
  ...right('person.collect'),
  responses: { 200: json(z.array(briefcaseItem), 'Latest first'), 401: REFUSALS[401] },
})

const put = createRoute({
  method: 'post',
  path: '/api/briefcase',
  summary: 'Put something into the briefcase; again changes nothing, after taking it out brings it back',
  ...right('person.collect'),
  request: sent(subject),
  responses: { 200: json(briefcaseItem, 'The thing'), ...refusals },
})

const annotate = createRoute({
  method: 'patch',
  path: '/api/briefcase/{id}',
  summary: 'Write a note, or give stars',
  ...right('person.collect'),
  request: { params: idParam, ...sent(remark) },
  responses: { 200: json(briefcaseItem, 'The thing'), ...refusals },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/briefcase/{id}',
  summary: 'Take something out; for a day it can be put back with its note',
  ...right('person.collect'),
  request: { params: idParam },
  responses: { 204: { description: 'Taken out' }, 401: REFUSALS[401], 404: REFUSALS[404] },
})

export function addBriefcase(api: Api, { db, accounts }: ApiDeps): void {
  api.use('/api/briefcase', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  const callerOf = (headers: Headers) => authenticate(db, accounts, headers)
  api.openapi(list, async (c) => c.json(await briefcase.ownBriefcase(db, await callerOf(c.req.raw.headers)), 200))
  api.openapi(put, async (c) => {
    return c.json(await briefcase.put(db, await callerOf(c.req.raw.headers), c.req.valid('json')), 200)
  })
  api.openapi(annotate, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await briefcase.annotate(db, caller, c.req.valid('param').id, c.req.valid('json')), 200)
  })
  api.openapi(remove, async (c) => {
    await briefcase.remove(db, await callerOf(c.req.raw.headers), c.req.valid('param').id)
    return c.body(null, 204)
  })
}
