import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REPORT_REASONS } from '../../shared/conversations/model.ts'
import { problemText } from '../app/problem-text.ts'
import { talkApi } from '../net/talk-api.ts'
import css from './report-form.module.css'

/** What is wrong with a message, for the organizers. */
export function ReportForm({ messageId, onDone }: { messageId: string; onDone(): void }) {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const [reason, setReason] = useState<(typeof REPORT_REASONS)[number]>('rude')
  const [comment, setComment] = useState('')
  const [problem, setProblem] = useState<Error | null>(null)
  const [sent, setSent] = useState(false)
  if (sent)
    return (
      <p role="status" className={css.thanks}>
        {t('reported')}
      </p>
    )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    talkApi.report(messageId, { reason, comment }).then(() => setSent(true), setProblem)
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <fieldset>
        <legend>{t('reportWhy')}</legend>
        {REPORT_REASONS.map((one) => (
          <label key={one}>
            <input type="radio" name={`reason-${messageId}`} checked={reason === one} onChange={() => setReason(one)} />
            {t(`reason-${one}`)}
          </label>
        ))}
      </fieldset>
      <textarea
        aria-label={t('reportComment')}
        placeholder={t('reportComment')}
        rows={2}
        maxLength={1000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      {problem && <p role="alert">{problemText(problem, tApp)}</p>}
      <div>
        <button type="submit">{t('reportSend')}</button>
        <button type="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
