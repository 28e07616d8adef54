import { createRoute, z } from '@hono/zod-openapi'
import { publisher, routeContent, sharedRoute, themedContent, themedRoute } from '../../shared/route/published.ts'
import { authenticate } from '../services/guests.ts'
import {
  publishersOf,
  publishRoute,
  routeAt,
  shareRoute,
  themedRoutes,
  unshareRoute,
  withdrawRoute,
} from '../services/routes.ts'
import type { Api, ApiDeps } from './context.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403], 404: REFUSALS[404] }
const publishing = right('salon.publish-route', 'exhibitor.publish-route')
const themedPath = '/api/themed-routes/{kind}/{publisherId}/{id}'
const themedParams = z.object({
  kind: publisher.shape.kind,
  publisherId: publisher.shape.id,
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
})

const share = createRoute({
  method: 'post',
  path: '/api/routes',
  summary: 'Make a link to a route; the same route again is the same link',
  ...right('person.share-route'),
  request: sent(routeContent),
  responses: { 200: json(z.object({ id: z.string() }), 'The secret of the link'), ...refusals, 429: REFUSALS[429] },
})

const read = createRoute({
  method: 'get',
  path: '/api/routes/{id}',
  summary: 'A route by its link, or a themed one by its id',
  ...right('salon.read'),
  request: { params: idParam },
  responses: { 200: json(sharedRoute, 'The route'), 400: REFUSALS[400], 404: REFUSALS[404], 429: REFUSALS[429] },
})

const unshare = createRoute({
  method: 'delete',
  path: '/api/routes/{id}',
  summary: 'Take a link of the caller back',
  ...right('person.share-route'),
  request: { params: idParam },
  responses: { 204: { description: 'It leads nowhere now' }, ...refusals },
})

const themed = createRoute({
  method: 'get',
  path: '/api/themed-routes',
  summary: 'Routes that the salon and its exhibitors publish',
  ...right('salon.read'),
  responses: { 200: json(z.array(themedRoute), 'Routes') },
})

const publishers = createRoute({
  method: 'get',
  path: '/api/publishers',
  summary: 'For whom the caller may publish routes',
  ...right('person.keep-visit'),
  responses: { 200: json(z.array(publisher), 'The salon, exhibitors'), 401: REFUSALS[401] },
})

const publish = createRoute({
  method: 'put',
  path: themedPath,
  summary: 'Publish a themed route, or what it says from now on',
  ...publishing,
  request: { params: themedParams, ...sent(themedContent) },
  responses: { 204: { description: 'Published' }, ...refusals },
})

const withdraw = createRoute({
  method: 'delete',
  path: themedPath,
  summary: 'Take a themed route down',
  ...publishing,
  request: { params: themedParams },
  responses: { 204: { description: 'Gone' }, ...refusals },
})

export function addRoutes(api: Api, { db, accounts }: ApiDeps, kept: KeptAnswers): void {
  const callerOf = (request: Request) => authenticate(db, accounts, request.headers)
  api.openapi(share, async (c) => {
    const id = await shareRoute(db, await callerOf(c.req.raw), c.req.valid('json'), new Date())
    return c.json({ id }, 200)
  })
  api.openapi(read, async (c) => {
    c.header('cache-control', 'no-store')
    return c.json(await routeAt(db, c.req.valid('param').id), 200)
  })
  api.openapi(unshare, async (c) => {
    await unshareRoute(db, await callerOf(c.req.raw), c.req.valid('param').id)
    return c.body(null, 204)
  })
  api.openapi(themed, (c) => kept.answer(c, 'themed routes', () => themedRoutes(db)))
  api.openapi(publishers, async (c) => {
    c.header('cache-control', 'no-store')
    return c.json(await publishersOf(db, await callerOf(c.req.raw)), 200)
  })
  api.openapi(publish, async (c) => {
    const { kind, publisherId, id } = c.req.valid('param')
    const by = { kind, id: publisherId }
    await publishRoute(db, await callerOf(c.req.raw), by, id, c.req.valid('json'), new Date())
    return c.body(null, 204)
  })
  api.openapi(withdraw, async (c) => {
    const { kind, publisherId, id } = c.req.valid('param')
    await withdrawRoute(db, await callerOf(c.req.raw), { kind, id: publisherId }, id)
    return c.body(null, 204)
  })
}
