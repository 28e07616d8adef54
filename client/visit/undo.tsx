import { IconArrowBackUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useVisit } from '../state/visit.ts'
import css from './visit-panel.module.css'

/** What was changed last, and the way back. */
export function Undo() {
  const { t } = useTranslation('visit')
  const undoable = useVisit((state) => state.undoable)
  const undo = useVisit((state) => state.undo)
  const set = useVisit((state) => state.set)
  return (
    <div role="status" className={css.undo} data-shown={undoable !== null || undefined}>
      {undoable && (
        <>
          <span>{t(`undone_${undoable.what}`, { count: undoable.count })}</span>
          <button type="button" onClick={undo}>
            <IconArrowBackUp size={18} aria-hidden />
            {t('undo')}
          </button>
          <button type="button" aria-label={t('undoClose')} onClick={() => set({ undoable: null })}>
            <IconX size={18} aria-hidden />
          </button>
        </>
      )}
    </div>
  )
}
