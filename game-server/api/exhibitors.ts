import { createRoute, z } from '@hono/zod-openapi'
import { exhibitor, exhibitorCard } from '../../shared/salon/model.ts'
import { exhibitorById, exhibitorCards } from '../services/exhibitors.ts'
import type { Api, ApiDeps } from './context.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { idParam, json, REFUSALS, right } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/api/exhibitors',
  summary: 'Exhibitors, one line each: of the whole salon, or of one hall',
  ...right('salon.read'),
  request: { query: z.object({ hall: z.string().min(1).max(64).optional() }) },
  responses: { 200: json(z.array(exhibitorCard), 'Exhibitors'), 400: REFUSALS[400] },
})

const read = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}',
  summary: "Everything a booth's panel shows",
  ...right('salon.read'),
  request: { params: idParam },
  responses: { 200: json(exhibitor, 'The exhibitor'), 400: REFUSALS[400], 404: REFUSALS[404] },
})

export function addExhibitors(api: Api, { db }: ApiDeps, kept: KeptAnswers): void {
  api.openapi(list, (c) => {
    const hall = c.req.valid('query').hall ?? null
    return kept.answer(c, `exhibitors ${hall ?? ''}`, () => exhibitorCards(db, hall))
  })
  api.openapi(read, (c) => {
    const { id } = c.req.valid('param')
    return kept.answer(c, `exhibitor ${id}`, () => exhibitorById(db, id))
  })
}
