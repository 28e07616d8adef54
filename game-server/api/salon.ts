import { createRoute } from '@hono/zod-openapi'
import { type Salon, salon } from '../../shared/salon/model.ts'
import { describeSalon, type SalonAtRest } from '../services/salon.ts'
import type { Whereabouts } from '../services/whereabouts.ts'
import type { Api, ApiDeps } from './context.ts'
import { json, REFUSALS, right } from './schemas.ts'

const read = createRoute({
  method: 'get',
  path: '/api/salon',
  summary: 'The salon: periods, tracks, stages, halls and how many people are in them',
  ...right('salon.read'),
  responses: { 200: json(salon, 'The salon'), 503: REFUSALS[503] },
})

export function addSalon(api: Api, { db, whereabouts }: ApiDeps): void {
  api.openapi(read, async (c) => {
    c.header('cache-control', 'no-cache')
    return c.json(await withPeople(await describeSalon(db), whereabouts), 200)
  })
}

async function withPeople(atRest: SalonAtRest, whereabouts: Whereabouts): Promise<Salon> {
  const halls = await Promise.all(
    atRest.halls.map(async (hall) => {
      const instances = await whereabouts.instances(hall.id)
      return { ...hall, people: instances.reduce((sum, one) => sum + one.people, 0) }
    }),
  )
  return { ...atRest, halls }
}
