import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Publisher, ThemedRoute } from '../../shared/route/published.ts'
import { keyOf } from '../../shared/route/visit.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import side from '../app/side-panel.module.css'
import { visitApi } from '../net/visit-api.ts'
import { useVisit } from '../state/visit.ts'
import { PublishForm } from './publish-form.tsx'
import { takeRoute } from './take-route.ts'
import css from './themed-part.module.css'
import type { SalonBook } from './use-salon-facts.ts'
import panel from './visit-panel.module.css'
import { lasting } from './words.ts'

interface Props {
  readonly book: SalonBook
  onTaken(): void
}

/** Routes that organizers and exhibitors publish; for those who may, a form to publish one. */
export function ThemedPart({ book, onTaken }: Props) {
  const { t } = useTranslation('visit')
  const { t: tApp } = useTranslation('app')
  const routes = useQuery({ queryKey: ['themed-routes'], queryFn: visitApi.themed })
  const publishers = useQuery({ queryKey: ['publishers'], queryFn: visitApi.publishers })
  return (
    <div className={side.body}>
      <p className={panel.quiet}>{t('themedText')}</p>
      {routes.isPending && <p role="status">{t('loading')}</p>}
      {routes.isError && <p role="alert">{problemText(routes.error, tApp)}</p>}
      {routes.data?.length === 0 && <p>{t('themedNone')}</p>}
      <ul className={css.routes}>
        {routes.data?.map((route) => (
          <li key={route.id}>
            <Themed {...{ route, book, onTaken }} mine={mayChange(route, publishers.data ?? [])} />
          </li>
        ))}
      </ul>
      {publishers.data && publishers.data.length > 0 && <PublishForm publishers={publishers.data} book={book} />}
    </div>
  )
}

/** For whom we may change a route; null: it is not ours. */
const mayChange = ({ exhibitorId }: ThemedRoute, publishers: readonly Publisher[]): Publisher | null =>
  publishers.find(({ kind, id }) =>
    exhibitorId === null ? kind === 'salon' : kind === 'exhibitor' && id === exhibitorId,
  ) ?? null

function Themed({ route, book, mine, onTaken }: Props & { route: ThemedRoute; mine: Publisher | null }) {
  const { t } = useTranslation('visit')
  const { language, say } = useLanguage()
  const queries = useQueryClient()
  const wishes = useVisit((state) => state.visit.wishes)
  const [sure, setSure] = useState(false)
  const known = new Set(wishes.map(({ about }) => keyOf(about)))
  const taken = route.wishes.every(({ about }) => known.has(keyOf(about)))
  const exhibitor = book.cards.get(route.exhibitorId ?? '')
  const withdraw = async (by: Publisher): Promise<void> => {
    await visitApi.withdraw(by, route.id).catch(() => {})
    await queries.invalidateQueries({ queryKey: ['themed-routes'] })
  }
  return (
    <article className={css.route}>
      <h3>{say(route.title)}</h3>
      <p className={css.facts}>
        {t('summary', { count: route.wishes.length })}
        {route.settings.budget !== null && ` · ${t('hour', { time: lasting(route.settings.budget * 60, language) })}`}
        <br />
        {exhibitor ? t('by', { name: say(exhibitor.name) }) : t('bySalon')}
      </p>
      {say(route.description) && <p>{say(route.description)}</p>}
      <div className={css.buttons}>
        <button
          type="button"
          className={css.take}
          disabled={taken}
          onClick={() => {
            takeRoute(route)
            onTaken()
          }}
        >
          {t(taken ? 'taken' : 'take')}
        </button>
        {mine && (
          <button
            type="button"
            onBlur={() => setSure(false)}
            onClick={() => (sure ? void withdraw(mine) : setSure(true))}
          >
            {t(sure ? 'withdrawSure' : 'withdraw')}
          </button>
        )}
      </div>
    </article>
  )
}
