import { IconWand } from '@tabler/icons-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Candidate, type Suggestion, suggest } from '../../shared/route/suggest.ts'
import { useLanguage } from '../app/i18n.ts'
import side from '../app/side-panel.module.css'
import { RoutePlanner } from '../net/route-planner.ts'
import { briefVisit, candidatesOf, nearest } from './candidates.ts'
import css from './suggest-part.module.css'
import { Suggestions } from './suggestions.tsx'
import type { SalonBook } from './use-salon-facts.ts'
import panel from './visit-panel.module.css'
import { lasting } from './words.ts'

const TIMES = [20, 40, 60, 90, 120] as const
const KINDS = ['business', 'region', 'institution', 'community', 'session'] as const
/** So many of the best are offered to the planner. */
const MOST = 60

/** What was found: in the order of a visit what there is time for, and the rest. */
export interface Found {
  readonly minutes: number
  readonly near: boolean
  readonly fits: readonly Suggestion[]
  readonly rest: readonly Suggestion[]
}

interface Props {
  readonly book: SalonBook
  onTaken(): void
}

/** «What should I see in 40 minutes?» */
export function SuggestPart({ book, onTaken }: Props) {
  const { t } = useTranslation('visit')
  const { language, say } = useLanguage()
  const id = useId()
  const [words, setWords] = useState('')
  const [tags, setTags] = useState<ReadonlySet<string>>(new Set())
  const [kinds, setKinds] = useState<ReadonlySet<Candidate['kind']>>(new Set())
  const [minutes, setMinutes] = useState<number>(40)
  const [found, setFound] = useState<Found | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const planner = useRef<RoutePlanner | null>(null)
  useEffect(() => () => planner.current?.dispose(), [])

  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setState('busy')
    const candidates = candidatesOf(book, say)
    const matching = suggest(candidates, { tags, kinds, words })
    const near = matching.length === 0 && words.trim() === '' && tags.size === 0
    const all = near ? nearest(candidates, book, MOST).map(asNear) : matching
    const best = all.slice(0, MOST)
    const scores = new Map(best.map(({ key, score }) => [key, score]))
    const products = new Map(best.map(({ key, productIds }) => [key, productIds]))
    try {
      planner.current ??= new RoutePlanner()
      const route = await planner.current.route(book.plan, briefVisit(scores, products, minutes, book), () => {})
      if (!route) return
      const fitting = new Map(route.plan.visits.map((visit, i) => [visit.id, i]))
      const order = (one: Suggestion): number => fitting.get(one.key) ?? 0
      const fits = all.filter(({ key }) => fitting.has(key)).sort((a, b) => order(a) - order(b))
      setFound({ minutes, near, fits, rest: near ? [] : all.filter(({ key }) => !fitting.has(key)) })
      setState('idle')
    } catch {
      setState('failed')
    }
  }

  const used = new Set([...book.cards.values()].flatMap((card) => card.tags))
  const present = new Set<Candidate['kind']>([...[...book.cards.values()].map(({ kind }) => kind), 'session'])
  return (
    <div className={side.body}>
      <form className={css.form} onSubmit={(event) => void look(event)}>
        <h3>{t('suggestTitle')}</h3>
        <p className={panel.quiet}>{t('suggestText')}</p>
        <fieldset className={css.chips}>
          <legend>{t('suggestMinutes')}</legend>
          {TIMES.map((one) => (
            <button key={one} type="button" aria-pressed={minutes === one} onClick={() => setMinutes(one)}>
              {lasting(one * 60, language)}
            </button>
          ))}
        </fieldset>
        <label htmlFor={id}>{t('suggestWords')}</label>
        <input
          id={id}
          type="text"
          maxLength={200}
          value={words}
          placeholder={t('suggestWordsHint')}
          onChange={({ target }) => setWords(target.value)}
        />
        <fieldset className={css.chips}>
          <legend>{t('suggestTags')}</legend>
          {book.salon.tags
            .filter((tag) => used.has(tag.id))
            .map((tag) => (
              <button
                key={tag.id}
                type="button"
                aria-pressed={tags.has(tag.id)}
                onClick={() => setTags(toggled(tags, tag.id))}
              >
                {say(tag.name)}
              </button>
            ))}
        </fieldset>
        <fieldset className={css.chips}>
          <legend>{t('suggestKinds')}</legend>
          {KINDS.filter((kind) => present.has(kind)).map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={kinds.has(kind)}
              onClick={() => setKinds(toggled(kinds, kind))}
            >
              {t(`kind_${kind}`)}
            </button>
          ))}
        </fieldset>
        <button type="submit" className={panel.main} disabled={state === 'busy'}>
          <IconWand size={19} aria-hidden />
          {t('suggestGo')}
        </button>
        {state === 'failed' && <p role="alert">{t('planFailed')}</p>}
      </form>
      {found && <Suggestions key={JSON.stringify(found.fits)} found={found} book={book} onTaken={onTaken} />}
    </div>
  )
}

const asNear = ({ key }: Candidate): Suggestion => ({ key, score: 1, why: [], productIds: [] })

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}
