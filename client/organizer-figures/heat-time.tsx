import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../shared/programme/zoned-time.ts'
import { clockTimes } from '../app/dates.ts'
import { useLanguage } from '../app/i18n.ts'
import { daysOf, spanOfHour } from './days.ts'
import css from './heat-panel.module.css'

/** A day of the salon's zone, and one of its hours or all. */
export interface TimeOfDay {
  readonly day: string
  readonly hour: number | null
}

interface Props {
  readonly at: TimeOfDay
  readonly timeZone: string
  onChange(at: TimeOfDay): void
}

/** What one looks at first of a day's hours. */
const NOON = 12

/** Which day, and the whole of it or an hour. */
export function HeatTime({ at, timeZone, onChange }: Props) {
  const { t } = useTranslation('organizer-figures')
  const { language } = useLanguage()
  const id = useId()
  const [today] = useState(() => daysOf('today', new Date(), timeZone).last)
  const { day, hour } = at
  const moved = (days: number) => onChange({ ...at, day: addDays(day, days) })
  const span = hour === null ? null : spanOfHour(day, hour, timeZone)
  const clock = span && clockTimes(span.from, span.to, language, timeZone)
  return (
    <div className={css.time}>
      <div className={css.day}>
        <button type="button" aria-label={t('dayBefore')} onClick={() => moved(-1)}>
          <IconChevronLeft size={20} aria-hidden />
        </button>
        <input
          type="date"
          aria-label={t('day')}
          max={today}
          value={day}
          required
          onChange={({ target }) => target.value !== '' && onChange({ ...at, day: target.value })}
        />
        <button type="button" aria-label={t('dayAfter')} disabled={day >= today} onClick={() => moved(1)}>
          <IconChevronRight size={20} aria-hidden />
        </button>
      </div>
      <fieldset className={css.choice} aria-label={t('dayOrHour')}>
        <button type="button" aria-pressed={hour === null} onClick={() => onChange({ day, hour: null })}>
          {t('wholeDay')}
        </button>
        <button type="button" aria-pressed={hour !== null} onClick={() => onChange({ day, hour: hour ?? NOON })}>
          {t('byHour')}
        </button>
      </fieldset>
      {hour !== null && (
        <div className={css.hour}>
          <output htmlFor={id}>{clock}</output>
          <input
            id={id}
            type="range"
            min={0}
            max={23}
            value={hour}
            aria-label={t('hour')}
            aria-valuetext={clock ?? ''}
            onChange={({ target }) => onChange({ day, hour: Number(target.value) })}
          />
        </div>
      )}
    </div>
  )
}
