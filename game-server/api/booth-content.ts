import { createRoute, z } from '@hono/zod-openapi'
import { boothContent } from '../../shared/booth/content.ts'
import { draft, locking, ownBooths as ownBoothsShape, publication, saved, version } from '../../shared/booth/draft.ts'
import { readDraft, saveDraft, setLocks } from '../services/booth-content-draft.ts'
import { history, publishDraft, restore } from '../services/booth-content-publish.ts'
import { ownBooths } from '../services/booth-staff.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403], 404: REFUSALS[404] }
const conflicts = { ...refusals, 409: REFUSALS[409], 412: REFUSALS[412] }

/** Which save the caller saw, as the draft's `revision`. */
const upon = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/)
    .transform((tag) => Number(tag.slice(1, -1))),
})

const own = createRoute({
  method: 'get',
  path: '/api/me/booths',
  summary: 'The booths the caller works for',
  ...right('person.see-booths'),
  responses: { 200: json(ownBoothsShape, 'Booths and roles'), 401: REFUSALS[401] },
})

const read = createRoute({
  method: 'get',
  path: '/api/booths/{id}/draft',
  summary: "A booth's draft; the first look makes it from what is published",
  ...right('exhibitor.edit'),
  request: { params: idParam },
  responses: { 200: json(draft, 'The draft'), ...refusals },
})

const save = createRoute({
  method: 'put',
  path: '/api/booths/{id}/draft',
  summary: 'Keep the draft, if nobody saved since the revision in If-Match',
  ...right('exhibitor.edit'),
  request: { params: idParam, headers: upon, ...sent(boothContent) },
  responses: { 200: json(saved, 'Kept'), ...conflicts },
})

const lock = createRoute({
  method: 'put',
  path: '/api/booths/{id}/locks',
  summary: 'Say which fields only organizers change',
  ...right('exhibitor.lock'),
  request: { params: idParam, ...sent(locking) },
  responses: { 204: { description: 'They alone do' }, ...refusals },
})

const versions = createRoute({
  method: 'get',
  path: '/api/booths/{id}/versions',
  summary: 'What a booth has published, latest first',
  ...right('exhibitor.edit'),
  request: { params: idParam },
  responses: { 200: json(z.array(version), 'Versions'), ...refusals },
})

const publish = createRoute({
  method: 'post',
  path: '/api/booths/{id}/versions',
  summary: 'Show the draft to visitors, if nobody saved since the revision in If-Match',
  ...right('exhibitor.publish'),
  request: { params: idParam, headers: upon, ...sent(publication) },
  responses: { 200: json(z.object({ version: z.number().int().nullable() }), 'The version they see'), ...conflicts },
})

const bringBack = createRoute({
  method: 'post',
  path: '/api/booths/{id}/versions/{version}/restore',
  summary: 'Put an old version into the draft',
  ...right('exhibitor.edit'),
  request: { params: idParam.extend({ version: z.coerce.number().int().min(1).max(2_147_483_647) }), headers: upon },
  responses: { 200: json(saved, 'It is the draft'), ...conflicts },
})

export function addBoothContent(api: Api, { db, accounts }: ApiDeps): void {
  const callerOf = (headers: Headers) => authenticate(db, accounts, headers)
  api.openapi(own, async (c) => c.json(await ownBooths(db, await callerOf(c.req.raw.headers)), 200))
  api.openapi(read, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await readDraft(db, caller, c.req.valid('param').id, new Date()), 200)
  })
  api.openapi(save, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    const wish = { revision: c.req.valid('header')['if-match'], document: c.req.valid('json') }
    return c.json(await saveDraft(db, caller, c.req.valid('param').id, wish, new Date()), 200)
  })
  api.openapi(lock, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    await setLocks(db, caller, c.req.valid('param').id, c.req.valid('json').fields, new Date())
    return c.body(null, 204)
  })
  api.openapi(versions, async (c) => {
    return c.json(await history(db, await callerOf(c.req.raw.headers), c.req.valid('param').id), 200)
  })
  api.openapi(publish, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    const wish = { revision: c.req.valid('header')['if-match'], note: c.req.valid('json').note }
    return c.json({ version: await publishDraft(db, caller, c.req.valid('param').id, wish, new Date()) }, 200)
  })
  api.openapi(bringBack, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    const { id, version } = c.req.valid('param')
    const wish = { revision: c.req.valid('header')['if-match'], version }
    return c.json(await restore(db, caller, id, wish, new Date()), 200)
  })
}
