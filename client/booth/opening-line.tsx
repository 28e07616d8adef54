import { IconClock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoothContent } from '../../shared/booth/content.ts'
import { dayIn } from '../app/dates.ts'
import { useLanguage } from '../app/i18n.ts'
import { openingAt, spellsOf } from './opening.ts'
import css from './opening-line.module.css'

interface Props {
  readonly hours: BoothContent['hours']
  readonly timeZone: string
}

/** Whether the booth is open, until when or from when, by the salon's clocks. */
export function OpeningLine({ hours, timeZone }: Props) {
  const { t } = useTranslation('booth')
  const { language } = useLanguage()
  const now = useMinute()
  const opening = openingAt(spellsOf(hours, timeZone), now)
  if (!opening) return null
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone })
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone })
  const later = (moment: number): string =>
    dayIn(moment, timeZone) === dayIn(now, timeZone)
      ? clock.format(moment)
      : `${day.format(moment)}, ${clock.format(moment)}`
  return (
    <p className={css.opening} data-open={opening.state === 'open' || undefined}>
      <IconClock size={17} aria-hidden />
      {opening.state === 'open' && t('openUntil', { time: clock.format(opening.until) })}
      {opening.state === 'opens' && t('opensAt', { time: later(opening.at) })}
      {opening.state === 'over' && t('noMoreHours')}
    </p>
  )
}

function useMinute(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
