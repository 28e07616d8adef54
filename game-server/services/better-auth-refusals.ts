import { APIError } from 'better-auth/api'
import type { ProblemKind } from '../../shared/salon/problem.ts'
import { Refused } from './refused.ts'

/** What better-auth refuses for reasons a person can do something about, in our words. */
const KNOWN: Readonly<Record<string, { readonly reason: ProblemKind; readonly field?: string }>> = {
  INVALID_EMAIL: { reason: 'malformed', field: 'email' },
  INVALID_EMAIL_OR_PASSWORD: { reason: 'wrong-credentials' },
  INVALID_PASSWORD: { reason: 'wrong-credentials' },
  CREDENTIAL_ACCOUNT_NOT_FOUND: { reason: 'wrong-credentials' },
  EMAIL_ALREADY_IN_USE: { reason: 'wrong-code' },
  EMAIL_IS_THE_SAME: { reason: 'malformed', field: 'email' },
  PASSWORD_TOO_SHORT: { reason: 'malformed', field: 'password' },
  PASSWORD_TOO_LONG: { reason: 'malformed', field: 'password' },
  INVALID_OTP: { reason: 'wrong-code' },
  OTP_EXPIRED: { reason: 'wrong-code' },
  TOO_MANY_ATTEMPTS: { reason: 'wrong-code' },
  USER_NOT_FOUND: { reason: 'wrong-code' },
  PROVIDER_NOT_FOUND: { reason: 'not-found' },
}

/** Waits for an answer of better-auth. @throws Refused for a refusal that we know; `field` is to blame unless we know better */
export async function asRefused<T>(answer: Promise<T>, { field }: { readonly field: string }): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const known = error instanceof APIError ? KNOWN[String(error.body?.code)] : undefined
    throw known ? new Refused(known.reason, { field: known.field ?? field }) : error
  }
}
