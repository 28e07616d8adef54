import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../shared/salon/model.ts'
import { dayIn } from '../app/dates.ts'
import { useLanguage } from '../app/i18n.ts'
import { api } from '../net/api.ts'
import { type HallNow, useHall } from '../state/hall.ts'
import { BoothRow } from './booth-row.tsx'
import { NOTHING_CHOSEN, useFilter } from './filter.ts'
import { Filters } from './filters.tsx'
import { useGatherings } from './gatherings.ts'
import css from './list-view.module.css'
import { PeopleList } from './people-list.tsx'
import { alleyKey, BoothSearch, byAlley, passes, rowsOf } from './rows.ts'
import { TodaysSessions } from './todays-sessions.tsx'
import { useWhere, WhereIAm } from './where-i-am.tsx'

/** What a narrow screen shows one at a time; a wide one has room for all. */
const PARTS = ['booths', 'sessions', 'people'] as const

/** The hall as a list: everything the world and the map show, for the keyboard, the ear and the smallest screen. */
export default function ListView() {
  const { t } = useTranslation('list')
  const { say } = useLanguage()
  const hall = useHall((state) => state.hall)
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon })
  const [part, setPart] = useState<(typeof PARTS)[number]>('booths')
  const where = useWhere()
  const beside = useHall((state) => state.openBooth !== null)
  if (!hall) return null
  return (
    <div className={css.page} data-part={part} data-beside={beside || undefined}>
      <div className={css.sheet}>
        <header className={css.head}>
          <h1>{say(hall.plan.hall.name)}</h1>
          <WhereIAm where={where} />
          <nav className={css.parts} aria-label={t('parts')}>
            {PARTS.map((one) => (
              <button key={one} type="button" aria-pressed={part === one} onClick={() => setPart(one)}>
                {t(`part_${one}`)}
              </button>
            ))}
          </nav>
        </header>
        <section className={css.booths} aria-label={t('part_booths')}>
          <Booths hall={hall} hereId={where.booth?.id ?? null} />
        </section>
        <div className={css.side}>
          <section className={css.sessions}>{salon.data && <TodaysSessions salon={salon.data} />}</section>
          <section className={css.people}>
            <PeopleList />
          </section>
        </div>
      </div>
    </div>
  )
}

function Booths({ hall, hereId }: { hall: HallNow; hereId: string | null }) {
  const { t } = useTranslation('list')
  const { say } = useLanguage()
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon })
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: api.sessions })
  const gatherings = useGatherings()
  const filter = useFilter()
  const text = useDeferredValue(filter.text.trim())

  const rows = useMemo(() => rowsOf(hall.plan, hall.exhibitors), [hall.plan, hall.exhibitors])
  const search = useMemo(
    () => new BoothSearch(rows, new Map(salon.data?.tags.map(({ id, name }) => [id, name]))),
    [rows, salon.data],
  )
  const sessionsToday = useMemo(
    () => countToday(sessions.data ?? [], salon.data?.timeZone ?? 'UTC'),
    [sessions.data, salon.data],
  )
  const kinds = useMemo(() => new Set(rows.flatMap(({ card }) => card?.kind ?? [])), [rows])
  const usedTags = useMemo(() => new Set(rows.flatMap(({ card }) => card?.tags ?? [])), [rows])
  const alleys = useMemo(
    () => byAlley(rows).flatMap(({ alley }) => (alley ? { id: alleyKey(alley), name: alley.name } : [])),
    [rows],
  )

  const known = { people: new Set(gatherings.keys()), sessions: new Set(sessionsToday.keys()) }
  const passing = rows.filter((row) => passes(row, filter, known))
  const found = text === '' ? null : search.find(text)
  const byId = new Map(passing.map((row) => [row.booth.id, row]))
  // What was looked for comes best first; without a word, along the alleys.
  const groups = found ? [{ alley: null, rows: found.flatMap((id) => byId.get(id) ?? []) }] : byAlley(passing)
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0)

  return (
    <>
      <Filters kinds={kinds} alleys={alleys} tags={salon.data?.tags.filter(({ id }) => usedTags.has(id)) ?? []} />
      <p className={css.count} role="status">
        {t('found', { count })}
      </p>
      {count === 0 && (
        <div className={css.nothing}>
          <p>{t('nothing')}</p>
          <button type="button" onClick={() => filter.set(NOTHING_CHOSEN)}>
            {t('reset')}
          </button>
        </div>
      )}
      {groups.map((group) => (
        <section key={group.alley ? alleyKey(group.alley) : ''}>
          {!found && <h2 className={css.alley}>{group.alley ? say(group.alley.name) : t('elsewhere')}</h2>}
          <ul className={css.rows}>
            {group.rows.map((row) => {
              const gathering = gatherings.get(row.booth.id)
              return (
                <BoothRow
                  key={row.booth.id}
                  row={row}
                  here={row.booth.id === hereId}
                  people={gathering?.count ?? 0}
                  counted={gathering?.exact ?? true}
                  sessions={sessionsToday.get(row.booth.exhibitorId ?? '') ?? 0}
                />
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}

/** How many sessions each exhibitor has today, by the salon's calendar. */
function countToday(sessions: readonly Session[], timeZone: string): ReadonlyMap<string, number> {
  const today = dayIn(Date.now(), timeZone)
  const counts = new Map<string, number>()
  for (const { exhibitorId, startsAt } of sessions) {
    if (exhibitorId === null || dayIn(startsAt, timeZone) !== today) continue
    counts.set(exhibitorId, (counts.get(exhibitorId) ?? 0) + 1)
  }
  return counts
}
