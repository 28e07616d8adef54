import { createRoute, z } from '@hono/zod-openapi'
import { language } from '../../shared/language.ts'
import { searchHit } from '../../shared/salon/model.ts'
import { Search } from '../services/search.ts'
import type { Api, ApiDeps } from './context.ts'
import { json, REFUSALS, right } from './schemas.ts'

const find = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Exhibitors, sessions and people who allow it, best first; works while typing and forgives typos',
  ...right('salon.search'),
  request: { query: z.object({ q: z.string().trim().min(1).max(100), language }) },
  responses: { 200: json(z.array(searchHit), 'What was found'), 400: REFUSALS[400], 429: REFUSALS[429] },
})

export function addSearch(api: Api, { db, whereabouts }: ApiDeps): void {
  const search = new Search(db, whereabouts)
  api.openapi(find, async (c) => {
    const { q, language } = c.req.valid('query')
    c.header('cache-control', 'no-store')
    return c.json(await search.find(q, language), 200)
  })
}
