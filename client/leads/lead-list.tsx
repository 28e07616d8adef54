import { useInfiniteQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Lead, LeadQuery } from '../../shared/leads/model.ts'
import type { RoleHolder } from '../../shared/salon/people.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { leadsApi } from '../net/leads-api.ts'
import css from './lead-list.module.css'
import { nameOf } from './name-of.ts'
import { shortMoment } from './times.ts'

interface Props {
  readonly exhibitorId: string
  readonly query: LeadQuery
  readonly owners: readonly RoleHolder[]
  /** False: nobody was there at all, whatever is chosen. */
  readonly isAny: boolean
  readonly openId: string | null
  /** Milliseconds. */
  readonly lookEvery: number
  addressOf(id: string): string
}

/** Leads page by page, as their filter and order say. */
export function LeadList({ exhibitorId, query, owners, isAny, openId, lookEvery, addressOf }: Props) {
  const { t } = useTranslation('leads')
  const { t: tApp } = useTranslation('app')
  const pages = useInfiniteQuery({
    queryKey: ['leads', exhibitorId, query],
    queryFn: ({ pageParam, signal }) =>
      leadsApi.page(exhibitorId, { ...query, ...(pageParam !== null && { after: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: lookEvery,
    placeholderData: (before) => before,
  })
  const leads = pages.data?.pages.flatMap((page) => page.leads) ?? []
  if (pages.isPending)
    return (
      <div className={css.list} role="status" aria-label={t('loading')}>
        {Array.from({ length: 6 }, (_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: six lines that never change places
          <div key={n} className={css.ghost} />
        ))}
      </div>
    )
  return (
    <>
      {pages.error && (
        <p role="alert" className={css.problem}>
          {problemText(pages.error, tApp)}
        </p>
      )}
      {leads.length === 0 && !pages.error && (
        <div className={css.empty}>
          {isAny ? (
            <p role="status">{t('noneFound')}</p>
          ) : (
            <>
              <h2>{t('nobodyTitle')}</h2>
              <p>{t('nobodyHow')}</p>
            </>
          )}
        </div>
      )}
      <ul className={css.list}>
        {leads.map((lead) => (
          <li key={lead.id}>
            <Line lead={lead} owners={owners} isOpen={lead.id === openId} address={addressOf(lead.id)} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <button
          type="button"
          className={css.more}
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {pages.isFetchingNextPage ? t('loading') : t('more')}
        </button>
      )}
    </>
  )
}

interface LineProps {
  readonly lead: Lead
  readonly owners: readonly RoleHolder[]
  readonly isOpen: boolean
  readonly address: string
}

function Line({ lead, owners, isOpen, address }: LineProps) {
  const { t } = useTranslation('leads')
  const { language } = useLanguage()
  const { who, score, scoreParts, status, tags, ownerId, lastSeenAt } = lead
  const owner = owners.find(({ personId }) => personId === ownerId)
  const from = [who.position, who.organisation].filter(Boolean).join(', ')
  const did = scoreParts.slice(0, 3).map(({ kind }) => t(`kind_${kind}`))
  return (
    <Link href={address} className={css.line} aria-current={isOpen ? 'true' : undefined}>
      <Score value={score} />
      <span className={css.words}>
        <strong data-unnamed={who.name === undefined || undefined}>{nameOf(who, t)}</strong>
        {from && <span>{from}</span>}
        {!from && did.length > 0 && <span>{did.join(' · ')}</span>}
        <span className={css.marks}>
          {status !== 'new' && <em data-status={status}>{t(`status_${status}`)}</em>}
          {tags.slice(0, 3).map((tag) => (
            <i key={tag}>{tag}</i>
          ))}
          {tags.length > 3 && <i>+{tags.length - 3}</i>}
        </span>
      </span>
      <span className={css.when}>
        <time dateTime={lastSeenAt}>{shortMoment(lastSeenAt, new Date(), language)}</time>
        {owner && <span>{owner.name}</span>}
      </span>
    </Link>
  )
}

/** How interested somebody is, as a ring that fills. */
export function Score({ value, large = false }: { value: number; large?: boolean }) {
  const { t } = useTranslation('leads')
  return (
    <span
      className={css.score}
      data-large={large || undefined}
      role="img"
      aria-label={t('scoreOf', { count: value })}
      style={{ '--share': `${value}%` } as CSSProperties}
    >
      <b aria-hidden>{value}</b>
    </span>
  )
}
