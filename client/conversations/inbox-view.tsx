import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Inbox, Question } from '../../shared/conversations/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { talkApi } from '../net/talk-api.ts'
import list from './conversation-list.module.css'
import { lastWords } from './conversation-list.tsx'
import { InboxSettings } from './inbox-settings.tsx'
import css from './inbox-view.module.css'
import { QuestionCard } from './question-card.tsx'
import { StaffTalk } from './staff-talk.tsx'
import { shortly } from './times.ts'
import { useInbox } from './use-inbox.ts'

const PARTS = ['questions', 'talks', 'thread'] as const

interface Props {
  readonly personId: string
  readonly exhibitorId: string
  /** The conversation that is open. */
  readonly conversationId: string | null
  onOpen(conversationId: string | null): void
}

/** What visitors ask an exhibitor: questions that wait, private conversations, the thread of the booth. */
export function InboxView({ personId, exhibitorId, conversationId, onOpen }: Props) {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const [part, setPart] = useState<(typeof PARTS)[number]>('questions')
  const [answering, setAnswering] = useState<string | null>(null)
  const inbox = useInbox(exhibitorId)
  const change = useQuestionChange(exhibitorId)
  const { data } = inbox
  if (!data)
    return (
      <div className={css.wait}>
        {inbox.isError ? <p role="alert">{problemText(inbox.error, tApp)}</p> : <p role="status">{t('loading')}</p>}
      </div>
    )
  const open = data.questions.filter(({ status }) => status === 'open')
  const named = data.questions.find(({ id, status }) => id === answering && status === 'open') ?? null
  const talk = data.conversations.find(({ id }) => id === conversationId)
  if (talk)
    return (
      <StaffTalk
        {...{ personId, exhibitorId, isThread: false }}
        key={talk.id}
        conversationId={talk.id}
        question={open.find((one) => one.conversationId === talk.id) ?? null}
      />
    )
  const answer = (question: Question): void => {
    change.mutate({ id: question.id, change: 'take', over: false })
    show(question)
  }
  const show = (question: Question): void => {
    if (question.conversationId === data.threadId) {
      setAnswering(question.id)
      setPart('thread')
    } else onOpen(question.conversationId)
  }
  return (
    <>
      <nav className={css.parts} aria-label={t('parts')}>
        {PARTS.map((one) => (
          <button key={one} type="button" aria-pressed={part === one} onClick={() => setPart(one)}>
            {t(`part_${one}`)}
            {one === 'questions' && open.length > 0 && <span className={list.count}>{open.length}</span>}
          </button>
        ))}
      </nav>
      {part === 'thread' && (
        <StaffTalk
          {...{ personId, exhibitorId, isThread: true, question: named }}
          conversationId={data.threadId}
          onLetGo={() => setAnswering(null)}
        />
      )}
      {part === 'questions' && (
        <div className={css.body}>
          {change.isError && (
            <p role="alert" className={css.problem}>
              {problemText(change.error, tApp)}
            </p>
          )}
          <Held inbox={data} exhibitorId={exhibitorId} />
          {data.questions.length === 0 && (
            <div className={list.empty}>
              <h3>{t('inboxEmpty')}</h3>
              <p>{t('inboxEmptyHow')}</p>
            </div>
          )}
          <Questions
            {...{ questions: open, personId, threadId: data.threadId }}
            onAnswer={answer}
            onShow={show}
            onChange={(id, one, over) => change.mutate({ id, change: one, over })}
          />
          {data.questions.length > open.length && <h3 className={css.settled}>{t('settled')}</h3>}
          <Questions
            {...{
              questions: data.questions.filter(({ status }) => status !== 'open'),
              personId,
              threadId: data.threadId,
            }}
            onAnswer={answer}
            onShow={show}
            onChange={(id, one, over) => change.mutate({ id, change: one, over })}
          />
          <InboxSettings exhibitorId={exhibitorId} slowSeconds={data.slowSeconds} />
        </div>
      )}
      {part === 'talks' && <Talks inbox={data} onOpen={onOpen} />}
    </>
  )
}

type Change = 'take' | 'leave' | 'close' | 'reopen'

function Questions(props: {
  readonly questions: readonly Question[]
  readonly personId: string
  readonly threadId: string | null
  onAnswer(question: Question): void
  onShow(question: Question): void
  onChange(id: string, change: Change, over: boolean): void
}) {
  return (
    <ul className={css.questions}>
      {props.questions.map((one) => (
        <li key={one.id}>
          <QuestionCard
            question={one}
            personId={props.personId}
            isPublic={one.conversationId === props.threadId}
            onAnswer={() => props.onAnswer(one)}
            onShow={() => props.onShow(one)}
            onChange={(change, over) => props.onChange(one.id, change, over)}
          />
        </li>
      ))}
    </ul>
  )
}

/** Messages with words of the list, to be let through or removed. */
function Held({ inbox, exhibitorId }: { inbox: Inbox; exhibitorId: string }) {
  const { t } = useTranslation('conversations')
  const queries = useQueryClient()
  const act = useMutation({
    mutationFn: ({ id, pass }: { id: string; pass: boolean }) =>
      pass ? talkApi.letThrough(exhibitorId, id) : talkApi.remove(exhibitorId, id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox', exhibitorId] }),
  })
  if (inbox.held.length === 0) return null
  return (
    <section className={css.held} aria-label={t('heldPart', { count: inbox.held.length })}>
      <h3>{t('heldPart', { count: inbox.held.length })}</h3>
      {inbox.held.map((one) => (
        <div key={one.id} className={css.card}>
          <p>
            <strong>{one.authorName ?? t('someone')}</strong>
          </p>
          <p className={css.text}>{one.text}</p>
          <p className={css.choices}>
            <button type="button" onClick={() => act.mutate({ id: one.id, pass: true })}>
              {t('letThrough')}
            </button>
            <button type="button" onClick={() => act.mutate({ id: one.id, pass: false })}>
              {t('remove')}
            </button>
          </p>
        </div>
      ))}
    </section>
  )
}

function Talks({ inbox, onOpen }: { inbox: Inbox; onOpen(id: string): void }) {
  const { t } = useTranslation('conversations')
  const { language } = useLanguage()
  return (
    <div className={css.body}>
      {inbox.conversations.length === 0 && (
        <div className={list.empty}>
          <h3>{t('inboxEmpty')}</h3>
          <p>{t('inboxEmptyHow')}</p>
        </div>
      )}
      <ul className={list.list}>
        {inbox.conversations.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={list.row}
              data-unread={one.unread > 0 || undefined}
              onClick={() => onOpen(one.id)}
            >
              <span className={list.words}>
                <strong>{one.visitor?.name}</strong>
                <span className={list.last}>{one.last && lastWords(one.last, 'staff', t)}</span>
              </span>
              <span className={list.side}>
                {one.last && <time dateTime={one.last.saidAt}>{shortly(one.last.saidAt, new Date(), language)}</time>}
                {one.unread > 0 && <span className={list.count}>{one.unread}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useQuestionChange(exhibitorId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...change }: { id: string; change: Change; over: boolean }) =>
      talkApi.question(exhibitorId, id, change),
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox', exhibitorId] }),
  })
}
