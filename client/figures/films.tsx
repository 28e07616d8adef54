import { lazy, useId, useState } from 'react'
import type { FilmFigures } from '../../shared/figures/booth-model.ts'
import { ChartFigure } from './chart-figure.tsx'
import empty from './empty.module.css'
import css from './films.module.css'
import { Section } from './section.tsx'
import { useWords } from './use-words.ts'

const StepChart = lazy(() => import('./step-chart.tsx'))

const PARTS = ['began', 'part_25', 'part_50', 'part_75', 'part_100'] as const

/** How far films were watched, one film at a time. */
export function Films({ films }: { films: readonly FilmFigures[] }) {
  const { t, say, number } = useWords()
  const [chosen, choose] = useState<string>('')
  const id = useId()
  const film = films.find(({ subject }) => (subject ?? '') === chosen) ?? films[0]
  const nameOf = ({ subject, name }: FilmFigures): string =>
    subject === null ? t('ownFilm') : name ? say(name) : t('gone')
  if (!film)
    return (
      <Section title={t('films')}>
        <p className={empty.none}>{t('noFilms')}</p>
      </Section>
    )
  const steps = PARTS.map((part, at) => ({ label: t(part), value: film.reached[at] ?? null }))
  const choice = (
    <div className={css.choice}>
      <label htmlFor={id}>{t('film')}</label>
      <select id={id} value={film.subject ?? ''} onChange={({ target }) => choose(target.value)}>
        {films.map((one) => (
          <option key={one.subject ?? ''} value={one.subject ?? ''}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <Section title={t('films')} hint={t('filmsHint')} aside={films.length > 1 ? choice : <p>{nameOf(film)}</p>}>
      {film.reached[0] ? (
        <ChartFigure
          summary={t('filmSummary', {
            began: number(steps[0]?.value ?? null),
            end: number(steps.at(-1)?.value ?? null),
          })}
          heads={[t('part'), t('peopleHead')]}
          rows={steps}
        >
          <StepChart steps={steps} hidden={t('hidden')} told={(n) => t('people', { count: n })} />
        </ChartFigure>
      ) : (
        <p className={empty.none}>{t('filmHidden')}</p>
      )}
    </Section>
  )
}
