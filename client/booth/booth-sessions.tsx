import { useTranslation } from 'react-i18next'
import type { Session } from '../../shared/salon/model.ts'
import { clockTimes, sessionTime } from '../app/dates.ts'
import { useLanguage } from '../app/i18n.ts'
import css from './booth-sessions.module.css'

interface Props {
  readonly sessions: readonly Session[]
  readonly timeZone: string
  onSession(id: string): void
}

/** What happens at the booth, in the salon's time and, where it differs, in ours. */
export function BoothSessions({ sessions, timeZone, onSession }: Props) {
  const { t } = useTranslation('booth')
  const { say, language } = useLanguage()
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const now = Date.now()
  return (
    <section>
      <h3 className={css.title}>{t('sessions')}</h3>
      <ul className={css.sessions}>
        {sessions.map(({ id, title, startsAt, endsAt }) => {
          const there = clockTimes(startsAt, endsAt, language, timeZone)
          const here = clockTimes(startsAt, endsAt, language, own)
          const over = Date.parse(endsAt) <= now
          const on = !over && Date.parse(startsAt) <= now
          return (
            <li key={id} data-over={over || undefined}>
              <button type="button" onClick={() => onSession(id)}>
                <strong>{say(title)}</strong>
                <span>
                  {sessionTime(startsAt, endsAt, language, timeZone)}
                  {here !== there && ` · ${t('yourTime', { time: here })}`}
                  {over && ` · ${t('over')}`}
                  {on && <em>{t('now')}</em>}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
