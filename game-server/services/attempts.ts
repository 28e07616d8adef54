import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refused } from './refused.ts'

const MINUTE = 60

/**
 * How often secrets may be guessed and letters asked for, by one process. By address and account together little is
 * allowed, so that nobody can lock somebody else out from elsewhere; by account alone and by address alone more, because
 * guesses may come from many machines, and a school shares one.
 */
const LIMITS = {
  guess: { pair: 10, account: 50, address: 100, duration: 15 * MINUTE },
  letter: { pair: 5, account: 10, address: 60, duration: 60 * MINUTE },
} as const

type Attempted = keyof typeof LIMITS

export class Attempts {
  private readonly limiters = {
    guess: limitersOf('guess'),
    letter: limitersOf('letter'),
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

function limitersOf(what: Attempted) {
  const { duration, ...points } = LIMITS[what]
  return (['pair', 'account', 'address'] as const).map((by) => ({
    by,
    limiter: new RateLimiterMemory({ keyPrefix: `${what} ${by}`, points: points[by], duration }),
  }))
}
