import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoothTalk as Talk } from '../../shared/conversations/model.ts'
import { problemText } from '../app/problem-text.ts'
import { talkApi } from '../net/talk-api.ts'
import { onNews, useNews } from '../state/news.ts'
import { useTalk } from '../state/talk.ts'
import css from './booth-talk.module.css'
import { Composer } from './composer.tsx'
import { ThreadLog } from './thread-log.tsx'
import { onArrived, sendOff, useUnsent } from './unsent.ts'
import { useThread } from './use-thread.ts'

const TO = ['everyone', 'staff'] as const
/** How often it is asked whether anybody is at the booth, ms. */
const LOOKS = 30_000

interface Props {
  readonly personId: string
  readonly exhibitorId: string
  readonly to: 'everyone' | 'staff'
}

/** A visitor talks to an exhibitor: before everybody, or in private. */
export function BoothTalk(props: Props) {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const talk = useBoothTalk(props.exhibitorId)
  if (talk.data) return <Open key={`${props.exhibitorId} ${props.to}`} {...props} talk={talk.data} />
  return (
    <div className={css.wait}>
      {talk.isError ? (
        <p role="alert">
          {problemText(talk.error, tApp)}{' '}
          <button type="button" onClick={() => void talk.refetch()}>
            {t('again')}
          </button>
        </p>
      ) : (
        <p role="status">{t('loading')}</p>
      )}
    </div>
  )
}

function Open({ personId, exhibitorId, to, talk }: Props & { talk: Talk }) {
  const { t } = useTranslation('conversations')
  const set = useTalk((state) => state.set)
  const id = to === 'everyone' ? talk.threadId : talk.privateId
  const open = useThread(id)
  const queries = useQueryClient()
  const unsent = useUnsent((state) => state.unsent)
  const pending = useMemo(
    () =>
      unsent.filter(
        ({ addressee, personId: whose }) =>
          whose === personId &&
          addressee.as === 'visitor' &&
          addressee.exhibitorId === exhibitorId &&
          addressee.to === to,
      ),
    [unsent, personId, exhibitorId, to],
  )
  const { hear } = open
  useEffect(
    () =>
      onArrived((message) => {
        hear(message)
        void queries.invalidateQueries({ queryKey: ['talk'] })
      }),
    [hear, queries],
  )
  const [byMail, setByMail] = useState(talk.byMail)
  const change = useMutation({
    mutationFn: (wish: { muted?: boolean; byMail?: boolean }) =>
      id === null ? Promise.resolve(null) : talkApi.change(id, wish),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['talk'] }),
  })
  const isMuted = to === 'staff' && talk.muted
  return (
    <>
      <div className={css.who}>
        <fieldset className={css.switch} aria-label={t('to')}>
          {TO.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={to === one}
              onClick={() => set({ place: { at: 'booth', exhibitorId, to: one } })}
            >
              {t(`to_${one}`)}
            </button>
          ))}
        </fieldset>
        {to === 'staff' && talk.privateId !== null && !talk.muted && (
          <Menu position="bottom-end" width={240} radius={12} shadow="md">
            <Menu.Target>
              <button type="button" className={css.more} aria-label={t('more')}>
                <IconDots size={20} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => change.mutate({ muted: true })}>{t('mute')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        <p>{t(`toHint_${to}`)}</p>
      </div>
      <ThreadLog
        id={id}
        open={open}
        pending={pending}
        rights={{ exhibitorId, moderates: talk.moderates, isThread: to === 'everyone' }}
        start={t(to === 'everyone' ? 'startEveryone' : 'startStaff')}
      />
      <div className={css.foot}>
        {isMuted ? (
          <p className={css.note}>
            {t('muted')}{' '}
            <button type="button" onClick={() => change.mutate({ muted: false })}>
              {t('unmute')}
            </button>
          </p>
        ) : (
          <>
            {!talk.attended && <p className={css.note}>{t(talk.hasMail && byMail ? 'nobodyMail' : 'nobody')}</p>}
            {to === 'everyone' && talk.slowSeconds > 0 && (
              <p className={css.note}>{t('slow', { count: talk.slowSeconds })}</p>
            )}
            {talk.hasMail && (
              <label className={css.mail}>
                <input
                  type="checkbox"
                  checked={byMail}
                  onChange={({ target: { checked } }) => {
                    setByMail(checked)
                    change.mutate({ byMail: checked })
                  }}
                />
                {t('byMail')}
              </label>
            )}
            <Composer
              draftOf={`${exhibitorId} ${to}`}
              placeholder={t('ask')}
              conversationId={id}
              onSend={(text, attachments) =>
                sendOff({
                  ...{ personId, addressee: { as: 'visitor', exhibitorId, to }, text, attachments, questionId: null },
                  byMail: talk.hasMail ? byMail : undefined,
                })
              }
            />
          </>
        )}
      </div>
    </>
  )
}

/** What one needs to know to speak at a booth, up to date while it is open. */
function useBoothTalk(exhibitorId: string) {
  const arrivals = useNews((state) => state.arrivals)
  const listenTo = useNews((state) => state.set)
  const talk = useQuery({
    queryKey: ['talk', exhibitorId],
    queryFn: () => talkApi.booth(exhibitorId),
    refetchInterval: LOOKS,
    staleTime: 0,
  })
  const { refetch, data } = talk
  useEffect(() => {
    listenTo({ listensTo: exhibitorId })
    return () => listenTo({ listensTo: null })
  }, [exhibitorId, listenTo])
  const known = data?.threadId
  useEffect(
    () =>
      onNews((news) => {
        if (news.exhibitorId !== exhibitorId) return
        // Slow mode changed, or the first words were said.
        if (news.news === 'changed' || (news.news === 'message' && known === null)) void refetch()
      }),
    [exhibitorId, known, refetch],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line is up again
  useEffect(() => void refetch(), [arrivals, refetch])
  return talk
}
