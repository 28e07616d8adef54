import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n.ts'
import { PALETTE } from '../app/palette.ts'
import type { HallNow } from '../state/hall.ts'
import css from './map-view.module.css'
import type { Pointed } from './scene.ts'

/** Where the tooltip stands off the mouse, and how wide it may be, CSS pixels. */
const OFF = 16
const WIDE = 260

/** What the mouse rests on. It only repeats what the list and the booth panel say, so it is hidden from readers. */
export function Tooltip({ pointed, hall, within }: { pointed: Pointed; hall: HallNow; within: HTMLElement | null }) {
  const { t } = useTranslation('map')
  const { say } = useLanguage()
  const { at, booth, person } = pointed
  const width = within?.clientWidth ?? Number.POSITIVE_INFINITY
  const height = within?.clientHeight ?? Number.POSITIVE_INFINITY
  const style = {
    ...(at.x + OFF + WIDE > width ? { right: width - at.x + OFF } : { left: at.x + OFF }),
    ...(at.y + 120 > height ? { bottom: height - at.y + OFF } : { top: at.y + OFF }),
  }
  const card = booth?.exhibitorId == null ? undefined : hall.exhibitors.get(booth.exhibitorId)
  return (
    <div className={css.tooltip} style={style} aria-hidden>
      {booth && (
        <>
          <strong>{card ? say(card.name) : t('vacant')}</strong>
          <span>
            {card && <i style={{ background: PALETTE[card.kind] }} />}
            {[t('boothNumber', { number: booth.number }), card && t(`kind_${card.kind}`)].filter(Boolean).join(' · ')}
          </span>
        </>
      )}
      {person && (
        <>
          <strong>{person.name}</strong>
          {person.simulated && <span>{t('simulated')}</span>}
        </>
      )}
    </div>
  )
}
