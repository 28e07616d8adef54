import type { ReactNode } from 'react'
import type { BoothFigures, Headline } from '../../shared/figures/booth-model.ts'
import css from './tiles.module.css'
import { useWords } from './use-words.ts'

type Countable = Exclude<keyof Headline, 'dwell'>

/** The main numbers of a period, and of one day how they differ from the day before. */
export function Tiles({ total, before }: Pick<BoothFigures, 'total' | 'before'>) {
  const { t, number, time } = useWords()
  const counted = (key: Countable) => (
    <Tile label={t(key)} hidden={total[key] === null} value={number(total[key])}>
      {total[key] === null && <p>{t('hiddenShort')}</p>}
      <Change now={total[key]} then={before?.[key] ?? null} told={number} />
    </Tile>
  )
  return (
    <section aria-label={t('main')}>
      <dl className={css.tiles}>
        {counted('visitors')}
        {counted('visits')}
        <Tile label={t('dwell')} hidden={total.dwell === null} value={total.dwell ? time(total.dwell.median) : '—'}>
          {total.dwell && <p>{t('quartiles', { lower: time(total.dwell.lower), upper: time(total.dwell.upper) })}</p>}
          <Change now={total.dwell?.median ?? null} then={before?.dwell?.median ?? null} told={time} />
        </Tile>
        {counted('takers')}
        {counted('questions')}
        {counted('cards')}
      </dl>
    </section>
  )
}

interface TileProps {
  readonly label: string
  readonly value: string
  readonly hidden: boolean
  readonly children: ReactNode
}

const Tile = ({ label, value, hidden, children }: TileProps) => (
  <div className={css.tile}>
    <dt>{label}</dt>
    <dd data-hidden={hidden || undefined}>{value}</dd>
    <dd className={css.beside}>{children}</dd>
  </div>
)

interface ChangeProps {
  readonly now: number | null
  readonly then: number | null
  told(n: number): string
}

function Change({ now, then, told }: ChangeProps) {
  const { t } = useWords()
  if (now === null || then === null) return null
  if (now === then) return <p>{t('same')}</p>
  const by = told(Math.abs(now - then))
  return <p>{now > then ? t('more', { by }) : t('less', { by })}</p>
}
