import { IconCheck, IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './share-link.module.css'

interface Props {
  /** Of what is shared, from the slash on. */
  readonly path: string
  readonly what: 'booth' | 'product'
}

/** Copies an address of ours; where the browser doesn't let us, shows it to be copied by hand. */
export function ShareLink({ path, what }: Props) {
  const { t } = useTranslation('booth')
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle')
  const address = `${location.origin}${path}`
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address)
      setState('copied')
    } catch {
      setState('by-hand')
    }
  }
  if (state === 'by-hand') {
    return (
      <input
        className={css.address}
        readOnly
        value={address}
        aria-label={t('shareByHand')}
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button just pressed
        autoFocus
        onFocus={(event) => event.target.select()}
      />
    )
  }
  return (
    <button type="button" className={css.share} onClick={() => void copy()} onBlur={() => setState('idle')}>
      {state === 'copied' ? <IconCheck size={18} aria-hidden /> : <IconLink size={18} aria-hidden />}
      <span aria-live="polite">{state === 'copied' ? t('shared') : t(`share_${what}`)}</span>
    </button>
  )
}
