/**
 * `POST /matchmake/joinById/<room>` and `/matchmake/reconnect/<room>`: the way into a room. Colyseus's own listener would
 * answer any origin, any method and any body, and every other path of the server.
 */
import type { IncomingMessage, RequestListener } from 'node:http'
import { createAuthContext, matchMaker, ServerError } from '@colyseus/core'
import { Refused } from '../services/refused.ts'
import { inTime } from './in-time.ts'
import { isOurs } from './origin.ts'

/** Instances are opened by the directory alone, so nobody can create or search rooms from outside. */
const METHODS = ['joinById', 'reconnect']
const PATH = /^\/matchmake\/(\w+)\/([\w-]{1,64})$/
const MOST_BYTES = 4096

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly retryAfterSeconds?: number
}

export function matchmakeListener(publicUrl: string | null): RequestListener {
  matchMaker.controller.exposedMethods = METHODS
  return async (request, response) => {
    const { status, body, retryAfterSeconds } = await answer(request, publicUrl)
    response.writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    })
    response.end(JSON.stringify(body))
  }
}

async function answer(request: IncomingMessage, publicUrl: string | null): Promise<Answer> {
  const headers = new Headers(request.headers as Record<string, string>)
  const [, method, room] = PATH.exec(request.url?.split('?')[0] ?? '') ?? []
  if (!method || !room || !METHODS.includes(method)) return refusal(404, 'not-found')
  if (request.method !== 'POST') return refusal(405, 'malformed')
  if (!isOurs(headers, publicUrl)) return refusal(403, 'forbidden')
  try {
    const options = await readJson(request)
    const context = createAuthContext({
      headers,
      ...(request.socket.remoteAddress && { remoteAddress: request.socket.remoteAddress }),
    })
    return { status: 200, body: await inTime(matchMaker.controller.invokeMethod(method, room, options, context)) }
  } catch (error) {
    return refused(error)
  }
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

function refused(error: unknown): Answer {
  if (error instanceof Refused) return refusal(503, error.reason, error.retryAfterSeconds ?? undefined)
  if (!(error instanceof ServerError)) throw error
  const { code, message } = error
  if (code === 429) return refusal(code, message, 2)
  // Colyseus's codes: a room that is gone or full, a reconnection that came too late.
  if (code >= 520) return refusal(404, 'not-found')
  return refusal(code, message)
}

const refusal = (status: number, error: string, retryAfterSeconds?: number): Answer => ({
  status,
  body: { error, message: error, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
})
