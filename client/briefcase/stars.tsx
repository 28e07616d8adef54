import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import css from './stars.module.css'

interface Props {
  /** What they are given to. */
  readonly title: string
  /** 0: none. */
  readonly value: number
  onChange(stars: number): void
}

/** One to five stars; pressing the last one given takes them all away. */
export function Stars({ title, value, onChange }: Props) {
  const { t } = useTranslation('briefcase')
  return (
    <fieldset className={css.stars} aria-label={t('stars', { title })}>
      {[1, 2, 3, 4, 5].map((star) => (
        <button
          key={star}
          type="button"
          aria-pressed={star === value}
          aria-label={star === value ? t('starsClear') : t('starsCount', { count: star })}
          onClick={() => onChange(star === value ? 0 : star)}
        >
          {star <= value ? <IconStarFilled size={19} aria-hidden /> : <IconStar size={19} stroke={1.6} aria-hidden />}
        </button>
      ))}
    </fieldset>
  )
}
