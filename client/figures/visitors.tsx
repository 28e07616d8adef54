import { lazy } from 'react'
import type { BoothFigures } from '../../shared/figures/booth-model.ts'
import { ChartFigure } from './chart-figure.tsx'
import empty from './empty.module.css'
import { Section } from './section.tsx'
import { useWords } from './use-words.ts'

const ColumnChart = lazy(() => import('./column-chart.tsx'))

/** Visitors by day, or by hour of one day from the first hour with anybody to the last. */
export function Visitors({ figures: { series } }: { figures: Pick<BoothFigures, 'series'> }) {
  const { t, number, shortDay, day } = useWords()
  const byDay = series.by === 'day'
  const columns = (byDay ? series.visitors : trimmed(series.visitors)).map(({ at, people }) => ({
    ...{ key: at, label: byDay ? shortDay(at) : at, name: byDay ? day(at) : at, value: people },
  }))
  if (columns.every(({ value }) => value === 0)) return null
  const most = columns.reduce((best, one) => ((one.value ?? 0) > (best.value ?? 0) ? one : best))
  if (!most.value)
    return (
      <Section title={t(byDay ? 'byDay' : 'byHour')}>
        <p className={empty.none}>{t('seriesHidden')}</p>
      </Section>
    )
  const summary = t(byDay ? 'byDaySummary' : 'byHourSummary', { at: most.name, n: number(most.value) })
  return (
    <Section title={t(byDay ? 'byDay' : 'byHour')}>
      <ChartFigure
        summary={summary}
        heads={[t(byDay ? 'inDay' : 'inHour'), t('visitors')]}
        rows={columns.map(({ name, value }) => ({ label: name, value }))}
      >
        <ColumnChart columns={columns} hidden={t('hidden')} told={(n) => t('people', { count: n })} />
      </ChartFigure>
    </Section>
  )
}

type Hours = BoothFigures['series']['visitors']

function trimmed(hours: Hours): Hours {
  const somebody = hours.map(({ people }) => people !== 0)
  return hours.slice(Math.max(0, somebody.indexOf(true)), somebody.lastIndexOf(true) + 1)
}
