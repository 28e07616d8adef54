import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LEAD_ORDERS, LEAD_STATUSES, type LeadQuery, type LeadSummary } from '../../shared/leads/model.ts'
import type { RoleHolder } from '../../shared/salon/people.ts'
import css from './filters.module.css'

interface Props {
  readonly query: LeadQuery
  readonly summary: LeadSummary | null
  readonly owners: readonly RoleHolder[]
  onChange(query: LeadQuery): void
}

/** Milliseconds after the last key before what was typed is looked for. */
const PAUSE = 300

/** Whom to show, and in which order. */
export function Filters({ query, summary, owners, onChange }: Props) {
  const { t } = useTranslation('leads')
  const [typed, setTyped] = useState('')
  const wish = typed.trim()
  useEffect(() => {
    if (wish === (query.q ?? '')) return
    const timer = setTimeout(() => onChange(changed(query, { q: wish })), PAUSE)
    return () => clearTimeout(timer)
  }, [wish, query, onChange])
  const { status, tag, ownerId, known, order } = query
  const chosen = status ?? tag ?? ownerId ?? known ?? query.q
  const set = (edit: Edit): void => onChange(changed(query, edit))
  return (
    <search className={css.filters} aria-label={t('filters')}>
      <label className={css.search}>
        <IconSearch size={19} aria-hidden />
        <span className="visually-hidden">{t('search')}</span>
        <input
          type="search"
          placeholder={t('search')}
          maxLength={80}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <div className={css.choices}>
        <select
          aria-label={t('status')}
          value={status ?? ''}
          onChange={({ target }) => set({ status: LEAD_STATUSES.find((one) => one === target.value) })}
        >
          <option value="">{t('anyStatus')}</option>
          {LEAD_STATUSES.map((one) => (
            <option key={one} value={one}>
              {t(`status_${one}`)} ({summary?.statuses[one] ?? 0})
            </option>
          ))}
        </select>
        {summary && summary.tags.length > 0 && (
          <select aria-label={t('tags')} value={tag ?? ''} onChange={({ target }) => set({ tag: target.value })}>
            <option value="">{t('anyTag')}</option>
            {summary.tags.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
        {owners.length > 1 && (
          <select
            aria-label={t('owner')}
            value={ownerId ?? ''}
            onChange={({ target }) => set({ ownerId: target.value })}
          >
            <option value="">{t('anyOwner')}</option>
            {owners.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </select>
        )}
        <select
          aria-label={t('order')}
          value={order}
          onChange={({ target }) => set({ order: LEAD_ORDERS.find((one) => one === target.value) ?? 'latest' })}
        >
          {LEAD_ORDERS.map((one) => (
            <option key={one} value={one}>
              {t(`order_${one}`)}
            </option>
          ))}
        </select>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={known === 'yes'}
            onChange={({ target }) => set({ known: target.checked ? 'yes' : undefined })}
          />
          {t('knownOnly')}
        </label>
        {chosen && (
          <button
            type="button"
            className={css.clear}
            onClick={() => {
              setTyped('')
              onChange({ order })
            }}
          >
            {t('clear')}
          </button>
        )}
      </div>
    </search>
  )
}

type Edit = { readonly [Key in keyof LeadQuery]?: LeadQuery[Key] | undefined }

/** The query with an edit; what is empty is left out. */
const changed = ({ order, ...query }: LeadQuery, edit: Edit): LeadQuery => ({
  order: edit.order ?? order,
  ...Object.fromEntries(Object.entries({ ...query, ...edit }).filter(([, value]) => value)),
})
