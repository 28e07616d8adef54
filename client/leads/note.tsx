import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadWithEvents } from '../../shared/leads/model.ts'
import { ApiProblem } from '../net/api.ts'
import { leadsApi } from '../net/leads-api.ts'
import css from './lead-view.module.css'
import { leadKey } from './use-lead-change.ts'

/** Milliseconds after the last key before a note is sent, and until it is tried again. */
const PAUSE = 900
const AGAIN = 4000

type State = 'kept' | 'keeping' | 'failed' | { readonly theirs: LeadWithEvents }

/**
 * What the exhibitor's people write about somebody: kept by itself. A colleague's words are never written over unseen,
 * and what was typed stays in the field whatever happens on the line.
 */
export function Note({ exhibitorId, lead }: { exhibitorId: string; lead: LeadWithEvents }) {
  const { t } = useTranslation('leads')
  const queries = useQueryClient()
  const id = useId()
  const [text, setText] = useState(lead.note)
  const [state, setState] = useState<State>('kept')
  /** What the server had when we began to type. */
  const base = useRef(lead.note)
  const isDirty = text !== base.current
  const newer = lead.note
  useEffect(() => {
    // Nothing of ours is unsaved: what a colleague wrote is shown.
    if (newer !== base.current && text === base.current) {
      base.current = newer
      setText(newer)
    }
  }, [newer, text])

  const keep = async (note: string, upon: LeadWithEvents): Promise<void> => {
    setState('keeping')
    try {
      const kept = await leadsApi.change(exhibitorId, lead.id, { note, version: upon.version })
      base.current = note
      queries.setQueryData(leadKey(exhibitorId, lead.id), kept)
      setState('kept')
    } catch (error) {
      if (!(error instanceof ApiProblem && error.code === 'outdated')) return setState('failed')
      const present = await leadsApi.one(exhibitorId, lead.id).catch(() => null)
      if (!present) return setState('failed')
      // Somebody changed something else: our note goes on top of it.
      if (present.note === base.current) return keep(note, present)
      setState({ theirs: present })
    }
  }
  const latest = useRef(keep)
  latest.current = keep
  const canSend = isDirty && typeof state !== 'object'
  useEffect(() => {
    if (!canSend || state === 'keeping') return
    const timer = setTimeout(() => void latest.current(text, lead), state === 'failed' ? AGAIN : PAUSE)
    return () => clearTimeout(timer)
  }, [text, canSend, state, lead])
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isDirty])
  const waiting = useRef<() => void>(() => undefined)
  waiting.current = () => {
    if (canSend)
      void leadsApi.change(exhibitorId, lead.id, { note: text, version: lead.version }).catch(() => undefined)
  }
  // Whoever goes on to the next visitor in the middle of a pause leaves nothing behind.
  useEffect(() => () => waiting.current(), [])

  return (
    <section className={css.part}>
      <label htmlFor={id}>{t('note')}</label>
      <textarea
        id={id}
        rows={4}
        maxLength={4000}
        value={text}
        placeholder={t('noteHint')}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={css.state} role="status">
        {state === 'keeping' && t('keeping')}
        {state === 'kept' && !isDirty && base.current !== '' && t('kept')}
        {state === 'failed' && t('notKept')}
      </p>
      {typeof state === 'object' && (
        <div className={css.conflict} role="alert">
          <p>{t('conflict')}</p>
          <blockquote>{state.theirs.note}</blockquote>
          <p>
            <button type="button" onClick={() => void keep(text, state.theirs)}>
              {t('keepMine')}
            </button>
            <button
              type="button"
              onClick={() => {
                base.current = state.theirs.note
                setText(state.theirs.note)
                queries.setQueryData(leadKey(exhibitorId, lead.id), state.theirs)
                setState('kept')
              }}
            >
              {t('takeTheirs')}
            </button>
          </p>
        </div>
      )}
    </section>
  )
}
