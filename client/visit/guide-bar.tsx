import {
  IconClockPlus,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconX,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf } from '../../shared/route/visit.ts'
import { useLanguage } from '../app/i18n.ts'
import { useVisit } from '../state/visit.ts'
import css from './guide-bar.module.css'
import { happens, nextStop } from './use-guide.ts'
import { type SalonBook, stopTexts } from './use-salon-facts.ts'
import { countdown } from './words.ts'

interface Props {
  readonly book: SalonBook
  onCross(): void
}

/** «Walk me» while it walks: where to, how long still, and everything one may want to say to it. */
export function GuideBar({ book, onCross }: Props) {
  const { t } = useTranslation('visit')
  const { say } = useLanguage()
  const visit = useVisit((state) => state.visit)
  const planned = useVisit((state) => state.planned)
  const { guide } = visit
  if (guide.at === 'rest') return null
  const nameOf = (key: string | null): string => {
    const wish = visit.wishes.find(({ about }) => keyOf(about) === key)
    const texts = wish && stopTexts(wish.about, book)
    return texts ? say(texts.title) : ''
  }
  const name = nameOf(guide.stop)
  const next = planned?.visits.find(({ id }) => id !== guide.stop)?.id ?? null
  const hall = guide.at === 'gate' ? book.places.halls.find((one) => one.hall.id === guide.hallId) : undefined
  const done = visit.done.length
  const all = Math.max(done + 1, done + (planned?.visits.length ?? 0))
  return (
    <section className={css.bar} aria-label={t('guide')} data-at={guide.at}>
      <div
        className={css.progress}
        role="progressbar"
        aria-label={t('guideProgress', { done, all })}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={done}
      >
        <span style={{ width: `${(100 * done) / all}%` }} />
      </div>
      <p className={css.where} role="status">
        {guide.at === 'walking' && t('guideWalking', { name })}
        {guide.at === 'gate' && t('guideGate', { hall: hall ? say(hall.hall.name) : guide.hallId })}
        {guide.at === 'stop' && t('guideAt', { name })}
        {guide.at === 'paused' && t('guidePaused', { name })}
        <small>
          {t('guideProgress', { done, all })}
          {next !== null && ` · ${t('guideNextIs', { name: nameOf(next) })}`}
        </small>
      </p>
      {guide.at === 'stop' && <Left until={Date.parse(guide.until)} />}
      <div className={css.buttons}>
        {guide.at === 'gate' && (
          <button type="button" className={css.main} onClick={onCross}>
            {t('guideCross')}
          </button>
        )}
        {guide.at === 'paused' && (
          <button type="button" className={css.main} onClick={() => happens({ kind: 'resumed', now: new Date() })}>
            <IconPlayerPlay size={18} aria-hidden />
            <span>{t('guideResume')}</span>
          </button>
        )}
        {guide.at === 'stop' && (
          <>
            <button type="button" className={css.main} onClick={() => happens({ kind: 'seen', next: nextStop() })}>
              <IconPlayerTrackNext size={18} aria-hidden />
              <span>{t(next === null ? 'guideFinish' : 'guideNext')}</span>
            </button>
            <button type="button" onClick={() => happens({ kind: 'extended', minutes: 5, now: new Date() })}>
              <IconClockPlus size={18} aria-hidden />
              <span>{t('guideExtend')}</span>
            </button>
          </>
        )}
        {guide.at !== 'paused' && guide.at !== 'gate' && (
          <button type="button" onClick={() => happens({ kind: 'paused', now: new Date() })}>
            <IconPlayerPause size={18} aria-hidden />
            <span>{t('guidePause')}</span>
          </button>
        )}
        <button type="button" onClick={() => happens({ kind: 'skipped', next: nextStop() })}>
          <IconPlayerSkipForward size={18} aria-hidden />
          <span>{t('guideSkip')}</span>
        </button>
      </div>
      <button type="button" className={css.end} aria-label={t('guideEnd')} onClick={() => happens({ kind: 'ended' })}>
        <IconX size={18} aria-hidden />
      </button>
    </section>
  )
}

/** What is left of the stay, counted down. It ends nothing: whoever is not ready stays. */
function Left({ until }: { until: number }) {
  const { t } = useTranslation('visit')
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const left = (until - now) / 1000
  return (
    <p className={css.left} data-up={left <= 0 || undefined}>
      {left > 0 ? t('guideLeft', { time: countdown(left) }) : t('guideUp')}
    </p>
  )
}
