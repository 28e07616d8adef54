import { IconCheck, IconClock, IconX, type TablerIcon } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Webhook, WebhookDelivery } from '../../shared/leads/webhook.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { webhooksApi } from '../net/webhooks-api.ts'
import css from './deliveries.module.css'
import { outcomeText } from './outcome.ts'

/** How often the log is read anew while it is before somebody's eyes, ms. */
const LOOKS = 5000
/** Of the log, before more is asked for. */
const FEW = 6

const ICONS: Record<WebhookDelivery['state'], TablerIcon> = { waiting: IconClock, delivered: IconCheck, failed: IconX }

/** The latest messages to an address, what came of each, and another try. */
export function Deliveries({ exhibitorId, webhook }: { exhibitorId: string; webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const [all, setAll] = useState(false)
  const key = ['webhook-deliveries', webhook.id]
  const log = useQuery({
    queryKey: key,
    queryFn: () => webhooksApi.deliveries(exhibitorId, webhook.id),
    refetchInterval: LOOKS,
  })
  const again = useMutation({
    mutationFn: (id: string) => webhooksApi.sendAgain(exhibitorId, webhook.id, id),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const problem = log.error ?? again.error
  const shown = all ? log.data : log.data?.slice(0, FEW)
  return (
    <section className={css.log}>
      <h3>{t('deliveries')}</h3>
      {problem && <p role="alert">{problemText(problem, tApp)}</p>}
      {log.data?.length === 0 && <p>{t('noDeliveries')}</p>}
      <ul>
        {shown?.map((one) => (
          <Line key={one.id} delivery={one} paused={webhook.state !== 'on'} onAgain={() => again.mutate(one.id)} />
        ))}
      </ul>
      {!all && (log.data?.length ?? 0) > FEW && (
        <button type="button" onClick={() => setAll(true)}>
          {t('more')}
        </button>
      )}
    </section>
  )
}

function Line({ delivery, paused, onAgain }: { delivery: WebhookDelivery; paused: boolean; onAgain(): void }) {
  const { t } = useTranslation('webhooks')
  const { language } = useLanguage()
  const { event, state, tries, createdAt, dueAt, code } = delivery
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const when = format.format(new Date(createdAt))
  const Icon = ICONS[state]
  const next = dueAt ? t('next', { when: format.format(new Date(dueAt)) }) : paused && t('waitsForResume')
  const notes = [state === 'waiting' && next, tries > 1 && t('tries', { count: tries })].filter(Boolean)
  return (
    <li data-state={state}>
      <Icon size={18} className={css.icon} aria-hidden />
      <b>{t(event)}</b>
      <time dateTime={createdAt}>{when}</time>
      <span className={css.outcome}>
        {state === 'delivered' ? t('delivered', { code }) : outcomeText(delivery, t)}
        {notes.length > 0 && <small>{notes.join(' · ')}</small>}
      </span>
      {event !== 'webhook.test' && (
        <button type="button" aria-label={t('againWhich', { event: t(event), when })} onClick={onAgain}>
          {t('again')}
        </button>
      )}
    </li>
  )
}
