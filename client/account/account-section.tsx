import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Role } from '../../shared/people/rights.ts'
import type { Account } from '../../shared/salon/people.ts'
import { problemText } from '../app/problem-text.ts'
import { accountApi } from '../net/account-api.ts'
import { forgetOwnCopies } from '../state/own-copies.ts'
import css from './account.module.css'
import { CodeField, EmailField, Form, NewPasswordField, PasswordField } from './form.tsx'
import { blames, isLongEnough, looksLikeCode, looksLikeEmail, otherProblem } from './problems.ts'

const LETTER_READERS: readonly string[] = ['organizer', 'administrator'] satisfies Role[]

/** How somebody signs in: nothing yet for guests; address, password and the way out for accounts. */
export function AccountSection({ account }: { account: Account }) {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const [changing, setChanging] = useState<'address' | 'password' | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const signOut = useMutation({
    mutationFn: accountApi.signOut,
    onSuccess: () => {
      forgetOwnCopies(localStorage)
      queries.setQueryData(['me'], null)
      navigate('/account/sign-in')
    },
  })
  const finish = (said: string): void => {
    setChanging(null)
    setDone(said)
  }

  if (account.email === null) {
    return (
      <section className={css.section} aria-labelledby="account">
        <h2 id="account">{t('account')}</h2>
        <p className={css.intro}>{t('guestIntro')}</p>
        <p className={css.ways}>
          <Link href="/account/new" className={css.strong}>
            {t('createAccount')}
          </Link>
          <Link href="/account/sign-in" className={css.quiet}>
            {t('signIn')}
          </Link>
        </p>
      </section>
    )
  }
  return (
    <section className={css.section} aria-labelledby="account">
      <h2 id="account">{t('account')}</h2>
      <div className={css.row}>
        <span>
          <small>{t('address')}</small>
          {account.email}
        </span>
        {account.hasPassword && changing !== 'address' && (
          <button
            type="button"
            className={css.quiet}
            aria-label={`${t('change')}: ${t('address')}`}
            onClick={() => setChanging('address')}
          >
            {t('change')}
          </button>
        )}
      </div>
      {changing === 'address' && <NewAddress onDone={() => finish(t('changed'))} onCancel={() => setChanging(null)} />}
      <div className={css.row}>
        <span>
          <small>{t('password')}</small>
          {account.hasPassword ? '••••••••' : t('byProvider')}
        </span>
        {account.hasPassword && changing !== 'password' && (
          <button
            type="button"
            className={css.quiet}
            aria-label={`${t('change')}: ${t('password')}`}
            onClick={() => setChanging('password')}
          >
            {t('change')}
          </button>
        )}
      </div>
      {changing === 'password' && (
        <NewPassword onDone={() => finish(t('othersSignedOut'))} onCancel={() => setChanging(null)} />
      )}
      <p role="status" className={css.done}>
        {done}
      </p>
      {account.roles.length > 0 && (
        <div className={css.row}>
          <span>
            <small>{t('roles')}</small>
            {account.roles.map(({ role }) => t(`role_${role}`)).join(', ')}
          </span>
          {account.roles.some((held) => LETTER_READERS.includes(held.role)) && (
            <Link href="/account/letters" className={css.quiet}>
              {t('letters')}
            </Link>
          )}
        </div>
      )}
      <button type="button" className={css.quiet} disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        {t('signOut')}
      </button>
      {signOut.isError && (
        <p role="alert" className={css.problem}>
          {problemText(signOut.error, tApp)}
        </p>
      )}
    </section>
  )
}

interface Change {
  readonly onDone: () => void
  readonly onCancel: () => void
}

function NewAddress({ onDone, onCancel }: Change) {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [written, setWritten] = useState(false)
  const [asked, setAsked] = useState(false)
  const sent = (): void => {
    setWritten(true)
    setAsked(false)
  }
  const prove = useMutation({ mutationFn: () => accountApi.proveAddress(email), onSuccess: sent })
  const move = useMutation({
    mutationFn: () => accountApi.moveTo(email, code, password),
    onSuccess: (account) => {
      queries.setQueryData(['account'], account)
      onDone()
    },
  })
  return (
    <div className={css.inset}>
      <Form
        button={t(written ? 'confirm' : 'sendCode')}
        busy={prove.isPending || move.isPending}
        problem={otherProblem(move.error ?? prove.error, ['code'], tApp)}
        onSubmit={() => {
          setAsked(true)
          if (!written) {
            if (looksLikeEmail(email)) prove.mutate()
          } else if (looksLikeCode(code) && password !== '') move.mutate()
        }}
      >
        <EmailField
          caption={t('newAddress')}
          autoComplete="email"
          value={email}
          readOnly={written}
          onText={setEmail}
          wrong={asked && !looksLikeEmail(email)}
        />
        {written && (
          <>
            <CodeField
              value={code}
              onText={setCode}
              wrong={(asked && !looksLikeCode(code)) || blames(move.error, 'code')}
            />
            <PasswordField
              caption={t('presentPassword')}
              value={password}
              onText={setPassword}
              problem={asked && password === '' ? t('passwordMissing') : null}
            />
          </>
        )}
      </Form>
      <button type="button" className={css.link} onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  )
}

function NewPassword({ onDone, onCancel }: Change) {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const [asked, setAsked] = useState(false)
  const change = useMutation({
    mutationFn: () => accountApi.changePassword(present, next),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['own-sessions'] })
      onDone()
    },
  })
  return (
    <div className={css.inset}>
      <Form
        button={t('save')}
        busy={change.isPending}
        problem={otherProblem(change.error, [], tApp)}
        onSubmit={() => {
          setAsked(true)
          if (present !== '' && isLongEnough(next)) change.mutate()
        }}
      >
        <PasswordField
          caption={t('presentPassword')}
          value={present}
          onText={setPresent}
          problem={asked && present === '' ? t('passwordMissing') : null}
        />
        <NewPasswordField
          caption={t('newPassword')}
          value={next}
          onText={setNext}
          wrong={asked && !isLongEnough(next)}
        />
      </Form>
      <button type="button" className={css.link} onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  )
}
