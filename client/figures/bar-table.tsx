import css from './bar-table.module.css'
import { useWords } from './use-words.ts'

export interface Bar {
  readonly key: string
  readonly label: string
  /** Null: hidden. */
  readonly value: number | null
}

interface BarTableProps {
  readonly caption: string
  readonly heads: readonly [label: string, value: string]
  readonly bars: readonly Bar[]
  /** What a whole bar stands for; left out: the largest. */
  readonly whole?: number | null
}

/** A table whose numbers are bars as well: a chart that everybody can read. */
export function BarTable({ caption, heads, bars, whole }: BarTableProps) {
  const { number } = useWords()
  const most = Math.max(1, whole ?? 0, ...bars.map(({ value }) => value ?? 0))
  return (
    <table className={css.bars}>
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, value }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td data-hidden={value === null || undefined}>
              <span className={css.track} aria-hidden>
                {value === null ? (
                  <span className={css.unknown} />
                ) : (
                  <span className={css.fill} style={{ width: `${(value / most) * 100}%` }} />
                )}
              </span>
              {number(value)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
