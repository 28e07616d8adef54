import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { workspaceApi } from '../net/workspace-api.ts'
import { useDressing } from './booth-context.ts'
import { Part } from './fields.tsx'
import css from './history.module.css'

/** «History»: what was published, by whom, and the way back. */
export function HistoryPart() {
  const { t } = useTranslation('workspace')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const { draft, keeper, refresh } = useDressing()
  const { exhibitorId } = draft
  const versions = useQuery({ queryKey: ['versions', exhibitorId], queryFn: () => workspaceApi.versions(exhibitorId) })
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  const restore = useMutation({
    mutationFn: async (version: number) => {
      await keeper.flush()
      await workspaceApi.restore(exhibitorId, keeper.now.revision, version)
      keeper.replace(await workspaceApi.draft(exhibitorId))
      await refresh()
    },
  })
  const problem = versions.error ?? restore.error
  return (
    <Part title={t('history')} hint={t('historyHint')}>
      {problem && (
        <p role="alert" className={css.problem}>
          {problemText(problem, tApp)}
        </p>
      )}
      {restore.isSuccess && (
        <p role="status" className={css.done}>
          {t('restored')}
        </p>
      )}
      {versions.data?.length === 0 && <p className={css.empty}>{t('noHistory')}</p>}
      <ol className={css.list}>
        {versions.data?.map(({ version, publishedAt, publishedBy, note, changed }, n) => (
          <li key={version}>
            <div>
              {n === 0 && <em>{t('visitorsSee')}</em>}
              <b>{when.format(new Date(publishedAt))}</b>
              <p>
                {publishedBy ?? t('byImport')}
                {changed.length > 0 && `: ${changed.map((field) => t(`field_${field}`)).join(', ')}`}
              </p>
              {note && <q>{note}</q>}
            </div>
            <button
              type="button"
              disabled={restore.isPending}
              aria-label={t('restoreWhich', { when: when.format(new Date(publishedAt)) })}
              onClick={() => restore.mutate(version)}
            >
              {t('restore')}
            </button>
          </li>
        ))}
      </ol>
    </Part>
  )
}
