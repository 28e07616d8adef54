import { IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './lead-view.module.css'

/** Most tags of a lead. */
const MOST = 20

interface Props {
  readonly tags: readonly string[]
  /** Those in use elsewhere, to be chosen again. */
  readonly known: readonly string[]
  onChange(tags: string[]): void
}

/** Words by which the exhibitor finds leads again. */
export function Tags({ tags, known, onChange }: Props) {
  const { t } = useTranslation('leads')
  const [typed, setTyped] = useState('')
  const id = useId()
  const tag = typed.trim()
  const add = (): void => {
    setTyped('')
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag])
  }
  return (
    <section className={css.part}>
      <label htmlFor={id}>{t('tags')}</label>
      {tags.length > 0 && (
        <ul className={css.tags}>
          {tags.map((one) => (
            <li key={one}>
              {one}
              <button
                type="button"
                aria-label={t('removeTag', { tag: one })}
                onClick={() => onChange(tags.filter((other) => other !== one))}
              >
                <IconX size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {tags.length < MOST && (
        <form
          className={css.add}
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <input
            id={id}
            list={`${id}-known`}
            maxLength={40}
            placeholder={t('addTag')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <datalist id={`${id}-known`}>
            {known
              .filter((one) => !tags.includes(one))
              .map((one) => (
                <option key={one} value={one} />
              ))}
          </datalist>
          <button type="submit" disabled={tag === ''}>
            {t('add')}
          </button>
        </form>
      )}
    </section>
  )
}
