import { ServerError } from '@colyseus/core'
import { TokenBucket } from './token-bucket.ts'

/** One person joins at most this often: ten at once (reloads, tabs), then one every two seconds. */
const BURST = 10
const PER_SECOND = 0.5
/** People remembered; whoever is forgotten starts anew, which costs nothing. */
const REMEMBERED = 20_000

/** Keeps anybody from reserving seats in a loop. */
export class JoinLimit {
  private readonly buckets = new Map<string, TokenBucket>()

  /** @throws ServerError 429 */
  take(personId: string): void {
    const bucket = this.buckets.get(personId) ?? new TokenBucket(BURST, PER_SECOND)
    this.buckets.delete(personId)
    this.buckets.set(personId, bucket)
    if (this.buckets.size > REMEMBERED) this.buckets.delete(this.buckets.keys().next().value as string)
    if (bucket.take(performance.now()) > 0) throw new ServerError(429, 'too-often')
  }
}
