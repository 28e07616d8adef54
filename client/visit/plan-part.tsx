import { IconPlayerPlay, IconRoute, IconWand } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NO_VISIT } from '../../shared/route/visit.ts'
import side from '../app/side-panel.module.css'
import { useVisit } from '../state/visit.ts'
import { Keeping } from './keeping.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { PlanSettings } from './plan-settings.tsx'
import { Summary } from './summary.tsx'
import { Timeline } from './timeline.tsx'
import { happens } from './use-guide.ts'
import type { SalonBook } from './use-salon-facts.ts'
import css from './visit-panel.module.css'
import type { Part } from './visit-panel.tsx'

/** The plan of the visit, from the settings to what does not fit. */
export function PlanPart({ book, onPart }: { book: SalonBook; onPart(part: Part): void }) {
  const { t } = useTranslation('visit')
  const visit = useVisit((state) => state.visit)
  const planned = useVisit((state) => state.planned)
  const change = useVisit((state) => state.change)
  const [first] = planned?.visits ?? []

  if (visit.wishes.length === 0) {
    return (
      <div className={css.empty}>
        <IconRoute size={44} stroke={1.4} aria-hidden />
        <h3>{t('emptyTitle')}</h3>
        <p>{t('emptyText')}</p>
        <button type="button" className={css.main} onClick={() => onPart('suggest')}>
          <IconWand size={19} aria-hidden />
          {t('emptySuggest')}
        </button>
        <button type="button" className={css.second} onClick={() => onPart('themed')}>
          {t('emptyThemed')}
        </button>
      </div>
    )
  }
  return (
    <>
      <div className={side.body}>
        <Summary book={book} />
        <PlanSettings timeZone={book.salon.timeZone} />
        <Timeline book={book} />
        <LeftOutList book={book} />
        <Keeping book={book} />
        <button
          type="button"
          className={css.plain}
          onClick={() =>
            change({ ...NO_VISIT, settings: visit.settings }, { what: 'cleared', count: visit.wishes.length })
          }
        >
          {t('clear')}
        </button>
      </div>
      {visit.guide.at === 'rest' && first && (
        <footer className={side.foot}>
          <button type="button" className={css.main} onClick={() => happens({ kind: 'set-out', stop: first.id })}>
            <IconPlayerPlay size={19} aria-hidden />
            {t(visit.done.length > 0 ? 'walkOn' : 'walkMe')}
          </button>
        </footer>
      )}
    </>
  )
}
