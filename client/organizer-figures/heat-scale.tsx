import { useTranslation } from 'react-i18next'
import { HEAT_GRADIENT, middleOfHeat } from '../app/heat-ramp.ts'
import { useLanguage } from '../app/i18n.ts'
import css from './heat-panel.module.css'

/** How much is how hot. The ramp is a root, so the middle of it is a quarter of the most. */
export function HeatScale({ most }: { most: number }) {
  const { t } = useTranslation('organizer-figures')
  const { language } = useLanguage()
  const number = (value: number): string => Math.round(value).toLocaleString(language)
  return (
    <figure className={css.scale}>
      <figcaption>{t('legend')}</figcaption>
      <div className={css.ramp} style={{ background: HEAT_GRADIENT }} aria-hidden />
      <p>
        <span>1</span>
        <span>{number(Math.max(1, middleOfHeat(most)))}</span>
        <span>{number(most)}</span>
      </p>
    </figure>
  )
}
