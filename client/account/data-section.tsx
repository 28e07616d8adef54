import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { accountApi } from '../net/account-api.ts'
import { forgetOwnCopies } from '../state/own-copies.ts'
import css from './account.module.css'
import { Form, PasswordField } from './form.tsx'
import { otherProblem } from './problems.ts'

/** Everything stored on somebody: to take along, or to be gone. `hasPassword`: then it confirms the farewell. */
export function DataSection({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const [sure, setSure] = useState(false)
  const [password, setPassword] = useState('')
  const forget = useMutation({
    mutationFn: () => accountApi.forgetMe(hasPassword ? password : undefined),
    onSuccess: () => {
      forgetOwnCopies(localStorage)
      queries.clear()
      queries.setQueryData(['me'], null)
      navigate('/')
    },
  })
  return (
    <section className={css.section} aria-labelledby="data">
      <h2 id="data">{t('data')}</h2>
      <div className={css.row}>
        <span>{t('dataIntro')}</span>
        <a className={css.quiet} href="/api/me/records" download>
          {t('download')}
        </a>
      </div>
      <div className={css.row}>
        <span>{t('forgetIntro')}</span>
        {!sure && (
          <button type="button" className={css.danger} onClick={() => setSure(true)}>
            {t('forget')}
          </button>
        )}
      </div>
      {sure && (
        <div className={css.inset}>
          <Form
            button={t('forgetSure')}
            busy={forget.isPending}
            grave
            problem={otherProblem(forget.error, [], tApp)}
            onSubmit={() => forget.mutate()}
          >
            {hasPassword && <PasswordField caption={t('presentPassword')} value={password} onText={setPassword} />}
          </Form>
          <button type="button" className={css.link} onClick={() => setSure(false)}>
            {t('cancel')}
          </button>
        </div>
      )}
    </section>
  )
}
