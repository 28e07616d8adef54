import { sql } from 'drizzle-orm'
import type { Span } from '../../shared/figures/footfall.ts'
import type { Counted } from '../../shared/figures/footfall-model.ts'
import { type Family, shownPlaces } from '../../shared/figures/footfall-shown.ts'
import { MIN_GROUP } from '../../shared/figures/small-groups.ts'
import type { Database } from '../db/database.ts'
import { keptAnswer } from './footfall-kept.ts'
import type { BoothAt, Places } from './footfall-places.ts'

/** Places as the counts know them. A booth goes by its exhibitor: that is whom people visit. */
export const SALON_KEY = 'salon'
export const hallKey = (id: string): string => `hall ${id}`
export const alleyKey = (id: string): string => `alley ${id}`
export const boothKey = ({ exhibitorId }: Pick<BoothAt, 'exhibitorId'>): string => `booth ${exhibitorId}`

/** Medians are told in so many seconds: nobody recognises their own. */
const STAY_STEP = 10

interface Sums {
  readonly key: string
  readonly people: number
  readonly stayed: number
  readonly stay: number | null
}

/** Who came to every place, as it may be shown. Hidden places stand beside what is shown, so all are counted at once. */
export async function countsOf(db: Database, places: Places, span: Span): Promise<(key: string) => Counted> {
  const { halls, booths } = places
  const rows = await keptAnswer(db, `counts ${places.version} ${span.from} ${span.to}`, () => sumsOf(db, booths, span))
  const sums = new Map(rows.map((row) => [row.key, row]))
  const people = new Map(rows.map((row) => [row.key, row.people]))
  const shown = shownPlaces(people, familiesOf(halls, booths))
  return (key) => {
    if (!shown.has(key)) return { visitors: null, stay: null }
    const { people: visitors = 0, stayed = 0, stay = null } = sums.get(key) ?? {}
    const tells = stay !== null && stayed >= MIN_GROUP
    return { visitors, stay: tells ? Math.round(stay / STAY_STEP) * STAY_STEP : null }
  }
}

/** Of a person at a booth there is one row, so booths need not be gathered by person again; wider places do. */
async function sumsOf(db: Database, booths: readonly BoothAt[], span: Span): Promise<readonly Sums[]> {
  const keys = [...new Set(booths.flatMap(widerThan))]
  const wider = new Map(
    booths.flatMap((booth) =>
      widerThan(booth).map(
        (key) => [`${key} of ${booth.exhibitorId}`, { key: keys.indexOf(key), at: booth.exhibitorId }] as const,
      ),
    ),
  )
  const rows = await rowsOf<Omit<Sums, 'key'> & { readonly wider: number | null; readonly at: string | null }>(
    db,
    sql`
    with seen as materialized (
      select exhibitor_id, person_id, sum(seconds) filter (where kind = 'stayed')::double precision as seconds
      from interaction
      where kind in ('entered', 'stayed') and ${within(span)}
      group by exhibitor_id, person_id
    ), each as (
      select key, person_id, sum(seconds) as seconds
      from seen join jsonb_to_recordset(${JSON.stringify([...wider.values()])}::jsonb) as one(key integer, at text)
        on one.at = seen.exhibitor_id
      group by key, person_id
    )
    select key as wider, null as at, count(*)::integer as people, count(seconds)::integer as stayed,
      percentile_cont(0.5) within group (order by seconds) as stay
    from each group by key
    union all
    select null, exhibitor_id, count(*)::integer, count(seconds)::integer,
      percentile_cont(0.5) within group (order by seconds)
    from seen group by exhibitor_id`,
  )
  return rows.map(({ wider: place, at, ...row }) => ({
    ...row,
    key: place === null ? boothKey({ exhibitorId: at ?? '' }) : (keys[place] ?? ''),
  }))
}

export const within = ({ from, to }: Span) =>
  sql`at >= ${new Date(from).toISOString()}::timestamptz and at < ${new Date(to).toISOString()}::timestamptz`

/**
 * Rows of a question over many interactions, with the memory that it takes to answer it without the disk. Both databases
 * answer with `rows`; drizzle's type of either knows only its own.
 */
export const rowsOf = <T>(db: Database, query: ReturnType<typeof sql>): Promise<readonly T[]> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local work_mem = '64MB'`)
    return ((await tx.execute(query)) as { rows: T[] }).rows
  })

const widerThan = ({ hallId, alleyId }: BoothAt): string[] => [
  ...[SALON_KEY, hallKey(hallId)],
  ...(alleyId ? [alleyKey(alleyId)] : []),
]

/** The salon of its halls, each hall of its alleys and the booths off them, each alley of its booths. */
function familiesOf(halls: Places['halls'], booths: readonly BoothAt[]): Family[] {
  const parts = new Map<string, Set<string>>([[SALON_KEY, new Set(halls.map(({ id }) => hallKey(id)))]])
  const belongs = (part: string, whole: string): void =>
    void parts.set(whole, (parts.get(whole) ?? new Set()).add(part))
  for (const booth of booths) {
    const { hallId, alleyId } = booth
    if (alleyId) belongs(alleyKey(alleyId), hallKey(hallId))
    belongs(boothKey(booth), alleyId ? alleyKey(alleyId) : hallKey(hallId))
  }
  return [...parts].map(([whole, its]) => ({ whole, parts: [...its] }))
}
