import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n.ts'
import css from './figures-page.module.css'

/** A count of people, or the dash of one that is not shown. */
export function Shown({ value }: { value: number | null }) {
  const { t } = useTranslation('organizer-figures')
  const { language } = useLanguage()
  if (value !== null) return value.toLocaleString(language)
  return (
    <span className={css.hidden} title={t('hiddenWhy')}>
      <span aria-hidden>{t('hidden')}</span>
      <span className="visually-hidden">{t('hiddenWhy')}</span>
    </span>
  )
}
