/** The API of organizers' figures, apart from `api.ts`, so that whoever only strolls does not load it. */
import type { BoothFigures, HallFigures, HeatMap, HourFigures } from '../../shared/figures/footfall-model.ts'
import type { Language } from '../../shared/language.ts'
import { get } from './api.ts'

/** ISO 8601. */
export interface AskedSpan {
  readonly from: string
  readonly to: string
}

/** What hours are asked of; `id` of everything but the salon. */
export interface AskedOf {
  readonly of: 'salon' | 'hall' | 'alley' | 'booth'
  readonly id?: string
}

const query = (asked: AskedSpan, more: Readonly<Record<string, string>> = {}): string =>
  `?${new URLSearchParams({ ...asked, ...more })}`

export const footfallApi = {
  halls: (asked: AskedSpan) => get<HallFigures>(`/api/figures/halls${query(asked)}`),
  booths: (asked: AskedSpan) => get<BoothFigures>(`/api/figures/booths${query(asked)}`),
  hours: (asked: AskedSpan, { of, id }: AskedOf) =>
    get<HourFigures>(`/api/figures/hours${query(asked, { of, ...(id !== undefined && { id }) })}`),
  heat: (asked: AskedSpan, hall: string) => get<HeatMap>(`/api/figures/heatmap${query(asked, { hall })}`),
  /** Where the table of everything is read from. */
  file: (asked: AskedSpan, language: Language) => `/api/figures/file${query(asked, { language })}`,
}
