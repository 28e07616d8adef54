import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WEBHOOK_EVENTS, type WebhookDraft, type WebhookEvent } from '../../shared/leads/webhook.ts'
import { problemText } from '../app/problem-text.ts'
import { ApiProblem } from '../net/api.ts'
import buttons from './buttons.module.css'
import css from './webhook-form.module.css'

interface Props {
  readonly draft: WebhookDraft
  /** Why it was not saved. */
  readonly problem: Error | null
  readonly busy: boolean
  onDone(draft: WebhookDraft): void
  onCancel(): void
}

/** An address and what it hears of. What is typed stays, whatever the server says to it. */
export function WebhookForm({ draft, problem, busy, onDone, onCancel }: Props) {
  const { t } = useTranslation('webhooks')
  const { t: tApp } = useTranslation('app')
  const [url, setUrl] = useState(draft.url)
  const [events, setEvents] = useState<readonly WebhookEvent[]>(draft.events)
  const [nothing, setNothing] = useState(false)
  const id = useId()
  const badUrl = problem instanceof ApiProblem && problem.code === 'malformed' && problem.field === 'url'
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setNothing(events.length === 0)
    if (events.length > 0 && !busy) onDone({ url: url.trim(), events: [...events] })
  }
  const toggle = (one: WebhookEvent): void =>
    setEvents(WEBHOOK_EVENTS.filter((event) => events.includes(event) !== (event === one)))
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <div className={css.field}>
        <label htmlFor={id}>{t('url')}</label>
        <input
          id={id}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('urlExample')}
          maxLength={500}
          value={url}
          aria-invalid={badUrl}
          aria-describedby={`${id}-hint`}
          // biome-ignore lint/a11y/noAutofocus: the form opens where it was asked for
          autoFocus
          onChange={({ target }) => setUrl(target.value)}
        />
        <div id={`${id}-hint`} className={css.hint}>
          {badUrl ? (
            <p role="alert" className={css.fault}>
              {t('fault_url')}
            </p>
          ) : (
            t('urlHint')
          )}
        </div>
      </div>
      <fieldset className={css.events}>
        <legend>{t('events')}</legend>
        {WEBHOOK_EVENTS.map((event) => (
          <label key={event}>
            <input type="checkbox" checked={events.includes(event)} onChange={() => toggle(event)} />
            <span>
              <b>{t(event)}</b> <small>{t(`${event}_hint`)}</small>
            </span>
          </label>
        ))}
        {nothing && events.length === 0 && (
          <p role="alert" className={css.fault}>
            {t('fault_events')}
          </p>
        )}
      </fieldset>
      {problem && !badUrl && (
        <p role="alert" className={css.fault}>
          {problemText(problem, tApp)}
        </p>
      )}
      <div className={css.actions}>
        <button type="submit" className={buttons.main} aria-disabled={busy}>
          {t(busy ? 'saving' : 'save')}
        </button>
        <button type="button" className={buttons.plain} onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
