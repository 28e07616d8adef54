import '@mantine/core/styles/Menu.css'
import '@mantine/core/styles/Popover.css'
import { Menu } from '@mantine/core'
import { IconCornerDownRight, IconDots, IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment, ConversationMessage } from '../../shared/conversations/model.ts'
import { inRendition } from '../../shared/files/address.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { talkApi } from '../net/talk-api.ts'
import { ReportForm } from './report-form.tsx'
import css from './thread-log.module.css'
import { clock } from './times.ts'

/** What the reader may do with messages of others. */
export interface MessageRights {
  readonly exhibitorId: string
  /** Remove messages of the thread, and let those through that wait. */
  readonly moderates: boolean
  readonly isThread: boolean
}

interface Props {
  readonly message: ConversationMessage
  readonly own: boolean
  /** The message it answers, where it is loaded. */
  readonly answered: ConversationMessage | null
  /** Whether the other side has read it. */
  readonly seen: boolean
  readonly rights: MessageRights
  /** Something was done with it. */
  onChange(): void
}

export function Message({ message, own, answered, seen, rights, onChange }: Props) {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const [reporting, setReporting] = useState(false)
  const [problem, setProblem] = useState<Error | null>(null)
  const name = message.authorName ?? t('someone')
  if (message.removed)
    return (
      <li className={css.removed} data-own={own || undefined}>
        {t(`removed_${message.removed.as}`)} ·{' '}
        <time dateTime={message.removed.at}>{clock(message.removed.at, language)}</time>
      </li>
    )
  const removes = rights.moderates && (rights.isThread || message.state === 'held')
  const act = (done: Promise<unknown>): void => void done.then(onChange, setProblem)
  return (
    <li className={css.message} data-own={own || undefined} data-held={message.state === 'held' || undefined}>
      <p className={css.who}>
        <span className={css.name}>{name}</span>
        {message.side === 'staff' && <span className={css.staff}>{t('staff')}</span>}
        <time dateTime={message.saidAt}>{clock(message.saidAt, language)}</time>
        {!own && (
          <Menu position="bottom-end" width={220} radius={12} shadow="md" withinPortal>
            <Menu.Target>
              <button type="button" className={css.dots} aria-label={t('actions', { name })}>
                <IconDots size={18} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown className={css.menu}>
              <Menu.Item onClick={() => setReporting(true)}>{t('report')}</Menu.Item>
              {rights.moderates && message.state === 'held' && (
                <Menu.Item onClick={() => act(talkApi.letThrough(rights.exhibitorId, message.id))}>
                  {t('letThrough')}
                </Menu.Item>
              )}
              {removes && (
                <Menu.Item color="blossom.8" onClick={() => act(talkApi.remove(rights.exhibitorId, message.id))}>
                  {t('remove')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </p>
      <div className={css.words}>
        {answered && rights.isThread && (
          <p className={css.quote}>
            <IconCornerDownRight size={14} aria-hidden />
            <span>
              <span className="visually-hidden">{t('answersTo', { name: answered.authorName ?? t('someone') })} </span>
              <b aria-hidden>{answered.authorName ?? t('someone')}</b> {answered.text}
            </span>
          </p>
        )}
        {message.text && <p className={css.text}>{message.text}</p>}
        {message.attachments.map((one) => (
          <Attached key={one.address} attachment={one} />
        ))}
      </div>
      {message.state === 'held' && <p className={css.note}>{own ? t('held') : t('heldStaff')}</p>}
      {seen && <p className={css.note}>{t('seen')}</p>}
      {problem && (
        <p role="alert" className={css.note}>
          {problemText(problem, tApp)}
        </p>
      )}
      {reporting && <ReportForm messageId={message.id} onDone={() => setReporting(false)} />}
    </li>
  )
}

function Attached({ attachment: { address, kind, name } }: { attachment: Attachment }) {
  const { t } = useTranslation('conversations')
  return (
    <a className={css[kind]} href={address} target="_blank" rel="noopener ugc nofollow">
      {kind === 'image' ? (
        <img src={inRendition(address, 'medium.webp')} alt={t('picture', { name })} loading="lazy" />
      ) : (
        <>
          <IconFileTypePdf size={22} aria-hidden />
          {name}
        </>
      )}
      <span className="visually-hidden">({t('newTab')})</span>
    </a>
  )
}
