import { useTranslation } from 'react-i18next'
import { keyOf } from '../../shared/route/visit.ts'
import { dayIn } from '../app/dates.ts'
import { useLanguage } from '../app/i18n.ts'
import { metresText } from '../app/way-text.ts'
import { useVisit } from '../state/visit.ts'
import { StopRow } from './stop-row.tsx'
import css from './timeline.module.css'
import { type SalonBook, stopTexts } from './use-salon-facts.ts'
import { dayOf, lasting } from './words.ts'

/** Less than this is no walk to speak of, metres. */
const NEAR = 3

/** The stops in their order, with the ways between them and a new day where one begins. */
export function Timeline({ book }: { book: SalonBook }) {
  const { t } = useTranslation('visit')
  const { language, say } = useLanguage()
  const visit = useVisit((state) => state.visit)
  const planned = useVisit((state) => state.planned)
  const change = useVisit((state) => state.change)
  const { timeZone } = book.salon
  if (!planned || planned.visits.length === 0) return null
  const wishes = new Map(visit.wishes.map((wish) => [keyOf(wish.about), wish]))
  const shown = planned.visits.map(({ id }) => id)
  let day = dayIn(Date.now(), timeZone)
  return (
    <section aria-label={t('stops')}>
      {visit.settings.order === 'own' && (
        <p className={css.own}>
          {t('ownOrder')}
          <button
            type="button"
            onClick={() =>
              change({ ...visit, settings: { ...visit.settings, order: 'best' } }, { what: 'moved', count: 1 })
            }
          >
            {t('bestOrder')}
          </button>
        </p>
      )}
      <ol className={css.stops}>
        {planned.visits.map((one, i) => {
          const wish = wishes.get(one.id)
          const stop = planned.stops[i]
          const texts = wish && stopTexts(wish.about, book)
          if (!wish || !stop || !texts) return null
          const itsDay = dayIn(one.startsAt * 1000, timeZone)
          const newDay = itsDay !== day
          day = itsDay
          const crossed = new Set(stop.way.map(({ hallId }) => hallId)).size > 1
          const hall = book.places.halls.find((hall) => hall.hall.id === stop.hallId)?.hall.name
          const leg = { metres: metresText(one.walk.metres, language), time: lasting(one.walk.seconds, language) }
          return (
            <li key={one.id}>
              {newDay && <h3 className={css.day}>{dayOf(one.startsAt, language, timeZone)}</h3>}
              <p className={css.leg}>
                {crossed && hall && t('legTo', { ...leg, hall: say(hall) })}
                {!crossed && (one.walk.metres < NEAR ? t('legNone') : t('leg', leg))}
              </p>
              <StopRow wish={wish} planned={one} number={stop.number} texts={texts} shown={shown} book={book} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}
