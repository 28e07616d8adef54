import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import buttons from './buttons.module.css'
import css from './secret.module.css'

/** A secret, this once. Where the browser copies nothing, it is chosen whole to be copied by hand. */
export function Secret({ secret, onDone }: { secret: string; onDone(): void }) {
  const { t } = useTranslation('webhooks')
  const [copied, setCopied] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const copy = async (): Promise<void> => {
    field.current?.select()
    await navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => field.current?.focus(),
    )
  }
  return (
    <div className={css.secret}>
      <label htmlFor={id}>{t('secret')}</label>
      <p id={`${id}-once`}>{t('secretOnce')}</p>
      <div className={css.line}>
        <input
          ref={field}
          id={id}
          readOnly
          value={secret}
          aria-describedby={`${id}-once`}
          onFocus={({ target }) => target.select()}
        />
        <button type="button" className={buttons.quiet} onClick={() => void copy()}>
          {copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          <span role="status">{t(copied ? 'copied' : 'copy')}</span>
        </button>
      </div>
      <button type="button" className={buttons.plain} onClick={onDone}>
        {t('secretDone')}
      </button>
    </div>
  )
}
