import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { ApiEnv } from './context.ts'
import { problemResponse } from './problems.ts'

/**
 * Requests one address may make: `points` in `seconds`. A class of pupils shares one address, so these stop floods,
 * not people.
 */
const LIMITS = {
  any: { points: 3000, duration: 60 },
  enter: { points: 60, duration: 60 },
  edit: { points: 60, duration: 60 },
  // Hashing a password is work: what one address may cause of it. Guesses are counted apart (services/attempts.ts).
  account: { points: 240, duration: 60 },
  search: { points: 300, duration: 30 },
  // A visit is kept with every change to it, at most once in two seconds a person.
  keep: { points: 900, duration: 60 },
  // People say at most 20 things a minute (services/conversations-say.ts).
  say: { points: 300, duration: 60 },
  typing: { points: 1200, duration: 60 },
  // A file is begun, taken, and may get a picture.
  upload: { points: 480, duration: 60 },
  // Archives are made and read whole.
  archive: { points: 60, duration: 60 },
  // Pictures of links are drawn.
  preview: { points: 120, duration: 60 },
  seat: { points: 120, duration: 60 },
} as const

type Limited = keyof typeof LIMITS

export interface Limits {
  /** Lets a request pass or answers 429 with Retry-After. */
  readonly limit: (what: Limited) => MiddlewareHandler<ApiEnv>
}

/** Limits of one process, in memory. */
export function openLimits(trustedProxies: number): Limits {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, options]) => [name, new RateLimiterMemory({ keyPrefix: name, ...options })]),
  ) as Record<Limited, RateLimiterMemory>

  return {
    limit: (what) => async (c, next) => {
      try {
        await limiters[what].consume(clientAddress(c, trustedProxies))
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return problemResponse('too-often', { retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) })
      }
      await next()
    },
  }
}

/**
 * Who asks: the socket's address, or what the outermost proxy of ours saw. What stands further left in
 * X-Forwarded-For was written by the caller, who may write anything.
 */
export function clientAddress(c: Context<ApiEnv>, trustedProxies: number): string {
  const forwarded =
    c.req
      .header('x-forwarded-for')
      ?.split(',')
      .map((one) => one.trim()) ?? []
  const seen = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined
  return seen ?? getConnInfo(c).remote.address ?? 'unknown'
}
