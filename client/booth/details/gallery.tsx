import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inRendition } from '../../../shared/files/address.ts'
import css from './gallery.module.css'

/** Pictures side by side: one swipes, or presses the arrows on screen or keyboard. */
export function Gallery({ name, pictures }: { name: string; pictures: readonly string[] }) {
  const { t } = useTranslation('booth/details')
  const strip = useRef<HTMLElement>(null)
  const [at, setAt] = useState(0)
  const many = pictures.length > 1
  const go = (to: number): void => {
    const { current } = strip
    const next = Math.max(0, Math.min(pictures.length - 1, to))
    current?.scrollTo({ left: next * current.clientWidth, behavior: calm.matches ? 'instant' : 'smooth' })
  }
  const turn = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    go(at + step)
  }
  return (
    <div className={css.gallery}>
      <section
        ref={strip}
        className={css.strip}
        tabIndex={many ? 0 : -1}
        aria-label={t('pictures', { name, n: at + 1, of: pictures.length })}
        onKeyDown={turn}
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) => setAt(Math.round(scrollLeft / clientWidth))}
      >
        {pictures.map((picture, n) => (
          <img
            key={picture}
            src={inRendition(picture, 'medium.webp')}
            alt={t('pictureAlt', { name, n: n + 1 })}
            loading={n === 0 ? 'eager' : 'lazy'}
          />
        ))}
      </section>
      {many && (
        <>
          <button
            type="button"
            className={css.previous}
            aria-label={t('previous')}
            disabled={at === 0}
            onClick={() => go(at - 1)}
          >
            <IconChevronLeft size={22} aria-hidden />
          </button>
          <button
            type="button"
            className={css.next}
            aria-label={t('next')}
            disabled={at === pictures.length - 1}
            onClick={() => go(at + 1)}
          >
            <IconChevronRight size={22} aria-hidden />
          </button>
          <p className={css.count} aria-hidden>
            {at + 1} / {pictures.length}
          </p>
        </>
      )}
    </div>
  )
}

const calm = matchMedia('(prefers-reduced-motion: reduce)')
