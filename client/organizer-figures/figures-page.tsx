import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Salon } from '../../shared/salon/model.ts'
import { CameAs } from '../app/came-as.tsx'
import { learn, useLanguage } from '../app/i18n.ts'
import { PageFrame } from '../app/page-frame.tsx'
import { problemText } from '../app/problem-text.ts'
import { api } from '../net/api.ts'
import { type AskedSpan, footfallApi } from '../net/footfall-api.ts'
import { type Days, daysOf, spanOfDays } from './days.ts'
import { DaysChoice } from './days-choice.tsx'
import css from './figures-page.module.css'
import { Hours, type HoursOf } from './hours.tsx'
import { PlacesTable } from './places-table.tsx'
import { texts } from './texts.ts'
import { Tiles } from './tiles.tsx'

learn('organizer-figures', texts)

/** For organizers: who came, to which halls, alleys and booths, and when. */
export default function FiguresPage() {
  const { t } = useTranslation('organizer-figures')
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon }).data
  return (
    <PageFrame title={t('title')} widest={1180}>
      <CameAs>{() => salon && <Figures salon={salon} />}</CameAs>
    </PageFrame>
  )
}

function Figures({ salon: { timeZone } }: { salon: Salon }) {
  const { t } = useTranslation('organizer-figures')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const [days, setDays] = useState<Days>(() => daysOf('today', new Date(), timeZone))
  const [of, setOf] = useState<HoursOf>(SALON)
  const span = spanOfDays(days, timeZone)
  const { halls, booths } = useFigures(span)
  const error = halls.error ?? booths.error
  if (error)
    return (
      <>
        <DaysChoice days={days} timeZone={timeZone} onChange={setDays} />
        <p role="alert" className={css.problem}>
          {problemText(error, tApp)}
        </p>
      </>
    )
  const told = halls.data && halls.data.to > halls.data.from ? halls.data.to : null
  return (
    <>
      <DaysChoice days={days} timeZone={timeZone} onChange={setDays} />
      {!halls.data || !booths.data ? (
        <p role="status" className={css.problem}>
          {t('loading')}
        </p>
      ) : (
        <div aria-busy={halls.isPlaceholderData || booths.isPlaceholderData}>
          <Tiles salon={halls.data.salon} booths={booths.data.booths} span={span} timeZone={timeZone} />
          <Hours of={of} span={span} timeZone={timeZone} onWhole={() => setOf(SALON)} />
          <PlacesTable
            {...{ halls: halls.data, booths: booths.data.booths, timeZone, of }}
            file={footfallApi.file(span, language)}
            onHours={setOf}
          />
          <p className={css.note}>{t('small')}</p>
          <p className={css.note}>
            {told
              ? t('toldUntil', {
                  time: new Date(told).toLocaleString(language, { timeZone, dateStyle: 'long', timeStyle: 'short' }),
                })
              : t('toldNothing')}
          </p>
        </div>
      )}
    </>
  )
}

const SALON: HoursOf = { of: 'salon', name: null }

/** While other days are on their way, those before stay. */
function useFigures(span: AskedSpan) {
  const halls = useQuery({
    queryKey: ['figures-halls', span],
    queryFn: () => footfallApi.halls(span),
    placeholderData: (before) => before,
  })
  const booths = useQuery({
    queryKey: ['figures-booths', span],
    queryFn: () => footfallApi.booths(span),
    placeholderData: (before) => before,
  })
  return { halls, booths }
}
