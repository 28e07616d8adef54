import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type FormEvent, type InputHTMLAttributes, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './form.module.css'

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly caption: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly hint?: string
  /** What is wrong with it; told when it appears. */
  readonly problem?: string | null
  readonly aside?: ReactNode
}

/** A line to type in, with what it is, what helps and what is wrong. */
export function Field({ caption, value, onText, hint, problem = null, aside, ...input }: FieldProps) {
  const id = useId()
  const notes = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className={css.field}>
      <label htmlFor={id}>{caption}</label>
      <div className={css.line}>
        <input
          {...input}
          id={id}
          value={value}
          aria-invalid={problem !== null}
          aria-describedby={notes || undefined}
          onChange={(event) => onText(event.target.value)}
        />
        {aside}
      </div>
      {problem && (
        <p id={`${id}-problem`} className={css.problem} role="alert">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

type TypedProps = Pick<FieldProps, 'value' | 'onText'>

/** An address that mail reaches. `wrong`: it does not look like one. */
export function EmailField({
  wrong,
  ...props
}: TypedProps & { wrong: boolean } & Partial<Pick<FieldProps, 'caption' | 'autoComplete' | 'readOnly'>>) {
  const { t } = useTranslation('account')
  return (
    <Field
      caption={t('email')}
      autoComplete="username"
      {...props}
      type="email"
      problem={wrong ? t('emailWrong') : null}
    />
  )
}

/** A password that is being made up. `wrong`: too short or too long. */
export function NewPasswordField({ wrong, ...props }: TypedProps & { caption: string; wrong: boolean }) {
  const { t } = useTranslation('account')
  return <PasswordField {...props} fresh hint={t('passwordHint')} problem={wrong ? t('passwordWrong') : null} />
}

/** A password, hidden until asked for. `fresh`: one to be made up, not remembered. */
export function PasswordField({ fresh = false, ...props }: Omit<FieldProps, 'type' | 'aside'> & { fresh?: boolean }) {
  const { t } = useTranslation('account')
  const [shown, setShown] = useState(false)
  const Icon = shown ? IconEyeOff : IconEye
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      maxLength={128}
      autoComplete={fresh ? 'new-password' : 'current-password'}
      aside={
        <button type="button" aria-label={t('showPassword')} aria-pressed={shown} onClick={() => setShown(!shown)}>
          <Icon size={20} aria-hidden />
        </button>
      }
    />
  )
}

/** The six digits of a letter; browsers and phones offer to fill them in. */
export function CodeField({ wrong, ...props }: TypedProps & { wrong: boolean }) {
  const { t } = useTranslation('account')
  return (
    <Field
      {...props}
      problem={wrong ? t('codeWrong') : null}
      caption={t('code')}
      hint={t('codeHint')}
      className={css.code}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={8}
    />
  )
}

/** A form that asks nobody twice: its own words about what is missing, one button. */
export function Form(props: {
  readonly button: string
  readonly busy: boolean
  /** What it does cannot be undone. */
  readonly grave?: boolean
  readonly onSubmit: () => void
  readonly problem?: string | null
  readonly children: ReactNode
}) {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!props.busy) props.onSubmit()
  }
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {props.children}
      {props.problem && (
        <p className={css.problem} role="alert">
          {props.problem}
        </p>
      )}
      <button type="submit" className={props.grave ? css.grave : css.submit} aria-disabled={props.busy}>
        {props.button}
      </button>
    </form>
  )
}
