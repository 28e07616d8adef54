import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { problemText } from '../app/problem-text.ts'
import { api } from '../net/api.ts'
import css from './account.module.css'

/** Seconds until another letter may be asked for. */
const PATIENCE = 30

/** After a code was written: ask for another, take another address, and in the demo read the letter here. */
export function LetterSent({ send, onOtherAddress }: { send: () => Promise<unknown>; onOtherAddress: () => void }) {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon })
  const [left, setLeft] = useState(PATIENCE)
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  const again = useMutation({ mutationFn: send, onSuccess: () => setLeft(PATIENCE) })

  return (
    <div className={css.below}>
      {salon.data?.demo && (
        <p className={css.tip}>
          {t('demoLetters')}{' '}
          <a href="/account/letters" target="_blank" rel="noreferrer">
            {t('readLetters')}
          </a>
        </p>
      )}
      <p className={css.links}>
        <button
          type="button"
          className={css.link}
          disabled={left > 0 || again.isPending}
          onClick={() => again.mutate()}
        >
          {left > 0 ? t('againIn', { seconds: left }) : t('again')}
        </button>
        <button type="button" className={css.link} onClick={onOtherAddress}>
          {t('otherAddress')}
        </button>
      </p>
      <p role="status" className={again.isError ? css.problem : css.done}>
        {again.isError ? problemText(again.error, tApp) : again.isSuccess && t('sentAgain')}
      </p>
    </div>
  )
}

/** A line under a form that leads elsewhere. */
export function Elsewhere({ question, to, answer }: { question: string; to: string; answer: string }) {
  return (
    <p className={css.elsewhere}>
      {question} <Link href={to}>{answer}</Link>
    </p>
  )
}
