import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { BriefcaseItem } from '../../shared/briefcase/model.ts'
import { useOverlays } from '../app/hall/overlays.ts'
import { useLanguage } from '../app/i18n.ts'
import { api } from '../net/api.ts'

/** Where something in the briefcase leads: to its file or page, its booth, its session, the card of a person. */
export function Where({ item }: { item: BriefcaseItem }) {
  const { t } = useTranslation('briefcase')
  const { say } = useLanguage()
  const [, navigate] = useLocation()
  const set = useOverlays((state) => state.set)
  const { subject, gone, link } = item
  const boothId = useBoothOf('exhibitorId' in subject ? subject.exhibitorId : null)
  const title = say(item.title)
  const leave = (to: string): void => {
    set({ panel: null })
    navigate(to)
  }
  const page = subject.kind === 'booth' ? null : addressOf(link)
  return (
    <>
      {!gone && page && (
        <a
          href={page}
          target="_blank"
          rel="noopener ugc nofollow"
          aria-label={`${t('openMaterial')}: ${title} (${t('newTab')})`}
        >
          {t('openMaterial')}
        </a>
      )}
      {!gone && subject.kind === 'session' && (
        <button
          type="button"
          aria-label={`${t('goSession')}: ${title}`}
          onClick={() => leave(`/session/${encodeURIComponent(subject.id)}`)}
        >
          {t('goSession')}
        </button>
      )}
      {!gone && subject.kind === 'contact' && (
        <button type="button" aria-label={`${t('goContact')}: ${title}`} onClick={() => set({ panel: 'contacts' })}>
          {t('goContact')}
        </button>
      )}
      {boothId !== null && (
        <button
          type="button"
          aria-label={`${t('goBooth')}: ${title}`}
          onClick={() => leave(`/booth/${encodeURIComponent(boothId)}`)}
        >
          {t('goBooth')}
        </button>
      )}
    </>
  )
}

/** The booth of an exhibitor in the published plan, or null. */
function useBoothOf(exhibitorId: string | null): string | null {
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon })
  const version = salon.data?.planVersion
  const plan = useQuery({
    queryKey: ['plan', version],
    queryFn: () => api.plan(version ?? 0),
    enabled: exhibitorId !== null && version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (exhibitorId === null) return null
  const records = Object.values(plan.data?.records ?? {})
  return records.find((one) => one.type === 'booth' && one.exhibitorId === exhibitorId)?.id ?? null
}

/** A page elsewhere or a file of ours; nothing else is followed. */
function addressOf(link: string | null): string | null {
  const url = link === null ? null : URL.parse(link, location.origin)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
