import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/UnstyledButton.css'
import { Modal } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LeadQuestion, leadQuestions } from '../../shared/leads/model.ts'
import { problemText } from '../app/problem-text.ts'
import { leadsApi } from '../net/leads-api.ts'
import css from './questions-dialog.module.css'

/** Most questions an exhibitor asks. */
const MOST = 10
const KINDS = ['text', 'number', 'choice'] as const

/** A question being written; `options` as they stand in the field. */
interface Draft {
  readonly id: string
  readonly kind: (typeof KINDS)[number]
  readonly text: string
  readonly options: string
}

/** What the exhibitor's people ask themselves about every visitor. */
export function QuestionsDialog({ exhibitorId, onClose }: { exhibitorId: string; onClose(): void }) {
  const { t } = useTranslation('leads')
  const { t: tApp } = useTranslation('app')
  const asked = useQuery({
    queryKey: ['lead-questions', exhibitorId],
    queryFn: () => leadsApi.questions(exhibitorId),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('questionsTitle')}
      closeButtonProps={{ 'aria-label': tApp('close') }}
      size={640}
      radius={20}
    >
      {asked.data ? (
        <Form exhibitorId={exhibitorId} asked={asked.data} onClose={onClose} />
      ) : (
        <p role={asked.error ? 'alert' : 'status'}>{asked.error ? problemText(asked.error, tApp) : t('loading')}</p>
      )}
    </Modal>
  )
}

interface FormProps {
  readonly exhibitorId: string
  readonly asked: readonly LeadQuestion[]
  onClose(): void
}

function Form({ exhibitorId, asked, onClose }: FormProps) {
  const { t } = useTranslation('leads')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const [drafts, setDrafts] = useState(() => asked.map(drafted))
  const [tried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: (all: LeadQuestion[]) => leadsApi.ask(exhibitorId, all),
    onSuccess: (all) => {
      queries.setQueryData(['lead-questions', exhibitorId], all)
      onClose()
    },
  })
  const edit = (id: string, change: Partial<Draft>): void =>
    setDrafts((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)))
  const submit = (): void => {
    setTried(true)
    const all = leadQuestions.safeParse(drafts.map(finished))
    if (all.success) save.mutate(all.data)
  }
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={css.why}>{t('questionsWhy')}</p>
      {drafts.length === 0 && <p>{t('noQuestions')}</p>}
      <ol>
        {drafts.map((one, n) => (
          <li key={one.id}>
            <label>
              <span>{t('questionText')}</span>
              <input
                value={one.text}
                maxLength={200}
                aria-invalid={tried && one.text.trim() === ''}
                onChange={({ target }) => edit(one.id, { text: target.value })}
              />
            </label>
            <label>
              <span>{t('questionKind')}</span>
              <select
                value={one.kind}
                onChange={({ target }) => edit(one.id, { kind: KINDS.find((kind) => kind === target.value) ?? 'text' })}
              >
                {KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`question_${kind}`)}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              aria-label={t('removeQuestion', { n: n + 1 })}
              onClick={() => setDrafts(drafts.filter(({ id }) => id !== one.id))}
            >
              <IconTrash size={18} aria-hidden />
            </button>
            {one.kind === 'choice' && (
              <label className={css.wide}>
                <span>{t('options')}</span>
                <textarea
                  rows={4}
                  value={one.options}
                  aria-invalid={tried && !hasOptions(one)}
                  onChange={({ target }) => edit(one.id, { options: target.value })}
                />
              </label>
            )}
            {tried && one.text.trim() === '' && (
              <p role="alert" className={css.wide}>
                {t('textMissing')}
              </p>
            )}
            {tried && !hasOptions(one) && (
              <p role="alert" className={css.wide}>
                {t('optionsFew')}
              </p>
            )}
          </li>
        ))}
      </ol>
      {drafts.length < MOST && (
        <button
          type="button"
          className={css.add}
          onClick={() => setDrafts([...drafts, { id: crypto.randomUUID(), kind: 'text', text: '', options: '' }])}
        >
          <IconPlus size={18} aria-hidden />
          {t('addQuestion')}
        </button>
      )}
      {save.error && <p role="alert">{problemText(save.error, tApp)}</p>}
      <footer>
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="submit" className={css.main} disabled={save.isPending}>
          {t('save')}
        </button>
      </footer>
    </form>
  )
}

const drafted = (question: LeadQuestion): Draft => ({
  id: question.id,
  kind: question.kind,
  text: question.text,
  options: question.kind === 'choice' ? question.options.join('\n') : '',
})

const finished = ({ id, kind, text, options }: Draft) =>
  kind === 'choice' ? { id, kind, text, options: optionsOf(options) } : { id, kind, text }

const optionsOf = (lines: string): string[] => [...new Set(lines.split('\n').map((one) => one.trim()))].filter(Boolean)

const hasOptions = ({ kind, options }: Draft): boolean => {
  const { length } = optionsOf(options)
  return kind !== 'choice' || (length >= 2 && length <= 12)
}
