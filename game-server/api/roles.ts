import { createRoute, z } from '@hono/zod-openapi'
import { appointing, ROLES, role, scope, seeingRoles } from '../../shared/people/rights.ts'
import { roleHolder } from '../../shared/salon/people.ts'
import { authenticate } from '../services/guests.ts'
import { appoint, dismiss, roleHolders } from '../services/roles.ts'
import type { Api, ApiDeps } from './context.ts'
import { json, REFUSALS, right } from './schemas.ts'

const id = z.string().min(1).max(64)
const appointment = z.object({ role, scopeId: id, personId: id })
const path = '/api/roles/{role}/{scopeId}/{personId}'
const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403], 404: REFUSALS[404] }
const anyAppointing = right(...role.options.map(appointing))

const list = createRoute({
  method: 'get',
  path: '/api/roles/{kind}/{id}',
  summary: 'Who holds roles in an exhibitor, a session, a special project or the whole salon (salon/salon)',
  ...right(...new Set(Object.values(ROLES).map(seeingRoles))),
  request: { params: scope },
  responses: { 200: json(z.array(roleHolder), 'People and their roles there'), ...refusals },
})

const give = createRoute({
  method: 'put',
  path,
  summary: 'Give somebody a role; giving it again changes nothing',
  ...anyAppointing,
  request: { params: appointment },
  responses: { 204: { description: 'They hold it' }, ...refusals, 409: REFUSALS[409] },
})

const take = createRoute({
  method: 'delete',
  path,
  summary: 'Take a role away from somebody',
  ...anyAppointing,
  request: { params: appointment },
  responses: { 204: { description: 'They hold it no more' }, ...refusals },
})

export function addRoles(api: Api, { db, accounts, attendance }: ApiDeps): void {
  api.openapi(list, async (c) => {
    const caller = await authenticate(db, accounts, c.req.raw.headers)
    c.header('cache-control', 'no-store')
    return c.json(await roleHolders(db, caller, c.req.valid('param')), 200)
  })
  api.openapi(give, async (c) => {
    const to = c.req.valid('param')
    await appoint(db, await authenticate(db, accounts, c.req.raw.headers), to)
    attendance.renew(to.personId)
    return c.body(null, 204)
  })
  api.openapi(take, async (c) => {
    const from = c.req.valid('param')
    await dismiss(db, await authenticate(db, accounts, c.req.raw.headers), from)
    attendance.renew(from.personId)
    return c.body(null, 204)
  })
}
