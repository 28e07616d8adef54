import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadAnswers, LeadQuestion } from '../../shared/leads/model.ts'
import { leadsApi } from '../net/leads-api.ts'
import css from './lead-view.module.css'

interface Props {
  readonly exhibitorId: string
  readonly answers: LeadAnswers
  onChange(answers: LeadAnswers): Promise<unknown>
}

/** The exhibitor's own questions, answered about one visitor. */
export function Answers({ exhibitorId, answers, onChange }: Props) {
  const { t } = useTranslation('leads')
  const { data } = useQuery({
    queryKey: ['lead-questions', exhibitorId],
    queryFn: () => leadsApi.questions(exhibitorId),
  })
  if (!data || data.length === 0) return null
  const give = (id: string, answer: string | number | null): void => {
    // Answers to questions that are asked no more stay with the lead, but cannot be given again.
    const asked = new Set(data.map((one) => one.id))
    const rest = Object.entries(answers).filter(([other]) => other !== id && asked.has(other))
    void onChange(Object.fromEntries(answer === null ? rest : [...rest, [id, answer]])).catch(() => undefined)
  }
  return (
    <fieldset className={css.part}>
      <legend>{t('answers')}</legend>
      {data.map((question) => (
        <Answer
          key={`${question.id} ${answers[question.id] ?? ''}`}
          question={question}
          answer={answers[question.id] ?? null}
          onGive={(answer) => give(question.id, answer)}
        />
      ))}
    </fieldset>
  )
}

interface AnswerProps {
  readonly question: LeadQuestion
  readonly answer: string | number | null
  onGive(answer: string | number | null): void
}

function Answer({ question, answer, onGive }: AnswerProps) {
  const { t } = useTranslation('leads')
  const id = useId()
  const [typed, setTyped] = useState(answer === null ? '' : String(answer))
  const leave = (): void => {
    const text = typed.trim()
    if (text === String(answer ?? '')) return
    if (text === '') onGive(null)
    else if (question.kind === 'text') onGive(text)
    else if (Number.isFinite(Number(text.replace(',', '.')))) onGive(Number(text.replace(',', '.')))
  }
  return (
    <div className={css.question}>
      <label htmlFor={id}>{question.text}</label>
      {question.kind === 'choice' ? (
        <select
          id={id}
          value={answer ?? ''}
          onChange={({ target }) => onGive(target.value === '' ? null : target.value)}
        >
          <option value="">{t('notChosen')}</option>
          {question.options.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={typed}
          maxLength={1000}
          inputMode={question.kind === 'number' ? 'decimal' : 'text'}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={leave}
        />
      )}
    </div>
  )
}
