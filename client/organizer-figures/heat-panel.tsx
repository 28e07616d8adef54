import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Salon } from '../../shared/salon/model.ts'
import { learn } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import side from '../app/side-panel.module.css'
import { SidePanel } from '../app/side-panel.tsx'
import { api } from '../net/api.ts'
import { footfallApi } from '../net/footfall-api.ts'
import { type HallNow, useHall } from '../state/hall.ts'
import { useHeat } from '../state/heat.ts'
import { useSettings } from '../state/settings.ts'
import { Busiest } from './busiest.tsx'
import { daysOf, spanOfDays, spanOfHour } from './days.ts'
import css from './heat-panel.module.css'
import { HeatScale } from './heat-scale.tsx'
import { HeatTime, type TimeOfDay } from './heat-time.tsx'
import { texts } from './texts.ts'

learn('organizer-figures', texts)

/** For organizers, beside the map: when, how much is how hot, and the busiest places in words. */
export default function HeatPanel({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('organizer-figures')
  const hall = useHall((state) => state.hall)
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon }).data
  return (
    <SidePanel title={t('heat')} accent="timber" low onClose={onClose}>
      <div className={side.body}>{hall && salon && <HeatOfHall hall={hall} salon={salon} />}</div>
    </SidePanel>
  )
}

function HeatOfHall({ hall, salon: { timeZone } }: { hall: HallNow; salon: Salon }) {
  const { t } = useTranslation('organizer-figures')
  const { t: tApp } = useTranslation('app')
  const view = useSettings((state) => state.view)
  const setView = useSettings((state) => state.set)
  const hallId = hall.plan.hall.id
  const [at, setAt] = useState<TimeOfDay>(() => ({ day: daysOf('today', new Date(), timeZone).last, hour: null }))
  const span =
    at.hour === null ? spanOfDays({ first: at.day, last: at.day }, timeZone) : spanOfHour(at.day, at.hour, timeZone)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['heat', hallId, span],
    queryFn: () => footfallApi.heat(span, hallId),
    // While another hour is on its way, the map keeps the one before.
    placeholderData: (before) => before,
  })
  const most = Math.max(1, ...(data?.cells ?? []).map(({ minutes }) => minutes))
  useEffect(() => {
    useHeat.getState().set(data ? { hallId, cells: data.cells, most } : null)
  }, [data, hallId, most])
  useEffect(() => () => useHeat.getState().set(null), [])
  const counted = data && data.to > data.from
  return (
    <>
      <HeatTime at={at} timeZone={timeZone} onChange={setAt} />
      {view !== 'map' && (
        <button type="button" className={css.toMap} onClick={() => setView({ view: 'map' })}>
          {t('toMap')}
        </button>
      )}
      {error && (
        <p role="alert" className={css.note}>
          {problemText(error, tApp)}{' '}
          <button type="button" className={css.plain} onClick={() => void refetch()}>
            {t('again')}
          </button>
        </p>
      )}
      {!data && !error && (
        <p role="status" className={css.note}>
          {t('loading')}
        </p>
      )}
      {data && (
        <div aria-busy={isPlaceholderData}>
          {data.cells.length > 0 ? (
            <>
              <HeatScale most={most} />
              <Busiest hall={hall} cells={data.cells} />
            </>
          ) : (
            <p role="status" className={css.note}>
              {t(counted ? 'heatEmpty' : 'heatFuture')}
            </p>
          )}
          <p className={css.small}>{t('heatSmall')}</p>
        </div>
      )}
      <Link href="/attendance" className={css.all}>
        {t('allFigures')}
      </Link>
    </>
  )
}
