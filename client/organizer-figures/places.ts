import { useMemo } from 'react'
import {
  type BoothRow,
  type Counted,
  type HallFigures,
  type HallRow,
  stayRank,
  visitorsRank,
} from '../../shared/figures/footfall-model.ts'
import { inLanguage, type Language, type Localized } from '../../shared/language.ts'
import { useLanguage } from '../app/i18n.ts'

export type PlaceKind = 'halls' | 'alleys' | 'booths'

/** A row of the table: a hall, an alley or a booth. */
export interface PlaceRow extends Counted {
  readonly of: 'hall' | 'alley' | 'booth'
  readonly id: string
  readonly name: Localized
  /** Of a booth. */
  readonly number: string | null
  /** Where it is, in words; empty for a hall. */
  readonly where: string
  /** Of a hall. */
  readonly busiest: HallRow['busiest']
  /** What it is found by. */
  readonly words: string
}

export const COLUMNS = ['place', 'visitors', 'stay'] as const
export interface SortBy {
  readonly by: (typeof COLUMNS)[number]
  readonly descending: boolean
}

/** Rows of one kind, in the order of the plan. */
export function usePlaceRows(kind: PlaceKind, figures: HallFigures, booths: readonly BoothRow[]): PlaceRow[] {
  const { language } = useLanguage()
  return useMemo(() => {
    const say = (text: Localized): string => inLanguage(text, language)
    const halls = new Map(figures.halls.map(({ hallId, name }) => [hallId, say(name)]))
    const alleys = new Map(figures.alleys.map(({ alleyId, name }) => [alleyId, say(name)]))
    const row = (one: Omit<PlaceRow, 'words'>): PlaceRow => ({
      ...one,
      words: [one.name.ru, one.name.en, one.number ?? '', one.where].join(' '),
    })
    if (kind === 'halls')
      return figures.halls.map(({ hallId: id, ...one }) => row({ ...one, of: 'hall', id, number: null, where: '' }))
    if (kind === 'alleys')
      return figures.alleys.map(({ alleyId: id, hallId, ...one }) =>
        row({ ...one, of: 'alley', id, number: null, where: halls.get(hallId) ?? '', busiest: null }),
      )
    return booths.map(({ boothId: id, hallId, alleyId, ...one }) => {
      const where = [alleys.get(alleyId ?? ''), halls.get(hallId)].filter(Boolean).join(' · ')
      return row({ ...one, of: 'booth', id, where, busiest: null })
    })
  }, [kind, figures, booths, language])
}

/** Rows as they are to be read; those alike stay as they were. Whoever is hidden stands together. */
export function sorted(rows: readonly PlaceRow[], { by, descending }: SortBy, language: Language): PlaceRow[] {
  const compare: Record<SortBy['by'], (a: PlaceRow, b: PlaceRow) => number> = {
    place: (a, b) => inLanguage(a.name, language).localeCompare(inLanguage(b.name, language), language),
    visitors: (a, b) => visitorsRank(a) - visitorsRank(b),
    stay: (a, b) => stayRank(a) - stayRank(b),
  }
  return rows.toSorted((a, b) => (descending ? -1 : 1) * compare[by](a, b))
}
