import { IconCalendarPlus, IconCheck, IconLink, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { visitApi } from '../net/visit-api.ts'
import { useVisit } from '../state/visit.ts'
import { calendarOf } from './calendar.ts'
import css from './keeping.module.css'
import { contentOf } from './route-content.ts'
import type { SalonBook } from './use-salon-facts.ts'

type Sharing =
  | { readonly state: 'idle' | 'busy' | 'unshared' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'shared'; readonly id: string; readonly byHand: boolean }

/** What leaves the salon: a link to the route, its sessions for one's calendar, a plan on paper. */
export function Keeping({ book }: { book: SalonBook }) {
  const { t } = useTranslation('visit')
  const { t: tApp } = useTranslation('app')
  const { language, say } = useLanguage()
  const [sharing, setSharing] = useState<Sharing>({ state: 'idle' })
  const [noEvents, setNoEvents] = useState(false)

  const share = async (): Promise<void> => {
    setSharing({ state: 'busy' })
    try {
      const { id } = await visitApi.share(contentOf(useVisit.getState().visit))
      const byHand = await navigator.clipboard.writeText(addressOf(id)).then(
        () => false,
        () => true,
      )
      setSharing({ state: 'shared', id, byHand })
    } catch (error) {
      setSharing({ state: 'failed', why: problemText(error as Error, tApp) })
    }
  }
  const unshare = async (id: string): Promise<void> => {
    try {
      await visitApi.unshare(id)
      setSharing({ state: 'unshared' })
    } catch (error) {
      setSharing({ state: 'failed', why: problemText(error as Error, tApp) })
    }
  }
  const toCalendar = (): void => {
    const { visit, planned, personId } = useVisit.getState()
    const name = { ru: '', en: '', [language]: t('calendarName', { salon: say(book.salon.name) }) }
    const text = planned && calendarOf({ visit, planned, book, name, owner: personId ?? 'me', language })
    setNoEvents(!text)
    if (text) download(text)
  }

  return (
    <section className={css.keeping}>
      <div className={css.buttons}>
        <button type="button" disabled={sharing.state === 'busy'} onClick={() => void share()}>
          {sharing.state === 'shared' ? <IconCheck size={18} aria-hidden /> : <IconLink size={18} aria-hidden />}
          {t('share')}
        </button>
        <button type="button" onClick={toCalendar}>
          <IconCalendarPlus size={18} aria-hidden />
          {t('calendar')}
        </button>
        <a href="/visit/print" target="_blank" rel="noopener">
          <IconPrinter size={18} aria-hidden />
          {t('print')}
        </a>
      </div>
      <div role="status" className={css.told}>
        {sharing.state === 'busy' && <p>{t('sharing')}</p>}
        {sharing.state === 'unshared' && <p>{t('unshared')}</p>}
        {sharing.state === 'shared' && (
          <>
            {!sharing.byHand && <p>{t('shared')}</p>}
            <input
              readOnly
              value={addressOf(sharing.id)}
              aria-label={t('shareByHand')}
              onFocus={({ target }) => target.select()}
            />
            <button type="button" onClick={() => void unshare(sharing.id)}>
              {t('unshare')}
            </button>
          </>
        )}
        {noEvents && <p>{t('calendarNone')}</p>}
      </div>
      {sharing.state === 'failed' && <p role="alert">{sharing.why}</p>}
    </section>
  )
}

const addressOf = (id: string): string => `${location.origin}/route/${id}`

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'alleya.ics'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
