import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LedgerEntry } from '../../shared/people/consent.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { consentApi } from '../net/briefcase-api.ts'
import { useExhibitorName } from './exhibitor-name.ts'
import css from './ledger.module.css'
import frame from './panel.module.css'

/** As many as the server tells at once. */
const PAGE = 100

/** Who saw what of the visitor, and when. */
export function Ledger() {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const pages = useInfiniteQuery({
    queryKey: ['ledger'],
    queryFn: ({ pageParam }) => consentApi.ledger(pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
    staleTime: 0,
  })
  const entries = pages.data?.pages.flat() ?? []
  return (
    <section aria-labelledby="ledger" className={css.ledger}>
      <h3 id="ledger">{t('ledger')}</h3>
      <p className={frame.quiet}>{t('ledgerIntro')}</p>
      {pages.isPending && <p role="status">{t('loading')}</p>}
      {pages.isError && (
        <p role="alert" className={frame.problem}>
          {problemText(pages.error, tApp)}
        </p>
      )}
      {pages.data && entries.length === 0 && <p className={css.none}>{t('ledgerEmpty')}</p>}
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <button type="button" className={frame.plain} onClick={() => void pages.fetchNextPage()}>
          {t('ledgerMore')}
        </button>
      )}
    </section>
  )
}

function Entry({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation('briefcase')
  const { language } = useLanguage()
  const exhibitor = useExhibitorName(entry.exhibitorId)
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(entry.at))
  const own = entry.act === 'granted' || entry.act === 'revoked'
  const machine = entry.act === 'lead-sent'
  const who = own || machine ? '' : (entry.seenBy ?? t('someone'))
  return (
    <li>
      <time dateTime={entry.at}>{at}</time>
      <p>
        <strong>{t(`act_${entry.act}`)}</strong>
        {[exhibitor, who].filter(Boolean).map((one) => (
          <span key={one}>{one}</span>
        ))}
      </p>
      <p className={css.fields}>{entry.fields.map((field) => t(`field_${field}`)).join(' · ')}</p>
    </li>
  )
}
