import type { TFunction } from 'i18next'
import { ApiProblem } from '../net/api.ts'

/** What went wrong and what to do, as a sentence. */
export function problemText(error: Error | null, t: TFunction<'app'>): string {
  if (!(error instanceof ApiProblem)) return t('problem_failed')
  if (error.retryAfterSeconds) return t('problem_wait', { count: error.retryAfterSeconds })
  return t(`problem_${error.code}`)
}
