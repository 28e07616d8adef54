import { type MouseEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n.ts'
import { useHall } from '../state/hall.ts'
import { useSettings } from '../state/settings.ts'
import css from './mini-map.module.css'
import { MiniPicture } from './mini-picture.ts'

/** The plan in a corner of the 3D view: where we are, where others are, a click to walk there. */
export default function MiniMap() {
  const { t } = useTranslation('map')
  const { say } = useLanguage()
  const hall = useHall((state) => state.hall)
  const plan = useRef<HTMLCanvasElement>(null)
  const life = useRef<HTMLCanvasElement>(null)
  const picture = useRef<MiniPicture | null>(null)

  useEffect(() => {
    if (!hall || !plan.current || !life.current) return
    const made = new MiniPicture(hall, plan.current, life.current)
    picture.current = made
    return () => made.dispose()
  }, [hall])

  if (!hall) return null
  const onClick = (event: MouseEvent<HTMLButtonElement>): void => {
    // A key pressed on the button has no place: it opens the whole map.
    if (event.detail === 0) {
      useSettings.getState().set({ view: 'map' })
      return
    }
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const { clientLeft, clientTop } = event.currentTarget
    const place = picture.current?.placeAt(event.clientX - left - clientLeft, event.clientY - top - clientTop)
    if (place) hall.visitor.walkTo(place)
  }
  const label = t('miniMap', { hall: say(hall.plan.hall.name) })
  return (
    <button type="button" className={css.mini} onClick={onClick} aria-label={label} title={t('miniMapHint')}>
      <canvas ref={plan} aria-hidden />
      <canvas ref={life} aria-hidden />
    </button>
  )
}
