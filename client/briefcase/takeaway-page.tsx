import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Hero } from '../app/entry/hero.tsx'
import { learn, useLanguage } from '../app/i18n.ts'
import { LanguageSwitch } from '../app/language-switch.tsx'
import { Mark } from '../app/mark.tsx'
import { problemText } from '../app/problem-text.ts'
import { ApiProblem } from '../net/api.ts'
import { briefcaseApi } from '../net/briefcase-api.ts'
import frame from './panel.module.css'
import css from './takeaway-page.module.css'
import { texts } from './texts.ts'

learn('briefcase', texts)

/** Where a letter's link leads: the briefcase, to be saved. */
export default function TakeawayPage() {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const [token] = useState(() => location.hash.slice(1))
  // Out of the address: it stays in no history.
  useEffect(() => history.replaceState(null, '', location.pathname), [])
  const look = useQuery({ queryKey: ['takeaway', token], queryFn: () => briefcaseApi.lookAt(token), staleTime: 0 })
  const gone = look.error instanceof ApiProblem && ['not-found', 'malformed'].includes(look.error.code)
  const until =
    look.data && new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(look.data.expiresAt))
  return (
    <div className={css.scene}>
      <Hero />
      <header className={css.top}>
        <Link href="/" className={css.brand}>
          <Mark size={32} />
          <span>{t('toSalon')}</span>
        </Link>
        <LanguageSwitch />
      </header>
      <main className={css.card}>
        <h1>{t(gone ? 'takeawayGone' : 'takeawayTitle')}</h1>
        {look.isPending && <p role="status">{t('loading')}</p>}
        {gone && (
          <>
            <p>{t('takeawayGoneText')}</p>
            <Link href="/" className={frame.main}>
              {t('toSalon')}
            </Link>
          </>
        )}
        {look.isError && !gone && <p role="alert">{problemText(look.error, tApp)}</p>}
        {look.data && (
          <>
            <p>{t('takeawayText', { date: until })}</p>
            <form method="post" action="/api/takeaway">
              <input type="hidden" name="token" value={token} />
              <button type="submit" className={frame.main}>
                <IconDownload size={19} aria-hidden /> {t('download')}
              </button>
            </form>
            <p className={css.private}>{t('takeawayPrivate')}</p>
          </>
        )}
      </main>
    </div>
  )
}
