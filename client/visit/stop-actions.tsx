import {
  IconArrowDown,
  IconArrowUp,
  IconClockMinus,
  IconClockPlus,
  IconFlag,
  IconMoon,
  IconTrash,
  IconWalk,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { keyOf, type Visit, type Wish } from '../../shared/route/visit.ts'
import { moved, reworded, unwished } from '../../shared/route/wishes.ts'
import { useVisit } from '../state/visit.ts'
import css from './timeline.module.css'
import { happens } from './use-guide.ts'
import type { SalonBook } from './use-salon-facts.ts'

/** Minutes that a stay grows or shrinks by at a press. */
const STEP = 5
const LONGEST = 240

interface Props {
  readonly wish: Wish
  readonly name: string
  readonly shown: readonly string[]
  readonly book: SalonBook
}

/** What can be done with a stop, all of it by pressing. */
export function StopActions({ wish, name, shown }: Props) {
  const { t } = useTranslation('visit')
  const visit = useVisit((state) => state.visit)
  const { change } = useVisit.getState()
  const key = keyOf(wish.about)
  const place = shown.indexOf(key)
  const stay = wish.minutes ?? visit.settings.minutes
  const move = (by: -1 | 1) => () => change(moved(visit, shown, key, by), { what: 'moved', count: 1 })
  const reword = (to: Partial<Wish>) => () => change(reworded(visit, key, to))
  const longer = (by: number) => reword({ minutes: Math.min(LONGEST, Math.max(STEP > stay ? 1 : STEP, stay + by)) })
  const remove = (): void => {
    const next: Visit = unwished(visit, new Set([key]))
    change(next, { what: 'removed', count: 1 })
  }
  return (
    <fieldset className={css.actions} aria-label={t('more', { name })}>
      <Action icon={IconWalk} text={t('goThere')} do={() => happens({ kind: 'set-out', stop: key })} />
      <Action icon={IconArrowUp} text={t('up')} do={move(-1)} off={place <= 0} />
      <Action icon={IconArrowDown} text={t('down')} do={move(1)} off={place < 0 || place === shown.length - 1} />
      <Action icon={IconFlag} text={t('mustSee')} do={reword({ required: !wish.required })} pressed={wish.required} />
      {wish.about.kind === 'booth' && (
        <>
          <Action icon={IconClockPlus} text={t('longer')} do={longer(STEP)} off={stay >= LONGEST} />
          <Action icon={IconClockMinus} text={t('shorter')} do={longer(-STEP)} off={stay <= STEP} />
        </>
      )}
      <Action icon={IconMoon} text={t('setAside')} do={reword({ skipped: true })} />
      <Action icon={IconTrash} text={t('remove')} do={remove} />
    </fieldset>
  )
}

interface ActionProps {
  readonly icon: TablerIcon
  readonly text: string
  readonly pressed?: boolean
  readonly off?: boolean
  do(): void
}

function Action({ icon: Icon, text, pressed, off = false, do: act }: ActionProps) {
  return (
    <button type="button" aria-pressed={pressed} disabled={off} onClick={act}>
      <Icon size={17} aria-hidden />
      {text}
    </button>
  )
}
