import { IconBell } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf } from '../../shared/route/visit.ts'
import { useLanguage } from '../app/i18n.ts'
import { useVisit } from '../state/visit.ts'
import { due } from './due.ts'
import css from './reminder.module.css'
import { happens } from './use-guide.ts'
import type { SalonBook } from './use-salon-facts.ts'

const LOOK = 5000

/** «Begins in five minutes: shall I walk you there?» Said once for each session, politely. */
export function Reminder({ book }: { book: SalonBook }) {
  const { t } = useTranslation('visit')
  const { say } = useLanguage()
  const visit = useVisit((state) => state.visit)
  const [now, setNow] = useState(Date.now)
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK)
    return () => clearInterval(timer)
  }, [])
  const session = due(visit, book.sessions, now, answered)
  const key = session && keyOf({ kind: 'session', sessionId: session.id })
  const answer = (): void => {
    if (key) setAnswered(new Set([...answered, key]))
  }
  const minutes = session ? Math.ceil((Date.parse(session.startsAt) - now) / 60_000) : 0
  return (
    <div role="status" aria-live="polite">
      {session && key && (
        <div className={css.reminder}>
          <IconBell size={20} aria-hidden />
          <p>
            {minutes > 0
              ? t('soon', { count: minutes, name: say(session.title) })
              : t('soonNow', { name: say(session.title) })}
          </p>
          <button
            type="button"
            onClick={() => {
              answer()
              happens({ kind: 'set-out', stop: key })
            }}
          >
            {t('soonWalk')}
          </button>
          <button type="button" className={css.later} onClick={answer}>
            {t('soonLater')}
          </button>
        </div>
      )}
    </div>
  )
}
