import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { workspaceApi } from '../net/workspace-api.ts'
import css from './booth-choice.module.css'
import fields from './fields.module.css'

/** For organizers, who dress any booth: all of the salon, by name. */
export function AnyBooth() {
  const { t } = useTranslation('workspace')
  const { t: tApp } = useTranslation('app')
  const { language, say } = useLanguage()
  const [typed, setTyped] = useState('')
  const wish = useDeferredValue(typed.trim().toLocaleLowerCase(language))
  const id = useId()
  const all = useQuery({ queryKey: ['all-exhibitors'], queryFn: workspaceApi.exhibitors })
  const found = all.data?.filter(({ name }) => `${name.ru} ${name.en}`.toLocaleLowerCase(language).includes(wish))
  return (
    <section>
      <div className={fields.field}>
        <label htmlFor={id}>{t('findBooth')}</label>
        <input id={id} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </div>
      {all.error && <p role="alert">{problemText(all.error, tApp)}</p>}
      {found?.length === 0 && <p className={css.none}>{t('noSuchBooth')}</p>}
      <ul className={css.booths}>
        {found?.map(({ id: exhibitorId, name, summary }) => (
          <li key={exhibitorId}>
            <Link href={`/workspace/${encodeURIComponent(exhibitorId)}`}>
              <b>{say(name)}</b>
              <span>{say(summary)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
