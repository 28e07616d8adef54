import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Hero } from '../app/entry/hero.tsx'
import { LanguageSwitch } from '../app/language-switch.tsx'
import { Mark } from '../app/mark.tsx'
import css from './page.module.css'

/**
 * The frame of every page of the account; whoever comes to it hears its title first. Short ones are a card before the
 * alley, as the entry is; `wide` ones have much to read.
 */
export function Page({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const { t } = useTranslation('account')
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another page
  useEffect(() => heading.current?.focus(), [title])
  return (
    <div className={wide ? css.page : css.scene}>
      {!wide && <Hero />}
      <header className={css.top}>
        <Link href="/" className={css.brand}>
          <Mark size={32} />
          <span>{t('toSalon')}</span>
        </Link>
        <LanguageSwitch />
      </header>
      <main className={wide ? css.wide : css.narrow}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  )
}
