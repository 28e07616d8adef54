import { IconTableImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, Redirect } from 'wouter'
import { useLanguage } from '../app/i18n.ts'
import { PageFrame } from '../app/page-frame.tsx'
import { problemText } from '../app/problem-text.ts'
import { Waiting } from '../app/waiting.tsx'
import { api } from '../net/api.ts'
import { AnyBooth } from './any-booth.tsx'
import css from './booth-choice.module.css'

/** The booths one works for; whoever has a single one is there at once. */
export function BoothChoice() {
  const { t } = useTranslation('workspace')
  const { t: tApp } = useTranslation('app')
  const { say } = useLanguage()
  const { data, error, isPending } = useQuery({ queryKey: ['own-booths'], queryFn: api.ownBooths })
  if (isPending) return <Waiting />
  const [only, second] = data?.booths ?? []
  if (only && !second && !data?.organizes)
    return <Redirect to={`/workspace/${encodeURIComponent(only.exhibitorId)}`} replace />
  return (
    <PageFrame widest={1440} title={t(data?.organizes ? 'allBooths' : 'myBooths')}>
      {error && <p role="alert">{problemText(error, tApp)}</p>}
      {data?.booths.length === 0 && !data.organizes && <p className={css.none}>{t('haveNone')}</p>}
      <ul className={css.booths}>
        {data?.booths.map(({ exhibitorId, name, role }) => (
          <li key={exhibitorId}>
            <Link href={`/workspace/${encodeURIComponent(exhibitorId)}`}>
              <b>{say(name)}</b>
              <span>{t(role === 'owner' ? 'role_owner' : 'role_representative')}</span>
            </Link>
          </li>
        ))}
      </ul>
      {data?.organizes && (
        <>
          <Link href="/booth-import" className={css.bulk}>
            <IconTableImport size={19} aria-hidden />
            {t('fromTable')}
          </Link>
          <AnyBooth />
        </>
      )}
    </PageFrame>
  )
}
