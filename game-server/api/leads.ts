import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import {
  leadChange,
  leadPage,
  leadQuery,
  leadQuestions,
  leadSummary,
  leadWithEvents,
  otherLead,
} from '../../shared/leads/model.ts'
import { authenticate } from '../services/guests.ts'
import * as leads from '../services/leads.ts'
import { leadsFile } from '../services/leads-file.ts'
import { joinLeads, keepApart, separateLead } from '../services/leads-join.ts'
import * as summaries from '../services/leads-summary.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403] }
const leadParam = idParam.extend({ leadId: z.string().min(1).max(64) })

/** The file of what the list shows, if wished: the same filters. */
const fileQuery = leadQuery.omit({ order: true, after: true }).extend({ bom: z.enum(['0', '1']).default('1') })

const list = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/leads',
  summary: 'A page of an exhibitor’s leads: what they did, and of who they are what they share now',
  ...right('exhibitor.read-leads'),
  request: { params: idParam, query: leadQuery },
  responses: { 200: json(leadPage, 'Fifty at most, and where the next page begins'), ...refusals },
})

const file = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/leads/file',
  summary: 'All leads, or those of a filter, as a table (docs/leads-csv.md)',
  ...right('exhibitor.read-leads'),
  request: { params: idParam, query: fileQuery },
  responses: { 200: { description: 'CSV, UTF-8', content: { 'text/csv': { schema: z.string() } } }, ...refusals },
})

const summary = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/leads/summary',
  summary: 'How many leads an exhibitor has of each status, and the tags in use',
  ...right('exhibitor.read-leads'),
  request: { params: idParam },
  responses: { 200: json(leadSummary, 'Counts and tags'), ...refusals },
})

const read = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/leads/{leadId}',
  summary: 'A lead with what they did',
  ...right('exhibitor.read-leads'),
  request: { params: leadParam },
  responses: { 200: json(leadWithEvents, 'The lead'), ...refusals, 404: REFUSALS[404] },
})

const change = createRoute({
  method: 'patch',
  path: '/api/exhibitors/{id}/leads/{leadId}',
  summary: 'Change note, tags, status, owner or answers',
  ...right('exhibitor.manage-leads'),
  request: { params: leadParam, ...sent(leadChange) },
  responses: { 200: json(leadWithEvents, 'The lead'), ...refusals, 404: REFUSALS[404], 409: REFUSALS[409] },
})

const bothParam = leadParam.extend({ partId: z.string().min(1).max(64) })

const join = createRoute({
  method: 'post',
  path: '/api/exhibitors/{id}/leads/{leadId}/joined',
  summary: 'Show another lead with this one: they are one person',
  ...right('exhibitor.manage-leads'),
  request: { params: leadParam, ...sent(otherLead) },
  responses: { 200: json(leadWithEvents, 'What they are now'), ...refusals, 404: REFUSALS[404], 409: REFUSALS[409] },
})

const separate = createRoute({
  method: 'delete',
  path: '/api/exhibitors/{id}/leads/{leadId}/joined/{partId}',
  summary: 'Show a lead that was joined by itself again',
  ...right('exhibitor.manage-leads'),
  request: { params: bothParam },
  responses: { 200: json(leadWithEvents, 'The one it was joined to'), ...refusals, 404: REFUSALS[404] },
})

const apart = createRoute({
  method: 'post',
  path: '/api/exhibitors/{id}/leads/{leadId}/distinct',
  summary: 'Say that another lead, though alike, is another person',
  ...right('exhibitor.manage-leads'),
  request: { params: leadParam, ...sent(otherLead) },
  responses: { 200: json(leadWithEvents, 'The lead'), ...refusals, 404: REFUSALS[404], 409: REFUSALS[409] },
})

const readQuestions = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/lead-questions',
  summary: 'What an exhibitor asks about its leads',
  ...right('exhibitor.read-leads'),
  request: { params: idParam },
  responses: { 200: json(leadQuestions, 'In order'), ...refusals },
})

const ask = createRoute({
  method: 'put',
  path: '/api/exhibitors/{id}/lead-questions',
  summary: 'Ask these questions from now on',
  ...right('exhibitor.manage-leads'),
  request: { params: idParam, ...sent(leadQuestions) },
  responses: { 200: json(leadQuestions, 'In order'), ...refusals },
})

export function addLeads(api: Api, { db, accounts }: ApiDeps): void {
  const callerOf = (headers: Headers) => authenticate(db, accounts, headers)
  api.openapi(list, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await leads.leads(db, caller, c.req.valid('param').id, c.req.valid('query')), 200)
  })
  api.openapi(file, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    const { bom, ...filter } = c.req.valid('query')
    const parts = await leadsFile(db, caller, c.req.valid('param').id, { mark: bom === '1', filter })
    return new Response(Readable.toWeb(Readable.from(parts, { objectMode: false })) as BodyInit, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="alleya-leads.csv"',
        'x-content-type-options': 'nosniff',
      },
    }) as never
  })
  api.openapi(summary, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await summaries.leadSummary(db, caller, c.req.valid('param').id), 200)
  })
  api.openapi(read, async (c) => {
    const { id, leadId } = c.req.valid('param')
    return c.json(await leads.leadWithEvents(db, await callerOf(c.req.raw.headers), id, leadId), 200)
  })
  api.openapi(change, async (c) => {
    const { id, leadId } = c.req.valid('param')
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await leads.changeLead(db, caller, id, leadId, c.req.valid('json')), 200)
  })
  api.openapi(join, async (c) => {
    const { id, leadId } = c.req.valid('param')
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await joinLeads(db, caller, id, [leadId, c.req.valid('json').id]), 200)
  })
  api.openapi(separate, async (c) => {
    const { id, leadId, partId } = c.req.valid('param')
    return c.json(await separateLead(db, await callerOf(c.req.raw.headers), id, [leadId, partId]), 200)
  })
  api.openapi(apart, async (c) => {
    const { id, leadId } = c.req.valid('param')
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await keepApart(db, caller, id, [leadId, c.req.valid('json').id]), 200)
  })
  api.openapi(readQuestions, async (c) => {
    return c.json(await leads.questions(db, await callerOf(c.req.raw.headers), c.req.valid('param').id), 200)
  })
  api.openapi(ask, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await leads.ask(db, caller, c.req.valid('param').id, c.req.valid('json')), 200)
  })
}
