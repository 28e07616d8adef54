import { IconInbox, IconMessages, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ConversationSummary, OwnConversations } from '../../shared/conversations/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { talkApi } from '../net/talk-api.ts'
import { useTalk } from '../state/talk.ts'
import css from './conversation-list.module.css'
import { shortly } from './times.ts'

/** Everything we talk about: inboxes we answer for first, then our own conversations, latest first. */
export function ConversationList({ own }: { own: OwnConversations }) {
  const { t } = useTranslation('conversations')
  const { say, language } = useLanguage()
  const [, navigate] = useLocation()
  const set = useTalk((state) => state.set)
  const { conversations, inboxes, moderates } = own
  return (
    <div className={css.body}>
      {(inboxes.length > 0 || moderates) && (
        <ul className={css.list}>
          {inboxes.map(({ exhibitorId, exhibitorName, open }) => (
            <li key={exhibitorId}>
              <button
                type="button"
                className={css.work}
                onClick={() => set({ place: { at: 'inbox', exhibitorId, conversationId: null } })}
              >
                <IconInbox size={22} aria-hidden />
                <span className={css.words}>
                  <strong>{say(exhibitorName)}</strong>
                  <span>{open > 0 ? t('waiting', { count: open }) : t('waitingNone')}</span>
                </span>
                {open > 0 && <span className={css.count}>{open}</span>}
              </button>
            </li>
          ))}
          {moderates && (
            <li>
              <button type="button" className={css.work} onClick={() => navigate('/reports')}>
                <IconShieldCheck size={22} aria-hidden />
                <span className={css.words}>
                  <strong>{t('moderation')}</strong>
                </span>
              </button>
            </li>
          )}
        </ul>
      )}
      {conversations.length === 0 ? (
        <div className={css.empty}>
          <IconMessages size={44} stroke={1.4} aria-hidden />
          <h3>{t('empty')}</h3>
          <p>{t('emptyHow')}</p>
        </div>
      ) : (
        <>
          <ul className={css.list}>
            {conversations.map((one) => (
              <li key={one.id}>
                <Row talk={one} />
              </li>
            ))}
          </ul>
          <p className={css.keep}>
            {t('keep')}:{' '}
            <a href={talkApi.fileOfOwn('text', language)} download>
              {t('keepText')}
            </a>{' '}
            <a href={talkApi.fileOfOwn('json', language)} download>
              {t('keepJson')}
            </a>
          </p>
        </>
      )}
    </div>
  )
}

function Row({ talk }: { talk: ConversationSummary }) {
  const { t } = useTranslation('conversations')
  const { say, language } = useLanguage()
  const set = useTalk((state) => state.set)
  const to = talk.visitor === null ? 'everyone' : 'staff'
  return (
    <button
      type="button"
      className={css.row}
      data-unread={talk.unread > 0 || undefined}
      onClick={() => set({ place: { at: 'booth', exhibitorId: talk.exhibitorId, to } })}
    >
      <span className={css.words}>
        <strong>{say(talk.exhibitorName)}</strong>
        <span className={css.kind}>{t(to === 'everyone' ? 'thread' : 'private')}</span>
        <span className={css.last}>{talk.last && lastWords(talk.last, 'visitor', t)}</span>
      </span>
      <span className={css.side}>
        {talk.last && <time dateTime={talk.last.saidAt}>{shortly(talk.last.saidAt, new Date(), language)}</time>}
        {talk.unread > 0 ? (
          <span className={css.count}>
            <span aria-hidden>{talk.unread}</span>
            <span className="visually-hidden">{t('unread', { count: talk.unread })}</span>
          </span>
        ) : (
          talk.question === 'open' && <span className={css.open}>{t('question_open')}</span>
        )}
      </span>
    </button>
  )
}

/** What was said last, as seen from a side. */
export function lastWords(
  last: NonNullable<ConversationSummary['last']>,
  from: 'visitor' | 'staff',
  t: ReturnType<typeof useTranslation<'conversations'>>['t'],
): string {
  const text = last.text || t('attached')
  return last.side === from ? t('you', { text }) : text
}
