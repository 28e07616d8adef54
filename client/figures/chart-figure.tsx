import { type ReactNode, Suspense } from 'react'
import css from './chart-figure.module.css'
import { useWords } from './use-words.ts'

interface ChartFigureProps {
  /** What the chart shows, in a sentence. */
  readonly summary: string
  readonly heads: readonly [label: string, value: string]
  readonly rows: readonly { readonly label: string; readonly value: number | null }[]
  /** The chart itself. */
  readonly children: ReactNode
}

/** A chart, heard as a sentence, with its numbers as a table beneath. */
export function ChartFigure({ summary, heads, rows, children }: ChartFigureProps) {
  const { t, number } = useWords()
  return (
    <figure className={css.figure}>
      <div className={css.chart} role="img" aria-label={summary}>
        <Suspense fallback={null}>{children}</Suspense>
      </div>
      <details className={css.table}>
        <summary>{t('asTable')}</summary>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{number(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
