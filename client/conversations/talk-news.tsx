import { IconMessageCircle2, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationNews, OwnConversations } from '../../shared/conversations/model.ts'
import type { Localized } from '../../shared/language.ts'
import { useOverlays } from '../app/hall/overlays.ts'
import { learn, useLanguage } from '../app/i18n.ts'
import { api } from '../net/api.ts'
import { useHall } from '../state/hall.ts'
import { onNews } from '../state/news.ts'
import { type TalkPlace, useTalk } from '../state/talk.ts'
import css from './talk-news.module.css'
import { texts } from './texts.ts'
import { keepSending } from './unsent.ts'
import { useOwnConversations } from './use-own.ts'

learn('conversations', texts)

/** How long a notice stays, ms. */
const STAYS = 9000

interface Notice {
  readonly key: string
  readonly about: 'newsAnswer' | 'newsQuestion'
  readonly name: Localized
  readonly text: string
  readonly place: TalkPlace
}

/** While in a hall: counts what is unread, says that an answer or a question came, and sends what waits for the line. */
export default function TalkNews() {
  const { t } = useTranslation('conversations')
  const { say } = useLanguage()
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY }).data
  const own = useOwnConversations().data
  const set = useTalk((state) => state.set)
  const place = useTalk((state) => state.place)
  const panel = useOverlays((state) => state.panel)
  const show = useOverlays((state) => state.set)
  const isAtBooth = useHall((state) => state.openBooth !== null)
  const [notice, setNotice] = useState<Notice | null>(null)
  const personId = me?.personId ?? null
  const inPeace = me?.doNotDisturb ?? false

  useEffect(() => {
    if (!own) return
    const unread = own.conversations.reduce((sum, one) => sum + one.unread, 0)
    set({ unread: own.inboxes.reduce((sum, { open }) => sum + open, unread) })
  }, [own, set])

  useEffect(() => (personId === null ? undefined : keepSending(personId)), [personId])

  useEffect(
    () =>
      onNews((news) => {
        const told = personId === null || !own || inPeace ? null : noticeOf(news, own, personId)
        if (told) setNotice(told)
      }),
    [own, personId, inPeace],
  )
  // Whoever looks there knows, and nothing lies over what they write.
  const isRead = panel === 'messages' && notice !== null && isSame(place, notice.place)
  useEffect(() => {
    if (isRead) setNotice(null)
  }, [isRead])
  const key = notice?.key
  useEffect(() => {
    if (key === undefined) return
    const timer = setTimeout(() => setNotice(null), STAYS)
    return () => clearTimeout(timer)
  }, [key])

  return (
    <div role="status" className={css.place} data-beside={panel !== null || isAtBooth || undefined}>
      {notice && !isRead && (
        <div className={css.notice}>
          <IconMessageCircle2 size={22} aria-hidden />
          <p>
            <strong>{t(notice.about, { name: say(notice.name) })}</strong>
            <span>{notice.text || t('attached')}</span>
          </p>
          <button
            type="button"
            className={css.open}
            onClick={() => {
              set({ place: notice.place })
              show({ panel: 'messages' })
              setNotice(null)
            }}
          >
            {t('newsOpen')}
          </button>
          <button type="button" className={css.close} aria-label={t('close')} onClick={() => setNotice(null)}>
            <IconX size={18} aria-hidden />
          </button>
        </div>
      )}
    </div>
  )
}

/** What of the news is for us to know at once: an answer to us, a question to a booth that we answer for. */
function noticeOf(news: ConversationNews, own: OwnConversations, personId: string): Notice | null {
  if (news.news !== 'message' || news.message.state !== 'shown' || news.message.authorId === personId) return null
  const { message, exhibitorId } = news
  const inbox = own.inboxes.find((one) => one.exhibitorId === exhibitorId)
  if (message.side === 'visitor') {
    if (!inbox) return null
    const place = { at: 'inbox', exhibitorId, conversationId: null } as const
    const text = `${message.authorName ?? ''}: ${message.text}`
    return { key: message.id, about: 'newsQuestion', name: inbox.exhibitorName, text, place }
  }
  const talk = own.conversations.find(({ id }) => id === message.conversationId)
  if (!talk || news.answersTo !== personId) return null
  const to = talk.visitor === null ? 'everyone' : 'staff'
  const place = { at: 'booth', exhibitorId, to } as const
  return { key: message.id, about: 'newsAnswer', name: talk.exhibitorName, text: message.text, place }
}

const isSame = (one: TalkPlace, other: TalkPlace): boolean =>
  one.at === other.at && one.at !== 'list' && other.at !== 'list' && one.exhibitorId === other.exhibitorId
