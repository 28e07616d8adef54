import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { accountApi } from '../net/account-api.ts'
import css from './account.module.css'
import { EmailField, Form, PasswordField } from './form.tsx'
import { Elsewhere } from './letter-sent.tsx'
import { Page } from './page.tsx'
import { looksLikeEmail, otherProblem } from './problems.ts'
import { useArrival } from './use-arrival.ts'

export function SignIn() {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const [params] = useSearchParams()
  const arrive = useArrival()
  const ways = useQuery({ queryKey: ['ways-in'], queryFn: accountApi.waysIn })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const signIn = useMutation({
    mutationFn: () => accountApi.signIn(email, password),
    onSuccess: arrive,
  })
  const provider = useMutation({
    mutationFn: accountApi.beginWithProvider,
    onSuccess: ({ url }) => location.assign(url),
  })
  const wrong = { email: asked && !looksLikeEmail(email), password: asked && password === '' }
  const providerFailed = provider.isError || (params.has('problem') && !signIn.isError)

  return (
    <Page title={t('signInTitle')}>
      <Form
        button={t('signIn')}
        busy={signIn.isPending}
        problem={otherProblem(signIn.error, [], tApp)}
        onSubmit={() => {
          setAsked(true)
          if (looksLikeEmail(email) && password !== '') signIn.mutate()
        }}
      >
        <EmailField value={email} onText={setEmail} wrong={wrong.email} />
        <PasswordField
          caption={t('password')}
          value={password}
          onText={setPassword}
          problem={wrong.password ? t('passwordMissing') : null}
        />
      </Form>
      <p className={css.elsewhere}>
        <Link href="/account/forgotten">{t('forgotten')}</Link>
      </p>
      {ways.data?.provider && (
        <button type="button" className={css.provider} onClick={() => provider.mutate()}>
          {t('orProvider', { provider: ways.data.provider })}
        </button>
      )}
      {providerFailed && (
        <p role="alert" className={css.problem}>
          {t('providerFailed')}
        </p>
      )}
      <Elsewhere question={t('noAccountYet')} to="/account/new" answer={t('create')} />
    </Page>
  )
}
