import { createRoute, z } from '@hono/zod-openapi'
import { boothFigures, type FiguresQuery, figuresQuery } from '../../shared/figures/booth-model.ts'
import { language } from '../../shared/language.ts'
import * as service from '../services/booth-figures.ts'
import { boothFiguresFile } from '../services/booth-figures-file.ts'
import { countedOnce } from '../services/booth-figures-kept.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403], 404: REFUSALS[404], 503: REFUSALS[503] }

const read = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/figures',
  summary: 'Figures of a booth: of all days, or of one; no group of fewer than five people is in them',
  ...right('exhibitor.read-figures'),
  request: { params: idParam, query: figuresQuery },
  responses: { 200: json(boothFigures, 'The figures'), ...refusals },
})

const file = createRoute({
  method: 'get',
  path: '/api/exhibitors/{id}/figures.csv',
  summary: 'The same as a table (docs/booth-figures-csv.md)',
  ...right('exhibitor.read-figures'),
  request: {
    params: idParam,
    query: figuresQuery.extend({ language: language.default('ru'), bom: z.enum(['0', '1']).default('1') }),
  },
  responses: { 200: { description: 'CSV, UTF-8', content: { 'text/csv': { schema: z.string() } } }, ...refusals },
})

export function addBoothFigures(api: Api, { db, accounts }: ApiDeps): void {
  const count = countedOnce()
  const figuresFor = async (headers: Headers, id: string, query: FiguresQuery) =>
    service.boothFigures(db, await authenticate(db, accounts, headers), id, query, { count })
  api.openapi(read, async (c) => {
    return c.json(await figuresFor(c.req.raw.headers, c.req.valid('param').id, c.req.valid('query')), 200)
  })
  api.openapi(file, async (c) => {
    const { language: names, bom, ...query } = c.req.valid('query')
    const figures = await figuresFor(c.req.raw.headers, c.req.valid('param').id, query)
    return new Response(boothFiguresFile(figures, names, { mark: bom === '1' }), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="alleya-figures-${figures.day ?? 'all-days'}.csv"`,
        'x-content-type-options': 'nosniff',
      },
    }) as never
  })
}
