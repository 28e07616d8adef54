import { createRoute, z } from '@hono/zod-openapi'
import { answer, conversationMessage, inbox, questionChange, slowMode } from '../../shared/conversations/model.ts'
import { exportOf } from '../services/conversations-export.ts'
import { inboxOf } from '../services/conversations-lists.ts'
import * as moderation from '../services/conversations-moderation.ts'
import { changeQuestion } from '../services/conversations-questions.ts'
import * as saying from '../services/conversations-say.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { exportQuery, keptFile } from './conversations-file.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403], 404: REFUSALS[404] }
const done = { 204: { description: 'Done' } }
const messageParams = idParam.extend({ messageId: idParam.shape.id })

const read = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/inbox',
  summary: 'What visitors ask an exhibitor: open questions, conversations, messages that wait to be let through',
  ...right('exhibitor.answer'),
  request: { params: idParam },
  responses: { 200: json(inbox, 'The inbox'), ...refusals },
})

const file = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/inbox/file',
  summary: 'Everything that was said with an exhibitor as a file to keep: JSON or plain text',
  ...right('exhibitor.answer'),
  request: { params: idParam, query: exportQuery },
  responses: { 200: { description: 'The file' }, ...refusals },
})

const reply = createRoute({
  method: 'post',
  path: '/api/exhibitors/{id}/answers',
  summary: 'Answer for an exhibitor. A question is answered once: `taken` where somebody else was first',
  ...right('exhibitor.answer'),
  request: { params: idParam, ...sent(answer) },
  responses: { 200: json(conversationMessage, 'The message'), ...refusals, 409: REFUSALS[409], 429: REFUSALS[429] },
})

const change = createRoute({
  method: 'put',
  path: '/api/exhibitors/{id}/questions/{questionId}',
  summary: 'Take a question to answer it, leave it, close it, open it again',
  ...right('exhibitor.answer'),
  request: { params: idParam.extend({ questionId: z.string().min(1).max(64) }), ...sent(questionChange) },
  responses: { ...done, ...refusals, 409: REFUSALS[409] },
})

const slow = createRoute({
  method: 'put',
  path: '/api/exhibitors/{id}/slow-mode',
  summary: 'Seconds a visitor waits between two messages in the thread of the booth; 0: none',
  ...right('exhibitor.moderate'),
  request: { params: idParam, ...sent(slowMode) },
  responses: { ...done, ...refusals },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/exhibitors/{id}/messages/{messageId}',
  summary: "Remove a message of the booth's thread, or one that waits; that it was there stays to be seen",
  ...right('exhibitor.moderate'),
  request: { params: messageParams },
  responses: { ...done, ...refusals },
})

const pass = createRoute({
  method: 'put',
  path: '/api/exhibitors/{id}/messages/{messageId}/shown',
  summary: 'Let a message through that waited because of its words',
  ...right('exhibitor.moderate'),
  request: { params: messageParams },
  responses: { ...done, ...refusals },
})

/** Talking at booths, as the staff does. */
export function addInbox(api: Api, deps: ApiDeps): void {
  const { db, accounts } = deps
  const caller = (request: Request) => authenticate(db, accounts, request.headers)

  api.openapi(read, async (c) => c.json(await inboxOf(db, await caller(c.req.raw), c.req.valid('param').id), 200))
  api.openapi(file, async (c) => {
    const { format, language } = c.req.valid('query')
    return keptFile(await exportOf(db, await caller(c.req.raw), c.req.valid('param').id), format, language)
  })
  api.openapi(reply, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await saying.answer(deps, await caller(c.req.raw), id, c.req.valid('json'), new Date()), 200)
  })
  api.openapi(change, async (c) => {
    const { id, questionId } = c.req.valid('param')
    await changeQuestion(deps, await caller(c.req.raw), id, questionId, c.req.valid('json'), new Date())
    return c.body(null, 204)
  })
  api.openapi(slow, async (c) => {
    const { seconds } = c.req.valid('json')
    await moderation.setSlowMode(deps, await caller(c.req.raw), c.req.valid('param').id, seconds, new Date())
    return c.body(null, 204)
  })
  api.openapi(remove, async (c) => {
    const { id, messageId } = c.req.valid('param')
    await moderation.removeMessage(deps, await caller(c.req.raw), id, messageId, new Date())
    return c.body(null, 204)
  })
  api.openapi(pass, async (c) => {
    const { id, messageId } = c.req.valid('param')
    await moderation.letThrough(deps, await caller(c.req.raw), id, messageId)
    return c.body(null, 204)
  })
}
