import { IconBriefcase, IconBriefcaseFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Subject } from '../../shared/briefcase/model.ts'
import css from './briefcase-button.module.css'
import { problemText } from './problem-text.ts'
import { usePlace } from './use-briefcase.ts'

interface Props {
  readonly about: Subject
  /** Of what it is about, for those who hear the button without seeing where it stands. */
  readonly name: string
  /** Where there is little room: the sign alone. */
  readonly small?: boolean
}

/** Puts a booth, a product, a material, a session or a person into the briefcase, and takes it out again. */
export function BriefcaseButton({ about, name, small = false }: Props) {
  const { t } = useTranslation('app')
  const { inside, known, change } = usePlace(about)
  return (
    <span className={css.place}>
      <button
        type="button"
        className={css.button}
        aria-pressed={inside}
        // What is read is heard, and of what it is.
        aria-label={small ? t('briefcaseButton', { name }) : `${t(inside ? 'briefcaseIn' : 'briefcaseAdd')}: ${name}`}
        title={small ? t(inside ? 'briefcaseIn' : 'briefcaseAdd') : undefined}
        data-small={small || undefined}
        disabled={!known}
        onClick={() => {
          if (!change.isPending) change.mutate()
        }}
      >
        {inside ? <IconBriefcaseFilled size={18} aria-hidden /> : <IconBriefcase size={18} aria-hidden />}
        {!small && <span>{t(inside ? 'briefcaseIn' : 'briefcaseAdd')}</span>}
      </button>
      {change.isError && (
        <span role="alert" className={css.problem}>
          {problemText(change.error, t)}
        </span>
      )}
    </span>
  )
}
