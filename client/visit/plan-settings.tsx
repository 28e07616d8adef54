import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { dateIn, zonedTime } from '../../shared/programme/zoned-time.ts'
import { PACES, type Pace, type VisitSettings } from '../../shared/route/visit.ts'
import { useLanguage } from '../app/i18n.ts'
import { useVisit } from '../state/visit.ts'
import css from './plan-settings.module.css'
import { clock, lasting } from './words.ts'

const BUDGETS = [20, 40, 60, 90, 120, 180, 240, 480] as const
const STAYS = [2, 3, 5, 7, 10, 15, 20, 30] as const

/** When the visit begins, how long it may take, how fast we walk and how long we stay. */
export function PlanSettings({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation('visit')
  const { language } = useLanguage()
  const id = useId()
  const settings = useVisit((state) => state.visit.settings)
  const change = (to: Partial<VisitSettings>): void => {
    const { visit, change } = useVisit.getState()
    change({ ...visit, settings: { ...visit.settings, ...to } })
  }
  const minutes = (count: number): string => lasting(count * 60, language)
  return (
    <details className={css.settings}>
      <summary>
        <IconAdjustmentsHorizontal size={18} aria-hidden />
        {t('settings')}
      </summary>
      <div className={css.grid}>
        <label htmlFor={`${id}s`}>{t('starts')}</label>
        <select
          id={`${id}s`}
          value={settings.startsAt === null ? 'now' : 'later'}
          onChange={({ target }) => change({ startsAt: target.value === 'now' ? null : nextHour() })}
        >
          <option value="now">{t('startsNow')}</option>
          <option value="later">{t('startsLater')}</option>
        </select>
        {settings.startsAt !== null && (
          <input
            type="datetime-local"
            className={css.wide}
            aria-label={t('startsAt')}
            value={`${dateIn(timeZone, new Date(settings.startsAt))}T${clock(Date.parse(settings.startsAt) / 1000, 'ru', timeZone)}`}
            onChange={({ target }) => {
              const [date = '', time = ''] = target.value.split('T')
              if (date && time) change({ startsAt: zonedTime(timeZone, date, time.slice(0, 5)).toISOString() })
            }}
          />
        )}
        <label htmlFor={`${id}b`}>{t('budget')}</label>
        <select
          id={`${id}b`}
          value={settings.budget ?? ''}
          onChange={({ target }) => change({ budget: target.value === '' ? null : Number(target.value) })}
        >
          <option value="">{t('budgetNone')}</option>
          {withOwn(BUDGETS, settings.budget).map((one) => (
            <option key={one} value={one}>
              {minutes(one)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}d`}>{t('dwell')}</label>
        <select
          id={`${id}d`}
          value={settings.minutes}
          onChange={({ target }) => change({ minutes: Number(target.value) })}
        >
          {withOwn(STAYS, settings.minutes).map((one) => (
            <option key={one} value={one}>
              {minutes(one)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}p`}>{t('pace')}</label>
        <select id={`${id}p`} value={settings.pace} onChange={({ target }) => change({ pace: target.value as Pace })}>
          {(Object.keys(PACES) as Pace[]).map((one) => (
            <option key={one} value={one}>
              {t(`pace_${one}`)}
            </option>
          ))}
        </select>
        <p className={css.zone}>{t('salonTime', { zone: clock(Date.now() / 1000, language, timeZone) })}</p>
      </div>
    </details>
  )
}

/** The usual choices, and the one of a route that was taken over. */
const withOwn = (usual: readonly number[], own: number | null): number[] =>
  [...new Set([...usual, ...(own === null ? [] : [own])])].sort((a, b) => a - b)

/** The next full hour. */
const nextHour = (): string => new Date(Math.ceil((Date.now() + 1) / 3_600_000) * 3_600_000).toISOString()
