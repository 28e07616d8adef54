import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { keptFile, upload, uploadWish } from '../../shared/files/upload.ts'
import { authenticate } from '../services/guests.ts'
import { Refused } from '../services/refused.ts'
import { beginUpload, dropUpload, finishUpload, ownUpload, putStandIn } from '../services/uploads.ts'
import type { Api, ApiDeps, ApiEnv } from './context.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

/** Where the bytes of uploads go, each under its id. */
export const UPLOADS = '/api/uploads'

const answers = { 401: REFUSALS[401], 403: REFUSALS[403], 404: REFUSALS[404] }

const begin = createRoute({
  method: 'post',
  path: UPLOADS,
  summary: 'Announce a file; its bytes then go to /api/uploads/{id} by the tus protocol, version 1.0',
  ...right('person.upload', 'exhibitor.edit'),
  request: sent(uploadWish),
  responses: { 200: json(upload, 'Where they go'), 400: REFUSALS[400], ...answers, 409: REFUSALS[409] },
})

const step = (method: 'get' | 'patch', summary: string) =>
  createRoute({
    method,
    path: `${UPLOADS}/{id}`,
    summary,
    ...right('person.upload'),
    request: { params: idParam },
    responses: { 200: { description: 'As the protocol has it' }, 401: REFUSALS[401], 404: REFUSALS[404] },
  })
/** HEAD is answered by the handlers of GET, which is no step of the protocol. */
const offset = step('get', 'How many bytes have arrived: HEAD alone')
const send = step('patch', 'More bytes, from where the last ones ended')

const drop = createRoute({
  method: 'delete',
  path: `${UPLOADS}/{id}`,
  summary: 'Let an upload go',
  ...right('person.upload'),
  request: { params: idParam },
  responses: { 204: { description: 'Gone' }, 401: REFUSALS[401], 404: REFUSALS[404] },
})

const finish = createRoute({
  method: 'post',
  path: `${UPLOADS}/{id}/file`,
  summary: 'Take the file, once all its bytes have arrived; asking again gives the same answer',
  ...right('person.upload'),
  request: { params: idParam },
  responses: { 200: json(keptFile, 'The file'), ...answers, 422: REFUSALS[422] },
})

const standIn = createRoute({
  method: 'put',
  path: `${UPLOADS}/{id}/picture`,
  summary: 'A picture (the body) that stands for a film or a document',
  ...right('person.upload'),
  request: { params: idParam },
  responses: { 204: { description: 'Taken' }, ...answers, 422: REFUSALS[422] },
})

export function addUploads(api: Api, deps: ApiDeps): void {
  const { db, accounts, files, config } = deps
  const fileDeps = { db, keeper: files.keeper, exhibitorRoom: config.exhibitorRoom }
  const caller = (c: Context<ApiEnv>) => authenticate(db, accounts, c.req.raw.headers)

  api.openapi(begin, async (c) => {
    const id = await beginUpload(fileDeps, await caller(c), c.req.valid('json'), new Date())
    return c.json({ id }, 200)
  })
  for (const route of [offset, send]) {
    api.openapi(route, async (c) => {
      await ownUpload(db, await caller(c), c.req.valid('param').id)
      // Bytes under way are shown to nobody, and a step is what it says it is.
      if (c.req.method === 'GET' || c.req.header('x-http-method-override')) throw new Refused('not-found')
      return files.staging.step(c.req.raw)
    })
  }
  api.openapi(drop, async (c) => {
    await dropUpload(fileDeps, await caller(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
  api.openapi(finish, async (c) => c.json(await finishUpload(fileDeps, await caller(c), c.req.valid('param').id), 200))
  api.openapi(standIn, async (c) => {
    const source = new Uint8Array(await c.req.arrayBuffer())
    await putStandIn(fileDeps, await caller(c), c.req.valid('param').id, source)
    return c.body(null, 204)
  })
}
