import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { me, meEdit } from '../../shared/salon/model.ts'
import { type Entered, edit, enter, leave, whoAmI } from '../services/guests.ts'
import type { Api, ApiDeps, ApiEnv } from './context.ts'
import { json, REFUSALS, right } from './schemas.ts'

const path = '/api/me'

const read = createRoute({
  method: 'get',
  path,
  summary: 'Who the caller is, or null when they have not come in: no error, most first requests are such',
  ...right('salon.enter'),
  responses: { 200: json(me.nullable(), 'The caller') },
})

const come = createRoute({
  method: 'post',
  path,
  summary: 'Come in as a guest; the answer sets the session cookie',
  ...right('salon.enter'),
  request: { body: { required: true, content: { 'application/json': { schema: meEdit } } } },
  responses: { 200: json(me, 'The caller'), 400: REFUSALS[400], 429: REFUSALS[429] },
})

const change = createRoute({
  method: 'patch',
  path,
  summary: 'Change what others see of the caller',
  ...right('person.edit'),
  request: { body: { required: true, content: { 'application/json': { schema: meEdit.partial() } } } },
  responses: { 200: json(me, 'The caller'), 400: REFUSALS[400], 401: REFUSALS[401], 429: REFUSALS[429] },
})

const go = createRoute({
  method: 'delete',
  path,
  summary: 'Leave for good: the guest and everything known of them are forgotten',
  ...right('person.erase'),
  responses: { 204: { description: 'Forgotten' }, 401: REFUSALS[401] },
})

export function addMe(api: Api, { db, accounts, whereabouts }: ApiDeps): void {
  api.use(path, async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  api.openapi(read, async (c) => {
    const entered = await whoAmI(db, accounts, c.req.raw.headers)
    return c.json(entered && carry(c, entered), 200)
  })
  api.openapi(come, async (c) => {
    const entered = carry(c, await enter(db, accounts, c.req.raw.headers, c.req.valid('json')))
    // Whoever comes in once more may walk about already, and look different now.
    await whereabouts.present(entered.personId, entered)
    return c.json(entered, 200)
  })
  api.openapi(change, async (c) => {
    const changed = carry(c, await edit(db, accounts, c.req.raw.headers, c.req.valid('json')))
    await whereabouts.present(changed.personId, changed)
    return c.json(changed, 200)
  })
  api.openapi(go, async (c) => {
    const left = await leave(db, accounts, c.req.raw.headers)
    await whereabouts.release(carry(c, left).personId, left.sessionIds)
    return c.body(null, 204)
  })
}

function carry(c: Context<ApiEnv>, entered: Entered): Entered['me'] {
  for (const cookie of entered.cookies) c.header('set-cookie', cookie, { append: true })
  return entered.me
}
