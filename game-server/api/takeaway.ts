import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import { takeawayLink, takeawayToken } from '../../shared/briefcase/takeaway.ts'
import { authenticate } from '../services/guests.ts'
import { type Archive, takeAway } from '../services/takeaway.ts'
import { endLinks, follow, lookUp, ownLinks, sendLink } from '../services/takeaway-links.ts'
import type { Api, ApiDeps } from './context.ts'
import { json, REFUSALS, right, sent } from './schemas.ts'

const file = { description: 'ZIP', content: { 'application/zip': { schema: z.string() } } }

const download = createRoute({
  method: 'get',
  path: '/api/briefcase/archive',
  summary: 'The briefcase of the caller as a file',
  ...right('person.collect'),
  responses: { 200: file, 401: REFUSALS[401], 429: REFUSALS[429] },
})

const list = createRoute({
  method: 'get',
  path: '/api/briefcase/links',
  summary: 'Links to the briefcase of the caller in letters',
  ...right('person.collect'),
  responses: { 200: json(z.array(takeawayLink), 'Those that work, latest first'), 401: REFUSALS[401] },
})

const send = createRoute({
  method: 'post',
  path: '/api/briefcase/links',
  summary: 'Write the caller a letter with a personal link to the briefcase',
  ...right('person.collect'),
  responses: { 200: json(takeawayLink, 'On its way'), 401: REFUSALS[401], 409: REFUSALS[409], 429: REFUSALS[429] },
})

const end = createRoute({
  method: 'delete',
  path: '/api/briefcase/links',
  summary: 'No link to the briefcase of the caller works any more',
  ...right('person.collect'),
  responses: { 204: { description: 'They lead nowhere' }, 401: REFUSALS[401] },
})

const look = createRoute({
  method: 'post',
  path: '/api/takeaway/look',
  summary: 'Whether the token of a link leads to a briefcase',
  ...right('salon.take-away'),
  request: sent(takeawayToken),
  responses: {
    200: json(z.object({ expiresAt: z.iso.datetime({ offset: true }) }), 'Until when'),
    ...{ 400: REFUSALS[400], 404: REFUSALS[404], 429: REFUSALS[429] },
  },
})

const fetchIt = createRoute({
  method: 'post',
  path: '/api/takeaway',
  summary: 'The briefcase that the token of a link leads to, as a file; a form, so that browsers save it as it comes',
  ...right('salon.take-away'),
  request: {
    body: { required: true, content: { 'application/x-www-form-urlencoded': { schema: takeawayToken } } },
  },
  responses: { 200: file, 400: REFUSALS[400], 404: REFUSALS[404], 429: REFUSALS[429] },
})

export function addTakeaway(api: Api, { db, accounts, publicUrl, findFile, write }: ApiDeps): void {
  const sources = { db, publicUrl, findFile }
  const callerOf = (headers: Headers) => authenticate(db, accounts, headers)
  api.openapi(download, async (c) => saved(await takeAway(sources, await callerOf(c.req.raw.headers))))
  api.openapi(list, async (c) => {
    c.header('cache-control', 'no-store')
    return c.json(await ownLinks(db, await callerOf(c.req.raw.headers)), 200)
  })
  api.openapi(send, async (c) => {
    return c.json(await sendLink({ db, publicUrl, write }, await callerOf(c.req.raw.headers)), 200)
  })
  api.openapi(end, async (c) => {
    await endLinks(db, await callerOf(c.req.raw.headers))
    return c.body(null, 204)
  })
  api.openapi(look, async (c) => {
    const { expiresAt } = await lookUp(db, c.req.valid('json').token)
    return c.json({ expiresAt: expiresAt.toISOString() }, 200)
  })
  api.openapi(fetchIt, async (c) => saved(await follow(sources, c.req.valid('form').token)))
}

/** An archive as a download, while it is being made. */
function saved({ name, stream }: Archive): Response {
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="briefcase.zip"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
