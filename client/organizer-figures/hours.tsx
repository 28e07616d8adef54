import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { HourFigures } from '../../shared/figures/footfall-model.ts'
import type { Localized } from '../../shared/language.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { type AskedOf, type AskedSpan, footfallApi } from '../net/footfall-api.ts'
import css from './figures-page.module.css'
import { Shown } from './shown.tsx'

const HoursChart = lazy(() => import('./hours-chart.tsx'))

/** What hours are shown of, and what it is called; null: the whole salon. */
export type HoursOf = AskedOf & { readonly name: Localized | null }

interface Props {
  readonly of: HoursOf
  readonly span: AskedSpan
  readonly timeZone: string
  onWhole(): void
}

/** Visitors hour by hour, as a chart and as a table. */
export function Hours({ of: { name, ...of }, span, timeZone, onWhole }: Props) {
  const { t } = useTranslation('organizer-figures')
  const { t: tApp } = useTranslation('app')
  const { say } = useLanguage()
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['figures-hours', span, of.of, of.id],
    queryFn: () => footfallApi.hours(span, of),
    placeholderData: (before) => before,
  })
  return (
    <section className={css.card} aria-busy={isPlaceholderData}>
      <div className={css.cardHead}>
        <h2>{t('hoursOf', { place: name ? say(name) : t('wholeSalon') })}</h2>
        {name && (
          <button type="button" className={css.plain} onClick={onWhole}>
            {t('backToSalon')}
          </button>
        )}
      </div>
      {error && <p role="alert">{problemText(error, tApp)}</p>}
      {!error && data?.hours.length === 0 && <p className={css.none}>{t('nobody')}</p>}
      {!error && (!data || data.hours.length > 0) && (
        <>
          <div className={css.chart}>
            <Suspense fallback={null}>{data && <HoursChart figures={data} timeZone={timeZone} />}</Suspense>
          </div>
          {data && <HoursTable figures={data} timeZone={timeZone} />}
        </>
      )}
    </section>
  )
}

function HoursTable({ figures, timeZone }: { figures: HourFigures; timeZone: string }) {
  const { t } = useTranslation('organizer-figures')
  const { language } = useLanguage()
  return (
    <details className={css.more}>
      <summary>{t('hoursTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('hour')}</th>
            <th scope="col">{t('visitors')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.hours.map(({ at, visitors }) => (
            <tr key={at}>
              <th scope="row">
                {new Date(at).toLocaleString(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' })}
              </th>
              <td>
                <Shown value={visitors} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
