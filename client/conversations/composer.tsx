import { IconPaperclip, IconSend2 } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Attachment, LONGEST_MESSAGE } from '../../shared/conversations/model.ts'
import { ACCEPTED } from '../files/accepted.ts'
import { talkApi } from '../net/talk-api.ts'
import { AttachedList } from './attached-list.tsx'
import css from './composer.module.css'
import { useAttachments } from './use-attachments.ts'

/** Kinds of files that may be sent along. */
const SENDABLE = [...ACCEPTED.picture, 'application/pdf']
/** Letters left when the counter appears. */
const NEARLY_FULL = 200
/** How often the others are told that we are writing, ms. */
const TYPING_EVERY = 3000

interface Props {
  /** Whose draft this is: it outlives the panel. */
  readonly draftOf: string
  readonly placeholder: string
  /** Whom to tell that we are writing; null: nobody yet. */
  readonly conversationId: string | null
  onSend(text: string, attachments: readonly Attachment[]): void
}

/** Where one writes: Enter sends, Shift + Enter starts a line. */
export function Composer({ draftOf, placeholder, conversationId, onSend }: Props) {
  const { t } = useTranslation('conversations')
  const id = useId()
  const [text, setText] = useDraft(draftOf)
  const area = useRef<HTMLTextAreaElement>(null)
  const toldAt = useRef(0)
  const left = LONGEST_MESSAGE - text.length
  const attached = useAttachments(draftOf)
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const ready = left >= 0 && !attached.busy && (text.trim() !== '' || attached.kept.length > 0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text decides how high it is
  useLayoutEffect(() => {
    const box = area.current
    if (!box) return
    box.style.height = 'auto'
    box.style.height = `${Math.min(box.scrollHeight + 2, 160)}px`
  }, [text])

  const write = (next: string): void => {
    setText(next)
    if (conversationId === null || next.trim() === '' || Date.now() - toldAt.current < TYPING_EVERY) return
    toldAt.current = Date.now()
    talkApi.typing(conversationId).catch(() => {})
  }
  const send = (): void => {
    if (!ready) return
    onSend(text.trim(), attached.kept)
    attached.clear()
    setText('')
    area.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a word is being composed Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form
      className={css.composer}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        attached.add([...event.dataTransfer.files])
      }}
      onPaste={({ clipboardData: { files } }) => attached.add([...files])}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <AttachedList attached={attached} />
      <div className={css.line}>
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          accept={SENDABLE.join()}
          onChange={({ target }) => {
            attached.add([...(target.files ?? [])])
            target.value = ''
          }}
        />
        <button
          type="button"
          aria-label={t('attach')}
          title={t('attach')}
          disabled={attached.isFull}
          onClick={() => picker.current?.click()}
        >
          <IconPaperclip size={20} aria-hidden />
        </button>
        <textarea
          ref={area}
          id={id}
          rows={1}
          value={text}
          aria-label={t('compose')}
          aria-describedby={`${id}-hint`}
          placeholder={over ? t('drop') : placeholder}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className={css.send} aria-disabled={!ready} aria-label={t('send')} title={t('send')}>
          <IconSend2 size={20} aria-hidden />
        </button>
      </div>
      <p id={`${id}-hint`} className={css.hint} data-keys={left >= NEARLY_FULL || undefined}>
        {left < NEARLY_FULL ? t('lettersLeft', { count: Math.max(0, left) }) : t('composeHint')}
      </p>
    </form>
  )
}

/** What is being written, kept for as long as the browser's tab lives. */
function useDraft(of: string): [string, (text: string) => void] {
  const key = `alleya-draft ${of}`
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '')
  useEffect(() => setText(sessionStorage.getItem(key) ?? ''), [key])
  return [
    text,
    (next) => {
      setText(next)
      if (next === '') sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, next)
    },
  ]
}
