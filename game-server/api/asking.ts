import type { Context } from 'hono'
import type { Asking } from '../services/account.ts'
import type { ApiDeps, ApiEnv } from './context.ts'
import { clientAddress } from './limits.ts'

/** Who asks, for services that count attempts. */
export const askingBy =
  ({ config }: ApiDeps) =>
  (c: Context<ApiEnv>): Asking => ({
    headers: c.req.raw.headers,
    address: clientAddress(c, config.trustedProxies),
  })
