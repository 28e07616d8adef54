import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import css from './panel.module.css'

interface Props {
  readonly title: string
  /** Below the title: what chooses among parts. */
  readonly parts?: ReactNode
  readonly children: ReactNode
  onClose(): void
}

/** The frame of what opens beside the view. */
export function Panel({ title, parts, children, onClose }: Props) {
  const { t } = useTranslation('briefcase')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <aside
      className={css.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className={css.head}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className={css.close} aria-label={t('close')} onClick={onClose}>
          <IconX size={20} aria-hidden />
        </button>
        {parts}
      </header>
      {children}
    </aside>
  )
}
