import type { TFunction } from 'i18next'
import { problemText } from '../app/problem-text.ts'
import { ApiProblem } from '../net/api.ts'

/** Whether the server found this field to be wrong; the words are ours. */
export const blames = (error: Error | null, field: string): boolean =>
  error instanceof ApiProblem && error.code === 'malformed' && error.field === field

/** Whether the server knows the password as one that guessers try first. */
export const isCommonPassword = (error: Error): boolean =>
  error instanceof ApiProblem && error.code === 'common-password'

/** What went wrong apart from fields that have their own words. */
export const otherProblem = (error: Error | null, fields: readonly string[], tApp: TFunction<'app'>): string | null => {
  const told = fields.some((field) => blames(error, field))
  return error && !told ? problemText(error, tApp) : null
}

/** Good enough to send; the letter tells the rest. */
export const looksLikeEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim())

/** Six digits, however they were spaced. */
export const looksLikeCode = (text: string): boolean => /^\d{6}$/.test(text.replace(/\s/g, ''))

/** The lengths that the server takes for a new password. */
export const isLongEnough = (password: string): boolean => password.length >= 8 && password.length <= 128
