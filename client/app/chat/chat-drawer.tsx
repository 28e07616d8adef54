import { IconHandStop, IconSend, IconX } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../../state/chat.ts'
import { useHall } from '../../state/hall.ts'
import { isMuted, useSettings } from '../../state/settings.ts'
import css from './chat-drawer.module.css'

const LONGEST = 300
/** Letters left when the counter appears. */
const NEARLY_FULL = 60

/** What is said in this instance of the hall, and a line to say something. */
export function ChatDrawer() {
  const { t } = useTranslation('app')
  const { lines, open, draft, write, show } = useChat()
  const hall = useHall((state) => state.hall)
  const connection = useHall((state) => state.connection)
  const muted = useSettings((state) => state.muted)
  const set = useSettings((state) => state.set)
  const wait = useWait()
  const end = useRef<HTMLLIElement>(null)
  const composer = useRef<HTMLInputElement>(null)
  const heard = lines.filter((line) => !isMuted(muted, line.personId))
  const last = heard.at(-1)?.id

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last line is what there is to scroll to
  useEffect(() => {
    // Browsers have begun to answer with a promise, which an effect must not return.
    end.current?.scrollIntoView({ block: 'end' })
  }, [last, open])

  useEffect(() => {
    if (open) composer.current?.focus()
  }, [open])

  if (!open || !hall) return null
  const ready = draft.trim() !== '' && wait === 0 && connection === 'here'
  const say = (event: FormEvent): void => {
    event.preventDefault()
    if (!ready) return
    hall.visitor.say(draft.trim())
    write('')
  }

  return (
    <aside className={css.drawer} aria-label={t('chat')}>
      <header>
        <h2>{t('chat')}</h2>
        <button type="button" onClick={() => show(false)} aria-label={t('close')}>
          <IconX size={20} aria-hidden />
        </button>
      </header>
      {heard.length === 0 ? (
        <p className={css.empty}>{t('chatEmpty')}</p>
      ) : (
        <ol>
          {heard.map((line) => (
            <li key={line.id} data-own={line.slot === hall.slot || undefined}>
              <span className={css.who}>
                {line.name}
                <time>{clock(line.at - hall.now())}</time>
                {line.slot !== hall.slot && (
                  <button
                    type="button"
                    onClick={() => set({ muted: [...muted, { personId: line.personId, name: line.name }] })}
                  >
                    {t('muteShort')}
                    <span className="visually-hidden"> {line.name}</span>
                  </button>
                )}
              </span>
              <p>{line.text}</p>
            </li>
          ))}
          <li ref={end} aria-hidden />
        </ol>
      )}
      <form onSubmit={say}>
        <label htmlFor="say" className="visually-hidden">
          {t('saySomething')}
        </label>
        <input
          id="say"
          ref={composer}
          value={draft}
          maxLength={LONGEST}
          placeholder={t('saySomething')}
          autoComplete="off"
          onChange={(event) => write(event.target.value)}
        />
        <button type="button" onClick={() => hall.visitor.wave()} aria-label={t('wave')} title={t('wave')}>
          <IconHandStop size={20} aria-hidden />
        </button>
        <button type="submit" disabled={!ready} aria-label={t('send')} className={css.send}>
          <IconSend size={20} aria-hidden />
        </button>
        <p className={css.note} role="status">
          {wait > 0 && t('chatWait', { count: wait })}
          {connection !== 'here' && t('chatOffline')}
          {draft.length > LONGEST - NEARLY_FULL && t('lettersLeft', { count: LONGEST - draft.length })}
        </p>
      </form>
    </aside>
  )
}

/** When it was said, by our own clock; `ago` is in ms and negative. */
function clock(ago: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(new Date(Date.now() + ago))
}

/** Seconds until the server lets us say something again; 0 when it does. */
function useWait(): number {
  const waitUntil = useChat((state) => state.waitUntil)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (waitUntil === null) return
    const count = (): void => setSeconds(Math.max(0, Math.ceil((waitUntil - performance.now()) / 1000)))
    count()
    const timer = setInterval(count, 250)
    return () => clearInterval(timer)
  }, [waitUntil])
  return seconds
}
