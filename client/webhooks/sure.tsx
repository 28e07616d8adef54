import { useTranslation } from 'react-i18next'
import buttons from './buttons.module.css'
import css from './sure.module.css'

interface Props {
  readonly text: string
  readonly yes: string
  /** It cannot be undone. */
  readonly grave?: boolean
  onYes(): void
  onNo(): void
}

/** Asks once more, in place. */
export function Sure({ text, yes, grave = false, onYes, onNo }: Props) {
  const { t } = useTranslation('webhooks')
  return (
    <div className={css.sure} role="alertdialog" aria-label={text}>
      <p>{text}</p>
      <div>
        <button
          type="button"
          className={grave ? buttons.danger : buttons.main}
          // biome-ignore lint/a11y/noAutofocus: the question is what the button just pressed leads to
          autoFocus
          onClick={onYes}
        >
          {yes}
        </button>
        <button type="button" className={buttons.plain} onClick={onNo}>
          {t('cancel')}
        </button>
      </div>
    </div>
  )
}
