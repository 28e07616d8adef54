import type { TFunction } from 'i18next'
import { problemText } from '../app/problem-text.ts'
import { ApiProblem } from '../net/api.ts'

/** What a field is to blame for, or null; the server names it, the words are ours. */
export const fieldProblem = (error: Error | null, field: string, words: string): string | null =>
  error instanceof ApiProblem && error.code === 'malformed' && error.field === field ? words : null

/** What went wrong apart from fields that have their own words. */
export const otherProblem = (error: Error | null, fields: readonly string[], tApp: TFunction<'app'>): string | null => {
  const told = error instanceof ApiProblem && error.code === 'malformed' && fields.includes(error.field ?? '')
  return error && !told ? problemText(error, tApp) : null
}

/** Good enough to send; the letter tells the rest. */
export const looksLikeEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim())

/** The lengths that the server takes for a new password. */
export const isLongEnough = (password: string): boolean => password.length >= 8 && password.length <= 128
