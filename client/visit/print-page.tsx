import { IconPrinter } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf } from '../../shared/route/visit.ts'
import { useLanguage } from '../app/i18n.ts'
import { metresText } from '../app/way-text.ts'
import { type Planned, useVisit } from '../state/visit.ts'
import { HallSketch } from './hall-sketch.tsx'
import css from './print-page.module.css'
import { type SalonBook, stopTexts, useSalonBook } from './use-salon-facts.ts'
import { clock, dayOf, lasting } from './words.ts'

/** The visit on paper: what, where and when, and a map of each hall with the way. A4, good in black and white. */
export function PrintPage() {
  const { t } = useTranslation('visit')
  const planned = useVisit((state) => state.planned)
  const nothing = !planned || planned.visits.length === 0
  const { book } = useSalonBook(!nothing)
  return (
    <main className={css.page}>
      {nothing && <p>{t('printNothing')}</p>}
      {!nothing && !book && <p role="status">{t('loading')}</p>}
      {!nothing && book && <Sheet planned={planned} book={book} />}
    </main>
  )
}

function Sheet({ planned, book }: { planned: Planned; book: SalonBook }) {
  const { t } = useTranslation('visit')
  const { language, say } = useLanguage()
  const wishes = new Map(useVisit((state) => state.visit.wishes).map((wish) => [keyOf(wish.about), wish]))
  const { timeZone } = book.salon
  const halls = book.places.halls.filter(({ hall }) =>
    planned.stops.some(({ hallId, way }) => hallId === hall.id || way.some((part) => part.hallId === hall.id)),
  )
  return (
    <>
      <header className={css.head}>
        <div>
          <p>{say(book.salon.name)}</p>
          <h1>{t('printTitle')}</h1>
          <p>
            {dayOf(planned.startsAt, language, timeZone)} · {t('summary', { count: planned.visits.length })} ·{' '}
            {t('summaryWalk', {
              metres: metresText(planned.walk.metres, language),
              time: lasting(planned.walk.seconds, language),
            })}
          </p>
        </div>
        <button type="button" className={css.print} onClick={() => print()}>
          <IconPrinter size={19} aria-hidden />
          {t('printDo')}
        </button>
      </header>
      <table className={css.stops}>
        <thead>
          <tr>
            <th scope="col">№</th>
            <th scope="col">{t('printTime')}</th>
            <th scope="col">{t('printStop')}</th>
            <th scope="col">{t('printWhere')}</th>
            <th scope="col">{t('printWay')}</th>
          </tr>
        </thead>
        <tbody>
          {planned.visits.map((visit, i) => {
            const wish = wishes.get(visit.id)
            const texts = wish && stopTexts(wish.about, book)
            const hall = book.places.halls.find((one) => one.hall.id === planned.stops[i]?.hallId)?.hall
            if (!texts) return null
            const day = dayOf(visit.startsAt, language, timeZone)
            const before = planned.visits[i - 1]?.startsAt ?? planned.startsAt
            const where = [texts.where, texts.alley, halls.length > 1 ? hall?.name : null]
            return (
              <Fragment key={visit.id}>
                {day !== dayOf(before, language, timeZone) && (
                  <tr>
                    <th scope="rowgroup" colSpan={5}>
                      {day}
                    </th>
                  </tr>
                )}
                <tr>
                  <td>{planned.stops[i]?.number}</td>
                  <td>
                    {clock(visit.startsAt, language, timeZone)}–{clock(visit.endsAt, language, timeZone)}
                  </td>
                  <th scope="row">{say(texts.title)}</th>
                  <td>{where.flatMap((one) => (one ? [say(one)] : [])).join(', ')}</td>
                  <td>{metresText(visit.walk.metres, language)}</td>
                </tr>
              </Fragment>
            )
          })}
        </tbody>
      </table>
      {halls.map((plan) => (
        <figure key={plan.hall.id} className={css.map}>
          <figcaption>{say(plan.hall.name)}</figcaption>
          <HallSketch plan={plan} stops={planned.stops} label={t('printMap', { hall: say(plan.hall.name) })} />
        </figure>
      ))}
    </>
  )
}
