import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { SharedRoute } from '../../shared/route/published.ts'
import { keyOf } from '../../shared/route/visit.ts'
import { useOverlays } from '../app/hall/overlays.ts'
import { useLanguage } from '../app/i18n.ts'
import { Mark } from '../app/mark.tsx'
import { problemText } from '../app/problem-text.ts'
import { ApiProblem } from '../net/api.ts'
import { visitApi } from '../net/visit-api.ts'
import css from './route-page.module.css'
import { takeRoute } from './take-route.ts'
import { type SalonBook, stopTexts, useSalonBook } from './use-salon-facts.ts'
import { lasting } from './words.ts'

/** A route that somebody shared by its link: what it leads to, and «take it». */
export function RoutePage({ id }: { id: string }) {
  const { t } = useTranslation('visit')
  const { t: tApp } = useTranslation('app')
  const route = useQuery({ queryKey: ['route', id], queryFn: () => visitApi.route(id) })
  const { book, error } = useSalonBook(route.isSuccess)
  const gone = route.error instanceof ApiProblem && ['not-found', 'malformed'].includes(route.error.code)
  const failed = gone ? null : (route.error ?? error)
  return (
    <main className={css.page}>
      <header>
        <Mark size={34} />
        <p>{t('routePage')}</p>
      </header>
      {gone && (
        <p role="alert">
          {t('routeGone')} <a href="/">{t('toSalon')}</a>
        </p>
      )}
      {failed && <p role="alert">{problemText(failed, tApp)}</p>}
      {!gone && !failed && !(route.data && book) && <p role="status">{t('loading')}</p>}
      {route.data && book && <Route route={route.data} book={book} />}
    </main>
  )
}

function Route({ route, book }: { route: SharedRoute; book: SalonBook }) {
  const { t } = useTranslation('visit')
  const { language, say } = useLanguage()
  const [, navigate] = useLocation()
  const stops = route.wishes.flatMap(({ about }) => {
    const texts = stopTexts(about, book)
    return texts ? [{ key: keyOf(about), texts }] : []
  })
  const missing = route.wishes.length - stops.length
  const take = (): void => {
    takeRoute(route)
    useOverlays.getState().set({ panel: 'visit' })
    navigate(`/hall/${encodeURIComponent(book.places.entrance.hallId)}`)
  }
  return (
    <>
      <h1>{say(route.title) || t('routeUntitled')}</h1>
      {say(route.description) && <p>{say(route.description)}</p>}
      <p className={css.facts}>
        {say(book.salon.name)} · {t('summary', { count: stops.length })}
        {route.settings.budget !== null && ` · ${t('hour', { time: lasting(route.settings.budget * 60, language) })}`}
      </p>
      <ol>
        {stops.map(({ key, texts }) => (
          <li key={key}>
            <strong>{say(texts.title)}</strong>
            <span>{[texts.where, texts.alley].flatMap((one) => (one ? [say(one)] : [])).join(', ')}</span>
          </li>
        ))}
      </ol>
      {missing > 0 && <p className={css.facts}>{t('routeMissing', { count: missing })}</p>}
      <button type="button" onClick={take}>
        {t('take')}
      </button>
    </>
  )
}
