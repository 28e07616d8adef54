import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Question, QuestionChange } from '../../shared/conversations/model.ts'
import type { Database } from '../db/database.ts'
import { conversation, conversationMessage, question } from '../db/schema/conversation.ts'
import { person } from '../db/schema/person.ts'
import { type TalkDeps, tellChanged } from './conversations-news.ts'
import { free } from './conversations-say.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/** Settled questions that are still shown. */
const SETTLED_SHOWN = 50
const OPEN_SHOWN = 500

/**
 * Somebody of the staff takes a question to answer it, leaves it to others, closes it without an answer, or opens it
 * again. What another has taken is theirs for a while, unless it is taken over on purpose; of two who take it at once
 * one gets it.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `taken`
 */
export async function changeQuestion(
  deps: Pick<TalkDeps, 'db' | 'newsroom'>,
  caller: rights.Caller | null,
  exhibitorId: string,
  id: string,
  { change, over }: QuestionChange,
  now: Date,
): Promise<void> {
  const { db } = deps
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  const { personId } = await rights.require(db, caller, 'exhibitor.answer', booth)
  const this_ = and(eq(question.id, id), eq(question.exhibitorId, exhibitorId))
  const [found] = await db
    .select({ askerId: question.askerId, talk: conversation })
    .from(question)
    .innerJoin(conversation, eq(conversation.id, question.conversationId))
    .where(this_)
  if (!found) throw new Refused('not-found')
  const { set, where } = changing(personId, over, now)[change]
  const changed = await db.update(question).set(set).where(and(this_, where)).returning({ id: question.id })
  if (changed.length === 0) throw new Refused('taken')
  await tellChanged(deps, found.talk, [found.askerId])
}

/** What each change writes, and of which questions it can be made. */
function changing(
  personId: string,
  over: boolean,
  now: Date,
): Record<QuestionChange['change'], { set: Partial<typeof question.$inferInsert>; where: SQL | undefined }> {
  const open = eq(question.status, 'open')
  const nobody = { claimedBy: null, claimedAt: null }
  return {
    take: { set: { claimedBy: personId, claimedAt: now }, where: and(open, over ? undefined : free(personId, now)) },
    leave: { set: nobody, where: and(open, eq(question.claimedBy, personId)) },
    close: {
      set: { status: 'closed', closedAt: now, ...nobody },
      where: and(open, over ? undefined : free(personId, now)),
    },
    reopen: { set: { status: 'open', closedAt: null, ...nobody }, where: ne(question.status, 'open') },
  }
}

/** Questions to an exhibitor: open ones first, the longest waiting at the top, then those settled lately. */
export async function questionsTo(db: Database, exhibitorId: string): Promise<Question[]> {
  const open = and(eq(question.exhibitorId, exhibitorId), eq(question.status, 'open'))
  const settled = and(eq(question.exhibitorId, exhibitorId), ne(question.status, 'open'))
  const lately = desc(sql`coalesce(${question.answeredAt}, ${question.closedAt})`)
  return [
    ...(await tellQuestions(db, open, sql`${question.askedAt}`, OPEN_SHOWN)),
    ...(await tellQuestions(db, settled, lately, SETTLED_SHOWN)),
  ]
}

async function tellQuestions(db: Database, which: SQL | undefined, order: SQL, most: number): Promise<Question[]> {
  const [asker, claimer] = [alias(person, 'asker'), alias(person, 'claimer')]
  const rows = await db
    .select({ question, asker: asker.name, claimer: claimer.name, text: conversationMessage.text })
    .from(question)
    .innerJoin(asker, eq(asker.id, question.askerId))
    .leftJoin(claimer, eq(claimer.id, question.claimedBy))
    .leftJoin(conversationMessage, eq(conversationMessage.id, question.messageId))
    .where(which)
    .orderBy(order)
    .limit(most)
  return rows.map(({ question: one, asker: askerName, claimer: name, text }) => ({
    ...{ id: one.id, conversationId: one.conversationId, messageId: one.messageId, askerId: one.askerId, askerName },
    ...{ text: text ?? '', status: one.status, askedAt: one.askedAt.toISOString() },
    claimedBy:
      one.status === 'open' && one.claimedBy && one.claimedAt && name !== null
        ? { personId: one.claimedBy, name, at: one.claimedAt.toISOString() }
        : null,
    answeredAt: one.answeredAt?.toISOString() ?? null,
  }))
}
