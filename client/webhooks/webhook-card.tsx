import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Webhook, WebhookChange, WebhookWithSecret } from '../../shared/leads/webhook.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { webhooksApi } from '../net/webhooks-api.ts'
import buttons from './buttons.module.css'
import { Deliveries } from './deliveries.tsx'
import { outcomeText } from './outcome.ts'
import { Secret } from './secret.tsx'
import { Sure } from './sure.tsx'
import css from './webhook-card.module.css'
import { WebhookForm } from './webhook-form.tsx'

interface Props {
  readonly exhibitorId: string
  readonly webhook: Webhook
  /** Just made: shown this once. */
  readonly secret: string | null
  onSecret(told: WebhookWithSecret | null): void
  onChanged(): Promise<void>
}

/** One address: how it does, what it hears of, and everything that can be done with it. */
export function WebhookCard({ exhibitorId, webhook, secret, onSecret, onChanged }: Props) {
  const { t } = useTranslation('webhooks')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'edit' | 'secret' | 'remove' | null>(null)
  const { id, url, events, state, formerSecretUntil } = webhook
  const close = () => setOpen(null)
  const change = useMutation({
    mutationFn: (next: WebhookChange) => webhooksApi.change(exhibitorId, id, next),
    onSuccess: () => {
      close()
      return onChanged()
    },
  })
  const renew = useMutation({
    mutationFn: () => webhooksApi.newSecret(exhibitorId, id),
    onSuccess: (told) => {
      onSecret(told)
      close()
      return onChanged()
    },
  })
  const remove = useMutation({ mutationFn: () => webhooksApi.remove(exhibitorId, id), onSuccess: onChanged })
  const test = useMutation({
    mutationFn: () => webhooksApi.test(exhibitorId, id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhook-deliveries', id] }),
  })
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const problem = test.error ?? renew.error ?? remove.error ?? (open === 'edit' ? null : change.error)
  if (open === 'edit')
    return (
      <article className={css.card}>
        <WebhookForm
          draft={{ url, events }}
          problem={change.error}
          busy={change.isPending}
          onDone={(draft) => change.mutate(draft)}
          onCancel={close}
        />
      </article>
    )
  return (
    <article className={css.card} aria-label={url}>
      <header className={css.head}>
        <h2>{url}</h2>
        <span className={css.state} data-state={state}>
          {t(`state_${state}`)}
        </span>
      </header>
      <ul className={css.events} aria-label={t('events')}>
        {events.map((event) => (
          <li key={event}>{t(event)}</li>
        ))}
      </ul>
      {secret !== null && <Secret key={secret} secret={secret} onDone={() => onSecret(null)} />}
      {formerSecretUntil && (
        <p className={css.note}>{t('formerUntil', { when: when.format(new Date(formerSecretUntil)) })}</p>
      )}
      <div className={css.actions}>
        <button
          type="button"
          className={buttons.quiet}
          aria-disabled={test.isPending}
          onClick={() => test.isPending || test.mutate()}
        >
          {t(test.isPending ? 'testing' : 'test')}
        </button>
        <button
          type="button"
          className={state === 'on' ? buttons.plain : buttons.main}
          onClick={() => change.mutate({ state: state === 'on' ? 'paused' : 'on' })}
        >
          {t(state === 'on' ? 'pause' : 'resume')}
        </button>
        {(['edit', 'secret', 'remove'] as const).map((what) => (
          <button
            key={what}
            type="button"
            className={buttons.plain}
            onClick={() => {
              change.reset()
              setOpen(what)
            }}
          >
            {t(what === 'secret' ? 'newSecret' : what)}
          </button>
        ))}
      </div>
      <p role="status" className={css.outcome} data-state={test.data?.state}>
        {test.data && !test.isPending && outcomeText(test.data, t)}
      </p>
      {open === 'secret' && (
        <Sure text={t('newSecretSure')} yes={t('newSecretYes')} onYes={() => renew.mutate()} onNo={close} />
      )}
      {open === 'remove' && (
        <Sure text={t('removeSure')} yes={t('removeYes')} grave onYes={() => remove.mutate()} onNo={close} />
      )}
      {problem && (
        <p role="alert" className={css.problem}>
          {problemText(problem, tApp)}
        </p>
      )}
      <Deliveries exhibitorId={exhibitorId} webhook={webhook} />
    </article>
  )
}
