import { useTranslation } from 'react-i18next'
import type { Question } from '../../shared/conversations/model.ts'
import { useLanguage } from '../app/i18n.ts'
import css from './inbox-view.module.css'
import { shortly, waited } from './times.ts'

interface Props {
  readonly question: Question
  readonly personId: string
  readonly isPublic: boolean
  onAnswer(): void
  onShow(): void
  onChange(change: 'take' | 'leave' | 'close' | 'reopen', over: boolean): void
}

/** A question: who asks, how long they have waited, who is answering, and what can be done. */
export function QuestionCard({ question, personId, isPublic, onAnswer, onShow, onChange }: Props) {
  const { t } = useTranslation('conversations')
  const { language } = useLanguage()
  const { claimedBy, status } = question
  const isMine = claimedBy?.personId === personId
  return (
    <article className={css.card} data-open={status === 'open' || undefined}>
      <p className={css.meta}>
        <strong>{question.askerName}</strong>
        <span>{t(isPublic ? 'inPublic' : 'inPrivate')}</span>
        <time dateTime={question.askedAt}>
          {status === 'open'
            ? t('waits', { time: waited(question.askedAt, new Date(), t) })
            : shortly(question.answeredAt ?? question.askedAt, new Date(), language)}
        </time>
      </p>
      <p className={css.text}>{question.text || t('attached')}</p>
      {claimedBy && (
        <p className={css.claimed}>{isMine ? t('claimedByYou') : t('claimedBy', { name: claimedBy.name })}</p>
      )}
      <p className={css.choices}>
        {status === 'open' && (!claimedBy || isMine) && (
          <button type="button" className={css.main} onClick={onAnswer}>
            {t('take')}
          </button>
        )}
        {status === 'open' && claimedBy && !isMine && (
          <button type="button" onClick={() => onChange('take', true)}>
            {t('takeOver')}
          </button>
        )}
        {isMine && (
          <button type="button" onClick={() => onChange('leave', false)}>
            {t('leave')}
          </button>
        )}
        {status === 'open' && (!claimedBy || isMine) && (
          <button type="button" onClick={() => onChange('close', false)}>
            {t('closeQuestion')}
          </button>
        )}
        {status !== 'open' && (
          <>
            <span className={css.status}>{t(`question_${status}`)}</span>
            <button type="button" onClick={onShow}>
              {t('openTalk')}
            </button>
            <button type="button" onClick={() => onChange('reopen', false)}>
              {t('reopen')}
            </button>
          </>
        )}
      </p>
    </article>
  )
}
