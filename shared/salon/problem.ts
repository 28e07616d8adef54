import { z } from 'zod'
import { fileFault } from '../files/upload.ts'

/** Why a request was not done: the closed set a client can answer with a sentence of its own. */
const PROBLEM_KINDS = [
  /** 400: the request does not say what it should; `field` names the part to blame. */
  'malformed',
  /** 400: no account has this address with this password. */
  'wrong-credentials',
  /** 400: the code is not the one of the letter, too old, or was mistyped too often: ask for another. */
  'wrong-code',
  /** 400: the password is one that guessers try first. */
  'common-password',
  /** 401: nobody, or nobody any more: enter first. */
  'not-entered',
  /** 403 */
  'forbidden',
  /** 404 */
  'not-found',
  /** 409: this instance of the hall filled up; another one has room. */
  'hall-full',
  /** 409: the caller has an account already. */
  'has-account',
  /** 409: this needs an account, and the caller is a guest. */
  'no-account',
  /** 409: something changed since the caller looked: read it again. */
  'outdated',
  /** 409: an organizer keeps this field as it is; `field` names it. */
  'field-locked',
  /** 412: somebody saved meanwhile; `edit` says who, and what to save upon. */
  'edited-meanwhile',
  /** 409: this person does not want to be called on. */
  'do-not-disturb',
  /** 409: somebody else is at it, or has done it. */
  'taken',
  /** 409: the visitor takes no messages here. */
  'muted',
  /** 409: the files of this exhibitor, or the attachments of this person, take all the room they have. */
  'no-room',
  /** 413 */
  'too-large',
  /** 422: the file is not one that is taken; `file` says why. */
  'faulty-file',
  /** 429: wait `retryAfterSeconds`. */
  'too-often',
  /** 500: our fault; it is in our log. */
  'failed',
  /** 507: our disk is full. */
  'disk-full',
  /** 503: not now; wait `retryAfterSeconds`. */
  'unavailable',
] as const
export type ProblemKind = (typeof PROBLEM_KINDS)[number]

/** Every refusal of the API. */
export const problem = z.object({
  error: z.enum(PROBLEM_KINDS),
  /** For developers, in English; the client has words of its own for each `error`. */
  message: z.string(),
  field: z.string().optional(),
  retryAfterSeconds: z.number().optional(),
  file: fileFault.optional(),
  /** The save that came before: its revision, and the name of whoever made it, where it is known. */
  edit: z.object({ revision: z.number().int(), by: z.string().nullable() }).optional(),
})
export type Problem = z.infer<typeof problem>
