import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, Redirect } from 'wouter'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { Waiting } from '../app/waiting.tsx'
import { api } from '../net/api.ts'
import css from './booth-of-mine.module.css'
import { Frame } from './frame.tsx'

const figuresOf = (exhibitorId: string): string => `/figures/${encodeURIComponent(exhibitorId)}`

/** The booths one works for; whoever has a single one sees its figures at once. */
export function BoothOfMine() {
  const { t } = useTranslation('figures')
  const { t: tApp } = useTranslation('app')
  const { say } = useLanguage()
  const { data, error, isPending } = useQuery({ queryKey: ['own-booths'], queryFn: api.ownBooths })
  if (isPending) return <Waiting />
  const [only, second] = data?.booths ?? []
  if (only && !second) return <Redirect to={figuresOf(only.exhibitorId)} replace />
  return (
    <Frame title={t('myFigures')}>
      {error && <p role="alert">{problemText(error, tApp)}</p>}
      {data?.booths.length === 0 && <p className={css.none}>{t('haveNone')}</p>}
      <ul className={css.booths}>
        {data?.booths.map(({ exhibitorId, name }) => (
          <li key={exhibitorId}>
            <Link href={figuresOf(exhibitorId)}>{say(name)}</Link>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
