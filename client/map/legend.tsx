import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { EXHIBITOR_KINDS } from '../../shared/floorplan/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { PALETTE } from '../app/palette.ts'
import type { HallNow } from '../state/hall.ts'
import css from './legend.module.css'
import { barFor } from './scale.ts'

/** Widest scale bar, CSS pixels. */
const BAR = 120

/** The cartouche of the plan: what hall this is, what the signs mean, how long a metre is, where north lies. */
export function Legend({ hall, scale, open }: { hall: HallNow; scale: number; open: boolean }) {
  const { t } = useTranslation('map')
  const { say, language } = useLanguage()
  const kinds = EXHIBITOR_KINDS.filter((kind) => [...hall.exhibitors.values()].some((card) => card.kind === kind))
  const bar = barFor(scale, BAR)
  const metres = new Intl.NumberFormat(language, { style: 'unit', unit: 'meter' }).format(bar.metres)
  return (
    <aside className={css.cartouche} aria-label={t('legend')}>
      <details open={open}>
        <summary>
          <strong>{say(hall.plan.hall.name)}</strong>
          <span>{t('booths', { count: hall.plan.booths.length })}</span>
        </summary>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>
              <span className={css.awning} style={{ '--kind': PALETTE[kind] } as CSSProperties} aria-hidden />
              {t(`legend_${kind}`)}
            </li>
          ))}
        </ul>
        <ul>
          <li>
            <span className={css.you} aria-hidden />
            {t('legend_you')}
          </li>
          <li>
            <span className={css.person} aria-hidden />
            {t('legend_person')}
          </li>
          <li>
            <span className={css.simulated} aria-hidden />
            {t('legend_simulated')}
          </li>
          <li>
            <span className={css.light} aria-hidden />
            {t('legend_light')}
          </li>
          <li>
            <span className={css.crowd} aria-hidden />
            {t('legend_crowd')}
          </li>
        </ul>
      </details>
      <div className={css.measure}>
        <div className={css.bar} role="img" aria-label={t('scale', { length: metres })} style={{ width: bar.width }}>
          <span aria-hidden>{metres}</span>
        </div>
        <svg className={css.north} viewBox="0 0 32 40" role="img" aria-label={t('north')}>
          <path
            d="M16 10 L23 36 L16 31 L9 36 Z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.2"
            strokeLinejoin="round"
          />
          <path d="M16 10 L23 36 L16 31 Z" fill="currentColor" />
          <text x="16" y="8" textAnchor="middle" fontSize="9.5">
            {t('northLetter')}
          </text>
        </svg>
      </div>
    </aside>
  )
}
