import { IconDownload, IconEyeOff } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import type { BoothFigures } from '../../shared/figures/booth-model.ts'
import { problemText } from '../app/problem-text.ts'
import { ApiProblem, api } from '../net/api.ts'
import { figuresApi } from '../net/figures-api.ts'
import { Dwell, Leads, Questions } from './bar-sections.tsx'
import css from './figures-page.module.css'
import { Films } from './films.tsx'
import { Frame } from './frame.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { Skeleton } from './skeleton.tsx'
import { Things } from './things.tsx'
import { Tiles } from './tiles.tsx'
import { useWords } from './use-words.ts'
import { Visitors } from './visitors.tsx'

/** Asking again would be answered the same. */
const HOPELESS = new Set<string | null>(['forbidden', 'not-found'])

const codeOf = (error: Error) => (error instanceof ApiProblem ? error.code : null)

/** How a booth does: over all days, or on one that the address names. */
export function FiguresPage({ exhibitorId }: { exhibitorId: string }) {
  const { t: tApp } = useTranslation('app')
  const { t, say } = useWords()
  const [search, setSearch] = useSearchParams()
  const day = search.get('day')
  const exhibitor = useQuery({ queryKey: ['exhibitor', exhibitorId], queryFn: () => api.exhibitor(exhibitorId) }).data
  const figures = useQuery({
    queryKey: ['booth-figures', exhibitorId, day],
    queryFn: () => figuresApi.booth(exhibitorId, day),
    placeholderData: keepPreviousData,
  })
  const choose = (one: string | null): void => setSearch(one === null ? {} : { day: one }, { replace: true })
  const toBooth = (
    <Link href={`/workspace/${encodeURIComponent(exhibitorId)}`} className={css.link}>
      {t('toBooth')}
    </Link>
  )
  return (
    <Frame title={t('figures')} booth={exhibitor && say(exhibitor.name)} aside={toBooth}>
      {figures.isError ? (
        <div role="alert" className={css.note}>
          <p>{day && codeOf(figures.error) === 'malformed' ? t('noSuchDay') : problemText(figures.error, tApp)}</p>
          {!HOPELESS.has(codeOf(figures.error)) && (
            <button type="button" className={css.button} onClick={() => (day ? choose(null) : void figures.refetch())}>
              {day ? t('allDays') : t('again')}
            </button>
          )}
        </div>
      ) : (
        <>
          {figures.isPending && <Skeleton />}
          {figures.data?.days.length === 0 && (
            <div className={css.note}>
              <h2>{t('notYet')}</h2>
              <p>{t('notYetText')}</p>
            </div>
          )}
          {figures.data && figures.data.days.length > 0 && (
            <Told
              {...{ exhibitorId, figures: figures.data, day }}
              changing={figures.isPlaceholderData}
              onChoose={choose}
            />
          )}
        </>
      )}
    </Frame>
  )
}

interface ToldProps {
  readonly exhibitorId: string
  readonly figures: BoothFigures
  readonly day: string | null
  /** Others are on their way. */
  readonly changing: boolean
  onChoose(day: string | null): void
}

function Told({ exhibitorId, figures, day, changing, onChoose }: ToldProps) {
  const { t, language, moment } = useWords()
  return (
    <>
      <div className={css.bar}>
        <PeriodPicker days={figures.days} day={day} onChoose={onChoose} />
        <div className={css.told}>
          <p title={t('untilHint')}>{t('until', { at: moment(figures.until, figures.timeZone) })}</p>
          <a className={css.file} href={figuresApi.fileOf(exhibitorId, day, language)} download>
            <IconDownload size={18} aria-hidden />
            {t('file')}
          </a>
        </div>
      </div>
      <div className={css.figures} aria-busy={changing}>
        <Tiles total={figures.total} before={figures.before} />
        {figures.total.visitors === 0 && <p className={css.nobody}>{t('nobody')}</p>}
        <Visitors figures={figures} />
        <div className={css.two}>
          <Dwell bands={figures.dwell} />
          <Questions questions={figures.questions} />
        </div>
        <Films films={figures.films} />
        <Things things={figures.things} />
        <Leads leads={figures.leads} />
        <details className={css.why}>
          <summary>
            <IconEyeOff size={18} aria-hidden />
            {t('hiddenTitle')}
          </summary>
          <p>{t('hiddenText')}</p>
        </details>
      </div>
    </>
  )
}
