import { timingSafeEqual } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Registry } from 'prom-client'
import { revision } from '../services/content.ts'
import type { Api, ApiDeps, ApiEnv } from './context.ts'
import { problemResponse } from './problems.ts'
import { json, REFUSALS, right } from './schemas.ts'
import { isThisMachine } from './this-machine.ts'

const health = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether the server can do its work',
  ...right('salon.read'),
  responses: { 200: json(z.object({ ok: z.literal(true) }), 'It can'), 503: REFUSALS[503] },
})

/** What those who run the salon ask. */
export function addOperation(api: Api, { db, config }: ApiDeps, metrics: Registry): void {
  api.openapi(health, async (c) => {
    c.header('cache-control', 'no-store')
    await revision(db)
    return c.json({ ok: true } as const, 200)
  })
  api.get('/metrics', async (c) => {
    if (!mayReadMetrics(c, config.metricsToken)) return problemResponse('not-found')
    return c.text(await metrics.metrics(), 200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
  })
}

/** The bearer of the token, or this very machine. */
function mayReadMetrics(c: Context<ApiEnv>, token: string | null): boolean {
  const shown = Buffer.from(c.req.header('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  if (token !== null && shown.length === wanted.length && timingSafeEqual(shown, wanted)) return true
  return isThisMachine(c)
}
