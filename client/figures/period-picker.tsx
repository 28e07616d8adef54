import { useEffect, useRef } from 'react'
import css from './period-picker.module.css'
import { useWords } from './use-words.ts'

interface PeriodPickerProps {
  readonly days: readonly string[]
  /** Null: all of them. */
  readonly day: string | null
  onChoose(day: string | null): void
}

/** All days, or one of them. */
export function PeriodPicker({ days, day, onChoose }: PeriodPickerProps) {
  const { t, weekday, shortDay, day: longDay } = useWords()
  const row = useRef<HTMLDivElement>(null)
  // On a phone the latest days are what one looks for.
  useEffect(() => {
    const chosen = row.current?.querySelector('[aria-pressed="true"]')
    if (row.current && chosen instanceof HTMLElement)
      row.current.scrollLeft = chosen.offsetLeft - row.current.clientWidth / 2 + chosen.clientWidth / 2
  }, [])
  return (
    <fieldset className={css.picker}>
      <legend className="visually-hidden">{t('period')}</legend>
      <div ref={row} className={css.row}>
        <button type="button" aria-pressed={day === null} onClick={() => onChoose(null)}>
          {t('allDays')}
        </button>
        {days.map((one) => (
          <button key={one} type="button" aria-pressed={one === day} onClick={() => onChoose(one)}>
            <span aria-hidden>
              <small>{weekday(one)}</small>
              {shortDay(one)}
            </span>
            <span className="visually-hidden">{longDay(one)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
