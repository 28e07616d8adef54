import { createRoute, z } from '@hono/zod-openapi'
import {
  boothTalk,
  conversationChange,
  conversationMessage,
  messagePage,
  ownConversations,
  readUpTo,
  reportMessage,
  say,
} from '../../shared/conversations/model.ts'
import { changeConversation, markRead, partIn, readMessages } from '../services/conversations.ts'
import { exportOwn } from '../services/conversations-export.ts'
import * as lists from '../services/conversations-lists.ts'
import { tellInPassing } from '../services/conversations-news.ts'
import * as reports from '../services/conversations-reports.ts'
import * as saying from '../services/conversations-say.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { exportQuery, keptFile } from './conversations-file.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 404: REFUSALS[404] }
const done = { 204: { description: 'Done' } }
const count = z.coerce.number().int().min(0)

const list = createRoute({
  method: 'get',
  path: '/api/conversations',
  summary: "The caller's conversations with exhibitors, and the inboxes they answer for",
  ...right('conversation.read'),
  responses: { 200: json(ownConversations, 'Latest first'), 401: REFUSALS[401] },
})

const file = createRoute({
  method: 'get',
  path: '/api/conversations/file',
  summary: "The caller's conversations as a file to keep: JSON or plain text",
  ...right('conversation.read'),
  request: { query: exportQuery },
  responses: { 200: { description: 'The file' }, 400: REFUSALS[400], 401: REFUSALS[401] },
})

const talk = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/talk',
  summary: 'What one needs to know to speak at a booth',
  ...right('conversation.read'),
  request: { params: idParam },
  responses: { 200: json(boothTalk, 'The booth'), ...refusals },
})

const speak = createRoute({
  method: 'post',
  path: '/api/exhibitors/{id}/messages',
  summary: 'Ask an exhibitor, in the thread of its booth or in private. Sending the same id again says nothing twice',
  ...right('conversation.say'),
  request: { params: idParam, ...sent(say) },
  responses: {
    200: json(conversationMessage, 'The message; `held` when it waits for the staff'),
    ...{ ...refusals, 409: REFUSALS[409], 429: REFUSALS[429] },
  },
})

const read = createRoute({
  method: 'get',
  path: '/api/conversations/{id}/messages',
  summary: 'Messages: the latest, those before one (`before`, a seq), or what changed after a revision (`after`)',
  ...right('conversation.read'),
  request: { params: idParam, query: z.object({ after: count.optional(), before: count.optional() }) },
  responses: { 200: json(messagePage, 'Messages, in their order'), ...refusals },
})

const mark = createRoute({
  method: 'put',
  path: '/api/conversations/{id}/read',
  summary: 'The caller has read up to a message',
  ...right('conversation.read'),
  request: { params: idParam, ...sent(readUpTo) },
  responses: { ...done, ...refusals },
})

const change = createRoute({
  method: 'patch',
  path: '/api/conversations/{id}',
  summary: 'Hear nothing more of an exhibitor in private; get answers by mail',
  ...right('conversation.read'),
  request: { params: idParam, ...sent(conversationChange) },
  responses: { ...done, ...refusals, 403: REFUSALS[403] },
})

const typing = createRoute({
  method: 'post',
  path: '/api/conversations/{id}/typing',
  summary: 'Somebody is writing: told to the others, kept nowhere',
  ...right('conversation.read'),
  request: { params: idParam },
  responses: { ...done, ...refusals },
})

const report = createRoute({
  method: 'post',
  path: '/api/messages/{id}/reports',
  summary: 'Tell the organizers that a message is wrong',
  ...right('conversation.report'),
  request: { params: idParam, ...sent(reportMessage) },
  responses: { ...done, ...refusals, 429: REFUSALS[429] },
})

/** Talking at booths, as a visitor does; also what both sides do with a conversation. */
export function addConversations(api: Api, deps: ApiDeps): void {
  const { db, accounts, whereabouts } = deps
  const caller = (request: Request) => authenticate(db, accounts, request.headers)
  const isHere = async (personId: string) => (await whereabouts.find(personId)) !== null

  api.openapi(list, async (c) => c.json(await lists.ownConversations(db, await caller(c.req.raw)), 200))
  api.openapi(file, async (c) => {
    const { format, language } = c.req.valid('query')
    return keptFile(await exportOwn(db, await caller(c.req.raw)), format, language)
  })
  api.openapi(talk, async (c) =>
    c.json(await lists.boothTalk(db, await caller(c.req.raw), c.req.valid('param').id, isHere), 200),
  )
  api.openapi(speak, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await saying.say(deps, await caller(c.req.raw), id, c.req.valid('json'), new Date()), 200)
  })
  api.openapi(read, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await readMessages(db, await caller(c.req.raw), id, c.req.valid('query')), 200)
  })
  api.openapi(mark, async (c) => {
    const { id } = c.req.valid('param')
    const { part, seq } = await markRead(db, await caller(c.req.raw), id, c.req.valid('json').seq)
    const { talk, personId } = part
    const read = { news: 'read', exhibitorId: talk.exhibitorId, conversationId: id, personId, seq } as const
    // In a thread that everybody reads it is nobody's business.
    if (talk.visitorId !== null) await tellInPassing(deps, talk, read)
    return c.body(null, 204)
  })
  api.openapi(change, async (c) => {
    const { id } = c.req.valid('param')
    await changeConversation(db, await caller(c.req.raw), id, c.req.valid('json'))
    return c.body(null, 204)
  })
  api.openapi(typing, async (c) => {
    const { id } = c.req.valid('param')
    const who = await caller(c.req.raw)
    const { talk, personId } = await partIn(db, who, id)
    const { exhibitorId, muted } = talk
    const news = { news: 'typing', exhibitorId, conversationId: id, personId, name: who?.name ?? '' } as const
    if (!muted) await tellInPassing(deps, talk, news)
    return c.body(null, 204)
  })
  api.openapi(report, async (c) => {
    const { id } = c.req.valid('param')
    await reports.reportMessage(db, await caller(c.req.raw), id, c.req.valid('json'), new Date())
    return c.body(null, 204)
  })
}
