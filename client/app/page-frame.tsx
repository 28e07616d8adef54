import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'
import css from './page-frame.module.css'

interface Props {
  readonly title: string
  /** Beside the title. */
  readonly aside?: ReactNode
  /** Most pixels that what is in it takes. */
  readonly widest: number
  readonly children: ReactNode
}

/** The frame of the pages of those who work at the salon; whoever comes to one hears its title first. */
export function PageFrame({ title, aside, widest, children }: Props) {
  const { t } = useTranslation('app')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title
    heading.current?.focus()
  }, [title])
  return (
    <div className={css.page} style={{ '--widest': `${widest}px` } as CSSProperties}>
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
