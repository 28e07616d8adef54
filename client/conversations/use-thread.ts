import { useCallback, useEffect, useRef, useState } from 'react'
import type { ConversationMessage } from '../../shared/conversations/model.ts'
import { talkApi } from '../net/talk-api.ts'
import { useHall } from '../state/hall.ts'
import { onNews, useNews } from '../state/news.ts'
import { caughtUp, heard, opened, type Thread, withOlder } from './thread.ts'

/** How often the records are asked without news: outside the halls, and inside, in case some got lost (ms). */
const LOOKS = { outside: 5000, inside: 60_000 } as const
const TYPING_SHOWN = 5000

export interface OpenThread {
  readonly thread: Thread | null
  readonly error: Error | null
  /** Who is writing now. */
  readonly typing: string | null
  loadOlder(): void
  /** Takes in what we have just said. */
  hear(message: ConversationMessage): void
  retry(): void
}

interface Asked {
  readonly id: string | null
  thread: Thread | null
  /** Whether the records are being asked, and whether they have to be asked once more after that. */
  asking: boolean
  again: boolean
}

/** A conversation that stays up to date: by news while there are any, and by asking what was missed. */
export function useThread(id: string | null): OpenThread {
  const [thread, setThread] = useState<Thread | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const [typing, setTyping] = useState<{ name: string; until: number } | null>(null)
  const now = useRef<Asked>({ id, thread: null, asking: false, again: false })
  const arrivals = useNews((state) => state.arrivals)
  const isInside = useHall((state) => state.connection === 'here')

  const keep = useCallback((next: Thread, of: string): void => {
    if (now.current.id !== of) return
    now.current.thread = next
    setThread(next)
    setError(null)
  }, [])

  const catchUp = useCallback(async (): Promise<void> => {
    const asked = now.current
    const { id: of } = asked
    if (of === null) return
    // What is under way may have been answered before that happened for which we ask now.
    asked.again = true
    if (asked.asking) return
    asked.asking = true
    try {
      for (let more = true; more && asked === now.current; ) {
        asked.again = false
        const before = asked.thread
        const page = await talkApi.messages(of, before ? { after: before.revision } : {})
        const known = asked.thread
        keep(known ? caughtUp(known, page) : opened(page), of)
        more = (before !== null && page.more) || asked.again
      }
    } catch (problem) {
      if (asked === now.current && asked.thread === null && problem instanceof Error) setError(problem)
    } finally {
      asked.asking = false
    }
  }, [keep])

  useEffect(() => {
    now.current = { id, thread: null, asking: false, again: false }
    setThread(null)
    setError(null)
    setTyping(null)
  }, [id])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation, and a line that is up again, are reasons to ask
  useEffect(() => {
    void catchUp()
    const timer = setInterval(() => void catchUp(), isInside ? LOOKS.inside : LOOKS.outside)
    return () => clearInterval(timer)
  }, [id, arrivals, isInside, catchUp])

  const hear = useCallback(
    (message: ConversationMessage): void => {
      const { id: of, thread: known } = now.current
      if (of === null || message.conversationId !== of) return
      const next = known && heard(known, message)
      if (next) keep(next, of)
      else void catchUp()
    },
    [keep, catchUp],
  )

  useEffect(
    () =>
      onNews((news) => {
        if (news.news === 'message') {
          if (news.message.conversationId === id) setTyping(null)
          hear(news.message)
        } else if (news.conversationId !== id) return
        else if (news.news === 'changed') void catchUp()
        else if (news.news === 'typing') setTyping({ name: news.name, until: Date.now() + TYPING_SHOWN })
        else if (now.current.thread) {
          const known = now.current.thread
          keep({ ...known, othersReadSeq: Math.max(known.othersReadSeq, news.seq) }, id)
        }
      }),
    [id, hear, catchUp, keep],
  )

  useEffect(() => {
    if (!typing) return
    const timer = setTimeout(() => setTyping(null), typing.until - Date.now())
    return () => clearTimeout(timer)
  }, [typing])

  const loadOlder = useCallback((): void => {
    const { id: of, thread: known } = now.current
    const first = known?.messages[0]
    if (of === null || !known || !first) return
    talkApi.messages(of, { before: first.seq }).then(
      (page) => now.current.thread && keep(withOlder(now.current.thread, page), of),
      () => {},
    )
  }, [keep])

  return { thread, error, typing: typing?.name ?? null, loadOlder, hear, retry: () => void catchUp() }
}
