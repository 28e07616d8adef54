import { type SQL, sql } from 'drizzle-orm'

/** Conversations of one lead in ten, a question each and what was said; letters that wait. */
export const said: readonly SQL[] = [
  sql`insert into conversation (id, exhibitor_id, visitor_id, revision, last_seq, created_at, said_at)
    select md5('talk ' || id)::uuid::text, exhibitor_id, person_id, 5, 5, first_seen_at, last_seen_at
    from lead where pg_temp.chance(id, 41) < 0.1`,
  sql`insert into conversation_message (id, conversation_id, seq, revision, author_id, side, text, attachments, state, said_at)
    select md5(c.id || n)::uuid::text, c.id, n, n, case when n % 2 = 1 then c.visitor_id end,
      case when n % 2 = 1 then 'visitor' else 'staff' end,
      'Подскажите, пожалуйста, подойдёт ли набор для пятого класса и как его заказать школе?', '[]', 'shown',
      c.created_at + interval '1 minute' * n
    from conversation c cross join generate_series(1, 5) n`,
  sql`insert into question (id, conversation_id, exhibitor_id, asker_id, message_id, status, asked_at)
    select md5('question ' || id)::uuid::text, id, exhibitor_id, visitor_id, md5(id || 1)::uuid::text, 'answered', created_at
    from conversation`,
  sql`insert into conversation_reader (person_id, conversation_id, read_seq) select visitor_id, id, 4 from conversation`,
  sql`insert into mail (id, recipient, subject, text, html, written_at, due_at)
    select md5('mail ' || n), 'visitor-' || n || '@example.org', 'Вам ответили', repeat('Текст письма. ', 40), '', now(), now()
    from bench_visitor where pg_temp.chance(n, 42) < 0.05`,
]
