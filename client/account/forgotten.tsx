import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { accountApi } from '../net/account-api.ts'
import css from './account.module.css'
import { CodeField, Field, Form, PasswordField } from './form.tsx'
import { Elsewhere, LetterSent } from './letter-sent.tsx'
import { Page } from './page.tsx'
import { isLongEnough, looksLikeEmail, otherProblem } from './problems.ts'

/** A code to the address, then a new password with it, and in one goes. */
export function Forgotten() {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const [, navigate] = useLocation()
  const queries = useQueryClient()
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
    onSuccess: (me) => {
      queries.setQueryData(['me'], me)
      void queries.invalidateQueries({ queryKey: ['account'] })
      navigate(me ? '/account' : '/')
    },
  })
  const rightCode = /^\d{6}$/.test(code.replace(/\s/g, ''))

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
          <Field
            caption={t('email')}
            type="email"
            autoComplete="username"
            value={email}
            onText={setEmail}
            problem={asked && !looksLikeEmail(email) ? t('emailWrong') : null}
          />
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
          if (rightCode && isLongEnough(password)) reset.mutate()
        }}
      >
        <CodeField value={code} onText={setCode} problem={asked && !rightCode ? t('codeWrong') : null} />
        <PasswordField
          caption={t('newPassword')}
          fresh
          hint={t('passwordHint')}
          value={password}
          onText={setPassword}
          problem={asked && !isLongEnough(password) ? t('passwordWrong') : null}
        />
      </Form>
      <LetterSent send={() => accountApi.forgot(email)} onOtherAddress={() => setWritten(false)} />
    </Page>
  )
}
