import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type BoothRow, type Counted, inBoothOrder, visitorsRank } from '../../shared/figures/footfall-model.ts'
import { useLanguage } from '../app/i18n.ts'
import { type AskedSpan, footfallApi } from '../net/footfall-api.ts'
import css from './figures-page.module.css'
import { Shown } from './shown.tsx'
import { useStayText } from './use-stay-text.ts'

interface Props {
  readonly salon: Counted
  readonly booths: readonly BoothRow[]
  readonly span: AskedSpan
  readonly timeZone: string
}

/** The salon at a glance. */
export function Tiles({ salon, booths, span, timeZone }: Props) {
  const { t } = useTranslation('organizer-figures')
  const { language, say } = useLanguage()
  const stay = useStayText()
  const hours = useQuery({
    queryKey: ['figures-hours', span, 'salon', undefined],
    queryFn: () => footfallApi.hours(span, { of: 'salon' }),
    placeholderData: (before) => before,
  }).data
  const [busiest] = hours?.hours.toSorted((a, b) => visitorsRank(b) - visitorsRank(a)) ?? []
  const busiestAt =
    busiest?.visitors &&
    new Date(busiest.at).toLocaleString(language, {
      ...{ timeZone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    })
  const [favourite] = inBoothOrder(booths, 'busiest')
  const unknown = salon.visitors === 0 ? t('none') : <Shown value={null} />
  return (
    <dl className={css.tiles}>
      <div>
        <dt>{t('tile_visitors')}</dt>
        <dd>
          <Shown value={salon.visitors} />
        </dd>
      </div>
      <div>
        <dt>{t('tile_stay')}</dt>
        <dd>{salon.stay === null ? unknown : stay(salon.stay)}</dd>
      </div>
      <div>
        <dt>{t('tile_busiest')}</dt>
        <dd>{busiestAt || unknown}</dd>
      </div>
      <div>
        <dt>{t('tile_booth')}</dt>
        <dd className={css.name}>{favourite?.visitors ? say(favourite.name) : unknown}</dd>
      </div>
    </dl>
  )
}
