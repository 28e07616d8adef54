import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SharedFields } from '../../shared/people/consent.ts'
import css from './lead-view.module.css'

/** What somebody shares now, ready to be used. */
export function Who({ who }: { who: SharedFields }) {
  const { t } = useTranslation('leads')
  const { organisation, position, email, phone, interests, chat } = who
  if (Object.keys(who).length === 0) return <p className={css.unnamed}>{t('unnamedWhy')}</p>
  return (
    <section className={css.part}>
      <h3>{t('contacts')}</h3>
      {(position || organisation) && <p>{[position, organisation].filter(Boolean).join(', ')}</p>}
      <ul className={css.contacts}>
        {email && (
          <li>
            <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>
            <Copy text={email} />
          </li>
        )}
        {phone && (
          <li>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
            <Copy text={phone} />
          </li>
        )}
      </ul>
      {interests && interests.length > 0 && (
        <p>
          <span className={css.quiet}>{t('interests')}:</span> {interests.join(', ')}
        </p>
      )}
      {chat && <p className={css.quiet}>{t('chatAgreed')}</p>}
      <p className={css.small}>{t('agreed')}</p>
    </section>
  )
}

function Copy({ text }: { text: string }) {
  const { t } = useTranslation('leads')
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    // Where the browser gives no access to the clipboard, the text is there to be selected.
    setCopied(
      await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    )
  }
  return (
    <>
      <button type="button" aria-label={t('copy', { what: text })} onClick={() => void copy()}>
        {copied ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />}
      </button>
      <span className="visually-hidden" role="status">
        {copied ? t('copied') : ''}
      </span>
    </>
  )
}
