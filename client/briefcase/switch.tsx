import css from './switch.module.css'

interface Props {
  readonly label: string
  /** What it is about, in small. */
  readonly detail?: string
  readonly checked: boolean
  readonly disabled?: boolean
  onChange(on: boolean): void
}

/** On or off, with what it is for. */
export function Switch({ label, detail, checked, disabled = false, onChange }: Props) {
  return (
    <label className={css.row} data-disabled={disabled || undefined}>
      <span>
        {label}
        {detail && <small>{detail}</small>}
      </span>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}
