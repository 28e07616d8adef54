import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { me, meEdit, mePatch } from '../../shared/salon/model.ts'
import { leaving, ownRecords } from '../../shared/salon/people.ts'
import { type Entered, edit, enter, whoAmI } from '../services/guests.ts'
import * as data from '../services/own-data.ts'
import { askingBy } from './asking.ts'
import type { Api, ApiDeps, ApiEnv } from './context.ts'
import { carryCookies } from './cookies.ts'
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
  summary: 'Change what the caller says of themself: name, look, profile, and who may see it',
  ...right('person.edit'),
  request: { body: { required: true, content: { 'application/json': { schema: mePatch } } } },
  responses: { 200: json(me, 'The caller'), 400: REFUSALS[400], 401: REFUSALS[401], 429: REFUSALS[429] },
})

const go = createRoute({
  method: 'delete',
  path,
  summary: 'Leave for good: the guest and everything known of them are forgotten',
  ...right('person.erase'),
  request: { body: { content: { 'application/json': { schema: leaving } } } },
  responses: { 204: { description: 'Forgotten' }, 400: REFUSALS[400], 401: REFUSALS[401], 429: REFUSALS[429] },
})

const records = createRoute({
  method: 'get',
  path: '/api/me/records',
  summary: 'Everything stored on the caller, to be kept as a file',
  ...right('person.export'),
  responses: { 200: json(ownRecords, 'Records by table'), 401: REFUSALS[401] },
})

export function addMe(api: Api, deps: ApiDeps): void {
  const { db, accounts, whereabouts } = deps
  const asking = askingBy(deps)
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
    const { personId, sessionIds, cookies } = await data.leave(deps, asking(c), c.req.valid('json').password)
    carryCookies(c, cookies)
    await whereabouts.release(personId, sessionIds)
    return c.body(null, 204)
  })
  api.openapi(records, async (c) => {
    c.header('cache-control', 'no-store')
    c.header('content-disposition', 'attachment; filename="alleya-records.json"')
    return c.json(await data.ownRecords(deps, asking(c)), 200)
  })
}

function carry(c: Context<ApiEnv>, entered: Entered): Entered['me'] {
  carryCookies(c, entered.cookies)
  return entered.me
}
