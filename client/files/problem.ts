import type { TFunction } from 'i18next'
import { learn } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { ApiProblem } from '../net/api.ts'
import { texts } from './texts.ts'

learn('files', texts)

/** Why a file was not uploaded, and what to do about it. */
export function uploadProblem(error: Error, t: TFunction<'files'>, tApp: TFunction<'app'>): string {
  const file = error instanceof ApiProblem ? error.file : null
  return file ? t(`fault_${file.fault}`, { found: file.found ?? '' }) : problemText(error, tApp)
}
