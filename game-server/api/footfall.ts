import { createRoute, z } from '@hono/zod-openapi'
import {
  boothFigures,
  boothsQuery,
  fileQuery,
  hallFigures,
  heatMap,
  heatQuery,
  hourFigures,
  hoursQuery,
  spanQuery,
} from '../../shared/figures/footfall-model.ts'
import * as footfall from '../services/footfall.ts'
import * as figures from '../services/footfall-figures.ts'
import { figuresFile } from '../services/footfall-file.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { json, REFUSALS, right } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403] }
const row = right('salon.read-figures')

const halls = createRoute({
  method: 'get',
  path: '/api/figures/halls',
  summary: 'Who came to booths in the salon, its halls and its alleys; groups of fewer than five are not told',
  ...row,
  request: { query: spanQuery },
  responses: { 200: json(hallFigures, 'Whole hours that are over'), ...refusals },
})

const booths = createRoute({
  method: 'get',
  path: '/api/figures/booths',
  summary: 'Who came to each booth',
  ...row,
  request: { query: boothsQuery },
  responses: { 200: json(boothFigures, 'In the order asked for'), ...refusals },
})

const hours = createRoute({
  method: 'get',
  path: '/api/figures/hours',
  summary: 'Different people hour by hour, at the booths of the salon, a hall, an alley, or at one',
  ...row,
  request: { query: hoursQuery },
  responses: { 200: json(hourFigures, 'Hours with somebody in them'), ...refusals, 404: REFUSALS[404] },
})

const heat = createRoute({
  method: 'get',
  path: '/api/figures/heatmap',
  summary: 'Where people were in a hall, by cells of four metres',
  ...row,
  request: { query: heatQuery },
  responses: { 200: json(heatMap, 'Cells that enough people were in'), ...refusals, 404: REFUSALS[404] },
})

const file = createRoute({
  method: 'get',
  path: '/api/figures/file',
  summary: 'Figures of halls, alleys and booths as a table (docs/figures-csv.md)',
  ...row,
  request: { query: fileQuery },
  responses: { 200: { description: 'CSV, UTF-8', content: { 'text/csv': { schema: z.string() } } }, ...refusals },
})

export function addFootfall(api: Api, { db, accounts }: ApiDeps): void {
  const callerOf = (headers: Headers) => authenticate(db, accounts, headers)
  const spanOf = ({ from, to }: { from: string; to: string }) => ({ from: Date.parse(from), to: Date.parse(to) })
  api.openapi(halls, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await figures.hallFigures(db, caller, spanOf(c.req.valid('query'))), 200)
  })
  api.openapi(booths, async (c) => {
    const asked = c.req.valid('query')
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await figures.boothFigures(db, caller, spanOf(asked), asked.order), 200)
  })
  api.openapi(hours, async (c) => {
    const { of, id, ...asked } = c.req.valid('query')
    const caller = await callerOf(c.req.raw.headers)
    return c.json(await figures.hourFigures(db, caller, { of, id }, spanOf(asked)), 200)
  })
  api.openapi(heat, async (c) => {
    const asked = c.req.valid('query')
    return c.json(await footfall.heatMap(db, await callerOf(c.req.raw.headers), asked.hall, spanOf(asked)), 200)
  })
  api.openapi(file, async (c) => {
    const { language, bom, ...asked } = c.req.valid('query')
    const caller = await callerOf(c.req.raw.headers)
    const text = await figuresFile(db, caller, spanOf(asked), { language, mark: bom === '1' })
    return c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="alleya-figures.csv"',
      'x-content-type-options': 'nosniff',
    }) as never
  })
}
