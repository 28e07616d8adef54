import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OwnSession } from '../../shared/salon/people.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { accountApi } from '../net/account-api.ts'
import css from './account.module.css'
import { deviceOf } from './device.ts'

/** Where somebody is signed in, and how to end it there. */
export function SessionsSection() {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const queries = useQueryClient()
  const sessions = useQuery({ queryKey: ['own-sessions'], queryFn: accountApi.sessions })
  const again = (): void => void queries.invalidateQueries({ queryKey: ['own-sessions'] })
  const end = useMutation({ mutationFn: accountApi.endSession, onSettled: again })
  const endOthers = useMutation({ mutationFn: accountApi.endOtherSessions, onSettled: again })
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const problem = sessions.error ?? end.error ?? endOthers.error

  const nameOf = ({ userAgent }: OwnSession): string => {
    const device = deviceOf(userAgent)
    return device ? t('device', { ...device }) : t('unknownDevice')
  }

  return (
    <section className={css.section} aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <p className={css.intro}>{t('sessionsIntro')}</p>
      <ul className={css.list}>
        {sessions.data?.map((session) => (
          <li key={session.id} className={css.row}>
            <span>
              {nameOf(session)}
              <small>
                {session.present ? t('thisOne') : t('since', { when: day.format(new Date(session.since)) })}
              </small>
            </span>
            {!session.present && (
              <button
                type="button"
                className={css.quiet}
                aria-label={t('endThat', { device: nameOf(session) })}
                disabled={end.isPending}
                onClick={() => end.mutate(session.id)}
              >
                {t('end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {(sessions.data?.length ?? 0) > 2 && (
        <button type="button" className={css.quiet} disabled={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t('endOthers')}
        </button>
      )}
      {problem && (
        <p role="alert" className={css.problem}>
          {problemText(problem, tApp)}
        </p>
      )}
    </section>
  )
}
