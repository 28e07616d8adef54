import { IconDownload, IconMail } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import side from '../app/side-panel.module.css'
import { ApiProblem } from '../net/api.ts'
import { briefcaseApi } from '../net/briefcase-api.ts'
import frame from './panel.module.css'
import css from './take-away.module.css'

const LINKS = ['briefcase-links']

/** The briefcase as a file: now, or by a link in a letter. */
export function TakeAway() {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const queries = useQueryClient()
  const links = useQuery({ queryKey: LINKS, queryFn: briefcaseApi.links })
  const lookAgain = () => queries.invalidateQueries({ queryKey: LINKS })
  const mail = useMutation({ mutationFn: briefcaseApi.sendLink, onSuccess: lookAgain })
  const end = useMutation({ mutationFn: briefcaseApi.endLinks, onSuccess: lookAgain })
  const live = links.data?.length ?? 0
  const guest = mail.error instanceof ApiProblem && mail.error.code === 'no-account'
  const day = (moment: string): string =>
    new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(new Date(moment))
  return (
    <footer className={side.foot}>
      <div className={css.ways}>
        <a className={frame.main} href="/api/briefcase/archive" download>
          <IconDownload size={19} aria-hidden /> {t('download')}
        </a>
        <button
          type="button"
          className={frame.second}
          aria-disabled={mail.isPending}
          onClick={() => {
            if (!mail.isPending) mail.mutate()
          }}
        >
          <IconMail size={19} aria-hidden /> {t('mail')}
        </button>
      </div>
      <p className={css.note}>{t('downloadNote')}</p>
      <div role="status">
        {mail.data && <p className={frame.good}>{t('mailSent', { date: day(mail.data.expiresAt) })}</p>}
        {guest && (
          <p className={css.note}>
            {t('mailNoAccount')} <Link href="/account/new">{t('mailCreate')}</Link>
          </p>
        )}
      </div>
      {live > 0 && (
        <p className={css.note}>
          {t('linksLive', { count: live })}{' '}
          <button type="button" className={frame.plain} onClick={() => end.mutate()}>
            {t('linksEnd')}
          </button>
        </p>
      )}
      {mail.isError && !guest && (
        <p role="alert" className={frame.problem}>
          {problemText(mail.error, tApp)}
        </p>
      )}
    </footer>
  )
}
