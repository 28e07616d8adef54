import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { CameAs } from '../app/came-as.tsx'
import { learn } from '../app/i18n.ts'
import { LanguageSwitch } from '../app/language-switch.tsx'
import { texts } from './texts.ts'
import css from './webhooks-pages.module.css'
import { WebhooksView } from './webhooks-view.tsx'

learn('webhooks', texts)

/** Where an exhibitor's leads are sent on their own; for those who own its booth. */
export default function WebhooksPages({ exhibitorId }: { exhibitorId: string }) {
  return <CameAs>{() => <Page key={exhibitorId} exhibitorId={exhibitorId} />}</CameAs>
}

function Page({ exhibitorId }: { exhibitorId: string }) {
  const { t } = useTranslation('webhooks')
  const heading = useRef<HTMLHeadingElement>(null)
  const title = t('title')
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className={css.page}>
      <header className={css.top}>
        <Link href={`/workspace/${encodeURIComponent(exhibitorId)}`} className={css.back}>
          <span aria-hidden>←</span> {t('back')}
        </Link>
        <LanguageSwitch />
      </header>
      <main className={css.main}>
        <div className={css.intro}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p>{t('lead')}</p>
          <p className={css.privacy}>{t('privacy')}</p>
        </div>
        <WebhooksView exhibitorId={exhibitorId} />
      </main>
    </div>
  )
}
