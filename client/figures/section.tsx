import { type ReactNode, useId } from 'react'
import css from './section.module.css'

interface SectionProps {
  readonly title: string
  readonly hint?: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A part of the page with a heading. */
export function Section({ title, hint, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={css.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {hint && <p>{hint}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  )
}
