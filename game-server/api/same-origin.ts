import type { MiddlewareHandler } from 'hono'
import { isOurs } from '../rooms/origin.ts'
import type { ApiEnv } from './context.ts'
import { problemResponse } from './problems.ts'

/** Refuses writes that another site makes in a visitor's name. */
export function sameOrigin(publicUrl: string | null): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { headers } = c.req.raw
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    const fromElsewhere = !isOurs(headers, publicUrl) || headers.get('sec-fetch-site') === 'cross-site'
    if (!reads && fromElsewhere) return problemResponse('forbidden')
    await next()
  }
}
