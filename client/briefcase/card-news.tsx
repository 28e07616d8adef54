import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOverlays } from '../app/hall/overlays.ts'
import { learn } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { useCardRequests } from '../app/use-card-requests.ts'
import { cardsApi } from '../net/briefcase-api.ts'
import css from './card-news.module.css'
import { texts } from './texts.ts'
import { useDone } from './use-contacts.ts'

learn('briefcase', texts)

/** Tells, once and politely, that somebody would like to exchange cards. */
export default function CardNews() {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const requests = useCardRequests()
  const panel = useOverlays((state) => state.panel)
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())
  const answer = useDone((id: string) => cardsApi.answer(id, true))
  const request = panel === 'contacts' ? undefined : requests.find(({ id }) => !later.has(id))
  const put = (id: string): void => setLater(new Set([...later, id]))
  return (
    <div role="status" className={css.place}>
      {request && (
        <div className={css.news}>
          <p>{t('newsAsks', { name: request.name })}</p>
          <button type="button" aria-label={t('newsLater')} className={css.later} onClick={() => put(request.id)}>
            <IconX size={17} aria-hidden />
          </button>
          <div className={css.ways}>
            <button
              type="button"
              className={css.agree}
              onClick={() => {
                if (!answer.isPending) answer.mutate(request.id)
              }}
            >
              {t('agree')}
            </button>
            <button type="button" onClick={() => put(request.id)}>
              {t('newsLater')}
            </button>
          </div>
          {answer.isError && <p>{problemText(answer.error, tApp)}</p>}
        </div>
      )}
    </div>
  )
}
