import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Salon, Session } from '../../shared/salon/model.ts'
import { clockTimes } from '../app/dates.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { wayToSession } from '../app/session/way-to-session.ts'
import { VisitButton } from '../app/visit-button.tsx'
import { api } from '../net/api.ts'
import { useHall } from '../state/hall.ts'
import { programmeOf } from './programme-day.ts'
import css from './side.module.css'

/** The programme of today, or of the next day that has one. */
export function TodaysSessions({ salon }: { salon: Salon }) {
  const { t } = useTranslation('list')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: api.sessions })
  const day = sessions.data && programmeOf(sessions.data, new Date(), salon.timeZone)
  const dayName =
    day &&
    new Intl.DateTimeFormat(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: salon.timeZone,
    }).format(new Date(day.sessions[0]?.startsAt ?? 0))
  return (
    <>
      <h2 className={css.title}>{day && !day.isToday ? t('nextDay', { day: dayName }) : t('today')}</h2>
      {sessions.isPending && <p role="status">{t('loadingSessions')}</p>}
      {sessions.isError && (
        <p role="alert">
          {problemText(sessions.error, tApp)}{' '}
          <button type="button" className={css.action} onClick={() => void sessions.refetch()}>
            {t('again')}
          </button>
        </p>
      )}
      {sessions.data && !day && <p>{t('over')}</p>}
      {day && (
        <ul className={css.lines}>
          {day.sessions.map((session) => (
            <SessionLine key={session.id} session={session} salon={salon} />
          ))}
        </ul>
      )}
    </>
  )
}

function SessionLine({ session, salon }: { session: Session; salon: Salon }) {
  const { t } = useTranslation('list')
  const { say, language } = useLanguage()
  const hall = useHall((state) => state.hall)
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const there = clockTimes(session.startsAt, session.endsAt, language, salon.timeZone)
  const here = clockTimes(session.startsAt, session.endsAt, language, own)
  const now = Date.now()
  const on = Date.parse(session.startsAt) <= now && now < Date.parse(session.endsAt)
  const stage = salon.stages.find(({ id }) => id === session.stageId)
  const exhibitor = session.exhibitorId === null ? undefined : hall?.exhibitors.get(session.exhibitorId)
  const place = stage?.name ?? exhibitor?.name
  const walk = hall && wayToSession(session, hall)
  return (
    <li data-on={on || undefined}>
      <p className={css.time}>
        {there}
        {on && <em>{t('now')}</em>}
        {here !== there && <small>{t('yourTime', { time: here })}</small>}
      </p>
      <p className={css.what}>
        <strong>{say(session.title)}</strong>
        {place && <small>{say(place)}</small>}
      </p>
      <span className={css.deeds}>
        <VisitButton small about={{ kind: 'session', sessionId: session.id }} name={say(session.title)} />
        {walk && (
          <button
            type="button"
            className={css.action}
            aria-label={t('walkTo', { name: say(session.title) })}
            onClick={walk}
          >
            {t('walk')}
          </button>
        )}
      </span>
    </li>
  )
}
