import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { LEAD_STATUSES } from '../../shared/leads/model.ts'
import type { Exhibitor } from '../../shared/salon/model.ts'
import type { RoleHolder } from '../../shared/salon/people.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { leadsApi } from '../net/leads-api.ts'
import { Answers } from './answers.tsx'
import { Score } from './lead-list.tsx'
import css from './lead-view.module.css'
import { nameOf } from './name-of.ts'
import { Note } from './note.tsx'
import { SamePerson } from './same-person.tsx'
import { Tags } from './tags.tsx'
import { Timeline } from './timeline.tsx'
import { clock, dayName } from './times.ts'
import { leadKey, useLeadChange } from './use-lead-change.ts'
import { Who } from './who.tsx'

interface Props {
  readonly exhibitorId: string
  readonly leadId: string
  /** Whose products and materials the events name; null: not known yet. */
  readonly exhibitor: Exhibitor | null
  readonly owners: readonly RoleHolder[]
  readonly knownTags: readonly string[]
  /** Milliseconds. */
  readonly lookEvery: number
  onBack(): void
  /** Another lead and this one are one now. */
  onJoined(leadId: string): void
}

/** One visitor: what they share, what they did, what the exhibitor keeps about them. */
export function LeadView({ exhibitorId, leadId, exhibitor, owners, knownTags, lookEvery, onBack, onJoined }: Props) {
  const { t } = useTranslation('leads')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const { data: lead, error } = useQuery({
    queryKey: leadKey(exhibitorId, leadId),
    queryFn: () => leadsApi.one(exhibitorId, leadId),
    refetchInterval: lookEvery,
  })
  const change = useLeadChange(exhibitorId, leadId)
  const back = (
    <button type="button" className={css.back} onClick={onBack}>
      <IconArrowLeft size={18} aria-hidden />
      {t('backToList')}
    </button>
  )
  if (!lead)
    return (
      <div className={css.lead}>
        {back}
        {error ? <p role="alert">{problemText(error, tApp)}</p> : <p role="status">{t('loading')}</p>}
      </div>
    )
  const first = `${dayName(lead.firstSeenAt, new Date(), language, t)}, ${clock(lead.firstSeenAt, language)}`
  return (
    <article className={css.lead}>
      {back}
      <header className={css.head}>
        <Score value={lead.score} large />
        <div>
          <h2>{nameOf(lead.who, t)}</h2>
          <p>{t('firstSeen', { when: first })}</p>
        </div>
      </header>
      {change.error && (
        <p role="alert" className={css.problem}>
          {problemText(change.error, tApp)}
        </p>
      )}
      <div className={css.choices}>
        <label>
          <span>{t('status')}</span>
          <select
            value={lead.status}
            data-status={lead.status}
            onChange={({ target }) => change.mutate({ status: LEAD_STATUSES.find((one) => one === target.value) })}
          >
            {LEAD_STATUSES.map((one) => (
              <option key={one} value={one}>
                {t(`status_${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('owner')}</span>
          <select
            value={lead.ownerId ?? ''}
            onChange={({ target }) => change.mutate({ ownerId: target.value === '' ? null : target.value })}
          >
            <option value="">{t('nobody')}</option>
            {owners.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Who who={lead.who} />
      <SamePerson {...{ exhibitorId, lead, onJoined }} />
      <Note exhibitorId={exhibitorId} lead={lead} />
      <Tags tags={lead.tags} known={knownTags} onChange={(tags) => change.mutate({ tags })} />
      <Answers
        exhibitorId={exhibitorId}
        answers={lead.answers}
        onChange={(answers) => change.mutateAsync({ answers })}
      />
      <details className={css.points}>
        <summary>
          {t('score')}: {lead.score}. {t('scoreHow')}
        </summary>
        <ul>
          {lead.scoreParts.map(({ kind, points }) => (
            <li key={kind}>
              <span>{t(`kind_${kind}`)}</span>
              <span>{t('points', { count: points })}</span>
            </li>
          ))}
        </ul>
      </details>
      <Timeline events={lead.events} exhibitor={exhibitor} />
    </article>
  )
}
