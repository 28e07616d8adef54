import { createRoute, z } from '@hono/zod-openapi'
import { hallInstance, hallSeat, hallWish } from '../../shared/salon/model.ts'
import { authenticate } from '../services/guests.ts'
import * as rights from '../services/rights.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right } from './schemas.ts'

const instances = createRoute({
  method: 'get',
  path: '/api/halls/{id}/instances',
  summary: 'Instances of a hall and how full they are, fullest first',
  ...right('salon.read'),
  request: { params: idParam },
  responses: { 200: json(z.array(hallInstance), 'Instances'), 400: REFUSALS[400] },
})

const enter = createRoute({
  method: 'post',
  path: '/api/halls/{id}/enter',
  summary: 'A seat in a hall: in the wished instance, or in any that has room',
  ...right('hall.enter'),
  request: { params: idParam, body: { content: { 'application/json': { schema: hallWish } } } },
  responses: {
    200: json(hallSeat, 'The room to join'),
    400: REFUSALS[400],
    401: REFUSALS[401],
    404: REFUSALS[404],
    409: REFUSALS[409],
    429: REFUSALS[429],
  },
})

export function addHalls(api: Api, { db, accounts, whereabouts }: ApiDeps): void {
  api.openapi(instances, async (c) => {
    c.header('cache-control', 'no-store')
    return c.json(await whereabouts.instances(c.req.valid('param').id), 200)
  })
  api.openapi(enter, async (c) => {
    const { id } = c.req.valid('param')
    const caller = await authenticate(db, accounts, c.req.raw.headers)
    await rights.require(db, caller, 'hall.enter', { kind: 'hall', id })
    const roomId = await whereabouts.seat(id, c.req.valid('json').roomId ?? null)
    return c.json({ roomId }, 200)
  })
}
