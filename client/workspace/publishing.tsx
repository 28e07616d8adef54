import { IconExternalLink } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BoothField, LOCKABLE } from '../../shared/booth/content.ts'
import { problemText } from '../app/problem-text.ts'
import { workspaceApi } from '../net/workspace-api.ts'
import { useDressing } from './booth-context.ts'
import fields from './fields.module.css'
import { Part } from './fields.tsx'
import css from './publishing.module.css'
import { differing } from './savable.ts'
import { usePlot } from './use-plot.ts'

/** «Publishing»: what visitors will see that they do not see yet. */
export function Publishing() {
  const { t } = useTranslation('workspace')
  const { t: tApp } = useTranslation('app')
  const { draft, keeper, now, refresh } = useDressing()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const id = useId()
  const { exhibitorId } = draft
  const plot = usePlot(exhibitorId)
  const changes = differing(draft.published, now.document)
  const faulty = now.faults.size > 0 || now.refused.size > 0
  const publish = useMutation({
    mutationFn: async () => {
      await keeper.flush()
      await workspaceApi.publish(exhibitorId, keeper.now.revision, note.trim())
      await refresh()
    },
    onSuccess: () => {
      setNote('')
      void queries.invalidateQueries({ queryKey: ['versions', exhibitorId] })
    },
  })
  return (
    <Part title={t('publishing')} hint={t('publishingHint')}>
      {changes.length === 0 ? (
        <p className={css.same}>{t('nothingToPublish')}</p>
      ) : (
        <div className={css.changes}>
          <h3>{t('willChange')}</h3>
          <ul>
            {changes.map((field) => (
              <li key={field}>
                <b>{t(`field_${field}`)}</b>
                <span>{countsOf(field)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {faulty && changes.length > 0 && <p className={css.problem}>{t('faultsFirst')}</p>}
      {publish.error && (
        <p role="alert" className={css.problem}>
          {problemText(publish.error, tApp)}
        </p>
      )}
      {publish.isSuccess && changes.length === 0 && (
        <p role="status" className={css.done}>
          {t('published')}
        </p>
      )}
      {draft.may.publish ? (
        changes.length > 0 && (
          <>
            <div className={fields.field}>
              <label htmlFor={id}>{t('note')}</label>
              <input id={id} value={note} maxLength={200} onChange={({ target }) => setNote(target.value)} />
            </div>
            <button
              type="button"
              className={css.publish}
              disabled={faulty || publish.isPending || now.keeping === 'conflict'}
              onClick={() => publish.mutate()}
            >
              {t(publish.isPending ? 'publishingNow' : 'publish')}
            </button>
          </>
        )
      ) : (
        <p className={css.same}>{t('ownerPublishes')}</p>
      )}
      {plot && (
        <a className={css.see} href={`/booth/${encodeURIComponent(plot.booth.id)}`} target="_blank" rel="noreferrer">
          <IconExternalLink size={18} aria-hidden />
          {t('seeAsVisitor')}
        </a>
      )}
      {draft.may.lock && <Locks />}
    </Part>
  )

  /** How many there were and will be, of things that are counted. */
  function countsOf(field: BoothField): string {
    const [before, after] = [draft.published[field], now.document[field]]
    if (!Array.isArray(before) || !Array.isArray(after)) return ''
    return before.length === after.length ? '' : `${before.length} → ${after.length}`
  }
}

/** For organizers: which fields nobody else changes. */
function Locks() {
  const { t } = useTranslation('workspace')
  const { t: tApp } = useTranslation('app')
  const { draft, refresh } = useDressing()
  const lock = useMutation({
    mutationFn: async (fieldsLocked: readonly BoothField[]) => {
      await workspaceApi.lock(draft.exhibitorId, fieldsLocked)
      await refresh()
    },
  })
  const toggle = (field: BoothField): void => {
    const { locks } = draft
    lock.mutate(locks.includes(field) ? locks.filter((one) => one !== field) : [...locks, field])
  }
  return (
    <fieldset className={css.locks}>
      <legend>{t('locks')}</legend>
      <p>{t('locksHint')}</p>
      {lock.error && (
        <p role="alert" className={css.problem}>
          {problemText(lock.error, tApp)}
        </p>
      )}
      <div>
        {LOCKABLE.map((field) => (
          <label key={field}>
            <input
              type="checkbox"
              checked={draft.locks.includes(field)}
              disabled={lock.isPending}
              onChange={() => toggle(field)}
            />
            {t(`field_${field}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
