import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RowReport } from '../../shared/booth/bulk/report.ts'
import css from './report-table.module.css'
import { useWords } from './use-words.ts'

const SHOWN = ['all', 'rejected', 'changed', 'unchanged'] as const
type Shown = (typeof SHOWN)[number]

/** Rows that are shown before one asks for more, and with each time. */
const STEP = 100

const ORDER: Readonly<Record<RowReport['outcome'], number>> = { rejected: 0, changed: 1, unchanged: 2 }

/** Row by row, what is wrong first. */
export function ReportTable({ rows }: { rows: readonly RowReport[] }) {
  const { t } = useTranslation('booth-import')
  const words = useWords()
  const [shown, setShown] = useState<Shown>('all')
  const [most, setMost] = useState(STEP)
  const there = SHOWN.filter((one) => one === 'all' || rows.some(({ outcome }) => outcome === one))
  const wanted = rows
    .filter(({ outcome }) => shown === 'all' || outcome === shown)
    .toSorted((a, b) => ORDER[a.outcome] - ORDER[b.outcome])
  const left = wanted.length - most
  return (
    <>
      {there.length > 2 && (
        <fieldset className={css.shown} aria-label={t('show')}>
          {there.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={shown === one}
              onClick={() => {
                setShown(one)
                setMost(STEP)
              }}
            >
              {t(`show_${one}`)}
            </button>
          ))}
        </fieldset>
      )}
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            <th scope="col">{t('exhibitor')}</th>
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {wanted.slice(0, most).map((row) => (
            <tr key={`${row.table} ${row.line}`} data-outcome={row.outcome}>
              <td>{t('rowOf', { table: row.table, line: row.line })}</td>
              <td>
                {row.exhibitorId === null ? (
                  row.exhibitor || t('nobody')
                ) : (
                  <Link href={`/workspace/${encodeURIComponent(row.exhibitorId)}`}>{row.exhibitor}</Link>
                )}
              </td>
              <td>
                <strong>{t(`outcome_${row.outcome}`)}</strong>
                {row.outcome === 'rejected' ? (
                  <ul>
                    {row.problems.map((problem) => (
                      <li key={`${problem.column} ${problem.fault} ${problem.found}`}>{words.problem(problem)}</li>
                    ))}
                  </ul>
                ) : (
                  <span>{words.effect(row)}</span>
                )}
                {row.overwrites.length > 0 && (
                  <em>
                    <IconAlertTriangle size={16} aria-hidden />
                    {words.overwrites(row)}
                  </em>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" className={css.more} onClick={() => setMost(most + STEP)}>
          {t('more', { count: Math.min(left, STEP) })}
        </button>
      )}
    </>
  )
}
