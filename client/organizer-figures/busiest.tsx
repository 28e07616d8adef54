import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type BusyPlace, busiestPlaces } from '../../shared/figures/footfall-busiest.ts'
import type { HeatMap } from '../../shared/figures/footfall-model.ts'
import { useLanguage } from '../app/i18n.ts'
import type { HallNow } from '../state/hall.ts'
import css from './heat-panel.module.css'

/** As many as one reads at a glance. */
const MOST = 10

/** What the map shows, in words: the places where people were longest. */
export function Busiest({ hall, cells }: { hall: HallNow; cells: HeatMap['cells'] }) {
  const { t } = useTranslation('organizer-figures')
  const { say, language } = useLanguage()
  const places = useMemo(() => busiestPlaces(hall.plan, cells, MOST), [hall.plan, cells])
  const nameOf = ({ kind, id }: BusyPlace): { readonly name: string; readonly more: string | null } => {
    const { plan, exhibitors } = hall
    if (kind === 'booth') {
      const booth = plan.booths.find((one) => one.id === id)
      const exhibitor = exhibitors.get(booth?.exhibitorId ?? '')
      const number = t('place_booth', { number: booth?.number ?? '' })
      return exhibitor ? { name: say(exhibitor.name), more: number } : { name: number, more: null }
    }
    const named = { stage: plan.stages, plaza: plan.plazas, alley: plan.alleys }[kind].find((one) => one.id === id)
    return { name: named ? say(named.name) : '', more: null }
  }
  return (
    <table className={css.places}>
      <caption>{t('busiestPlaces')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('place')}</th>
          <th scope="col">{t('time')}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => {
          const { name, more } = nameOf(place)
          return (
            <tr key={place.id}>
              <th scope="row">
                {name}
                {more && <span>{more}</span>}
              </th>
              <td>{t('minutes', { number: place.minutes.toLocaleString(language) })}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
