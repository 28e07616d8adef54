import { useTranslation } from 'react-i18next'
import { Mark } from './mark.tsx'
import css from './waiting.module.css'

/** A quiet full page while the next one comes; `text` says what is being done. */
export function Waiting({ text, done }: { text?: string /** 0…1 */; done?: number }) {
  const { t } = useTranslation('app')
  return (
    <div className={css.page} role="status">
      <Mark size={56} />
      <p className={css.text}>{text ?? t('waiting')}</p>
      {done !== undefined && (
        <div className={css.bar} aria-hidden>
          <div className={css.fill} style={{ transform: `scaleX(${done})` }} />
        </div>
      )}
    </div>
  )
}
