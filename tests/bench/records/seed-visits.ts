import { type SQL, sql } from 'drizzle-orm'
import type { Scale } from './seed.ts'

/** Of one visit to a booth: what a browser tells and what the server sees. */
const ACTS = 8
/** Booths of the demo; how often the n-th is visited: 1/n (Zipf). */
const BOOTHS = 130
/** One person is at the busiest booth day after day: of so many interactions one is such a stay of theirs. */
const FAITHFUL = 1000

/** What everybody did at booths, in the order in which it happened, and the leads that it makes. */
export function visits({ visitors, interactions }: Scale): SQL[] {
  const times = Math.ceil(interactions / ACTS)
  return [
    sql`insert into interaction (exhibitor_id, person_id, kind, subject, seconds, share, at, claim_id)
      select b.id, pg_temp.visitor(v.person), a.kind,
        case when a.kind in ('opened', 'took') then (b.materials || b.products)[1 + v.n % 3] end,
        case when a.kind = 'stayed' then 30 end,
        case when a.kind = 'watched' then 0.1 * (1 + v.n % 10) end,
        now() - interval '14 days' + (interval '14 days' - interval '1 hour') * (v.n / ${times}::float8)
          + interval '30 seconds' * a.act,
        case when a.kind in ('entered', 'stayed', 'watched', 'opened') then md5(v.n || '-' || a.act)::uuid::text end
      from (select n, floor(${visitors}::int * power(pg_temp.chance(n, 21), 1.6))::bigint as person,
          width_bucket(pg_temp.chance(n, 22), ${popularity()}) as place
        from generate_series(0, ${times - 1}::int) n) v
      join bench_booth b on b.place = v.place
      cross join lateral (select act, case
          when act = 0 then 'entered'
          when act = 4 then 'watched'
          when act = 5 then 'opened'
          when act = 6 and pg_temp.chance(v.n, 23) < 0.4 then 'took'
          when act = 7 and pg_temp.chance(v.n, 24) < 0.06 then 'asked'
          when act = 7 and pg_temp.chance(v.n, 24) < 0.09 then 'met'
          else 'stayed' end as kind
        from generate_series(0, ${ACTS - 1}::int) act) a`,
    sql`insert into interaction (exhibitor_id, person_id, kind, seconds, at, claim_id)
      select b.id, pg_temp.visitor(0), 'stayed', 30, now() - interval '3 days' + interval '30 seconds' * n,
        md5('faithful ' || n)::uuid::text
      from generate_series(1, ${Math.ceil(interactions / FAITHFUL)}::int) n join bench_booth b on b.place = 0`,
    sql`insert into lead (id, exhibitor_id, person_id, evidence, score, first_seen_at, last_seen_at,
        status, tags, note)
      select id, exhibitor_id, person_id, evidence, score, first, last,
        case when part < 0.8 then 'new' when part < 0.92 then 'contacted' when part < 0.96 then 'qualified'
          when part < 0.99 then 'not-interested' else 'won' end,
        case when part < 0.92 then '[]' when part < 0.97 then '["химия"]' when part < 0.9995 then '["робот","химия"]'
          else '["важно"]' end::jsonb,
        case when part > 0.97 then 'Просили перезвонить после ' || (10 + part * 1000)::int % 20 || ' мая' else '' end
      from (
        select md5(exhibitor_id || person_id)::uuid::text as id, exhibitor_id, person_id,
          jsonb_object_agg(kind, jsonb_build_object('times', times, 'seconds', seconds, 'share', share)) as evidence,
          sum(${POINTS})::int as score, min(first) as first, max(last) as last,
          pg_temp.chance(exhibitor_id || person_id, 25) as part
        from (${SUMS} group by exhibitor_id, person_id, kind) kinds
        group by exhibitor_id, person_id) leads`,
  ]
}

/** What was done, by kind. */
export const SUMS = sql`select exhibitor_id, person_id, kind, count(*)::int as times, coalesce(sum(seconds), 0)::int as seconds,
  coalesce(max(share), 0) as share, min(at) as first, max(at) as last from interaction`

/** The points of a kind, as `shared/leads/evidence.ts` gives them. */
export const POINTS = sql`case kind
  when 'entered' then least(3, times)
  when 'stayed' then least(10, seconds / 60)
  when 'watched' then least(10, round(share * 10))
  when 'opened' then least(8, times * 2)
  when 'took' then least(20, times * 5)
  when 'asked' then least(20, times * 10)
  when 'met' then 29 end`

/** Where the chances of each booth but the first begin. */
function popularity(): SQL {
  const parts = Array.from({ length: BOOTHS }, (_, place) => 1 / (place + 1))
  const all = parts.reduce((sum, part) => sum + part, 0)
  const bounds = parts
    .slice(0, -1)
    .map((_, place) => parts.slice(0, place + 1).reduce((sum, part) => sum + part, 0) / all)
  return sql.raw(`array[${bounds.join(',')}]::float8[]`)
}
