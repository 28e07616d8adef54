import { CSV_MARK, csvRows } from '../../shared/briefcase/csv.ts'
import type { Span } from '../../shared/figures/footfall.ts'
import type { Counted } from '../../shared/figures/footfall-model.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { boothFigures, hallFigures } from './footfall-figures.ts'
import type * as rights from './rights.ts'

const COLUMNS = ['kind', 'hall', 'alley', 'booth', 'exhibitor', 'visitors', 'median_stay_seconds', 'busiest_hour']

/**
 * Figures of all halls, alleys and booths as one table (docs/figures-csv.md). Cells of groups that are not shown are empty.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function figuresFile(
  db: Database,
  caller: rights.Caller | null,
  asked: Span,
  { language, mark }: { readonly language: Language; readonly mark: boolean },
  now = Date.now(),
): Promise<string> {
  const { salon, halls, alleys } = await hallFigures(db, caller, asked, now)
  const { booths } = await boothFigures(db, caller, asked, 'number', now)
  const hallNames = new Map(halls.map(({ hallId, name }) => [hallId, inLanguage(name, language)]))
  const alleyNames = new Map(alleys.map(({ alleyId, name }) => [alleyId, inLanguage(name, language)]))
  const hallOf = (id: string): string => hallNames.get(id) ?? ''
  const rows = [
    COLUMNS,
    ['salon', '', '', '', '', ...cells(salon), ''],
    ...halls.map((one) => ['hall', hallOf(one.hallId), '', '', '', ...cells(one), one.busiest?.at ?? '']),
    ...alleys.map((one) => ['alley', hallOf(one.hallId), inLanguage(one.name, language), '', '', ...cells(one), '']),
    ...booths.map((one) => [
      ...['booth', hallOf(one.hallId), alleyNames.get(one.alleyId ?? '') ?? ''],
      ...[one.number, inLanguage(one.name, language), ...cells(one), ''],
    ]),
  ]
  return (mark ? CSV_MARK : '') + csvRows(rows)
}

const cells = ({ visitors, stay }: Counted): string[] =>
  [visitors, stay].map((one) => (one === null ? '' : String(one)))
