import { createRoute, z } from '@hono/zod-openapi'
import { plan } from '../../shared/floorplan/model.ts'
import { publishedPlan } from '../services/plans.ts'
import type { Api, ApiDeps } from './context.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { json, REFUSALS, right } from './schemas.ts'

const read = createRoute({
  method: 'get',
  path: '/api/plans/{version}',
  summary: 'A published floor plan; a version never changes',
  ...right('salon.read'),
  request: { params: z.object({ version: z.coerce.number().int().min(1).max(2_147_483_647) }) },
  responses: { 200: json(plan, 'The plan'), 400: REFUSALS[400], 404: REFUSALS[404] },
})

export function addPlans(api: Api, { db }: ApiDeps, kept: KeptAnswers): void {
  api.openapi(read, async (c) => {
    const { version } = c.req.valid('param')
    const answer = await kept.answer(c, `plan ${version}`, () => publishedPlan(db, version))
    answer.headers.set('cache-control', 'public, max-age=31536000, immutable')
    return answer
  })
}
