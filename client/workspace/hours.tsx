import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BoothContent } from '../../shared/booth/content.ts'
import { addDays, dateIn } from '../../shared/programme/zoned-time.ts'
import type { Salon } from '../../shared/salon/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { api } from '../net/api.ts'
import { useDressing, useProblem } from './booth-context.ts'
import { LockedNote, Part } from './fields.tsx'
import css from './hours.module.css'

type Hours = BoothContent['hours'][number]
const USUAL = { from: '10:00', to: '18:00' } as const
/** Days of the calm second period that are offered: two weeks. */
const MOST_DAYS = 21

/** «Opening hours»: on which days of the salon the booth is staffed, in the salon's own time. */
export function HoursPart() {
  const { t } = useTranslation('workspace')
  const { language, say } = useLanguage()
  const { document, edit, isLocked } = useDressing()
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon }).data
  const locked = isLocked('hours')
  const { hours } = document
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const put = (date: string, change: Hours | null): void => {
    const others = hours.filter((one) => one.date !== date)
    edit({ hours: [...others, ...(change ? [change] : [])].sort((a, b) => a.date.localeCompare(b.date)) })
  }
  const [first] = hours
  return (
    <Part title={t('hours')} hint={salon && t('hoursHint', { zone: salon.timeZone })}>
      <LockedNote field="hours" />
      {salon?.periods.map((period) => (
        <div key={period.id} className={css.period}>
          <h3>{say(period.name)}</h3>
          <ul>
            {datesOf(period, salon.timeZone).map((date) => (
              <Day
                key={date}
                date={date}
                name={day.format(new Date(`${date}T00:00:00Z`))}
                n={hours.findIndex((one) => one.date === date)}
                hours={hours.find((one) => one.date === date) ?? null}
                locked={locked}
                onChange={(change) => put(date, change)}
              />
            ))}
          </ul>
          {first && !locked && (
            <button
              type="button"
              className={css.all}
              onClick={() => {
                const dates = datesOf(period, salon.timeZone)
                const others = hours.filter(({ date }) => !dates.includes(date))
                const same = dates.map((date) => ({ ...first, date }))
                edit({ hours: [...others, ...same].sort((a, b) => a.date.localeCompare(b.date)) })
              }}
            >
              {t('sameHours', { from: first.from, to: first.to })}
            </button>
          )}
        </div>
      ))}
    </Part>
  )
}

interface DayProps {
  readonly date: string
  readonly name: string
  /** Its place among the hours; -1: not staffed. */
  readonly n: number
  readonly hours: Hours | null
  readonly locked: boolean
  onChange(hours: Hours | null): void
}

function Day({ date, name, n, hours, locked, onChange }: DayProps) {
  const { t } = useTranslation('workspace')
  const wrong = useProblem(`hours.${n}.to`)
  return (
    <li className={css.day}>
      <label>
        <input
          type="checkbox"
          checked={hours !== null}
          disabled={locked}
          onChange={({ target }) => onChange(target.checked ? { date, ...USUAL } : null)}
        />
        {name}
      </label>
      {hours && (
        <span className={css.times}>
          {(['from', 'to'] as const).map((end) => (
            <input
              key={end}
              type="time"
              value={hours[end]}
              readOnly={locked}
              aria-label={t(end === 'from' ? 'opensOn' : 'closesOn', { day: name })}
              aria-invalid={wrong !== null}
              onChange={({ target }) => onChange({ ...hours, [end]: target.value })}
            />
          ))}
        </span>
      )}
      {wrong && (
        <p role="alert" className={css.problem}>
          {wrong}
        </p>
      )}
    </li>
  )
}

/** Days of a period in the salon's zone, as `2026-05-01`. */
function datesOf({ startsAt, endsAt }: Salon['periods'][number], timeZone: string): string[] {
  const first = dateIn(timeZone, new Date(startsAt))
  const end = dateIn(timeZone, new Date(new Date(endsAt).getTime() - 1))
  return Array.from({ length: MOST_DAYS }, (_, n) => addDays(first, n)).filter((date) => date <= end)
}
