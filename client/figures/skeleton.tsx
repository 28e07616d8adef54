import { useTranslation } from 'react-i18next'
import css from './skeleton.module.css'

const PARTS = ['bar', 'tiles', 'chart', 'chart'] as const

/** The page as it will be, before there are numbers. */
export function Skeleton() {
  const { t } = useTranslation('figures')
  return (
    <div role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {PARTS.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change
        <div key={at} className={`${css.part} ${css[part]}`} />
      ))}
    </div>
  )
}
