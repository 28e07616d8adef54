import { IconCalendarEvent, IconMapPin, IconUsers, IconWalk } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n.ts'
import { VisitButton } from '../app/visit-button.tsx'
import { useHall } from '../state/hall.ts'
import { isLive, useStaff } from '../state/staff.ts'
import css from './booth-row.module.css'
import type { Row } from './rows.ts'

interface Props {
  readonly row: Row
  readonly here: boolean
  readonly people: number
  /** Whether `people` was counted, or is a guess from afar. */
  readonly counted: boolean
  readonly sessions: number
}

/** A booth as a line of a programme. Plain values only: most rows stay as they are when people walk about. */
export const BoothRow = memo(function BoothRow({ row: { booth, card }, here, people, counted, sessions }: Props) {
  const { t } = useTranslation('list')
  const { say } = useLanguage()
  const live = useStaff((state) => isLive(state, card?.id ?? null))
  const name = card ? say(card.name) : t('free')
  const open = (): void => useHall.getState().set({ openBooth: booth.id })
  return (
    <li className={css.row} data-here={here || undefined}>
      <span className={css.number} style={{ color: card ? `var(--${card.kind})` : undefined }}>
        {booth.number}
      </span>
      <div className={css.what}>
        <button type="button" className={css.name} onClick={open} aria-label={t('openBooth', { name })}>
          {name}
        </button>
        {card && <p className={css.summary}>{say(card.summary)}</p>}
        {(live || here || people > 0 || sessions > 0) && (
          <p className={css.facts}>
            {live && (
              <span className={css.live}>
                <i aria-hidden />
                {t('staffed')}
              </span>
            )}
            {here && (
              <span className={css.here}>
                <IconMapPin size={16} aria-hidden />
                {t('here')}
              </span>
            )}
            {people > 0 && (
              <span>
                <IconUsers size={16} aria-hidden />
                {t(counted ? 'peopleThere' : 'peopleAround', { count: people })}
              </span>
            )}
            {sessions > 0 && (
              <span>
                <IconCalendarEvent size={16} aria-hidden />
                {t('sessionsToday', { count: sessions })}
              </span>
            )}
          </p>
        )}
      </div>
      <span className={css.buttons}>
        {card && <VisitButton small about={{ kind: 'booth', exhibitorId: card.id, productIds: [] }} name={name} />}
        <button
          type="button"
          className={css.walk}
          aria-label={t('walkTo', { name })}
          onClick={() => useHall.getState().hall?.visitor.walkToBooth(booth.id)}
        >
          <IconWalk size={19} aria-hidden />
          <span>{t('walk')}</span>
        </button>
      </span>
    </li>
  )
})
