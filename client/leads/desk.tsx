import { IconDownload, IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { LeadQuery } from '../../shared/leads/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { PageFrame } from '../app/page-frame.tsx'
import { problemText } from '../app/problem-text.ts'
import { ApiProblem, api } from '../net/api.ts'
import { leadsApi } from '../net/leads-api.ts'
import { Filters } from './filters.tsx'
import { LeadList } from './lead-list.tsx'
import { LeadView } from './lead-view.tsx'
import css from './leads.module.css'
import { QuestionsDialog } from './questions-dialog.tsx'

/** How often what visitors do meanwhile is looked for, ms. */
const LOOK_EVERY = 30_000

/** Everybody who was at a booth on one side, one of them on the other. */
export function Desk({ exhibitorId, leadId }: { exhibitorId: string; leadId: string | null }) {
  const { t } = useTranslation('leads')
  const { t: tApp } = useTranslation('app')
  const { say } = useLanguage()
  const [, navigate] = useLocation()
  const [query, setQuery] = useState<LeadQuery>({ order: 'latest' })
  const [asking, setAsking] = useState(false)
  const exhibitor = useQuery({ queryKey: ['exhibitor', exhibitorId], queryFn: () => api.exhibitor(exhibitorId) }).data
  const summary = useQuery({
    queryKey: ['lead-summary', exhibitorId],
    queryFn: () => leadsApi.summary(exhibitorId),
    refetchInterval: LOOK_EVERY,
  })
  const staff = useQuery({ queryKey: ['booth-staff', exhibitorId], queryFn: () => leadsApi.staff(exhibitorId) }).data
  const title = exhibitor ? `${t('leads')} · ${say(exhibitor.name)}` : t('leads')
  if (summary.error && !summary.data) {
    const forbidden = summary.error instanceof ApiProblem && summary.error.code === 'forbidden'
    return (
      <PageFrame widest={1360} title={title}>
        <p role="alert">{forbidden ? t('forbidden') : problemText(summary.error, tApp)}</p>
      </PageFrame>
    )
  }
  const place = `/leads/${encodeURIComponent(exhibitorId)}`
  const owners = staff ?? []
  return (
    <PageFrame widest={1360} title={title}>
      <nav className={css.elsewhere} aria-label={t('elsewhere')}>
        <Link href={`/inbox/${encodeURIComponent(exhibitorId)}`}>{t('toInbox')}</Link>
        <Link href={`/workspace/${encodeURIComponent(exhibitorId)}`}>{t('toBooth')}</Link>
      </nav>
      <div className={css.desk} data-open={leadId !== null || undefined}>
        <section className={css.side} aria-label={t('leads')}>
          <Filters {...{ query, summary: summary.data ?? null, owners }} onChange={setQuery} />
          <LeadList
            {...{ exhibitorId, query, owners, lookEvery: LOOK_EVERY, openId: leadId }}
            isAny={summary.data ? Object.keys(summary.data.statuses).length > 0 : true}
            addressOf={(id) => `${place}/${encodeURIComponent(id)}`}
          />
          <footer className={css.foot}>
            <p>
              <a className={css.action} href={leadsApi.fileAddress(exhibitorId, query)} download>
                <IconDownload size={18} aria-hidden />
                {t('download')}
              </a>
              <button type="button" className={css.action} onClick={() => setAsking(true)}>
                <IconListDetails size={18} aria-hidden />
                {t('editQuestions')}
              </button>
            </p>
            <small>{t('downloadWhy')}</small>
          </footer>
        </section>
        <section className={css.one}>
          {leadId === null ? (
            <p className={css.nobody}>{t('nobodyChosen')}</p>
          ) : (
            <LeadView
              key={leadId}
              {...{ exhibitorId, leadId, owners, exhibitor: exhibitor ?? null, lookEvery: LOOK_EVERY }}
              knownTags={summary.data?.tags ?? []}
              onBack={() => navigate(place)}
              onJoined={(id) => navigate(`${place}/${encodeURIComponent(id)}`)}
            />
          )}
        </section>
      </div>
      {asking && <QuestionsDialog exhibitorId={exhibitorId} onClose={() => setAsking(false)} />}
    </PageFrame>
  )
}
