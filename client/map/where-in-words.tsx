import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nearestAlley } from '../../shared/floorplan/alleys.ts'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import type { Alley, Booth } from '../../shared/floorplan/model.ts'
import { distance } from '../../shared/floorplan/point.ts'
import { useLanguage } from '../app/i18n.ts'
import type { HallNow } from '../state/hall.ts'

const NEAREST = 4
const EVERY_MS = 3000

/** What the picture says to those who see it: where we are and what is near. Read when asked for, never announced. */
export function WhereInWords({ hall }: { hall: HallNow }) {
  const { t } = useTranslation('map')
  const { say, language } = useLanguage()
  const [where, setWhere] = useState<{
    alley: Alley | null
    booths: readonly Booth[]
  }>({ alley: null, booths: [] })
  useEffect(() => {
    const look = (): void => {
      const at = hall.visitor.at(hall.now())
      const booths = [...boothsOf(hall.plan).values()]
        .map((place) => ({ booth: place.booth, away: distance(at, place.visitor) }))
        .sort((a, b) => a.away - b.away)
        .slice(0, NEAREST)
        .map(({ booth }) => booth)
      const alley = nearestAlley(hall.plan, at)
      setWhere((before) =>
        before.alley === alley && before.booths.every((booth, i) => booth === booths[i]) && before.booths.length > 0
          ? before
          : { alley, booths },
      )
    }
    look()
    const timer = setInterval(look, EVERY_MS)
    return () => clearInterval(timer)
  }, [hall])
  const names = where.booths.map((booth) => {
    const card = booth.exhibitorId === null ? undefined : hall.exhibitors.get(booth.exhibitorId)
    return card ? `${booth.number} ${say(card.name)}` : `${booth.number} ${t('vacant')}`
  })
  return (
    <p className="visually-hidden">
      {where.alley ? t('here', { alley: say(where.alley.name) }) : t('hereNowhere')}{' '}
      {names.length > 0 &&
        t('nearest', {
          booths: new Intl.ListFormat(language).format(names),
        })}{' '}
      {t('inList')}
    </p>
  )
}
