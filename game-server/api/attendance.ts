import { createRoute, z } from '@hono/zod-openapi'
import { attendance, ownAttendance } from '../../shared/people/attendance.ts'
import * as service from '../services/attendance.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/api/attendance',
  summary: 'Booths that the caller may staff, and whether they do while in the salon',
  ...right('person.see-booths'),
  responses: { 200: json(z.array(ownAttendance), 'Booths'), 401: REFUSALS[401] },
})

const change = createRoute({
  method: 'put',
  path: '/api/exhibitors/{id}/attendance',
  summary: 'Staff a booth whenever one is in the salon, or do not',
  ...right('exhibitor.staff'),
  request: { params: idParam, ...sent(attendance) },
  responses: {
    ...{ 204: { description: 'Everybody in the salon sees it' } },
    ...{ 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403] },
  },
})

export function addAttendance(api: Api, { db, accounts, attendance: tell }: ApiDeps): void {
  api.openapi(list, async (c) => {
    c.header('cache-control', 'no-store')
    return c.json(await service.ownAttendance(db, await authenticate(db, accounts, c.req.raw.headers)), 200)
  })
  api.openapi(change, async (c) => {
    const caller = await authenticate(db, accounts, c.req.raw.headers)
    await service.attend(db, tell, caller, { exhibitorId: c.req.valid('param').id, ...c.req.valid('json') })
    return c.body(null, 204)
  })
}
