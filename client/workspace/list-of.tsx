import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './list-of.module.css'

interface Props<T extends { readonly id: string }> {
  readonly all: readonly T[]
  readonly most: number
  readonly locked: boolean
  readonly add: string
  readonly empty: string
  /** What stands for one in the list. */
  readonly titleOf: (one: T) => string
  readonly pictureOf?: (one: T) => string | null
  /** The form of one that is open. */
  readonly form: (one: T, n: number, change: (edit: Partial<T>) => void) => ReactNode
  /** A new one; null: they come another way. */
  readonly make: (() => T) | null
  onChange(all: T[]): void
}

/** Things of a booth in their order: opened to be edited, moved by buttons, added, removed. */
export function ListOf<T extends { readonly id: string }>(props: Props<T>) {
  const { all, most, locked, add, empty, titleOf, pictureOf, form, make, onChange } = props
  const { t } = useTranslation('workspace')
  const [open, setOpen] = useState<string | null>(null)
  const move = (n: number, by: number): void => {
    const next = [...all]
    next.splice(n + by, 0, ...next.splice(n, 1))
    onChange(next)
  }
  const addOne = (): void => {
    if (!make) return
    const one = make()
    onChange([...all, one])
    setOpen(one.id)
  }
  return (
    <div className={css.whole}>
      {all.length === 0 && <p className={css.empty}>{empty}</p>}
      <ol className={css.list}>
        {all.map((one, n) => {
          const title = titleOf(one) || t('unnamed')
          const picture = pictureOf?.(one)
          const isOpen = open === one.id
          return (
            <li key={one.id} className={css.item} data-open={isOpen || undefined}>
              <div className={css.head}>
                <button
                  type="button"
                  className={css.title}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? null : one.id)}
                >
                  {picture && <img src={picture} alt="" />}
                  <span>{title}</span>
                </button>
                {!locked && (
                  <>
                    <button
                      type="button"
                      disabled={n === 0}
                      aria-label={t('up', { title })}
                      onClick={() => move(n, -1)}
                    >
                      <IconArrowUp size={18} aria-hidden />
                    </button>
                    <button
                      type="button"
                      disabled={n === all.length - 1}
                      aria-label={t('down', { title })}
                      onClick={() => move(n, 1)}
                    >
                      <IconArrowDown size={18} aria-hidden />
                    </button>
                    <button
                      type="button"
                      aria-label={t('remove', { title })}
                      onClick={() => onChange(all.filter(({ id }) => id !== one.id))}
                    >
                      <IconTrash size={18} aria-hidden />
                    </button>
                  </>
                )}
              </div>
              {isOpen && (
                <div className={css.form}>
                  {form(one, n, (edit) =>
                    onChange(all.map((other) => (other.id === one.id ? { ...other, ...edit } : other))),
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {make && !locked && (
        <button type="button" className={css.add} disabled={all.length >= most} onClick={addOne}>
          <IconPlus size={18} aria-hidden />
          {add}
          <small>{t('ofMost', { count: all.length, most })}</small>
        </button>
      )}
    </div>
  )
}
