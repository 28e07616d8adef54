import { CSV_MARK, csvRows } from '../../shared/briefcase/csv.ts'
import type { BoothFigures, Headline } from '../../shared/figures/booth-model.ts'
import { inLanguage, type Language } from '../../shared/language.ts'

/** Columns of docs/booth-figures-csv.md. */
const COLUMNS = ['figure', 'part', 'id', 'name', 'value']

/** Figures as a table: one number a row, an empty cell where it is hidden. */
export function boothFiguresFile(
  figures: BoothFigures,
  language: Language,
  { mark }: { readonly mark: boolean },
): string {
  const { total, series, dwell, films, things, questions, leads } = figures
  const whole = figures.day ?? ''
  const words = (name: BoothFigures['films'][number]['name']) => (name ? inLanguage(name, language) : '')
  const row = (
    figure: string,
    part: string,
    value: number | null,
    of: readonly [id: string, name: string] = ['', ''],
  ) => [...[figure, part, ...of, value === null ? '' : String(value)]]
  return `${mark ? CSV_MARK : ''}${csvRows([
    COLUMNS,
    ...headline(total).map(([figure, value]) => row(figure, whole, value)),
    ...series.visitors.map(({ at, people }) => row(`visitors_by_${series.by}`, at, people)),
    ...dwell.map(({ from, to, people }) => row('stayed_people', to === null ? `${from}+` : `${from}..${to}`, people)),
    ...films.flatMap(({ subject, name, reached }) =>
      reached.map((people, at) => row('film', FILM_PARTS[at] ?? '', people, [subject ?? '', words(name)])),
    ),
    ...things.flatMap(({ subject, name, kind, opened, taken }) => [
      row(`${kind}_taken`, '', taken, [subject ?? '', words(name)]),
      row(`${kind}_opened`, '', opened, [subject ?? '', words(name)]),
    ]),
    ...QUESTION_PARTS.map(([part, key]) => row('questions', part, questions[key])),
    row('leads', '', leads.all),
    ...leads.byStatus.map(({ status, people }) => row('leads', status, people)),
  ])}`
}

const headline = ({ visitors, visits, dwell, takers, questions, cards }: Headline) =>
  [
    ['visitors', visitors],
    ['visits', visits],
    ['stayed_lower_quartile_seconds', dwell?.lower ?? null],
    ['stayed_median_seconds', dwell?.median ?? null],
    ['stayed_upper_quartile_seconds', dwell?.upper ?? null],
    ['people_who_took', takers],
    ['questions', questions],
    ['people_who_exchanged_cards', cards],
  ] as const

const FILM_PARTS = ['began', '25', '50', '75', '100']
const QUESTION_PARTS = [
  ['asked', 'asked'],
  ['answered', 'answered'],
  ['answered_within_1_day', 'day'],
  ['answered_within_1_hour', 'hour'],
  ['answered_within_5_minutes', 'minutes'],
] as const
