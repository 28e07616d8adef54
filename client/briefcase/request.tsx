import { useTranslation } from 'react-i18next'
import type { CardRequest } from '../../shared/people/card.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { cardsApi } from '../net/briefcase-api.ts'
import { useExhibitorName } from './exhibitor-name.ts'
import frame from './panel.module.css'
import css from './request.module.css'
import { useDone } from './use-contacts.ts'

/** Somebody asks to exchange cards. */
export function Request({ request }: { request: CardRequest }) {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const exhibitor = useExhibitorName(request.exhibitorId)
  const answer = useDone((agree: boolean) => cardsApi.answer(request.id, agree))
  const block = useDone(() => cardsApi.block(request.personId))
  const problem = answer.error ?? block.error
  const busy = answer.isPending || block.isPending
  return (
    <li className={css.request}>
      <p className={css.name}>{request.name}</p>
      <Role request={request} />
      {exhibitor && <p className={css.role}>{t('asRepresentative', { name: exhibitor })}</p>}
      <div className={css.answers}>
        <button
          type="button"
          className={frame.main}
          aria-disabled={busy}
          aria-label={`${t('agree')}: ${request.name}`}
          onClick={() => {
            if (!busy) answer.mutate(true)
          }}
        >
          {t('agree')}
        </button>
        <button
          type="button"
          className={frame.second}
          aria-disabled={busy}
          aria-label={`${t('decline')}: ${request.name}`}
          onClick={() => {
            if (!busy) answer.mutate(false)
          }}
        >
          {t('decline')}
        </button>
      </div>
      <button type="button" className={frame.plain} onClick={() => block.mutate()}>
        {t('block')}
      </button>
      {problem && (
        <p role="alert" className={frame.problem}>
          {problemText(problem, tApp)}
        </p>
      )}
    </li>
  )
}

/** A request of the visitor's own. */
export function OwnRequest({ request }: { request: CardRequest }) {
  const { t } = useTranslation('briefcase')
  const { language } = useLanguage()
  const exhibitor = useExhibitorName(request.exhibitorId)
  const withdraw = useDone(() => cardsApi.withdraw(request.id))
  const until = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(new Date(request.expiresAt))
  return (
    <li className={css.request} data-quiet>
      <p className={css.name}>{request.name}</p>
      <Role request={request} />
      {exhibitor && <p className={css.role}>{t('contactBooth', { name: exhibitor })}</p>}
      <p className={css.role}>{t('waitsUntil', { date: until })}</p>
      <button
        type="button"
        className={frame.plain}
        aria-label={`${t('withdraw')}: ${request.name}`}
        onClick={() => withdraw.mutate()}
      >
        {t('withdraw')}
      </button>
    </li>
  )
}

function Role({ request: { position, organisation } }: { request: CardRequest }) {
  const role = [position, organisation].filter(Boolean).join(', ')
  return role !== '' && <p className={css.role}>{role}</p>
}
