import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../shared/salon/model.ts'
import { problemText } from '../app/problem-text.ts'
import { accountApi } from '../net/account-api.ts'
import css from './account.module.css'
import { AccountSection } from './account-section.tsx'
import { DataSection } from './data-section.tsx'
import { Page } from './page.tsx'
import { ProfileSection } from './profile-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

/** Everything about oneself in one place: profile, signing in, devices, data. */
export function OwnPage({ me }: { me: Me }) {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const account = useQuery({ queryKey: ['account'], queryFn: accountApi.account })
  return (
    <Page title={t('mine')} wide>
      <ProfileSection key={me.personId} me={me} />
      {account.isError && (
        <p role="alert" className={css.problem}>
          {problemText(account.error, tApp)}
        </p>
      )}
      {account.data && (
        <>
          <AccountSection account={account.data} />
          {/* A guest is in this browser alone. */}
          {account.data.email !== null && <SessionsSection />}
          <DataSection hasPassword={account.data.hasPassword} />
        </>
      )}
    </Page>
  )
}
