/** The API of a booth's figures, apart from `api.ts`, so that whoever only strolls does not load it. */
import type { BoothFigures } from '../../shared/figures/booth-model.ts'
import type { Language } from '../../shared/language.ts'
import { get } from './api.ts'

const exhibitor = (id: string): string => `/api/exhibitors/${encodeURIComponent(id)}`
const oneDay = (day: string | null): Record<string, string> => (day === null ? {} : { from: day, to: day, by: 'hour' })

export const figuresApi = {
  /** Of one day, `YYYY-MM-DD`, or of all of them. */
  booth: (id: string, day: string | null) =>
    get<BoothFigures>(`${exhibitor(id)}/figures?${new URLSearchParams(oneDay(day))}`),
  fileOf: (id: string, day: string | null, language: Language): string =>
    `${exhibitor(id)}/figures.csv?${new URLSearchParams({ ...oneDay(day), language })}`,
}
