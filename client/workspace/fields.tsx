import { IconLock } from '@tabler/icons-react'
import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoothField } from '../../shared/booth/content.ts'
import { LANGUAGES, type Localized } from '../../shared/language.ts'
import { useDressing, useProblem } from './booth-context.ts'
import css from './fields.module.css'

/** Characters left are told from this part of the longest on. */
const NEAR_THE_END = 0.8

interface Common {
  readonly label: string
  /** Where in the document it is: `products.0.name`. */
  readonly path: string
  readonly hint?: string
}

interface LineProps extends Common, Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete'> {
  readonly value: string
  readonly most?: number
  onText(text: string): void
}

/** A line to type in. What is wrong with it stands beside it, in words. */
export function Line({ label, path, hint, value, most, onText, ...input }: LineProps) {
  const locked = useLocked(path)
  const problem = useProblem(path)
  const id = useId()
  return (
    <div className={css.field}>
      <label htmlFor={id}>
        {label}
        <Lock locked={locked} />
      </label>
      <input
        {...input}
        id={id}
        value={value}
        readOnly={locked}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-notes`}
        onChange={(event) => onText(event.target.value)}
      />
      <Notes id={`${id}-notes`} problem={problem} hint={hint} left={most && leftOf(value, most)} />
    </div>
  )
}

interface BothProps extends Common {
  readonly value: Localized
  readonly most: number
  /** More than one: a text of several lines. */
  readonly rows?: number
  onChange(value: Localized): void
}

/** The same text in both languages of the salon, side by side. */
export function Both({ label, path, hint, value, most, rows = 1, onChange }: BothProps) {
  const { t } = useTranslation('workspace')
  const locked = useLocked(path)
  const problem = useProblem(path)
  const id = useId()
  return (
    <fieldset className={css.field}>
      <legend>
        {label}
        <Lock locked={locked} />
      </legend>
      <div className={css.pair}>
        {LANGUAGES.map((language) => {
          const common = {
            lang: language,
            value: value[language],
            readOnly: locked,
            'aria-label': `${label}, ${t(`in_${language}`)}`,
            'aria-invalid': problem !== null,
            'aria-describedby': `${id}-notes`,
            onChange: (event: { target: { value: string } }) => onChange({ ...value, [language]: event.target.value }),
          }
          const left = leftOf(value[language], most)
          return (
            <div key={language} className={css.side} data-language={language.toUpperCase()}>
              {rows === 1 ? <input {...common} /> : <textarea {...common} rows={rows} />}
              {left !== undefined && <small data-over={left < 0 || undefined}>{t('left', { count: left })}</small>}
            </div>
          )
        })}
      </div>
      <Notes id={`${id}-notes`} problem={problem} hint={hint} />
    </fieldset>
  )
}

/** A part of the form with its title. */
export function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      {hint && <p className={css.lead}>{hint}</p>}
      {children}
    </section>
  )
}

/** Says that the organizers keep a field, where they do. */
export function LockedNote({ field }: { field: BoothField }) {
  const { t } = useTranslation('workspace')
  const { isLocked } = useDressing()
  if (!isLocked(field)) return null
  return (
    <p className={css.locked}>
      <IconLock size={16} aria-hidden />
      {t('lockedWhy')}
    </p>
  )
}

function Lock({ locked }: { locked: boolean }) {
  const { t } = useTranslation('workspace')
  return (
    locked && (
      <span className={css.lock} title={t('lockedWhy')}>
        <IconLock size={14} aria-hidden />
        {t('locked')}
      </span>
    )
  )
}

interface NotesProps {
  readonly id: string
  readonly problem: string | null
  readonly hint?: string | undefined
  readonly left?: number | undefined
}

function Notes({ id, problem, hint, left }: NotesProps) {
  const { t } = useTranslation('workspace')
  return (
    <div id={id} className={css.notes}>
      {problem && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
      {hint && <p>{hint}</p>}
      {left !== undefined && <small data-over={left < 0 || undefined}>{t('left', { count: left })}</small>}
    </div>
  )
}

function useLocked(path: string): boolean {
  const { isLocked } = useDressing()
  return isLocked(path.split('.')[0] as BoothField)
}

/** Characters left, once there are few. */
const leftOf = (text: string, most: number): number | undefined =>
  text.length > most * NEAR_THE_END ? most - text.length : undefined
