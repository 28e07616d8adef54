import { z } from '@hono/zod-openapi'
import type { Action } from '../../shared/people/rights.ts'
import { problem } from '../../shared/salon/problem.ts'

const refusal = (description: string) => ({ description, content: { 'application/json': { schema: problem } } })

/** Refusals for route descriptions, by status. */
export const REFUSALS = {
  400: refusal('The request does not say what it should; `field` names the part to blame.'),
  401: refusal('Enter the salon first.'),
  403: refusal('This is not allowed.'),
  404: refusal('There is nothing here.'),
  409: refusal('Not as things are: `error` says why.'),
  412: refusal('Somebody saved meanwhile; `edit` says who, and upon which revision to save.'),
  422: refusal('The file is not one that is taken; `file` says why.'),
  429: refusal('Too many requests; wait `retryAfterSeconds`.'),
  503: refusal('Not now; try again in a moment.'),
} as const

/** A description of a JSON answer. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A description of a request with a JSON body. */
export const sent = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

/** The rows of the rights matrix (`shared/people/rights.ts`) that an operation asks: `x-right` in its description. */
export const right = (...actions: readonly Action[]) => ({ 'x-right': actions })

export const idParam = z.object({ id: z.string().min(1).max(64) })
