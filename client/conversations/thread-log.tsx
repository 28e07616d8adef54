import { useQuery } from '@tanstack/react-query'
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationMessage } from '../../shared/conversations/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { api } from '../net/api.ts'
import { talkApi } from '../net/talk-api.ts'
import { Message, type MessageRights } from './message.tsx'
import { Pending } from './pending.tsx'
import css from './thread-log.module.css'
import { dayName } from './times.ts'
import type { Unsent } from './unsent.ts'
import type { OpenThread } from './use-thread.ts'

interface Props {
  /** Null: nothing has been said yet. */
  readonly id: string | null
  readonly open: OpenThread
  readonly pending: readonly Unsent[]
  readonly rights: MessageRights
  /** Shown while nothing has been said. */
  readonly start: string
}

/** New messages are read out together, ms. */
const BATCH = 2500
/** From here on somebody reads what is new, pixels from the end. */
const NEAR_END = 80

/** What has been said, oldest first, and what we have said that has not arrived. */
export function ThreadLog({ id, open, pending, rights, start }: Props) {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY }).data
  const { thread, error, typing } = open
  const messages = thread?.messages ?? []
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const last = messages.at(-1)
  useReadMark(id, last?.seq ?? 0, thread?.readSeq ?? 0)
  const lastOwn = messages.findLast((one) => one.authorId === me?.personId)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last line is what there is to scroll to
  useLayoutEffect(() => {
    if (atEnd.current && log.current) log.current.scrollTop = log.current.scrollHeight
  }, [last?.id, pending.length, typing])

  if (error)
    return (
      <div className={css.log}>
        <p role="alert" className={css.start}>
          {problemText(error, tApp)}{' '}
          <button type="button" className={css.older} onClick={open.retry}>
            {t('again')}
          </button>
        </p>
      </div>
    )
  return (
    <div
      ref={log}
      className={css.log}
      role="log"
      aria-live="off"
      aria-label={t('log')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys
      tabIndex={0}
      // A picture that has arrived makes room for itself.
      onLoadCapture={({ currentTarget }) => {
        if (atEnd.current) currentTarget.scrollTop = currentTarget.scrollHeight
      }}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END
      }}
    >
      {id !== null && !thread && (
        <p role="status" className={css.start}>
          {t('loading')}
        </p>
      )}
      {thread?.older && (
        <button type="button" className={css.older} onClick={open.loadOlder}>
          {t('older')}
        </button>
      )}
      {messages.length === 0 && pending.length === 0 && (id === null || thread) && <p className={css.start}>{start}</p>}
      <ol>
        {messages.map((message, n) => {
          const day = dayName(message.saidAt, new Date(), language, t)
          const before = messages[n - 1]
          const newDay = before === undefined || dayName(before.saidAt, new Date(), language, t) !== day
          const seen = message.id === lastOwn?.id && (thread?.othersReadSeq ?? 0) >= message.seq
          return (
            <Fragment key={message.id}>
              {newDay && <li className={css.day}>{day}</li>}
              <Message
                message={message}
                own={message.authorId === me?.personId}
                answered={messages.find((one) => one.id === message.replyTo) ?? null}
                seen={seen}
                rights={rights}
                onChange={open.retry}
              />
            </Fragment>
          )
        })}
        {pending.map((one) => (
          <Pending key={one.id} unsent={one} />
        ))}
      </ol>
      <p className={css.typing}>{typing && t('typing', { name: typing })}</p>
      <Heard messages={messages} own={me?.personId ?? ''} />
    </div>
  )
}

/** Tells the others how far we have read, while we look. */
function useReadMark(id: string | null, seq: number, readSeq: number): void {
  const marked = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins anew
  useEffect(() => {
    marked.current = 0
  }, [id])
  useEffect(() => {
    if (id === null || seq <= Math.max(readSeq, marked.current)) return
    const mark = (): void => {
      if (document.visibilityState !== 'visible') return
      marked.current = seq
      talkApi.read(id, seq).catch(() => {
        marked.current = 0
      })
    }
    const timer = setTimeout(mark, 400)
    document.addEventListener('visibilitychange', mark)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', mark)
    }
  }, [id, seq, readSeq])
}

/** For those who listen: what others have said since this was opened, in batches. */
function Heard({ messages, own }: { messages: readonly ConversationMessage[]; own: string }) {
  const { t } = useTranslation('conversations')
  const [text, setText] = useState('')
  const known = useRef<number | null>(null)
  const latest = useRef(messages)
  latest.current = messages
  useEffect(() => {
    const timer = setInterval(() => {
      const seq = latest.current.at(-1)?.seq ?? 0
      const from = known.current ?? seq
      known.current = seq
      const fresh = latest.current.filter((one) => one.seq > from && one.authorId !== own && one.state === 'shown')
      if (fresh.length > 0)
        setText(fresh.map((one) => t('said', { name: one.authorName ?? t('someone'), text: one.text })).join('. '))
    }, BATCH)
    return () => clearInterval(timer)
  }, [own, t])
  return (
    <div className="visually-hidden" aria-live="polite">
      {text}
    </div>
  )
}
