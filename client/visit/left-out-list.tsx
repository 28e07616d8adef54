import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Reason } from '../../shared/route/model.ts'
import { keyOf, type Wish } from '../../shared/route/visit.ts'
import { again, reworded, unwished } from '../../shared/route/wishes.ts'
import { useLanguage } from '../app/i18n.ts'
import { useVisit } from '../state/visit.ts'
import css from './left-out-list.module.css'
import { type SalonBook, stopTexts } from './use-salon-facts.ts'
import { lasting } from './words.ts'

/** What is not in the plan: what does not fit and why, what was set aside, and what is behind us. */
export function LeftOutList({ book }: { book: SalonBook }) {
  const { t } = useTranslation('visit')
  const { language, say } = useLanguage()
  const visit = useVisit((state) => state.visit)
  const planned = useVisit((state) => state.planned)
  const change = useVisit((state) => state.change)
  const wishes = new Map(visit.wishes.map((wish) => [keyOf(wish.about), wish]))
  const nameOf = (key: string): string => {
    const about = wishes.get(key)?.about
    const texts = about && stopTexts(about, book)
    return texts ? say(texts.title) : t('why_gone')
  }
  const remove = (key: string): void => change(unwished(visit, new Set([key])), { what: 'removed', count: 1 })
  const budget = visit.settings.budget
  const addTime = (short: number): void => {
    const minutes = Math.min(1440, (budget ?? 0) + Math.ceil(short / 300) * 5)
    change({ ...visit, settings: { ...visit.settings, budget: minutes } })
  }
  const leftOut = (planned?.leftOut ?? []).filter(({ id }) => wishes.get(id)?.skipped === false)
  const gone = (planned?.gone ?? []).filter((key) => wishes.has(key))
  const aside = visit.wishes.filter(({ skipped }) => skipped)
  return (
    <>
      {leftOut.length + gone.length > 0 && (
        <Part title={t('leftOut')}>
          {leftOut.map(({ id, reason }) => (
            <Line key={id} name={nameOf(id)} why={inWords(reason, t, nameOf, (s) => lasting(s, language))}>
              {reason.kind === 'no-time' && budget !== null && (
                <Press text={t('whyMoreTime')} name={nameOf(id)} do={() => addTime(reason.short)} />
              )}
              <Press text={t('remove')} name={nameOf(id)} do={() => remove(id)} />
            </Line>
          ))}
          {gone.map((key) => (
            <Line key={key} name={key.replace(/^\w+:/, '')} why={t('why_gone')}>
              <Press text={t('remove')} name={key} do={() => remove(key)} />
            </Line>
          ))}
        </Part>
      )}
      {aside.length > 0 && (
        <Part title={t('aside')}>
          {aside.map(({ about }: Wish) => {
            const key = keyOf(about)
            return (
              <Line key={key} name={nameOf(key)}>
                <Press
                  text={t('takeBack')}
                  name={nameOf(key)}
                  do={() => change(reworded(visit, key, { skipped: false }))}
                />
                <Press text={t('remove')} name={nameOf(key)} do={() => remove(key)} />
              </Line>
            )
          })}
        </Part>
      )}
      {visit.done.length > 0 && (
        <Part title={t('behind')}>
          {visit.done.map(({ stop, how }) => (
            <Line key={stop} name={nameOf(stop)} why={t(how === 'visited' ? 'seen' : 'skippedDone')}>
              <Press text={t('seeAgain')} name={nameOf(stop)} do={() => change(again(visit, stop))} />
            </Line>
          ))}
        </Part>
      )}
    </>
  )
}

function inWords(
  reason: Reason,
  t: TFunction<'visit'>,
  nameOf: (key: string) => string,
  said: (seconds: number) => string,
): string {
  if (reason.kind === 'no-time') return t('why_no-time', { time: said(Math.max(60, reason.short)) })
  if (reason.kind === 'collides') return t('why_collides', { other: nameOf(reason.with) })
  return t(`why_${reason.kind}`)
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={css.part}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

function Line({ name, why, children }: { name: string; why?: string; children: React.ReactNode }) {
  return (
    <li>
      <p>
        <strong>{name}</strong>
        {why && <span>{why}</span>}
      </p>
      <div>{children}</div>
    </li>
  )
}

function Press({ text, name, do: act }: { text: string; name: string; do(): void }) {
  return (
    <button type="button" aria-label={`${text}: ${name}`} onClick={act}>
      {text}
    </button>
  )
}
