import { createRoute } from '@hono/zod-openapi'
import { claims } from '../../shared/leads/interaction.ts'
import { authenticate } from '../services/guests.ts'
import { report } from '../services/interactions.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, REFUSALS, right, sent } from './schemas.ts'

const add = createRoute({
  method: 'post',
  path: '/api/exhibitors/{id}/interactions',
  summary: 'What the caller did at a booth; a report sent twice counts once',
  ...right('exhibitor.visit'),
  request: { params: idParam, ...sent(claims) },
  responses: {
    204: { description: 'Counted, as far as it can be true' },
    400: REFUSALS[400],
    401: REFUSALS[401],
    404: REFUSALS[404],
  },
})

export function addInteractions(api: Api, { db, accounts }: ApiDeps): void {
  api.openapi(add, async (c) => {
    const caller = await authenticate(db, accounts, c.req.raw.headers)
    await report(db, caller, c.req.valid('param').id, c.req.valid('json'))
    return c.body(null, 204)
  })
}
