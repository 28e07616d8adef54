import { type SQL, sql } from 'drizzle-orm'
import {
  type Asked,
  type BoothCounts,
  type Counted,
  DWELL_BANDS,
  FILM_STEPS,
  type Quartiles,
} from '../../shared/figures/booth.ts'
import type { LeadStatus } from '../../shared/leads/model.ts'
import type { Database } from '../db/database.ts'

/** Whose figures, on days that begin at these moments, up to a moment. */
export interface Scope {
  readonly exhibitorId: string
  readonly days: readonly Date[]
  readonly until: Date
}

/** Everything that was counted of a booth, on each day and over all. Its own people are no visitors. */
export async function countsOf(db: Database, scope: Scope): Promise<BoothCounts> {
  const [rows, things, films, questions, leads] = await Promise.all([
    ask<Visitors>(db, visitorsOf(scope)),
    ask<Thing>(db, thingsOf(scope)),
    ask<Film>(db, filmsOf(scope)),
    ask<Question>(db, questionsOf(scope)),
    ask<{ status: LeadStatus; n: number }>(db, leadsOf(scope)),
  ])
  const visitors = spread(rows, scope)
  return {
    visitors: visitors(({ visitors }) => visitors),
    entered: visitors(({ entered }) => entered),
    visits: visitors(({ visits }) => visits),
    stayed: visitors(({ stayed }) => stayed),
    quartiles: visitors(({ quartiles }) => quartiles, null),
    dwell: DWELL_BANDS.map((_, band) => visitors(({ bands }) => bands[band] ?? 0)),
    takers: visitors(({ takers }) => takers),
    met: visitors(({ met }) => met),
    films: bySubject(films, scope).map(({ subject, count }) => ({
      subject,
      reached: FILM_STEPS.map((_, step) => count(({ reached }) => reached[step] ?? 0)),
    })),
    things: bySubject(things, scope).map(({ subject, count }) => ({
      ...{ subject, opened: count(({ opened }) => opened), taken: count(({ taken }) => taken) },
    })),
    questions: questions.map(({ asker, day, after }): Asked => ({ asker, day, answeredAfter: after })),
    leads: Object.fromEntries(leads.map(({ status, n }) => [status, n])),
  }
}

/** Different people in each of 24 hours from `from` up to `until`, as clocks in `timeZone` show them: one repeated is one. */
export async function hoursOf(
  db: Database,
  exhibitorId: string,
  timeZone: string,
  day: { readonly from: Date; readonly until: Date },
): Promise<number[]> {
  const scope = { exhibitorId, days: [day.from], until: day.until }
  const rows = await ask<{ hour: number; n: number }>(
    db,
    sql`
    with each as (
      select distinct extract(hour from at at time zone ${timeZone})::integer as hour, person_id
      from interaction where ${isSeen(scope)}
    ) select hour, count(*)::integer as n from each group by hour`,
  )
  return Array.from({ length: 24 }, (_, hour) => rows.find((row) => row.hour === hour)?.n ?? 0)
}

/** The first and the last moment something was seen at a booth; null: nothing ever. */
export async function seenAt(db: Database, exhibitorId: string): Promise<readonly [first: Date, last: Date] | null> {
  const [row] = await ask<{ first: string | Date | null; last: string | Date | null }>(
    db,
    sql`select min(at) as first, max(at) as last from interaction where exhibitor_id = ${exhibitorId}`,
  )
  return row?.first && row.last ? [new Date(row.first), new Date(row.last)] : null
}

/** A row of a day by its place among the days, or with null of all of them. */
interface OfDay {
  readonly day: number | null
}

interface Visitors extends OfDay {
  readonly visitors: number
  readonly entered: number
  readonly visits: number
  readonly stayed: number
  readonly quartiles: Quartiles
  readonly bands: readonly number[]
  readonly takers: number
  readonly met: number
}

interface Thing extends OfDay {
  readonly subject: string | null
  readonly opened: number
  readonly taken: number
}

interface Film extends OfDay {
  readonly subject: string | null
  readonly reached: readonly number[]
}

interface Question {
  readonly asker: string
  readonly day: number
  readonly after: number | null
}

