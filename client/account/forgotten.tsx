import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountApi } from '../net/account-api.ts'
import css from './account.module.css'
import { CodeField, EmailField, Form, NewPasswordField } from './form.tsx'
import { Elsewhere, LetterSent } from './letter-sent.tsx'
import { Page } from './page.tsx'
import { isLongEnough, looksLikeCode, looksLikeEmail, otherProblem } from './problems.ts'
import { useArrival } from './use-arrival.ts'

/** A code to the address, then a new password with it, and in one goes. */
export function Forgotten() {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const arrive = useArrival()
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [written, setWritten] = useState(false)
  const [asked, setAsked] = useState(false)

  const forgot = useMutation({
    mutationFn: () => accountApi.forgot(email),
    onSuccess: () => {
      setWritten(true)
      setAsked(false)
    },
  })
  const reset = useMutation({
    mutationFn: async () => {
      await accountApi.resetPassword(email, code, password)
      return accountApi.signIn(email, password)
    },
    onSuccess: arrive,
  })

  if (!written) {
    return (
      <Page title={t('forgottenTitle')}>
        <p className={css.intro}>{t('forgottenIntro')}</p>
        <Form
          button={t('sendCode')}
          busy={forgot.isPending}
          problem={otherProblem(forgot.error, [], tApp)}
          onSubmit={() => {
            setAsked(true)
            if (looksLikeEmail(email)) forgot.mutate()
          }}
        >
          <EmailField value={email} onText={setEmail} wrong={asked && !looksLikeEmail(email)} />
        </Form>
        <Elsewhere question={t('haveAccount')} to="/account/sign-in" answer={t('signIn')} />
      </Page>
    )
  }
  return (
    <Page title={t('codeTitle')}>
      <p className={css.intro}>{t('codeMaybe', { email: email.trim() })}</p>
      <Form
        button={t('setPassword')}
        busy={reset.isPending}
        problem={otherProblem(reset.error, [], tApp)}
        onSubmit={() => {
          setAsked(true)
          if (looksLikeCode(code) && isLongEnough(password)) reset.mutate()
        }}
      >
        <CodeField value={code} onText={setCode} wrong={asked && !looksLikeCode(code)} />
        <NewPasswordField
          caption={t('newPassword')}
          value={password}
          onText={setPassword}
          wrong={asked && !isLongEnough(password)}
        />
      </Form>
      <LetterSent send={() => accountApi.forgot(email)} onOtherAddress={() => setWritten(false)} />
    </Page>
  )
}
