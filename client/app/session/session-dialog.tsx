import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Salon, Session } from '../../../shared/salon/model.ts'
import { api } from '../../net/api.ts'
import { useHall } from '../../state/hall.ts'
import { BriefcaseButton } from '../briefcase-button.tsx'
import { clockTimes, sessionTime } from '../dates.ts'
import { useLanguage } from '../i18n.ts'
import { problemText } from '../problem-text.ts'
import { VisitButton } from '../visit-button.tsx'
import css from './session-dialog.module.css'
import { wayToSession } from './way-to-session.ts'

/** One session of the programme: when, where, who, and the way there. */
export function SessionDialog({ id, salon, onClose }: { id: string | null; salon: Salon | null; onClose(): void }) {
  const { t } = useTranslation('app')
  const { say } = useLanguage()
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: api.sessions, enabled: id !== null })
  const session = sessions.data?.find((one) => one.id === id)
  return (
    <Modal
      opened={id !== null}
      onClose={onClose}
      title={session ? say(session.title) : t('session')}
      size={620}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {sessions.isPending && <p role="status">{t('waiting')}</p>}
      {sessions.isError && <p role="alert">{problemText(sessions.error, t)}</p>}
      {sessions.data && !session && <p>{t('noSuchSession')}</p>}
      {session && <Details session={session} salon={salon} onClose={onClose} />}
    </Modal>
  )
}

function Details({ session, salon, onClose }: { session: Session; salon: Salon | null; onClose(): void }) {
  const { t } = useTranslation('app')
  const { say, language } = useLanguage()
  const hall = useHall((state) => state.hall)
  const timeZone = salon?.timeZone ?? 'UTC'
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const track = salon?.tracks.find(({ id }) => id === session.trackId)
  const stage = salon?.stages.find(({ id }) => id === session.stageId)
  const exhibitor = session.exhibitorId === null ? undefined : hall?.exhibitors.get(session.exhibitorId)
  const walk = hall && wayToSession(session, hall)
  const there = clockTimes(session.startsAt, session.endsAt, language, timeZone)
  const here = clockTimes(session.startsAt, session.endsAt, language, own)

  return (
    <div className={css.session}>
      <p className={css.when}>
        {sessionTime(session.startsAt, session.endsAt, language, timeZone)}
        {here !== there && <small>{t('yourTime', { time: here })}</small>}
      </p>
      <p className={css.where}>
        {track && (
          <span className={css.track} style={{ borderColor: track.color }}>
            {say(track.name)}
          </span>
        )}
        {stage && say(stage.name)}
        {exhibitor && say(exhibitor.name)}
      </p>
      {say(session.summary) && <p>{say(session.summary)}</p>}
      {session.speakers.length > 0 && (
        <>
          <h3>{t('speakers')}</h3>
          <ul>
            {session.speakers.map((speaker) => (
              <li key={speaker.id}>
                {say(speaker.name)}
                <small>{say(speaker.affiliation)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <BriefcaseButton about={{ kind: 'session', id: session.id }} name={say(session.title)} />
      </p>
      <div className={css.actions}>
        <VisitButton about={{ kind: 'session', sessionId: session.id }} name={say(session.title)} />
        {walk && (
          <button
            type="button"
            className={css.walk}
            onClick={() => {
              walk()
              onClose()
            }}
          >
            {t('walkThere')}
          </button>
        )}
      </div>
    </div>
  )
}
