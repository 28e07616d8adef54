import { IconChevronDown, IconChevronLeft, IconChevronRight, IconChevronUp, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BoothPlace, boothsOf } from '../../shared/floorplan/booths.ts'
import type { Booth } from '../../shared/floorplan/model.ts'
import { useLanguage } from '../app/i18n.ts'
import side from '../app/side-panel.module.css'
import { type HallNow, useHall } from '../state/hall.ts'
import css from './booth-panel.module.css'
import { Exhibit } from './exhibit.tsx'
import { neighboursOf } from './neighbours.ts'
import { TheWay } from './the-way.tsx'
import { useStay } from './use-stay.ts'

interface Props {
  readonly timeZone: string
  onSession(id: string): void
}

/** The booth that is open beside the view: what it shows, what it tells, what happens there, and the way to it. */
export function BoothPanel({ timeZone, onSession }: Props) {
  const hall = useHall((state) => state.hall)
  const open = useHall((state) => state.openBooth)
  useStay()
  const place = hall && open !== null ? boothsOf(hall.plan).get(open) : undefined
  return hall && place && <Panel key={place.booth.id} {...{ hall, place, timeZone, onSession }} />
}

function Panel({ hall, place, timeZone, onSession }: Props & { hall: HallNow; place: BoothPlace }) {
  const { t } = useTranslation('booth')
  const { say } = useLanguage()
  const set = useHall((state) => state.set)
  const { booth, alley } = place
  const card = booth.exhibitorId === null ? undefined : hall.exhibitors.get(booth.exhibitorId)
  const title = useArrivingFocus()
  // On a phone the panel hides the walk that was asked for: it draws back to a strip, which opens again.
  const [drawnBack, setDrawnBack] = useState(false)
  return (
    <aside
      className={`${side.panel} ${css.panel}`}
      data-drawn-back={drawnBack || undefined}
      aria-label={t('panel', { number: booth.number })}
    >
      <header className={css.head} style={{ borderColor: card?.color }}>
        <p className={css.number}>
          <strong>{booth.number}</strong>
          {drawnBack && card ? say(card.shortName) : alley && say(alley.name)}
        </p>
        <button
          type="button"
          className={`${side.tool} ${css.fold}`}
          aria-label={t(drawnBack ? 'unfold' : 'fold')}
          aria-expanded={!drawnBack}
          onClick={() => setDrawnBack(!drawnBack)}
        >
          {drawnBack ? <IconChevronUp size={20} aria-hidden /> : <IconChevronDown size={20} aria-hidden />}
        </button>
        <button type="button" className={side.tool} aria-label={t('close')} onClick={() => set({ openBooth: null })}>
          <IconX size={20} aria-hidden />
        </button>
      </header>
      <div className={css.body}>
        <h2 ref={title} tabIndex={-1} className={css.name}>
          {card ? say(card.name) : t('panel', { number: booth.number })}
        </h2>
        {card ? <Exhibit card={card} timeZone={timeZone} onSession={onSession} booth={booth} /> : <p>{t('empty')}</p>}
      </div>
      <footer className={css.foot}>
        <TheWay boothId={booth.id} onSetOut={() => setDrawnBack(matchMedia(NARROW).matches)} />
        <Neighbours hall={hall} booth={booth} />
      </footer>
    </aside>
  )
}

/** Where the panel lies over the view instead of beside it: the same width as in its style sheet. */
const NARROW = '(max-width: 720px)'

function Neighbours({ hall, booth }: { hall: HallNow; booth: Booth }) {
  const { t } = useTranslation('booth')
  const { say } = useLanguage()
  const set = useHall((state) => state.set)
  const around = neighboursOf(booth.id, hall.plan)
  if (!around) return null
  const nameOf = ({ exhibitorId, number }: Booth): string => {
    const card = exhibitorId === null ? undefined : hall.exhibitors.get(exhibitorId)
    return card ? say(card.shortName) : number
  }
  return (
    <nav className={css.neighbours}>
      <button
        type="button"
        aria-label={t('previous', { name: nameOf(around.previous) })}
        onClick={() => set({ openBooth: around.previous.id })}
      >
        <IconChevronLeft size={18} aria-hidden />
        <span>{nameOf(around.previous)}</span>
      </button>
      <button
        type="button"
        aria-label={t('next', { name: nameOf(around.next) })}
        onClick={() => set({ openBooth: around.next.id })}
      >
        <span>{nameOf(around.next)}</span>
        <IconChevronRight size={18} aria-hidden />
      </button>
    </nav>
  )
}

/**
 * Moves the focus to the title of what has opened and back when it closes, unless it is on a view that one steers with
 * the keyboard: there a step must stay a step.
 */
function useArrivingFocus() {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    if (before instanceof HTMLCanvasElement) return
    title.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return title
}
