import { IconMessageQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTalk } from '../state/talk.ts'
import css from './ask-button.module.css'
import { useOverlays } from './hall/overlays.ts'

/** Opens the conversation with an exhibitor. */
export function AskButton({ exhibitorId }: { exhibitorId: string }) {
  const { t } = useTranslation('app')
  return (
    <button
      type="button"
      className={css.button}
      onClick={() => {
        useTalk.getState().set({ place: { at: 'booth', exhibitorId, to: 'staff' } })
        useOverlays.getState().set({ panel: 'messages' })
      }}
    >
      <IconMessageQuestion size={19} aria-hidden />
      {t('askButton')}
    </button>
  )
}
