import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../shared/language.ts'
import type { Visit as PlannedVisit } from '../../shared/route/model.ts'
import { keyOf, type Subject, type Wish } from '../../shared/route/visit.ts'
import { clockTimes } from '../app/dates.ts'
import { useLanguage } from '../app/i18n.ts'
import { useVisit } from '../state/visit.ts'
import { StopActions } from './stop-actions.tsx'
import css from './timeline.module.css'
import type { SalonBook, StopTexts } from './use-salon-facts.ts'
import { clock, lasting } from './words.ts'

interface Props {
  readonly wish: Wish
  readonly planned: PlannedVisit
  readonly number: number
  readonly texts: StopTexts
  /** Keys of all stops, in the order shown. */
  readonly shown: readonly string[]
  readonly book: SalonBook
}

/** Whoever waits longer comes back, seconds. */
const LONG = 3 * 3600

/** A stop of the plan: when, what, where, how long; and, unfolded, what can be done with it. */
export function StopRow({ wish, planned, number, texts, shown, book }: Props) {
  const { t } = useTranslation('visit')
  const { language, say } = useLanguage()
  const [open, setOpen] = useState(false)
  const actions = useId()
  const guide = useVisit((state) => state.visit.guide)
  const { timeZone } = book.salon
  const key = keyOf(wish.about)
  const present = guide.at !== 'rest' && guide.stop === key
  const session = wish.about.kind === 'session' ? book.sessions.get(wish.about.sessionId) : undefined
  const late = session ? planned.startsAt - Date.parse(session.startsAt) / 1000 : 0
  const name = say(texts.title)
  const products = wish.about.kind === 'booth' ? productsOf(wish.about, book).map(say) : []
  return (
    <article className={css.stop} data-present={present || undefined}>
      <span className={css.number} aria-hidden>
        {number}
      </span>
      <div className={css.what}>
        <h4>
          <button
            type="button"
            className={css.title}
            aria-expanded={open}
            aria-controls={actions}
            onClick={() => setOpen(!open)}
          >
            <time>{clock(planned.startsAt, language, timeZone)}</time>
            <span>{name}</span>
            <IconChevronDown size={18} aria-hidden />
          </button>
        </h4>
        <p>
          {[texts.where, texts.alley].flatMap((one) => (one ? [say(one)] : [])).join(', ')}
          {' · '}
          {session
            ? t('sessionAt', { times: clockTimes(session.startsAt, session.endsAt, language, timeZone) })
            : t('stays', { time: lasting(planned.endsAt - planned.startsAt, language) })}
        </p>
        {products.length > 0 && <p>{t('products', { names: products.join(', ') })}</p>}
        <ul className={css.marks}>
          {present && <li data-strong>{t(guide.at === 'stop' ? 'now' : 'onTheWay')}</li>}
          {wish.required && <li>{t('must')}</li>}
          {planned.waits > 60 && planned.waits < LONG && (
            <li>{t('waits', { time: lasting(planned.waits, language) })}</li>
          )}
          {late > 60 && <li>{t('late', { time: lasting(late, language) })}</li>}
        </ul>
        <div id={actions} hidden={!open}>
          {open && <StopActions wish={wish} name={name} shown={shown} book={book} />}
        </div>
      </div>
    </article>
  )
}

/** The products that a booth is visited for, as far as it still shows them. */
const productsOf = (about: Extract<Subject, { kind: 'booth' }>, { products }: SalonBook): Localized[] =>
  (products.get(about.exhibitorId) ?? []).flatMap(({ id, name }) => (about.productIds.includes(id) ? [name] : []))
