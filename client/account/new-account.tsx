import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { anyLook } from '../../shared/people/look.ts'
import { useLanguage } from '../app/i18n.ts'
import { Waiting } from '../app/waiting.tsx'
import { accountApi } from '../net/account-api.ts'
import { api } from '../net/api.ts'
import css from './account.module.css'
import { CodeField, EmailField, Field, Form, NewPasswordField } from './form.tsx'
import { Elsewhere, LetterSent } from './letter-sent.tsx'
import { Page } from './page.tsx'
import { blames, isCommonPassword, isLongEnough, looksLikeCode, looksLikeEmail, otherProblem } from './problems.ts'

/** An address and a password, then the code from the letter. Who has not come in yet also says their name. */
export function NewAccount() {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY })
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [written, setWritten] = useState(false)
  const [asked, setAsked] = useState(false)

  const prove = useMutation({
    mutationFn: async () => {
      if (!me.data) {
        const guest = { name: name.trim(), look: anyLook(Math.random), language, findable: false }
        queries.setQueryData(['me'], await api.comeIn(guest))
      }
      await accountApi.proveAddress(email)
    },
    onSuccess: () => {
      setWritten(true)
      setAsked(false)
    },
  })
  const create = useMutation({
    mutationFn: () => accountApi.create(email, code, password),
    onSuccess: (account) => {
      queries.setQueryData(['account'], account)
      navigate('/account')
    },
    // The password is asked for on the page before.
    onError: (error) => setWritten(!isCommonPassword(error)),
  })
  if (me.isPending) return <Waiting />

  if (written) {
    const wrongCode = (asked && !looksLikeCode(code)) || blames(create.error, 'code')
    return (
      <Page title={t('codeTitle')}>
        <p className={css.intro}>{t('codeSent', { email: email.trim() })}</p>
        <Form
          button={t('confirm')}
          busy={create.isPending}
          problem={otherProblem(create.error, ['code'], tApp)}
          onSubmit={() => {
            setAsked(true)
            if (looksLikeCode(code)) create.mutate()
          }}
        >
          <CodeField value={code} onText={setCode} wrong={wrongCode} />
        </Form>
        <LetterSent send={() => accountApi.proveAddress(email)} onOtherAddress={() => setWritten(false)} />
      </Page>
    )
  }

  const missing = !me.data && name.trim() === ''
  const wrongEmail = (asked && !looksLikeEmail(email)) || blames(prove.error, 'email')
  return (
    <Page title={t('createTitle')}>
      <p className={css.intro}>{t('createIntro')}</p>
      <Form
        button={t('continue')}
        busy={prove.isPending}
        problem={otherProblem(prove.error ?? create.error, ['email', 'code'], tApp)}
        onSubmit={() => {
          setAsked(true)
          if (!missing && looksLikeEmail(email) && isLongEnough(password)) prove.mutate()
        }}
      >
        {!me.data && (
          <Field
            caption={t('name')}
            autoComplete="given-name"
            maxLength={40}
            value={name}
            onText={setName}
            problem={asked && missing ? t('nameMissing') : null}
          />
        )}
        <EmailField value={email} onText={setEmail} wrong={wrongEmail} />
        <NewPasswordField
          caption={t('password')}
          value={password}
          onText={setPassword}
          wrong={asked && !isLongEnough(password)}
        />
      </Form>
      <Elsewhere question={t('haveAccount')} to="/account/sign-in" answer={t('signIn')} />
    </Page>
  )
}
