import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { LanguageSwitch } from '../app/language-switch.tsx'
import { Mark } from '../app/mark.tsx'
import css from './leads.module.css'

/** The frame of the pages of leads; whoever comes to one hears its title first. */
export function Frame({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('leads')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title
    heading.current?.focus()
  }, [title])
  return (
    <div className={css.page}>
      <header className={css.top}>
        <Link href="/" className={css.brand} aria-label={t('toSalon')}>
          <Mark size={30} />
        </Link>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
        <LanguageSwitch />
      </header>
      <main className={css.main}>{children}</main>
    </div>
  )
}
