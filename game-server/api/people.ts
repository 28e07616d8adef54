import { createRoute } from '@hono/zod-openapi'
import { personCard } from '../../shared/salon/model.ts'
import { authenticate } from '../services/guests.ts'
import * as people from '../services/people.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right } from './schemas.ts'

const read = createRoute({
  method: 'get',
  path: '/api/people/{id}',
  summary: 'Somebody, as far as they let others see',
  ...right('person.look-up'),
  request: { params: idParam },
  responses: { 200: json(personCard, 'The person'), 401: REFUSALS[401], 404: REFUSALS[404] },
})

export function addPeople(api: Api, { db, accounts }: ApiDeps): void {
  api.openapi(read, async (c) => {
    c.header('cache-control', 'no-store')
    const caller = await authenticate(db, accounts, c.req.raw.headers)
    return c.json(await people.personCard(db, caller, c.req.valid('param').id), 200)
  })
}
