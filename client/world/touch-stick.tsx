import { type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stick } from './controls/stick.ts'
import css from './world.module.css'

/** CSS pixels the knob travels. */
const REACH = 44
/** Pushed further than the rim: in a hurry. */
const HURRY = 1.35

/** The touch stick, bottom left on machines with a coarse pointer. Keys and taps do the same. */
export function TouchStick({ stick, onMove }: { stick: Stick; onMove(): void }) {
  const { t } = useTranslation('world')
  const knob = useRef<HTMLSpanElement>(null)
  const centre = useRef({ x: 0, y: 0 })

  const push = (x: number, y: number): void => {
    const length = Math.hypot(x, y)
    const most = Math.max(1, length / REACH)
    stick.x = -x / REACH / most
    stick.z = -y / REACH / most
    stick.hurry = length > REACH * HURRY
    if (knob.current) knob.current.style.transform = `translate(${x / most}px, ${y / most}px)`
    onMove()
  }
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    centre.current = { x: left + width / 2, y: top + height / 2 }
    push(event.clientX - centre.current.x, event.clientY - centre.current.y)
  }
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    push(event.clientX - centre.current.x, event.clientY - centre.current.y)
  }
  const release = (): void => push(0, 0)

  return (
    <div
      className={css.stick}
      role="img"
      aria-label={t('stick')}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <span ref={knob} className={css.knob} />
    </div>
  )
}
