import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { ApiEnv } from './context.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether somebody on this very machine asks, in its own name: a request that a proxy passed on comes from somewhere
 * else, and a page whose name was made to lead here is somebody else's.
 */
export function isThisMachine(c: Context<ApiEnv>): boolean {
  if (c.req.header('x-forwarded-for') !== undefined) return false
  const name = URL.parse(`http://${c.req.header('host')}`)?.hostname ?? ''
  return NAMES.has(name) && LOOPBACK.has(getConnInfo(c).remote.address ?? '')
}
