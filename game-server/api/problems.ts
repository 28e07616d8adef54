import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import type { Problem, ProblemKind } from '../../shared/salon/problem.ts'
import { isUnreachable } from '../db/unreachable.ts'
import { isUnstorable } from '../db/unstorable.ts'
import { Refused } from '../services/refused.ts'
import type { ApiEnv } from './context.ts'

/** Each refusal's HTTP status, and a sentence for whoever reads the answer by eye. */
const PROBLEMS: Record<ProblemKind, readonly [status: ContentfulStatusCode, message: string]> = {
  malformed: [400, 'The request does not say what it should.'],
  'common-password': [400, 'This password is among those that guessers try first.'],
  'wrong-credentials': [400, 'No account has this address with this password.'],
  'wrong-code': [400, 'The code is wrong or too old. Ask for another.'],
  'not-entered': [401, 'Enter the salon first.'],
  forbidden: [403, 'This is not allowed.'],
  'not-found': [404, 'There is nothing here.'],
  'hall-full': [409, 'This instance of the hall is full.'],
  'has-account': [409, 'There is an account already.'],
  'no-account': [409, 'This needs an account.'],
  'do-not-disturb': [409, 'This person does not want to be disturbed.'],
  outdated: [409, 'This has changed meanwhile. Look again.'],
  'field-locked': [409, 'An organizer keeps this field as it is.'],
  'edited-meanwhile': [412, 'Somebody saved meanwhile. Look at `edit`.'],
  taken: [409, 'Somebody else is answering, or has answered.'],
  muted: [409, 'The visitor takes no messages here.'],
  'no-room': [409, 'There is no room for this file. Delete others first.'],
  'too-large': [413, 'The request is too large.'],
  'faulty-file': [422, 'This file is not one that is taken.'],
  'too-often': [429, 'Too many requests. Wait a little.'],
  failed: [500, 'Something went wrong on our side.'],
  'disk-full': [507, 'There is no space left. Try again later.'],
  unavailable: [503, 'Not available right now. Try again in a moment.'],
}

/** An answer that says why not. */
export function problemResponse(reason: ProblemKind, details: Omit<Problem, 'error' | 'message'> = {}): Response {
  const [status, message] = PROBLEMS[reason]
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (details.retryAfterSeconds !== undefined) headers.set('retry-after', String(details.retryAfterSeconds))
  return Response.json({ error: reason, message, ...details } satisfies Problem, { status, headers })
}

/** Turns what a handler throws into an answer; what nobody foresaw is logged and told to nobody. */
export const onError =
  (log: Logger): ErrorHandler<ApiEnv> =>
  (error, c) => {
    if (error instanceof Refused) {
      return problemResponse(error.reason, {
        ...(error.field === null ? {} : { field: error.field }),
        ...(error.retryAfterSeconds === null ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
        ...(error.file === null ? {} : { file: error.file }),
        ...(error.edit === null ? {} : { edit: error.edit }),
      })
    }
    // Hono's own: JSON that does not parse.
    if (error instanceof HTTPException) return problemResponse(error.status === 413 ? 'too-large' : 'malformed')
    if (isUnstorable(error)) return problemResponse('malformed')
    if (isUnreachable(error)) {
      log.warn({ error, path: c.req.path }, 'the database is out of reach')
      return problemResponse('unavailable', { retryAfterSeconds: 5 })
    }
    if (isDiskFull(error)) {
      log.error({ path: c.req.path }, 'the disk is full')
      return problemResponse('disk-full')
    }
    log.error({ error, method: c.req.method, path: c.req.path }, 'request failed')
    return problemResponse('failed')
  }

function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code === 'ENOSPC' || isDiskFull(cause)
}
