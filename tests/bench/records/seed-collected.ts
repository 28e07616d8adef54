import { type SQL, sql } from 'drizzle-orm'
import { CONSENT_WORDING } from '../../../shared/people/consent.ts'
import type { Scale } from './seed.ts'

/** What somebody has in the briefcase on the average: they take more than one visit in three. */
const ITEMS = 6

/** Briefcases, consents with their ledger, routes. */
export const collected = ({ visitors }: Scale): SQL[] => [
  sql`insert into briefcase_item (id, person_id, kind, exhibitor_id, subject_id, title, note, stars, put_at)
    select md5('item ' || n)::uuid::text, pg_temp.visitor(floor(${visitors}::int * power(pg_temp.chance(n, 31), 2))::bigint),
      one.kind, b.id, one.subject, b.name, case when n % 7 = 0 then 'Показать на педсовете' else '' end, n % 6,
      now() - interval '14 days' * pg_temp.chance(n, 32)
    from generate_series(1, ${visitors * ITEMS}::int) n
    join bench_booth b on b.place = floor(130 * power(pg_temp.chance(n, 33), 2))::int
    cross join lateral (select kind, case kind when 'material' then b.materials[1] when 'product' then b.products[1 + n % 2]
        else b.id end as subject
      from (select (array['booth', 'material', 'product'])[1 + n % 3] as kind) k) one
    where one.subject is not null
    on conflict do nothing`,
  sql`insert into briefcase_item (id, person_id, kind, exhibitor_id, subject_id, contact_id, title, put_at)
    select md5('contact ' || id)::uuid::text, from_id, 'contact', '', to_id, to_id, '{"ru":"Коллега","en":"Colleague"}', asked_at
    from card_exchange`,
  sql`insert into briefcase_item (id, person_id, kind, exhibitor_id, subject_id, title, put_at)
    select md5('session ' || v.n)::uuid::text, v.id, 'session', '', s.id, s.title, now()
    from bench_visitor v
    join (select id, title, row_number() over (order by id) as place from session) s on s.place = 1 + v.n % 60`,
  sql`insert into consent (person_id, exhibitor_id, fields, wording, revision, changed_at)
    select person_id, exhibitor_id,
      case when part < 0.3 then '["name","organisation"]' when part < 0.4 then '["name","organisation","position","email"]'
        when part < 0.45 then '["name"]' else '[]' end::jsonb, ${CONSENT_WORDING}::int, 1, last_seen_at
    from (select *, pg_temp.chance(exhibitor_id || person_id, 35) as part from lead) l where part < 0.5`,
  sql`insert into ledger_alias (id, person_id)
    select md5('alias ' || person_id)::uuid::text, person_id from (select distinct person_id from consent) c`,
  sql`insert into ledger_entry (subject, exhibitor_id, act, fields, wording, at)
    select md5('alias ' || person_id)::uuid::text, exhibitor_id, 'granted', '["name","organisation"]', 1, changed_at
    from consent order by changed_at`,
  sql`insert into ledger_entry (subject, exhibitor_id, seen_by, act, fields, at)
    select md5('alias ' || person_id)::uuid::text, exhibitor_id, md5('alias ' || pg_temp.visitor(1))::uuid::text,
      'lead-seen', '["name","organisation"]', changed_at + interval '1 hour'
    from consent where jsonb_array_length(fields) > 0`,
  sql`insert into visit (id, person_id, document, changed_at)
    select md5('visit ' || n), id, (select jsonb_build_object('wishes', jsonb_agg(b.id)) from bench_booth b
      where b.place between n % 100 and n % 100 + 12), now()
    from bench_visitor where pg_temp.chance(n, 36) < 0.3`,
]
