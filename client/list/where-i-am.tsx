import { IconMapPin } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nearestAlley } from '../../shared/floorplan/alleys.ts'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import type { Alley, Booth } from '../../shared/floorplan/model.ts'
import { distance } from '../../shared/floorplan/point.ts'
import { lengthOf } from '../../shared/presence/walk.ts'
import { useLanguage } from '../app/i18n.ts'
import { metresText } from '../app/way-text.ts'
import { type HallNow, useHall } from '../state/hall.ts'
import css from './where-i-am.module.css'

/** At a booth is whoever stands this near to where its visitors stop, metres. */
const AT_BOOTH = 3

interface Where {
  readonly alley: Alley | null
  readonly booth: Booth | null
  /** What is left of the walk, tens of metres: often enough to see it go on. */
  readonly left: number
}

/** Where we stand, looked at once a second. */
export function useWhere(): Where {
  const hall = useHall((state) => state.hall)
  const [where, setWhere] = useState<Where>({ alley: null, booth: null, left: 0 })
  useEffect(() => {
    if (!hall) return
    const look = (): void => {
      const now = whereIn(hall)
      setWhere((before) =>
        before.alley === now.alley && before.booth === now.booth && before.left === now.left ? before : now,
      )
    }
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [hall])
  return where
}

function whereIn({ plan, visitor, now }: HallNow): Where {
  const at = visitor.at(now())
  let booth: Booth | null = null
  let least = AT_BOOTH
  for (const place of boothsOf(plan).values()) {
    const away = distance(at, place.visitor)
    if (away >= least) continue
    least = away
    booth = place.booth
  }
  return { alley: nearestAlley(plan, at), booth, left: Math.ceil(lengthOf(visitor.ahead(now())) / 10) * 10 }
}

/** The same in words: for those who see neither world nor map, this is the walk. Arrival is announced by the hall. */
export function WhereIAm({ where: { alley, booth, left } }: { where: Where }) {
  const { t } = useTranslation('list')
  const { say, language } = useLanguage()
  const hall = useHall((state) => state.hall)
  if (!hall) return null
  const alleyName = say(alley?.name ?? hall.plan.hall.name)
  const card = booth?.exhibitorId ? hall.exhibitors.get(booth.exhibitorId) : undefined
  return (
    <p className={css.where}>
      <IconMapPin size={20} aria-hidden />
      {left > 0 && t('walkingTo', { metres: metresText(left, language), alley: alleyName })}
      {left === 0 &&
        booth &&
        card &&
        t('atBooth', { alley: alleyName, number: booth.number, name: say(card.shortName) })}
      {left === 0 && !card && t('onAlley', { alley: alleyName })}
    </p>
  )
}
