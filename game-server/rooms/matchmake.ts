/**
 * `POST /matchmake/joinById/<room>` and `/matchmake/reconnect/<room>`: the way into a room. Colyseus's own listener would
 * answer any origin, any method and any body, and every other path of the server.
 */
import type { IncomingMessage, RequestListener } from 'node:http'
import { createAuthContext, ErrorCode, matchMaker, ServerError } from '@colyseus/core'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { RoomLog } from './deps.ts'
import { inTime } from './in-time.ts'
import { isOurs } from './origin.ts'

/** Instances are opened by the directory alone, so nobody can create or search rooms from outside. */
const METHODS = ['joinById', 'reconnect']
const PATH = /^\/matchmake\/(\w+)\/([\w-]{1,64})$/
const MOST_BYTES = 4096

/**
 * Requests of one address in a minute. A school shares one address, and comes back all at once after a restart, so this
 * stops floods, not people.
 */
const FLOOD = { points: 1500, duration: 60 }

/** Refusals that a client can do something about; Colyseus's own codes for rooms and reconnections that are gone. */
const KNOWN = [400, 401, 404, 409, 413, 429]
const GONE: readonly number[] = [ErrorCode.MATCHMAKE_INVALID_ROOM_ID, ErrorCode.MATCHMAKE_EXPIRED]

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly retryAfterSeconds?: number
}

export interface Door {
  readonly publicUrl: string | null
  /** How many proxies of ours write X-Forwarded-For. */
  readonly trustedProxies: number
  readonly log: RoomLog
  /** Whether these are requests of our own rehearsal crowd, which may come as often as it likes. */
  isOurCrowd(headers: Headers): boolean
}

export function matchmakeListener(door: Door): RequestListener {
  matchMaker.controller.exposedMethods = METHODS
  const limiter = new RateLimiterMemory(FLOOD)
  return async (request, response) => {
    const { status, body, retryAfterSeconds } = await answer(request, door, limiter)
    response.writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    })
    response.end(JSON.stringify(body))
  }
}

async function answer(request: IncomingMessage, door: Door, limiter: RateLimiterMemory): Promise<Answer> {
  const headers = new Headers(request.headers as Record<string, string>)
  const [, method, room] = PATH.exec(request.url?.split('?')[0] ?? '') ?? []
  if (!method || !room || !METHODS.includes(method)) return refusal(404, 'not-found')
  if (request.method !== 'POST') return refusal(405, 'malformed')
  if (!isOurs(headers, door.publicUrl)) return refusal(403, 'forbidden')
  try {
    if (!door.isOurCrowd(headers)) await limiter.consume(addressOf(request, door.trustedProxies))
    const options = await readJson(request)
    const context = createAuthContext({ headers })
    return { status: 200, body: await inTime(matchMaker.controller.invokeMethod(method, room, options, context)) }
  } catch (error) {
    return refused(error, door.log)
  }
}

/** The socket's address, or what the outermost proxy of ours saw: whatever stands further left anybody may have written. */
function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const seen = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined
  return seen || (request.socket.remoteAddress ?? 'unknown')
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MOST_BYTES) throw new ServerError(413, 'too-large')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString() || '{}')
  } catch {
    throw new ServerError(400, 'malformed')
  }
}

function refused(error: unknown, log: RoomLog): Answer {
  if (error instanceof RateLimiterRes) return refusal(429, 'too-often', Math.ceil(error.msBeforeNext / 1000))
  if (error instanceof ServerError && GONE.includes(error.code)) return refusal(404, 'not-found')
  if (error instanceof ServerError && KNOWN.includes(error.code)) {
    return refusal(error.code, error.message, error.code === 429 ? 2 : undefined)
  }
  // Redis or the database is away, or the room's process just died: another try finds them back, or another room.
  log.debug({ err: error }, 'could not let somebody into a room')
  return refusal(503, 'unavailable', 2)
}

const refusal = (status: number, error: string, retryAfterSeconds?: number): Answer => ({
  status,
  body: { error, message: error, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
})
