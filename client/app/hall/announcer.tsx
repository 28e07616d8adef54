import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../../state/chat.ts'
import { useHall } from '../../state/hall.ts'
import { isMuted, useSettings } from '../../state/settings.ts'

/** Words are read out together, not one by one: a busy alley would drown everything else (ms). */
const BATCH = 4000

/** For those who listen: what was said nearby, in batches, and that a walk has arrived. */
export function Announcer() {
  const { t } = useTranslation('app')
  const [text, setText] = useState('')
  const heard = useRef<string | null>(null)
  const hall = useHall((state) => state.hall)

  useEffect(() => {
    const timer = setInterval(() => {
      const { lines } = useChat.getState()
      const last = lines.findLastIndex((line) => line.id === heard.current)
      const muted = useSettings.getState().muted
      const fresh = lines.slice(last + 1).filter((line) => line.near && !isMuted(muted, line.personId))
      heard.current = lines.at(-1)?.id ?? null
      if (fresh.length > 0)
        setText(
          fresh
            .slice(-3)
            .map((line) => t('saidBy', { name: line.name, text: line.text }))
            .join('. '),
        )
    }, BATCH)
    return () => clearInterval(timer)
  }, [t])

  useEffect(() => {
    if (!hall) return
    let far = false
    const timer = setInterval(() => {
      const ahead = hall.visitor.ahead(hall.now())
      if (far && ahead.length === 0) setText(t('arrived'))
      far = ahead.length > 0
    }, 500)
    return () => clearInterval(timer)
  }, [hall, t])

  return (
    <div className="visually-hidden" aria-live="polite">
      {text}
    </div>
  )
}
