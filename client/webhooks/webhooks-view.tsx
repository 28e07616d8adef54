import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_WEBHOOKS, WEBHOOK_EVENTS, type WebhookDraft, type WebhookWithSecret } from '../../shared/leads/webhook.ts'
import { problemText } from '../app/problem-text.ts'
import { Waiting } from '../app/waiting.tsx'
import { ApiProblem } from '../net/api.ts'
import { webhooksApi } from '../net/webhooks-api.ts'
import buttons from './buttons.module.css'
import { WebhookCard } from './webhook-card.tsx'
import { WebhookForm } from './webhook-form.tsx'
import css from './webhooks-view.module.css'

/** How often the page looks whether an address was stopped meanwhile, ms. */
const LOOKS = 15_000

/** The addresses of an exhibitor, and another one; who has none reads what they are for. */
export function WebhooksView({ exhibitorId }: { exhibitorId: string }) {
  const { t } = useTranslation('webhooks')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [told, setTold] = useState<WebhookWithSecret | null>(null)
  const key = ['webhooks', exhibitorId]
  const all = useQuery({ queryKey: key, queryFn: () => webhooksApi.all(exhibitorId), refetchInterval: LOOKS })
  const refresh = () => queries.invalidateQueries({ queryKey: key })
  const add = useMutation({
    mutationFn: (draft: WebhookDraft) => webhooksApi.add(exhibitorId, draft),
    onSuccess: (added) => {
      setTold(added)
      setAdding(false)
      return refresh()
    },
  })
  if (all.isPending) return <Waiting />
  if (all.isError)
    return (
      <p role="alert" className={css.problem}>
        {all.error instanceof ApiProblem && all.error.code === 'forbidden' ? t('owners') : problemText(all.error, tApp)}
      </p>
    )
  const none = all.data.length === 0
  return (
    <div className={css.all}>
      {all.data.map((webhook) => (
        <WebhookCard
          key={webhook.id}
          {...{ exhibitorId, webhook }}
          secret={told?.webhook.id === webhook.id ? told.secret : null}
          onSecret={setTold}
          onChanged={refresh}
        />
      ))}
      {none && !adding && <ForWhom />}
      {adding ? (
        <section className={css.adding} aria-label={t('add')}>
          <h2>{t('add')}</h2>
          <WebhookForm
            draft={{ url: '', events: [...WEBHOOK_EVENTS] }}
            problem={add.error}
            busy={add.isPending}
            onDone={(draft) => add.mutate(draft)}
            onCancel={() => setAdding(false)}
          />
        </section>
      ) : all.data.length < MOST_WEBHOOKS ? (
        <button
          type="button"
          className={none ? buttons.main : buttons.quiet}
          onClick={() => {
            add.reset()
            setAdding(true)
          }}
        >
          <IconPlus size={19} aria-hidden />
          {t(none ? 'add' : 'addAnother')}
        </button>
      ) : (
        <p className={css.full}>{t('noRoom')}</p>
      )}
    </div>
  )
}

function ForWhom() {
  const { t } = useTranslation('webhooks')
  return (
    <section className={css.empty}>
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyForWhom')}</p>
      <h3>{t('emptySteps')}</h3>
      <ol>
        {(['step_address', 'step_secret', 'step_test'] as const).map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </section>
  )
}
