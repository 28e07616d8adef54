import { createRoute, z } from '@hono/zod-openapi'
import { session } from '../../shared/salon/model.ts'
import { allSessions } from '../services/programme.ts'
import type { Api, ApiDeps } from './context.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { json, right } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/api/sessions',
  summary: 'The programme in the order it happens, on stages and at booths',
  ...right('salon.read'),
  responses: { 200: json(z.array(session), 'Sessions') },
})

export function addSessions(api: Api, { db }: ApiDeps, kept: KeptAnswers): void {
  api.openapi(list, (c) => kept.answer(c, 'sessions', () => allSessions(db)))
}
