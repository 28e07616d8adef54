import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BriefcaseItem, LONGEST_NOTE } from '../../shared/briefcase/model.ts'
import { problemText } from '../app/problem-text.ts'
import { keep } from '../app/use-briefcase.ts'
import { briefcaseApi } from '../net/briefcase-api.ts'
import css from './note.module.css'

/** A pause after which what was typed is kept, ms. */
const PAUSE = 800
/** Characters left from which on they are counted. */
const TIGHT = 200

/** A note that keeps itself while it is written. */
export function Note({ item, title, fresh }: { item: BriefcaseItem; title: string; fresh: boolean }) {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const [text, setText] = useState(item.note)
  const field = useRef<HTMLTextAreaElement>(null)
  const save = useMutation({
    mutationFn: (note: string) => briefcaseApi.annotate(item.id, { note }),
    onSuccess: (changed) => keep(queries, changed),
  })
  const { mutate } = save
  const kept = useRef(item.note)
  useEffect(() => {
    if (fresh) field.current?.focus()
  }, [fresh])
  useEffect(() => {
    if (text === kept.current) return
    const keepIt = (): void => {
      if (text === kept.current) return
      kept.current = text
      mutate(text)
    }
    const timer = setTimeout(keepIt, PAUSE)
    const element = field.current
    element?.addEventListener('blur', keepIt)
    return () => {
      clearTimeout(timer)
      element?.removeEventListener('blur', keepIt)
    }
  }, [text, mutate])
  const left = LONGEST_NOTE - text.length
  return (
    <div className={css.note}>
      <textarea
        ref={field}
        value={text}
        rows={Math.min(8, Math.max(2, text.split('\n').length))}
        maxLength={LONGEST_NOTE}
        placeholder={t('notePlaceholder')}
        aria-label={t('note', { title })}
        onChange={(event) => setText(event.target.value)}
      />
      <p role="status" className={css.state}>
        {save.isPending && t('noteSaving')}
        {save.isSuccess && text === save.variables && t('noteSaved')}
        {left < TIGHT && <span>{t('noteLeft', { count: left })}</span>}
      </p>
      {save.isError && (
        <p role="alert" className={css.problem}>
          {problemText(save.error, tApp)}{' '}
          <button type="button" onClick={() => save.mutate(text)}>
            {t('again')}
          </button>
        </p>
      )}
    </div>
  )
}
