import { IconSearch, IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { EXHIBITOR_KINDS, type ExhibitorKind } from '../../shared/floorplan/model.ts'
import type { Localized } from '../../shared/language.ts'
import { useLanguage } from '../app/i18n.ts'
import { useFilter } from './filter.ts'
import css from './filters.module.css'

interface Props {
  /** Kinds that this hall has. */
  readonly kinds: ReadonlySet<ExhibitorKind>
  readonly alleys: readonly { readonly id: string; readonly name: Localized }[]
  readonly tags: readonly { readonly id: string; readonly name: Localized }[]
}

/** Everything that narrows the list. */
export function Filters({ kinds, alleys, tags }: Props) {
  const { t } = useTranslation('list')
  const { text, kind, alley, tag, withPeople, withSessions, set } = useFilter()
  const searchId = useId()
  return (
    <search className={css.filters}>
      <div className={css.find}>
        <IconSearch size={20} aria-hidden />
        <label className="visually-hidden" htmlFor={searchId}>
          {t('find')}
        </label>
        <input
          id={searchId}
          type="text"
          inputMode="search"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('findPlaceholder')}
          value={text}
          onChange={(event) => set({ text: event.target.value })}
        />
        {text !== '' && (
          <button type="button" aria-label={t('clear')} onClick={() => set({ text: '' })}>
            <IconX size={18} aria-hidden />
          </button>
        )}
      </div>
      {kinds.size > 1 && (
        <fieldset className={css.kinds}>
          <legend className="visually-hidden">{t('kind')}</legend>
          {[null, ...EXHIBITOR_KINDS.filter((one) => kinds.has(one))].map((one) => (
            <label key={one} data-kind={one}>
              <input type="radio" name="kind" checked={kind === one} onChange={() => set({ kind: one })} />
              <span>{one === null ? t('anyKind') : t(`kind_${one}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className={css.choices}>
        <Choice label={t('alley')} any={t('anyAlley')} value={alley} of={alleys} set={(key) => set({ alley: key })} />
        <Choice label={t('tag')} any={t('anyTag')} value={tag} of={tags} set={(id) => set({ tag: id })} />
        <div className={css.checks}>
          <label className={css.check}>
            <input type="checkbox" checked={withPeople} onChange={() => set({ withPeople: !withPeople })} />
            {t('withPeople')}
          </label>
          <label className={css.check}>
            <input type="checkbox" checked={withSessions} onChange={() => set({ withSessions: !withSessions })} />
            {t('withSessions')}
          </label>
        </div>
      </div>
    </search>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly any: string
  readonly value: string | null
  readonly of: Props['tags']
  set(id: string | null): void
}

function Choice({ label, any, value, of, set }: ChoiceProps) {
  const { say, language } = useLanguage()
  if (of.length < 2) return null
  const sorted = of.toSorted((a, b) => say(a.name).localeCompare(say(b.name), language))
  return (
    <select aria-label={label} value={value ?? ''} onChange={(event) => set(event.target.value || null)}>
      <option value="">{any}</option>
      {sorted.map((one) => (
        <option key={one.id} value={one.id}>
          {say(one.name)}
        </option>
      ))}
    </select>
  )
}
