import type { Redis } from 'ioredis'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import { Refused } from './refused.ts'

const MINUTE = 60

/**
 * How often secrets may be guessed and letters asked for. By address and account together little is allowed, so that
 * nobody can lock somebody else out from elsewhere; by account alone and by address alone more, because guesses may come
 * from many machines, and a school shares one.
 */
const LIMITS = {
  guess: { pair: 10, account: 50, address: 100, duration: 15 * MINUTE },
  letter: { pair: 5, account: 10, address: 60, duration: 60 * MINUTE },
} as const

type Attempted = keyof typeof LIMITS

/** Attempts of one process, or of all that share `redis`; while it is away each process counts for itself. */
export class Attempts {
  private readonly limiters: Record<Attempted, ReturnType<typeof limitersOf>>

  constructor(redis: Redis | null) {
    this.limiters = { guess: limitersOf('guess', redis), letter: limitersOf('letter', redis) }
  }

  /**
   * Counts an attempt on an account by somebody at a network address.
   *
   * @returns a way to take it back: what was right was no guess
   * @throws Refused `too-often` with the seconds to wait
   */
  async count(what: Attempted, account: string, address: string): Promise<{ forgive(): Promise<void> }> {
    const keys = { pair: `${account} ${address}`, account, address }
    const counted = this.limiters[what].map(({ by, limiter }) => ({ limiter, key: keys[by].toLowerCase() }))
    const now = await Promise.all(counted.map(({ limiter, key }) => limiter.get(key)))
    const wait = Math.max(
      0,
      ...counted.map(({ limiter }, i) =>
        (now[i]?.consumedPoints ?? 0) >= limiter.points ? (now[i]?.msBeforeNext ?? 0) : 0,
      ),
    )
    if (wait > 0) throw new Refused('too-often', { retryAfterSeconds: Math.ceil(wait / 1000) })
    await Promise.all(counted.map(({ limiter, key }) => limiter.penalty(key)))
    return {
      forgive: async () => {
        await Promise.all(counted.map(({ limiter, key }) => limiter.reward(key)))
      },
    }
  }
}

function limitersOf(what: Attempted, redis: Redis | null): { by: By; limiter: RateLimiterAbstract }[] {
  const { duration, ...points } = LIMITS[what]
  return BY.map((by) => {
    const options = { keyPrefix: `${what} ${by}`, points: points[by], duration }
    const own = new RateLimiterMemory(options)
    const limiter = redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: own }) : own
    return { by, limiter }
  })
}

const BY = ['pair', 'account', 'address'] as const
type By = (typeof BY)[number]
