import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { talkApi } from '../net/talk-api.ts'
import list from './conversation-list.module.css'
import css from './inbox-view.module.css'

const PACES = [0, 10, 30, 60, 300] as const

/** The pace of the booth's thread, and everything as a file. */
export function InboxSettings({ exhibitorId, slowSeconds }: { exhibitorId: string; slowSeconds: number }) {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const id = useId()
  const queries = useQueryClient()
  const slow = useMutation({
    mutationFn: (seconds: number) => talkApi.slowMode(exhibitorId, seconds),
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox', exhibitorId] }),
  })
  const paces = [...new Set<number>([...PACES, slowSeconds])].sort((a, b) => a - b)
  return (
    <div className={css.settings}>
      <label htmlFor={id}>{t('slowMode')}</label>
      <select id={id} value={slowSeconds} onChange={({ target }) => slow.mutate(Number(target.value))}>
        {paces.map((one) => (
          <option key={one} value={one}>
            {one === 0 ? t('slowOff') : t('slowEvery', { count: one })}
          </option>
        ))}
      </select>
      {slow.isError && <p role="alert">{problemText(slow.error, tApp)}</p>}
      <p className={list.keep}>
        {t('keep')}:{' '}
        <a href={talkApi.fileOf(exhibitorId, 'text', language)} download>
          {t('keepText')}
        </a>{' '}
        <a href={talkApi.fileOf(exhibitorId, 'json', language)} download>
          {t('keepJson')}
        </a>
      </p>
    </div>
  )
}
