import { useTranslation } from 'react-i18next'
import type { BoothContent } from '../../../shared/booth/content.ts'
import { clockTimes } from '../../app/dates.ts'
import { useLanguage } from '../../app/i18n.ts'
import { type Spell, spellsOf, stretchesOf } from '../opening.ts'
import css from './hours.module.css'

interface Props {
  readonly hours: BoothContent['hours']
  readonly timeZone: string
}

/** When the booth is staffed, by the salon's clocks; where ours show another time, that is said too. */
export function Hours({ hours, timeZone }: Props) {
  const { t } = useTranslation('booth/details')
  const { language } = useLanguage()
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const timesIn =
    (zone: string) =>
    ({ from, to }: Spell) =>
      clockTimes(new Date(from).toISOString(), new Date(to).toISOString(), language, zone)
  const there = timesIn(timeZone)
  const here = timesIn(own)
  const spells = spellsOf(hours, timeZone)
  const days = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'long', timeZone })
  const zone = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'long' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value
  const elsewhere = spells.some((spell) => there(spell) !== here(spell))
  return (
    <section>
      <h3 className={css.title}>{t('hours')}</h3>
      <table className={css.hours}>
        <tbody>
          {stretchesOf(spells, there).map(({ first, last }) => (
            <tr key={first.from}>
              <th scope="row">{first === last ? days.format(first.from) : days.formatRange(first.from, last.from)}</th>
              <td>
                {there(first)}
                {elsewhere && <small>{t('yourTime', { time: here(first) })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {elsewhere && zone && <p className={css.zone}>{t('zone', { zone })}</p>}
    </section>
  )
}
