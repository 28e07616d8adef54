import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, Redirect, Route, Switch } from 'wouter'
import { CameAs } from '../app/came-as.tsx'
import { learn, useLanguage } from '../app/i18n.ts'
import { PageFrame } from '../app/page-frame.tsx'
import { problemText } from '../app/problem-text.ts'
import { Waiting } from '../app/waiting.tsx'
import { api } from '../net/api.ts'
import { Desk } from './desk.tsx'
import css from './leads.module.css'
import { texts } from './texts.ts'

learn('leads', texts)

/** Pages of those who follow up visits to their booth: under /leads. */
export default function LeadsPages() {
  return (
    <Switch>
      <Route path="/leads/:exhibitorId/:leadId?">
        {({ exhibitorId, leadId }) => (
          <CameAs>{() => <Desk key={exhibitorId} exhibitorId={exhibitorId} leadId={leadId ?? null} />}</CameAs>
        )}
      </Route>
      <Route>
        <CameAs>{() => <Whose />}</CameAs>
      </Route>
    </Switch>
  )
}

/** The booths one works for; whoever has a single one is at its leads at once. */
function Whose() {
  const { t } = useTranslation('leads')
  const { t: tApp } = useTranslation('app')
  const { say } = useLanguage()
  const { data, error, isPending } = useQuery({ queryKey: ['own-booths'], queryFn: api.ownBooths })
  if (isPending) return <Waiting />
  const [only, second] = data?.booths ?? []
  if (only && !second) return <Redirect to={`/leads/${encodeURIComponent(only.exhibitorId)}`} replace />
  return (
    <PageFrame widest={1360} title={only ? t('whose') : t('leads')}>
      {error && <p role="alert">{problemText(error, tApp)}</p>}
      {data && !only && <p className={css.quiet}>{t('haveNone')}</p>}
      <ul className={css.booths}>
        {data?.booths.map(({ exhibitorId, name }) => (
          <li key={exhibitorId}>
            <Link href={`/leads/${encodeURIComponent(exhibitorId)}`}>{say(name)}</Link>
          </li>
        ))}
      </ul>
    </PageFrame>
  )
}
