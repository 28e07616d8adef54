import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { LanguageSwitch } from '../app/language-switch.tsx'
import { Mark } from '../app/mark.tsx'
import css from './frame.module.css'

interface FrameProps {
  readonly title: string
  /** Whose they are. */
  readonly booth?: string | undefined
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** The frame of the pages of figures; whoever comes to one hears its title first. */
export function Frame({ title, booth, aside, children }: FrameProps) {
  const { t } = useTranslation('figures')
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
        <span className={css.space} />
        {aside}
        <LanguageSwitch />
      </header>
      <main className={css.main}>
        <div className={css.head}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {booth && <p>{booth}</p>}
        </div>
        {children}
      </main>
    </div>
  )
}
