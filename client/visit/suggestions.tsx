import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Localized } from '../../shared/language.ts'
import type { Suggestion, Why } from '../../shared/route/suggest.ts'
import { keyOf } from '../../shared/route/visit.ts'
import { wished } from '../../shared/route/wishes.ts'
import { useLanguage } from '../app/i18n.ts'
import { useVisit } from '../state/visit.ts'
import { subjectOf } from './candidates.ts'
import css from './suggest-part.module.css'
import type { Found } from './suggest-part.tsx'
import { type SalonBook, stopTexts } from './use-salon-facts.ts'
import panel from './visit-panel.module.css'
import { lasting } from './words.ts'

/** More that answer are shown only so far: whoever wants others narrows the choice. */
const MOST_REST = 20

interface Props {
  readonly found: Found
  readonly book: SalonBook
  onTaken(): void
}

/** What was found, each with its reasons, ticked where there is time for it. */
export function Suggestions({ found, book, onTaken }: Props) {
  const { t } = useTranslation('visit')
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(found.fits.map(({ key }) => key)))
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { fits, rest, near, minutes } = found
  const take = (): void => {
    const { visit, change } = useVisit.getState()
    const abouts = [...fits, ...rest]
      .filter(({ key }) => chosen.has(key))
      .map(({ key, productIds }) => subjectOf(key, productIds))
    const known = new Set(visit.wishes.map(({ about }) => keyOf(about)))
    const count = abouts.filter((about) => !known.has(keyOf(about))).length
    change(wished(visit, abouts), { what: 'taken', count })
    onTaken()
  }
  const toggle = (key: string) => () => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  const list = (suggestions: readonly Suggestion[]) => (
    <ul className={css.found}>
      {suggestions.map((one) => (
        <Line
          key={one.key}
          {...{ suggestion: one, book, near }}
          ticked={chosen.has(one.key)}
          onTick={toggle(one.key)}
        />
      ))}
    </ul>
  )
  if (fits.length + rest.length === 0) return <p role="status">{t('suggestNone')}</p>
  return (
    <section className={css.results}>
      <h3 ref={title} tabIndex={-1}>
        {t('suggestFits', { count: fits.length, time: lasting(minutes * 60, language) })}
      </h3>
      {near && <p className={panel.quiet}>{t('suggestNear')}</p>}
      {list(fits)}
      {chosen.size > 0 && (
        <button type="button" className={panel.main} onClick={take}>
          {t('suggestTake', { count: chosen.size })}
        </button>
      )}
      {rest.length > 0 && (
        <details>
          <summary>{t('suggestRest', { count: rest.length })}</summary>
          {list(rest.slice(0, MOST_REST))}
        </details>
      )}
    </section>
  )
}

interface LineProps {
  readonly suggestion: Suggestion
  readonly book: SalonBook
  readonly near: boolean
  readonly ticked: boolean
  onTick(): void
}

function Line({ suggestion, book, near, ticked, onTick }: LineProps) {
  const { t } = useTranslation('visit')
  const { say } = useLanguage()
  const texts = stopTexts(subjectOf(suggestion.key, []), book)
  if (!texts) return null
  const why = near ? [t('because_near')] : suggestion.why.map((one) => inWords(one, t, book, say))
  return (
    <li>
      <label>
        <input type="checkbox" checked={ticked} onChange={onTick} />
        <span>
          <strong>{say(texts.title)}</strong>
          <small>
            {texts.where && `${say(texts.where)} · `}
            {why.join(', ')}
          </small>
        </span>
      </label>
    </li>
  )
}

function inWords(why: Why, t: TFunction<'visit'>, book: SalonBook, say: (text: Localized) => string): string {
  if (why.kind === 'tag') {
    const tag = book.salon.tags.find(({ id }) => id === why.tag)
    return t('because_tag', { tag: tag ? say(tag.name) : why.tag })
  }
  if (why.kind === 'product') return t('because_product', { name: why.name })
  if (why.kind === 'kind') return t('because_kind', { of: t(`kind_${why.of}`).toLowerCase() })
  return t(`because_${why.in}`, { word: why.word })
}
