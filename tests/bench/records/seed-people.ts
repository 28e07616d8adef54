import { type SQL, sql } from 'drizzle-orm'
import { anyLook } from '../../../shared/people/look.ts'
import { ENDINGS, MEN, POSITIONS, STEMS, WOMEN } from './names.ts'
import type { Scale } from './seed.ts'

/** Visitors: teachers for the most part, two of five with an account, as many of them in search. */
export const people = ({ visitors }: Scale): SQL[] => [
  sql`create temporary table bench_visitor on commit drop as
    select n, pg_temp.visitor(n) as id, md5('user ' || n)::uuid::text as user_id, pg_temp.chance(n, 1) < 0.6 as guest,
      case when pg_temp.chance(n, 2) < 0.75
        then ${picked(WOMEN, 3)} || ' ' || ${surname} || case when pg_temp.chance(n, 6) < 0.9 then 'а' else '' end
        else ${picked(MEN, 3)} || ' ' || ${surname} end as name
    from generate_series(0, ${visitors - 1}::int) n`,
  sql`insert into auth_user (id, name, email, email_verified, is_anonymous)
    select user_id, name, 'visitor-' || n || '@example.org', not guest, guest from bench_visitor`,
  sql`insert into auth_session (id, token, user_id, expires_at)
    select md5('session ' || n), md5('token ' || n), user_id, now() + interval '7 days' from bench_visitor`,
  sql`insert into auth_account (id, account_id, provider_id, user_id, password)
    select md5('account ' || n), user_id, 'credential', user_id, repeat(md5(user_id), 5) from bench_visitor where not guest`,
  sql`insert into person (id, user_id, name, look, language, findable, organisation, position, interests, visible_to)
    select id, user_id, name, ${JSON.stringify(anyLook(() => 0.5))}::jsonb,
      case when pg_temp.chance(n, 7) < 0.95 then 'ru' else 'en' end, pg_temp.chance(n, 8) < 0.4,
      'Школа № ' || (1 + floor(2000 * power(pg_temp.chance(n, 9), 1.5)))::int, ${picked(POSITIONS, 10)},
      '["робототехника", "физика"]'::jsonb, case when pg_temp.chance(n, 11) < 0.3 then 'everyone' else 'nobody' end
    from bench_visitor`,
  sql`insert into card (person_id, phone, links, fields)
    select id, '+7 900 ' || lpad(n::text, 7, '0'), '[]'::jsonb, '["name","organisation","phone"]'::jsonb
    from bench_visitor where pg_temp.chance(n, 12) < 0.3`,
  sql`insert into card_exchange (id, from_id, to_id, state, asked_at, expires_at, answered_at)
    select md5('exchange ' || n), pg_temp.visitor(n), pg_temp.visitor(n + 1), 'agreed', now(), now(), now()
    from bench_visitor where n % 5 = 0 and n + 1 < ${visitors}::int`,
]

const surname = sql`${picked(STEMS, 4)} || ${picked(ENDINGS, 5)}`

/** One of `names`: the first ones more often. */
function picked(names: readonly string[], salt: number): SQL {
  const list = sql.raw(`array['${names.join("','")}']`)
  return sql`(${list})[1 + floor(${names.length}::int * power(pg_temp.chance(n, ${salt}::int), 1.7))::int]`
}