function visitorsOf(scope: Scope): SQL {
  const bands = DWELL_BANDS.map((from, at) => {
    const to = DWELL_BANDS[at + 1]
    return sql`count(*) filter (where seconds >= ${from}::integer ${to === undefined ? sql`` : sql`and seconds < ${to}::integer`})`
  })
  return sql`
    with each as (
      select person_id, ${dayOf(scope, sql`at`)} as day,
        count(*) filter (where kind = 'entered') as times, sum(seconds) filter (where kind = 'stayed') as seconds,
        bool_or(kind = 'took') as took, bool_or(kind = 'met') as met
      from interaction where ${isSeen(scope)} group by 1, 2
    ), told as (
      select day, times, seconds, took, met from each
      union all
      select null, sum(times), sum(seconds), bool_or(took), bool_or(met) from each group by person_id
    )
    select day, count(*)::integer as visitors, (count(*) filter (where times > 0))::integer as entered,
      sum(times)::integer as visits, count(seconds)::integer as stayed,
      case when count(seconds) > 0
        then to_json(percentile_cont(array[0.25, 0.5, 0.75]) within group (order by seconds::double precision))
      end as quartiles,
      json_build_array(${sql.join(bands, sql`, `)}) as bands,
      (count(*) filter (where took))::integer as takers, (count(*) filter (where met))::integer as met
    from told group by day`
}

const thingsOf = (scope: Scope): SQL => sql`
  with each as (
    select subject, person_id, ${dayOf(scope, sql`at`)} as day, bool_or(kind = 'opened') as opened, bool_or(kind = 'took') as took
    from interaction where kind in ('opened', 'took') and ${isSeen(scope)} group by 1, 2, 3
  ), told as (
    select subject, day, opened, took from each
    union all
    select subject, null, bool_or(opened), bool_or(took) from each group by subject, person_id
  )
  select subject, day, (count(*) filter (where opened))::integer as opened, (count(*) filter (where took))::integer as taken
  from told group by subject, day`

function filmsOf(scope: Scope): SQL {
  const reached = FILM_STEPS.map((step) => sql`count(*) filter (where share >= ${step}::real)`)
  return sql`
    with each as (
      select subject, person_id, ${dayOf(scope, sql`at`)} as day, max(share) as share
      from interaction where kind = 'watched' and ${isSeen(scope)} group by 1, 2, 3
    ), told as (
      select subject, day, share from each
      union all
      select subject, null, max(share) from each group by subject, person_id
    )
    select subject, day, json_build_array(${sql.join(reached, sql`, `)}) as reached from told group by subject, day`
}

const questionsOf = (scope: Scope): SQL => sql`
  select asker_id as asker, ${dayOf(scope, sql`asked_at`)} as day,
    case when answered_at < ${scope.until.toISOString()}::timestamptz
      then (extract(epoch from answered_at - asked_at) * 1000)::double precision
    end as after
  from question
  where exhibitor_id = ${scope.exhibitorId} and ${within(scope, sql`asked_at`)} and ${isVisitor(scope, sql`asker_id`)}`

const leadsOf = ({ exhibitorId }: Scope): SQL =>
  sql`select status, count(*)::integer as n from lead where exhibitor_id = ${exhibitorId} group by status`

const isSeen = (scope: Scope): SQL =>
  sql`exhibitor_id = ${scope.exhibitorId} and ${within(scope, sql`at`)} and ${isVisitor(scope, sql`person_id`)}`

const within = ({ days: [from = new Date(0)], until }: Scope, column: SQL): SQL =>
  sql`${column} >= ${from.toISOString()}::timestamptz and ${column} < ${until.toISOString()}::timestamptz`

const isVisitor = ({ exhibitorId }: Scope, column: SQL): SQL =>
  sql`${column} not in (select person_id from role_grant where scope_kind = 'exhibitor' and scope_id = ${exhibitorId})`

/** Far cheaper than a date in a time zone, and right where clocks are moved. */
const dayOf = ({ days }: Scope, column: SQL): SQL =>
  sql`width_bucket(${column}, ${`{${days.map((day) => day.toISOString()).join(',')}}`}::timestamptz[]) - 1`

/** Both databases answer with `rows`; drizzle's type of either knows only its own. */
const ask = async <T>(db: Database, query: SQL): Promise<readonly T[]> =>
  ((await db.execute(query)) as { rows: T[] }).rows

interface Reader<R> {
  (read: (row: R) => number): Counted
  <T>(read: (row: R) => T, none: T): Counted<T>
}

/** Rows of days and of all of them, by column. */
function spread<R extends OfDay>(rows: readonly R[], { days }: Scope): Reader<R> {
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return <T>(read: (row: R) => T, none: T | 0 = 0) => {
    const on = (day: number | null) => {
      const row = byDay.get(day)
      return row ? read(row) : none
    }
    return { whole: on(null), days: days.map((_, day) => on(day)) } as Counted<T>
  }
}

const bySubject = <R extends OfDay & { readonly subject: string | null }>(rows: readonly R[], scope: Scope) =>
  [...Map.groupBy(rows, ({ subject }) => subject)].map(([subject, its]) => ({ subject, count: spread(its, scope) }))
