import { createRoute, z } from '@hono/zod-openapi'
import { report, reportDecision, wordList } from '../../shared/conversations/model.ts'
import * as reports from '../services/conversations-reports.ts'
import * as words from '../services/conversations-words.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const moderating = right('salon.moderate')
const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403], 404: REFUSALS[404] }
const done = { 204: { description: 'Done' } }

const list = createRoute({
  method: 'get',
  path: '/api/reports',
  summary: 'Messages that somebody found wrong, open ones first, with what was said just before',
  ...moderating,
  responses: { 200: json(z.array(report), 'Reports'), ...refusals },
})

const decide = createRoute({
  method: 'put',
  path: '/api/reports/{id}',
  summary: 'Decide on a report; the message may go with it',
  ...moderating,
  request: { params: idParam, ...sent(reportDecision) },
  responses: { ...done, ...refusals, 409: REFUSALS[409] },
})

const readWords = createRoute({
  method: 'get',
  path: '/api/held-words',
  summary: 'Words with which a message waits for the staff',
  ...moderating,
  responses: { 200: json(wordList, 'The list'), ...refusals },
})

const writeWords = createRoute({
  method: 'put',
  path: '/api/held-words',
  summary: 'Another list of words',
  ...moderating,
  request: sent(wordList),
  responses: { ...done, ...refusals },
})

/** Order in the whole salon's conversations, for organizers. */
export function addReports(api: Api, deps: ApiDeps): void {
  const { db, accounts } = deps
  const caller = (request: Request) => authenticate(db, accounts, request.headers)

  api.openapi(list, async (c) => c.json(await reports.reports(db, await caller(c.req.raw)), 200))
  api.openapi(decide, async (c) => {
    const { id } = c.req.valid('param')
    await reports.decideReport(deps, await caller(c.req.raw), id, c.req.valid('json'), new Date())
    return c.body(null, 204)
  })
  api.openapi(readWords, async (c) => c.json(await words.wordList(db, await caller(c.req.raw)), 200))
  api.openapi(writeWords, async (c) => {
    await words.setWordList(db, await caller(c.req.raw), c.req.valid('json'))
    return c.body(null, 204)
  })
}
