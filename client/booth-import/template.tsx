import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { csv } from '../../shared/briefcase/csv.ts'
import { problemText } from '../app/problem-text.ts'
import { workspaceApi } from '../net/workspace-api.ts'
import { handOver } from './hand-over.ts'
import css from './import-page.module.css'

const HEAD = [
  'exhibitor',
  'name_ru',
  'name_en',
  'summary_ru',
  'summary_en',
  'website',
  'email',
  'phone',
  'tags',
  'logo',
]

/** A table to begin with: all booths of the salon, as visitors see them. */
export function Template() {
  const { t } = useTranslation('booth-import')
  const { t: tApp } = useTranslation('app')
  const [error, setError] = useState<Error | null>(null)
  const download = async (): Promise<void> => {
    setError(null)
    try {
      const all = await workspaceApi.exhibitors()
      const rows = all.map(({ id, name, summary }) => [id, name.ru, name.en, summary.ru, summary.en])
      handOver(csv([HEAD, ...rows.map((row) => HEAD.map((_, at) => row[at] ?? ''))]), 'booths.csv')
    } catch (problem) {
      if (!(problem instanceof Error)) throw problem
      setError(problem)
    }
  }
  return (
    <div className={css.template}>
      <button type="button" className={css.second} onClick={() => void download()}>
        <IconDownload size={19} aria-hidden />
        {t('template')}
      </button>
      <p>{t('templateHint')}</p>
      {error && <p role="alert">{problemText(error, tApp)}</p>}
    </div>
  )
}
