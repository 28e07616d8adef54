import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { CARD_FIELDS, type Card, type ShownCard } from '../../shared/people/card.ts'
import type { OwnCard } from '../../shared/people/consent.ts'
import { problemText } from '../app/problem-text.ts'
import side from '../app/side-panel.module.css'
import { ApiProblem } from '../net/api.ts'
import { cardsApi } from '../net/briefcase-api.ts'
import css from './card-part.module.css'
import { CardView } from './card-view.tsx'
import frame from './panel.module.css'
import { Switch } from './switch.tsx'

export const CARD = ['card']

/** One's own card: what is on it, and how others will see it. */
export function CardPart() {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const own = useQuery({ queryKey: CARD, queryFn: cardsApi.card })
  if (own.data) return <CardForm own={own.data} />
  return (
    <p role={own.isError ? 'alert' : 'status'} className={`${side.body} ${frame.quiet}`}>
      {own.isError ? problemText(own.error, tApp) : t('loading')}
    </p>
  )
}

function CardForm({ own }: { own: OwnCard }) {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Card>({ email: own.email, phone: own.phone, links: own.links, fields: own.fields })
  const save = useMutation({
    mutationFn: () => cardsApi.writeCard({ ...draft, links: draft.links.filter(Boolean) }),
    onSuccess: (saved) => queries.setQueryData(CARD, saved),
  })
  const change = (part: Partial<Card>): void => {
    save.reset()
    setDraft({ ...draft, ...part })
  }
  const wrong = save.error instanceof ApiProblem ? (save.error.field?.split('.')[0] ?? null) : null
  const problemOf = (field: string) =>
    wrong === field && (
      <p role="alert" id={`wrong-${field}`} className={frame.problem}>
        {t(`wrong_${field}`)}
      </p>
    )
  return (
    <form
      noValidate
      className={`${side.body} ${css.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      <p className={frame.quiet}>{t('cardIntro')}</p>
      <section aria-label={t('preview')} className={css.preview}>
        <CardView card={shownOf({ ...own, ...draft })} />
      </section>

      <fieldset className={css.fields}>
        <legend>{t('cardFields')}</legend>
        {CARD_FIELDS.map((field) => (
          <Switch
            key={field}
            label={t(`field_${field}`)}
            checked={draft.fields.includes(field)}
            onChange={(on) =>
              change({ fields: on ? [...draft.fields, field] : draft.fields.filter((one) => one !== field) })
            }
          />
        ))}
      </fieldset>
      {(own.organisation === '' || own.position === '') && (
        <p className={frame.quiet}>
          <Link href="/account">{t('fillProfile')}</Link>
        </p>
      )}
      <label className={css.field}>
        {t('emailLabel')}
        <input
          type="email"
          value={draft.email ?? ''}
          autoComplete="email"
          aria-invalid={wrong === 'email'}
          aria-describedby="card-email-hint"
          onChange={(event) => change({ email: event.target.value.trim() || null })}
        />
        <small id="card-email-hint">
          {own.accountEmail ? t('emailHint', { email: own.accountEmail }) : t('emailHintGuest')}
        </small>
      </label>
      {problemOf('email')}
      <label className={css.field}>
        {t('phoneLabel')}
        <input
          type="tel"
          value={draft.phone}
          autoComplete="tel"
          aria-invalid={wrong === 'phone'}
          onChange={(event) => change({ phone: event.target.value })}
        />
      </label>
      {problemOf('phone')}
      <label className={css.field}>
        {t('linksLabel')}
        <textarea
          rows={2}
          value={draft.links.join('\n')}
          aria-invalid={wrong === 'links'}
          aria-describedby="card-links-hint"
          onChange={(event) => change({ links: event.target.value.split('\n').map((one) => one.trim()) })}
        />
        <small id="card-links-hint">{t('linksHint')}</small>
      </label>
      {problemOf('links')}

      <button type="submit" className={frame.main} aria-disabled={save.isPending}>
        {t('save')}
      </button>
      <p role="status" className={frame.good}>
        {save.isSuccess && t('saved')}
      </p>
      {save.isError && wrong === null && (
        <p role="alert" className={frame.problem}>
          {problemText(save.error, tApp)}
        </p>
      )}
    </form>
  )
}

/** A card as others would see it. */
export function shownOf({
  name,
  organisation,
  position,
  email,
  accountEmail,
  phone,
  links,
  fields,
}: OwnCard): Omit<ShownCard, 'personId'> {
  const on = (field: (typeof CARD_FIELDS)[number]): boolean => fields.includes(field)
  return {
    name,
    organisation: on('organisation') ? organisation : '',
    position: on('position') ? position : '',
    email: on('email') ? (email ?? accountEmail ?? '') : '',
    phone: on('phone') ? phone : '',
    links: on('links') ? links.filter(Boolean) : [],
  }
}
