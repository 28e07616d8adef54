import { IconArrowsSplit2, IconUserCheck, IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LeadWithEvents } from '../../shared/leads/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { leadsApi } from '../net/leads-api.ts'
import css from './lead-view.module.css'
import { nameOf } from './name-of.ts'
import { shortMoment } from './times.ts'
import { leadKey } from './use-lead-change.ts'

interface Props {
  readonly exhibitorId: string
  readonly lead: LeadWithEvents
  /** Opens the lead that two have become. */
  onJoined(leadId: string): void
}

/** Leads that may be the same person, to be shown as one or kept apart; and those that are shown with this one. */
export function SamePerson({ exhibitorId, lead, onJoined }: Props) {
  const { t } = useTranslation('leads')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (work: () => Promise<LeadWithEvents>) => work(),
    onSuccess: (next) => {
      queries.setQueryData(leadKey(exhibitorId, next.id), next)
      if (next.id !== lead.id) onJoined(next.id)
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['leads', exhibitorId] }),
        queries.invalidateQueries({ queryKey: ['lead-summary', exhibitorId] }),
      ]),
  })
  const when = (moment: string): string => shortMoment(moment, new Date(), language)
  if (lead.alike.length === 0 && lead.joined.length === 0) return null
  return (
    <section className={css.part} aria-busy={change.isPending}>
      <h3>{t('samePerson')}</h3>
      {change.error && (
        <p role="alert" className={css.problem}>
          {problemText(change.error, tApp)}
        </p>
      )}
      <ul className={css.same}>
        {lead.joined.map(({ id, who, lastSeenAt }) => (
          <li key={id}>
            <IconUserCheck size={20} aria-hidden />
            <p>
              <b>{nameOf(who, t)}</b>
              <small>{t('joinedSeen', { when: when(lastSeenAt) })}</small>
            </p>
            <button
              type="button"
              disabled={change.isPending}
              onClick={() => change.mutate(() => leadsApi.separate(exhibitorId, lead.id, id))}
            >
              <IconArrowsSplit2 size={17} aria-hidden />
              {t('separate')}
            </button>
          </li>
        ))}
        {lead.alike.map(({ id, who, by, lastSeenAt }) => (
          <li key={id} data-proposed>
            <IconUsers size={20} aria-hidden />
            <p>
              <b>{nameOf(who, t)}</b>
              <small>
                {by.map((contact) => t(`alike_${contact}`)).join(', ')}; {t('joinedSeen', { when: when(lastSeenAt) })}
              </small>
            </p>
            <button
              type="button"
              disabled={change.isPending}
              onClick={() => change.mutate(() => leadsApi.join(exhibitorId, lead.id, id))}
            >
              {t('join')}
            </button>
            <button
              type="button"
              disabled={change.isPending}
              onClick={() => change.mutate(() => leadsApi.keepApart(exhibitorId, lead.id, id))}
            >
              {t('keepApart')}
            </button>
          </li>
        ))}
      </ul>
      <p className={css.small}>{t('samePersonHow')}</p>
    </section>
  )
}
