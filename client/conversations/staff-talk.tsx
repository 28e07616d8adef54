import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '../../shared/conversations/model.ts'
import { problemText } from '../app/problem-text.ts'
import { talkApi } from '../net/talk-api.ts'
import css from './booth-talk.module.css'
import { Composer } from './composer.tsx'
import { ThreadLog } from './thread-log.tsx'
import { onArrived, sendOff, useUnsent } from './unsent.ts'
import { useThread } from './use-thread.ts'

interface Props {
  readonly personId: string
  readonly exhibitorId: string
  /** Null: nothing has been said at the booth yet. */
  readonly conversationId: string | null
  readonly isThread: boolean
  /** What is being answered. */
  readonly question: Question | null
  /** Answer nothing in particular. */
  onLetGo?(): void
}

/** Talking for an exhibitor: with one visitor, or in the thread of the booth. */
export function StaffTalk({ personId, exhibitorId, conversationId, isThread, question, onLetGo }: Props) {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const open = useThread(conversationId)
  const unsent = useUnsent((state) => state.unsent)
  const addressee = isThread ? null : conversationId
  const pending = useMemo(
    () =>
      unsent.filter(
        (one) =>
          one.personId === personId &&
          one.addressee.as === 'staff' &&
          one.addressee.exhibitorId === exhibitorId &&
          one.addressee.conversationId === addressee,
      ),
    [unsent, personId, exhibitorId, addressee],
  )
  const { hear } = open
  useEffect(
    () =>
      onArrived((message) => {
        hear(message)
        void queries.invalidateQueries({ queryKey: ['inbox', exhibitorId] })
      }),
    [hear, queries, exhibitorId],
  )
  const takeOver = useMutation({
    mutationFn: (id: string) => talkApi.question(exhibitorId, id, { change: 'take', over: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox', exhibitorId] }),
  })
  const claimedBy = question?.claimedBy
  const byOther = claimedBy && claimedBy.personId !== personId
  return (
    <>
      <ThreadLog
        id={conversationId}
        open={open}
        pending={pending}
        rights={{ exhibitorId, moderates: true, isThread }}
        start={t('threadEmpty')}
      />
      <div className={css.foot}>
        {question && byOther && (
          <p className={css.note}>
            {t('claimedBy', { name: claimedBy.name })}{' '}
            <button type="button" onClick={() => takeOver.mutate(question.id)}>
              {t('takeOver')}
            </button>
          </p>
        )}
        {question && !byOther && isThread && (
          <p className={css.note}>
            {t('answering', { name: question.askerName })}: «{question.text.slice(0, 80)}»{' '}
            <button type="button" onClick={onLetGo}>
              {t('answerNothing')}
            </button>
          </p>
        )}
        {takeOver.isError && (
          <p role="alert" className={css.note}>
            {problemText(takeOver.error, tApp)}
          </p>
        )}
        <Composer
          draftOf={`${exhibitorId} staff ${conversationId ?? ''}`}
          placeholder={t('answerPlaceholder')}
          conversationId={conversationId}
          onSend={(text, attachments) =>
            sendOff({
              ...{ personId, text, attachments, byMail: undefined },
              addressee: { as: 'staff', exhibitorId, conversationId: addressee },
              questionId: question?.id ?? null,
            })
          }
        />
      </div>
    </>
  )
}
