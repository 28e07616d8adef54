import { useTranslation } from 'react-i18next'
import { dayIn } from '../app/dates.ts'
import { useLanguage } from '../app/i18n.ts'
import { metresText } from '../app/way-text.ts'
import { useVisit } from '../state/visit.ts'
import { usePlanningState } from './use-planning.ts'
import type { SalonBook } from './use-salon-facts.ts'
import css from './visit-panel.module.css'
import { clock, dayOf, lasting } from './words.ts'

/** The visit in a line: how many stops, how far, until when; and how planning gets on. */
export function Summary({ book: { salon } }: { book: SalonBook }) {
  const { t } = useTranslation('visit')
  const { language } = useLanguage()
  const planned = useVisit((state) => state.planned)
  const step = usePlanningState((state) => state.step)
  const { timeZone } = salon
  if (step === 'failed') {
    return (
      <p role="alert" className={css.summary}>
        {t('planFailed')}
      </p>
    )
  }
  const sameDay = planned && dayIn(planned.endsAt * 1000, timeZone) === dayIn(Date.now(), timeZone)
  return (
    <div className={css.summary} role="status">
      {planned && planned.visits.length > 0 && (
        <p>
          <strong>{t('summary', { count: planned.visits.length })}</strong>{' '}
          {t(sameDay ? 'summaryEnd' : 'summaryEndDay', {
            time: clock(planned.endsAt, language, timeZone),
            day: dayOf(planned.endsAt, language, timeZone),
          })}
          <br />
          {t('summaryWalk', {
            metres: metresText(planned.walk.metres, language),
            time: lasting(planned.walk.seconds, language),
          })}
        </p>
      )}
      {step && <p className={css.quiet}>{t(`step_${step}`)}</p>}
    </div>
  )
}
