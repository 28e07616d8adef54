import { IconMapPin, IconWalk } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n.ts'
import { metresText, walkTime } from '../app/way-text.ts'
import { STROLL } from '../net/own-walk.ts'
import { useHall } from '../state/hall.ts'
import { useWayToBooth } from '../state/way.ts'
import css from './the-way.module.css'

/** «Walk me there», how far it is, and how far still. */
export function TheWay({ boothId, onSetOut }: { boothId: string; onSetOut(): void }) {
  const { t } = useTranslation('booth')
  const { language } = useLanguage()
  const hall = useHall((state) => state.hall)
  const way = useWayToBooth(boothId)
  const [refused, setRefused] = useState(false)
  if (way?.state === 'here') {
    return (
      <p className={css.here}>
        <IconMapPin size={20} aria-hidden />
        {t('here')}
      </p>
    )
  }
  const far = way && 'metres' in way ? way.metres : null
  const said = far !== null && {
    metres: metresText(far, language),
    time: walkTime(far, STROLL, language),
  }
  return (
    <div className={css.way}>
      <button
        type="button"
        className={css.walk}
        data-walking={way?.state === 'walking' || undefined}
        onClick={() => {
          const leads = hall?.visitor.walkToBooth(boothId) === true
          setRefused(!leads)
          if (leads) onSetOut()
        }}
      >
        <IconWalk size={21} aria-hidden />
        {t('walk')}
      </button>
      <p className={css.far} role={refused || way?.state === 'none' ? 'alert' : undefined}>
        {(refused || way?.state === 'none') && t('noWay')}
        {!refused && said && t(way?.state === 'walking' ? 'walking' : 'wayNow', said)}
      </p>
    </div>
  )
}
