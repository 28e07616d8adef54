import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { accountApi } from '../net/account-api.ts'
import css from './account.module.css'
import { Page } from './page.tsx'

/** Letters that have not left, for organizers; in the demo for whoever opened it. */
export function Letters() {
  const { t } = useTranslation('account')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const letters = useQuery({ queryKey: ['letters'], queryFn: accountApi.letters, staleTime: 0 })
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Page title={t('letters')} wide>
      <div className={css.headed}>
        <p className={css.intro}>{t('lettersIntro')}</p>
        <button type="button" className={css.quiet} onClick={() => void letters.refetch()}>
          {t('refresh')}
        </button>
      </div>
      {letters.isError && (
        <p role="alert" className={css.problem}>
          {problemText(letters.error, tApp)}
        </p>
      )}
      {letters.data?.length === 0 && <p className={css.empty}>{t('noLetters')}</p>}
      {letters.data?.map(({ id, recipient, subject, text, writtenAt }) => (
        <article key={id} className={css.letter}>
          <header>
            <h2>{subject}</h2>
            <p>
              <span>{t('to', { recipient })}</span>
              <time dateTime={writtenAt}>{when.format(new Date(writtenAt))}</time>
            </p>
          </header>
          <pre>{text}</pre>
        </article>
      ))}
    </Page>
  )
}
