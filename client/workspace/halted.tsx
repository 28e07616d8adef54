import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { LOCKABLE } from '../../shared/booth/content.ts'
import { problemText } from '../app/problem-text.ts'
import { ApiProblem, api } from '../net/api.ts'
import { useDressing } from './booth-context.ts'
import css from './conflict.module.css'
import { inWords } from './in-words.ts'

/** Nothing is kept any more: why, and what to do, with the words at hand to take along. */
export function Halted({ personId }: { personId: string }) {
  const { t } = useTranslation('workspace')
  const { t: tApp } = useTranslation('app')
  const { draft, now, keeper } = useDressing()
  const queries = useQueryClient()
  const again = useMutation({
    mutationFn: async () => {
      // Whoever signed in meanwhile does not keep another's words as their own.
      const me = await api.me()
      if (me && me.personId !== personId)
        throw new ApiProblem({ error: 'forbidden', message: 'Somebody else signed in.' })
      if (me) queries.setQueryData(['me'], me)
      await keeper.again()
    },
  })
  const { halted } = now
  if (!halted) return null
  const why =
    halted.code === 'not-entered'
      ? t('haltedSignedOut')
      : halted.code === 'forbidden'
        ? t('haltedDismissed')
        : problemText(halted, tApp)
  const words = inWords(now.document, LOCKABLE, (field) => t(`field_${field}`))
  return (
    <section className={css.conflict} role="alert">
      <h2>{t('halted')}</h2>
      <p>{why}</p>
      <div>
        {halted.code === 'not-entered' && (
          <Link href="/account/sign-in" target="_blank">
            {t('signIn')}
          </Link>
        )}
        <button type="button" className={css.ours} disabled={again.isPending} onClick={() => again.mutate()}>
          {t('saveAgain')}
        </button>
        <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(words)}`} download={`${draft.exhibitorId}.txt`}>
          {t('downloadCopy')}
        </a>
      </div>
      {again.error && (
        <p className={css.still}>
          {again.error instanceof ApiProblem && again.error.code === 'forbidden'
            ? t('haltedOther')
            : problemText(again.error, tApp)}
        </p>
      )}
    </section>
  )
}
