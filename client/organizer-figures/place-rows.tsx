import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useLanguage } from '../app/i18n.ts'
import css from './figures-page.module.css'
import type { HoursOf } from './hours.tsx'
import { COLUMNS, type PlaceKind, type PlaceRow, type SortBy } from './places.ts'
import { Shown } from './shown.tsx'
import { useStayText } from './use-stay-text.ts'

interface Props {
  readonly kind: PlaceKind
  readonly rows: readonly PlaceRow[]
  readonly sort: SortBy
  readonly timeZone: string
  /** Whose hours are shown. */
  readonly of: HoursOf
  onSort(sort: SortBy): void
  onHours(row: PlaceRow): void
}

export function PlaceRows({ kind, rows, sort, timeZone, of, onSort, onHours }: Props) {
  const { t } = useTranslation('organizer-figures')
  const { say, language } = useLanguage()
  const stay = useStayText()
  const most = Math.max(1, ...rows.map(({ visitors }) => visitors ?? 0))
  const names = { place: { halls: 'hall', alleys: 'alley', booths: 'booth' }[kind], visitors: 'visitors', stay: 'stay' }
  const clock = new Intl.DateTimeFormat(language, {
    ...{ timeZone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  })
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <Heading key={column} column={column} name={t(names[column])} sort={sort} onSort={onSort} />
          ))}
          {kind === 'halls' && <th scope="col">{t('busiest')}</th>}
          {kind === 'halls' && (
            <th scope="col">
              <span className="visually-hidden">{t('onTheMap')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-shown={(of.of === row.of && of.id === row.id) || undefined}>
            <th scope="row">
              <button type="button" aria-label={t('showHours', { place: say(row.name) })} onClick={() => onHours(row)}>
                {say(row.name)}
              </button>
              {(row.number !== null || row.where !== '') && (
                <span>{[row.number, row.where].filter(Boolean).join(' · ')}</span>
              )}
            </th>
            <td>
              <span className={css.count}>
                <Shown value={row.visitors} />
              </span>
              {row.visitors !== null && row.visitors > 0 && (
                <span className={css.bar} style={{ inlineSize: `${(row.visitors / most) * 64}px` }} aria-hidden />
              )}
            </td>
            <td>{row.stay !== null ? stay(row.stay) : row.visitors !== 0 && <Shown value={null} />}</td>
            {kind === 'halls' && (
              <td className={css.wide}>
                {row.busiest &&
                  t('busiestPeople', {
                    time: clock.format(new Date(row.busiest.at)),
                    number: row.busiest.people.toLocaleString(language),
                  })}
              </td>
            )}
            {kind === 'halls' && (
              <td>
                <Link
                  href={`/hall/${encodeURIComponent(row.id)}?heat`}
                  className={css.map}
                  aria-label={t('onTheMapOf', { hall: say(row.name) })}
                >
                  {t('onTheMap')}
                </Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface HeadingProps {
  readonly column: SortBy['by']
  readonly name: string
  readonly sort: SortBy
  onSort(sort: SortBy): void
}

/** Figures begin with the largest, names with the first; a second click turns that round. */
function Heading({ column, name, sort, onSort }: HeadingProps) {
  const by = sort.by === column
  const Icon = by ? (sort.descending ? IconChevronDown : IconChevronUp) : IconSelector
  return (
    <th scope="col" aria-sort={by ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        onClick={() => onSort({ by: column, descending: by ? !sort.descending : column !== 'place' })}
      >
        {name}
        <Icon size={16} aria-hidden />
      </button>
    </th>
  )
}
