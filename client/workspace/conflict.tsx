import { useTranslation } from 'react-i18next'
import { useDressing } from './booth-context.ts'
import css from './conflict.module.css'

/** Somebody else saved other words in the same fields: whose are to stay. */
export function Conflict() {
  const { t } = useTranslation('workspace')
  const { now, keeper } = useDressing()
  const { conflict } = now
  if (!conflict)
    return (
      now.mergedWith !== null && (
        <p className={css.merged} role="status">
          {t('mergedWith', { name: now.mergedWith })}
        </p>
      )
    )
  return (
    <div className={css.conflict} role="alert">
      <h2>{t('conflict')}</h2>
      <p>
        {t('conflictWhat', {
          name: conflict.by ?? t('somebody'),
          fields: conflict.fields.map((field) => t(`field_${field}`)).join(', '),
        })}
      </p>
      <div>
        <button type="button" className={css.ours} onClick={() => void keeper.decide('ours')}>
          {t('keepOurs')}
        </button>
        <button type="button" onClick={() => void keeper.decide('theirs')}>
          {t('takeTheirs')}
        </button>
      </div>
    </div>
  )
}
