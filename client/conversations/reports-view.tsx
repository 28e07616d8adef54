import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report, ReportDecision, WordList } from '../../shared/conversations/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { talkApi } from '../net/talk-api.ts'
import css from './reports-view.module.css'
import { shortly } from './times.ts'

/** How often new reports are looked for, ms. */
const LOOKS = 20_000

/** For organizers: what was reported, and the words with which messages wait. */
export function ReportsView() {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const reports = useQuery({ queryKey: ['reports'], queryFn: talkApi.reports, refetchInterval: LOOKS })
  const decide = useMutation({
    mutationFn: ({ id, ...decision }: ReportDecision & { id: string }) => talkApi.decide(id, decision),
    onSettled: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  })
  if (!reports.data)
    return (
      <p role={reports.isError ? 'alert' : 'status'}>
        {reports.isError ? problemText(reports.error, tApp) : t('loading')}
      </p>
    )
  return (
    <>
      {decide.isError && <p role="alert">{problemText(decide.error, tApp)}</p>}
      {reports.data.length === 0 && <p className={css.empty}>{t('reportsEmpty')}</p>}
      <ul className={css.list}>
        {reports.data.map((one) => (
          <li key={one.id}>
            <ReportCard report={one} onDecide={(decision) => decide.mutate({ id: one.id, ...decision })} />
          </li>
        ))}
      </ul>
      <Words />
    </>
  )
}

function ReportCard({ report, onDecide }: { report: Report; onDecide(decision: ReportDecision): void }) {
  const { t } = useTranslation('conversations')
  const { say, language } = useLanguage()
  const { message, state } = report
  return (
    <article className={css.card} data-open={state === 'open' || undefined}>
      <p className={css.meta}>
        <strong>{t(`reason-${report.reason}`)}</strong>
        <span>{say(report.exhibitorName)}</span>
        <span>{t(report.inPrivate ? 'inPrivate' : 'inPublic')}</span>
        <time dateTime={report.reportedAt}>{shortly(report.reportedAt, new Date(), language)}</time>
      </p>
      {report.before.length > 0 && (
        <div className={css.before}>
          <p>{t('before')}</p>
          {report.before.map((one) => (
            <p key={one.id}>
              <b>{one.authorName ?? t('someone')}:</b> {one.text}
            </p>
          ))}
        </div>
      )}
      <blockquote>{report.text || t('attached')}</blockquote>
      <p className={css.who}>
        {t('reportBy', { name: message.authorName ?? t('someone') })} · {t('reportOf', { name: report.reporterName })}
      </p>
      {report.comment && <p className={css.comment}>{report.comment}</p>}
      <p className={css.choices}>
        {state === 'open' ? (
          <>
            {message.state !== 'removed' && (
              <button type="button" className={css.grave} onClick={() => onDecide({ state: 'resolved', remove: true })}>
                {t('resolveRemove')}
              </button>
            )}
            <button type="button" onClick={() => onDecide({ state: 'resolved', remove: false })}>
              {t('resolve')}
            </button>
            <button type="button" onClick={() => onDecide({ state: 'dismissed', remove: false })}>
              {t('dismiss')}
            </button>
          </>
        ) : (
          <span className={css.status}>
            {t(`state_${state}`)}
            {message.removed && ` · ${t(`removed_${message.removed.as}`)}`}
          </span>
        )}
      </p>
    </article>
  )
}

function Words() {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const id = useId()
  const queries = useQueryClient()
  const kept = useQuery({ queryKey: ['held-words'], queryFn: talkApi.words })
  const [typed, setTyped] = useState<string | null>(null)
  const [switched, setSwitched] = useState<boolean | null>(null)
  const save = useMutation({
    mutationFn: (list: WordList) => talkApi.setWords(list),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['held-words'] })
      setTyped(null)
      setSwitched(null)
    },
  })
  if (!kept.data) return null
  const text = typed ?? kept.data.words.join('\n')
  const builtIn = switched ?? kept.data.builtIn
  const unchanged = typed === null && switched === null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const lines = text.split('\n').map((line) => line.trim())
    save.mutate({ words: lines.filter((line) => line !== ''), builtIn })
  }
  return (
    <form className={css.words} onSubmit={submit}>
      <label htmlFor={id}>{t('words')}</label>
      <p id={`${id}-hint`}>{t('wordsHint')}</p>
      <textarea
        id={id}
        rows={8}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={({ target }) => setTyped(target.value)}
      />
      <label className={css.builtIn}>
        <input type="checkbox" checked={builtIn} onChange={({ target }) => setSwitched(target.checked)} />
        {t('wordsBuiltIn')}
      </label>
      <button type="submit" disabled={unchanged}>
        {t('wordsSave')}
      </button>
      <p role="status">{save.isSuccess && unchanged && t('wordsSaved')}</p>
      {save.isError && <p role="alert">{problemText(save.error, tApp)}</p>}
    </form>
  )
}
