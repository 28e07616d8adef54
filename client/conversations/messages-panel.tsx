import { IconArrowLeft, IconMaximize, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { learn, useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import side from '../app/side-panel.module.css'
import { api } from '../net/api.ts'
import { type TalkPlace, useTalk } from '../state/talk.ts'
import { BoothTalk } from './booth-talk.tsx'
import { ConversationList } from './conversation-list.tsx'
import { InboxView } from './inbox-view.tsx'
import css from './messages-panel.module.css'
import { texts } from './texts.ts'
import { inboxQuery } from './use-inbox.ts'
import { useOwnConversations } from './use-own.ts'

learn('conversations', texts)

/** «Messages» beside the view: all conversations, one of them, or the inbox of a booth. */
export default function MessagesPanel({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const [, navigate] = useLocation()
  const place = useTalk((state) => state.place)
  const set = useTalk((state) => state.set)
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY }).data
  const own = useOwnConversations()
  const { name, color } = useExhibitor(place)
  const visitor = useVisitorOf(place)
  const title = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes elsewhere hears where they are
  useEffect(() => title.current?.focus({ preventScroll: true }), [place.at])
  const back = (): void => {
    const inTalk = place.at === 'inbox' && place.conversationId !== null
    set({ place: inTalk ? { ...place, conversationId: null } : { at: 'list' } })
  }
  return (
    <aside
      className={`${side.panel} ${css.panel}`}
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <header className={css.head} style={{ borderColor: color }}>
        {place.at !== 'list' && (
          <button type="button" className={side.tool} aria-label={t('back')} onClick={back}>
            <IconArrowLeft size={20} aria-hidden />
          </button>
        )}
        <h2 ref={title} tabIndex={-1}>
          {name ?? t('title')}
          {place.at === 'inbox' && <small>{visitor ?? t('inbox')}</small>}
        </h2>
        {place.at === 'inbox' && (
          <button
            type="button"
            className={side.tool}
            aria-label={t('toInbox')}
            title={t('toInbox')}
            data-wide
            onClick={() => navigate(`/inbox/${place.exhibitorId}`)}
          >
            <IconMaximize size={19} aria-hidden />
          </button>
        )}
        <button type="button" className={side.tool} aria-label={t('close')} onClick={onClose}>
          <IconX size={20} aria-hidden />
        </button>
      </header>
      {place.at === 'list' && own.data && <ConversationList own={own.data} />}
      {place.at === 'list' && !own.data && (
        <p className={css.wait} role={own.isError ? 'alert' : 'status'}>
          {own.isError ? problemText(own.error, tApp) : t('loading')}
        </p>
      )}
      {place.at === 'booth' && me && <BoothTalk personId={me.personId} exhibitorId={place.exhibitorId} to={place.to} />}
      {place.at === 'inbox' && me && (
        <InboxView
          personId={me.personId}
          exhibitorId={place.exhibitorId}
          conversationId={place.conversationId}
          onOpen={(conversationId) => set({ place: { ...place, conversationId } })}
        />
      )}
    </aside>
  )
}

function useExhibitor(place: TalkPlace): { name: string | null; color: string | undefined } {
  const { say } = useLanguage()
  const id = place.at === 'list' ? '' : place.exhibitorId
  const exhibitor = useQuery({ queryKey: ['exhibitor', id], queryFn: () => api.exhibitor(id), enabled: id !== '' }).data
  return id !== '' && exhibitor
    ? { name: say(exhibitor.name), color: exhibitor.color }
    : { name: null, color: undefined }
}

/** With whom an inbox's open conversation is; the inbox itself asks for what this reads. */
function useVisitorOf(place: TalkPlace): string | null {
  const exhibitorId = place.at === 'inbox' ? place.exhibitorId : ''
  const inbox = useQuery({ ...inboxQuery(exhibitorId), enabled: exhibitorId !== '' }).data
  const talk = inbox?.conversations.find(({ id }) => place.at === 'inbox' && id === place.conversationId)
  return talk?.visitor?.name ?? null
}
