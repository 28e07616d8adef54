import { IconX } from '@tabler/icons-react'
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import css from './side-panel.module.css'

interface Props<Part extends string> {
  readonly title: string
  /** A colour of the palette: what tells one panel from another at a glance. */
  readonly accent: string
  /** Below the title: one of several parts is shown. */
  readonly parts?: Parts<Part>
  /** On a phone, half of the view stays in sight. */
  readonly low?: boolean
  readonly children: ReactNode
  onClose(): void
}

interface Parts<Part extends string> {
  readonly label: string
  readonly all: readonly Part[]
  readonly open: Part
  readonly nameOf: (part: Part) => string
  readonly onOpen: (part: Part) => void
}

/** The frame of what opens beside the view. Whoever opens it is at its title; Escape closes it. */
export function SidePanel<Part extends string>({ title, accent, parts, low, children, onClose }: Props<Part>) {
  const { t } = useTranslation('app')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <aside
      className={css.panel}
      data-low={low || undefined}
      style={{ '--accent': `var(--${accent})` } as CSSProperties}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className={css.head}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className={css.tool} aria-label={t('close')} onClick={onClose}>
          <IconX size={20} aria-hidden />
        </button>
        {parts && (
          <nav className={css.parts} aria-label={parts.label}>
            {parts.all.map((part) => (
              <button key={part} type="button" aria-pressed={parts.open === part} onClick={() => parts.onOpen(part)}>
                {parts.nameOf(part)}
              </button>
            ))}
          </nav>
        )}
      </header>
      {children}
    </aside>
  )
}
