import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useLanguage } from '../app/i18n.ts'
import { PageFrame } from '../app/page-frame.tsx'
import { problemText } from '../app/problem-text.ts'
import { Waiting } from '../app/waiting.tsx'
import { ApiProblem } from '../net/api.ts'
import { workspaceApi } from '../net/workspace-api.ts'
import css from './invitation-page.module.css'

/** Where the link of an invitation leads. What it carries stands after the «#», where no log keeps it. */
export function InvitationPage() {
  const { t } = useTranslation('workspace')
  const { t: tApp } = useTranslation('app')
  const { say } = useLanguage()
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const [token] = useState(() => window.location.hash.slice(1))
  const offer = useQuery({ queryKey: ['offer', token], queryFn: () => workspaceApi.offer(token), retry: false })
  const accept = useMutation({
    mutationFn: () => workspaceApi.accept(token),
    onSuccess: ({ exhibitorId }) => {
      void queries.invalidateQueries({ queryKey: ['own-booths'] })
      navigate(`/workspace/${encodeURIComponent(exhibitorId)}`)
    },
  })
  if (offer.isPending) return <Waiting />
  if (offer.isError) {
    const gone = offer.error instanceof ApiProblem && ['not-found', 'malformed'].includes(offer.error.code)
    return (
      <PageFrame widest={1440} title={t('invitation')}>
        <p className={css.card}>{gone ? t('invitationGone') : problemText(offer.error, tApp)}</p>
      </PageFrame>
    )
  }
  const { name, role, email } = offer.data
  const reason = accept.error instanceof ApiProblem ? accept.error.code : null
  const needsAccount = reason === 'no-account' || reason === 'not-entered'
  return (
    <PageFrame widest={1440} title={t('invitation')}>
      <div className={css.card}>
        <h2>{say(name)}</h2>
        <p>{t(role === 'owner' ? 'offer_owner' : 'offer_representative')}</p>
        <p className={css.address}>{t('offerFor', { email })}</p>
        {accept.error && (
          <p role="alert" className={css.problem}>
            {needsAccount
              ? t('offerNeedsAccount')
              : reason === 'forbidden'
                ? t('offerOtherAddress', { email })
                : problemText(accept.error, tApp)}
          </p>
        )}
        {needsAccount || reason === 'forbidden' ? (
          <div className={css.ways}>
            <Link href="/account/sign-in" target="_blank">
              {t('signIn')}
            </Link>
            {needsAccount && (
              <Link href="/account/new" target="_blank">
                {t('newAccount')}
              </Link>
            )}
          </div>
        ) : null}
        <button type="button" disabled={accept.isPending} onClick={() => accept.mutate()}>
          {t(accept.error ? 'acceptAgain' : 'accept')}
        </button>
      </div>
    </PageFrame>
  )
}
