import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './context.ts'
import { problemResponse } from './problems.ts'

/**
 * Refuses writes that another site makes in a visitor's name. Browsers say where a request comes from in `Origin` or
 * `Sec-Fetch-Site`; programs that say neither carry no visitor's cookies.
 */
export function sameOrigin(publicUrl: string | null): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isOurs(c.req.raw.headers, publicUrl)) {
      return problemResponse('forbidden')
    }
    await next()
  }
}

function isOurs(headers: Headers, publicUrl: string | null): boolean {
  const origin = headers.get('origin')
  if (origin === null) return (headers.get('sec-fetch-site') ?? 'same-origin') === 'same-origin'
  if (origin === publicUrl) return true
  return URL.parse(origin)?.host === headers.get('host')
}
