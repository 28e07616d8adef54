import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Days, daysOf, STRETCHES } from './days.ts'
import css from './figures-page.module.css'

interface Props {
  readonly days: Days
  readonly timeZone: string
  onChange(days: Days): void
}

/** Most days at once: what the server tells. */
const LONGEST_MS = 61 * 24 * 60 * 60_000

/** A stretch of days, or any days. */
export function DaysChoice({ days, timeZone, onChange }: Props) {
  const { t } = useTranslation('organizer-figures')
  const [now] = useState(() => new Date())
  const [typed, setTyped] = useState(days)
  const problem = useId()
  useEffect(() => setTyped(days), [days])
  const change = (next: Days): void => {
    setTyped(next)
    if (isRight(next)) onChange(next)
  }
  const today = daysOf('today', now, timeZone).last
  return (
    <div className={css.choice}>
      <fieldset className={css.stretches} aria-label={t('stretches')}>
        {STRETCHES.map((stretch) => {
          const its = daysOf(stretch, now, timeZone)
          return (
            <button
              key={stretch}
              type="button"
              aria-pressed={its.first === days.first && its.last === days.last}
              onClick={() => change(its)}
            >
              {t(`stretch_${stretch}`)}
            </button>
          )
        })}
      </fieldset>
      <div className={css.dates}>
        {(['first', 'last'] as const).map((end) => (
          <label key={end}>
            <span>{t(end === 'first' ? 'firstDay' : 'lastDay')}</span>
            <input
              type="date"
              max={today}
              value={typed[end]}
              aria-invalid={!isRight(typed)}
              aria-describedby={isRight(typed) ? undefined : problem}
              onChange={({ target }) => change({ ...typed, [end]: target.value })}
            />
          </label>
        ))}
      </div>
      {!isRight(typed) && (
        <p id={problem} role="alert" className={css.wrong}>
          {t('wrongDays')}
        </p>
      )}
    </div>
  )
}

const isRight = ({ first, last }: Days): boolean => {
  const length = Date.parse(last) - Date.parse(first)
  return length >= 0 && length <= LONGEST_MS
}
