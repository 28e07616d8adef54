/** Conversations in lists: a visitor's own, an exhibitor's inbox, and what one needs to know to speak at a booth. */
import { and, count, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { BoothTalk, ConversationSummary, Inbox, OwnConversations } from '../../shared/conversations/model.ts'
import { SALON } from '../../shared/people/rights.ts'
import type { Database } from '../db/database.ts'
import { authUser } from '../db/schema/account.ts'
import { conversation, conversationMessage, conversationReader, question } from '../db/schema/conversation.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { attendantBy } from './attendance.ts'
import { mustExist, staffOf, talkOf, tellMessages } from './conversations.ts'
import { questionsTo } from './conversations-questions.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

const MOST_LISTED = 200
const MOST_HELD = 100
/** Letters of the last message that a list shows. */
const GLIMPSE = 160

/**
 * The caller's conversations, latest first: private ones, and threads in which they said something. And the inboxes of
 * exhibitors they answer for.
 *
 * @throws Refused `not-entered`
 */
export async function ownConversations(db: Database, caller: rights.Caller | null): Promise<OwnConversations> {
  const { personId } = await rights.require(db, caller, 'conversation.read', { kind: 'conversation', id: 'own' })
  const spokeThere = db.select({ id: question.conversationId }).from(question).where(eq(question.askerId, personId))
  const mine = or(
    eq(conversation.visitorId, personId),
    and(isNull(conversation.visitorId), inArray(conversation.id, spokeThere)),
  )
  const answersFor = (await rights.rolesOf(db, personId)).flatMap(({ scope }) =>
    scope.kind === 'exhibitor' ? [scope.id] : [],
  )
  return {
    conversations: await summaries(db, mine, personId, 'visitor'),
    inboxes: await inboxesOf(db, answersFor),
    moderates: await rights.may(db, caller, 'salon.moderate', SALON),
  }
}

/**
 * What the staff of an exhibitor has to do with visitors.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function inboxOf(db: Database, caller: rights.Caller | null, exhibitorId: string): Promise<Inbox> {
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  const { personId } = await rights.require(db, caller, 'exhibitor.answer', booth)
  const [whose] = await db.select({ name: exhibitor.name }).from(exhibitor).where(eq(exhibitor.id, exhibitorId))
  if (!whose) throw new Refused('not-found')
  const thread = await talkOf(db, exhibitorId, null)
  const private_ = and(eq(conversation.exhibitorId, exhibitorId), isNotNull(conversation.visitorId))
  const theirs = db.select({ id: conversation.id }).from(conversation).where(eq(conversation.exhibitorId, exhibitorId))
  const waiting = and(eq(conversationMessage.state, 'held'), inArray(conversationMessage.conversationId, theirs))
  return {
    exhibitorName: whose.name,
    threadId: thread?.id ?? null,
    slowSeconds: thread?.slowSeconds ?? 0,
    questions: await questionsTo(db, exhibitorId),
    conversations: await summaries(db, private_, personId, 'staff'),
    held: await tellMessages(db, waiting, [sql`${conversationMessage.saidAt}`], MOST_HELD),
  }
}

/**
 * What somebody needs to know to speak at a booth. `isHere` says who is in the salon now.
 *
 * @throws Refused `not-entered` | `not-found`
 */
export async function boothTalk(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  isHere: (personId: string) => Promise<boolean>,
): Promise<BoothTalk> {
  const target = { kind: 'conversation', id: exhibitorId } as const
  const { personId } = await rights.require(db, caller, 'conversation.read', target)
  await mustExist(db, exhibitorId)
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  const [thread, own] = [await talkOf(db, exhibitorId, null), await talkOf(db, exhibitorId, personId)]
  const readers = await db
    .select({ byMail: conversationReader.byMail })
    .from(conversationReader)
    .where(
      and(
        eq(conversationReader.personId, personId),
        inArray(conversationReader.conversationId, [thread?.id ?? '', own?.id ?? '']),
      ),
    )
  const withMail = db.select({ userId: person.userId }).from(person).where(eq(person.id, personId))
  const hasMail = and(inArray(authUser.id, withMail), eq(authUser.isAnonymous, false))
  const here = await Promise.all(
    (await staffOf(db, exhibitorId)).map(async (one) => (await isHere(one)) && attendsBooth(db, one, exhibitorId)),
  )
  return {
    ...{ threadId: thread?.id ?? null, privateId: own?.id ?? null, slowSeconds: thread?.slowSeconds ?? 0 },
    ...{ muted: own?.muted ?? false, byMail: readers.some(({ byMail }) => byMail) },
    hasMail: (await db.$count(authUser, hasMail)) > 0,
    attended: here.includes(true),
    answers: await rights.may(db, caller, 'exhibitor.answer', booth),
    moderates: await rights.may(db, caller, 'exhibitor.moderate', booth),
  }
}

/** Whether somebody, when they are in the salon, staffs the booth: they may say that they do not. */
const attendsBooth = async (db: Database, personId: string, exhibitorId: string): Promise<boolean> =>
  (await attendantBy(db, personId))?.booths.some((booth) => booth.exhibitorId === exhibitorId) ?? false

/** `as`: whose messages are news. In a thread only answers to the reader's own words are. */
async function summaries(
  db: Database,
  which: SQL | undefined,
  personId: string,
  as: 'visitor' | 'staff',
): Promise<ConversationSummary[]> {
  const visitor = alias(person, 'visitor')
  const m = alias(conversationMessage, 'm')
  const asked = alias(conversationMessage, 'asked')
  const here = eq(m.conversationId, conversation.id)
  const toMe = or(
    isNotNull(conversation.visitorId),
    inArray(m.replyTo, db.select({ id: asked.id }).from(asked).where(eq(asked.authorId, personId))),
  )
  const readSeq = sql`coalesce(${conversationReader.readSeq}, 0)`
  const news = and(
    here,
    eq(m.state, 'shown'),
    sql`${m.seq} > ${readSeq}`,
    eq(m.side, as === 'visitor' ? 'staff' : 'visitor'),
    toMe,
  )
  const seen = or(eq(m.state, 'shown'), eq(m.authorId, personId))
  const last = db
    .select({
      last: sql`json_build_object('text', left(${m.text}, ${GLIMPSE}), 'side', ${m.side}, 'saidAt', ${m.saidAt})`,
    })
    .from(m)
    .where(and(here, seen, isNull(m.removedAt)))
    .orderBy(desc(m.seq))
    .limit(1)
  const asking = as === 'visitor' ? eq(question.askerId, personId) : sql`true`
  const status = db
    .select({ status: question.status })
    .from(question)
    .where(and(eq(question.conversationId, conversation.id), asking))
    .orderBy(desc(question.askedAt))
    .limit(1)
  const rows = await db
    .select({
      ...{ id: conversation.id, exhibitorId: conversation.exhibitorId, exhibitorName: exhibitor.name },
      ...{ visitorId: conversation.visitorId, visitorName: visitor.name, muted: conversation.muted },
      byMail: sql<boolean>`coalesce(${conversationReader.byMail}, false)`,
      unread: sql<number>`(${db.select({ n: count() }).from(m).where(news)})`.mapWith(Number),
      last: sql<{ text: string; side: 'visitor' | 'staff'; saidAt: string } | null>`(${last})`,
      question: sql<ConversationSummary['question']>`(${status})`,
    })
    .from(conversation)
    .innerJoin(exhibitor, eq(exhibitor.id, conversation.exhibitorId))
    .leftJoin(visitor, eq(visitor.id, conversation.visitorId))
    .leftJoin(
      conversationReader,
      and(eq(conversationReader.conversationId, conversation.id), eq(conversationReader.personId, personId)),
    )
    .where(which)
    .orderBy(desc(conversation.saidAt), conversation.id)
    .limit(MOST_LISTED)
  return rows.map(({ visitorId, visitorName, last, ...row }) => ({
    ...row,
    visitor: visitorId === null ? null : { personId: visitorId, name: visitorName ?? '' },
    last: last && { ...last, saidAt: new Date(last.saidAt).toISOString() },
  }))
}

async function inboxesOf(db: Database, exhibitorIds: readonly string[]): Promise<OwnConversations['inboxes']> {
  if (exhibitorIds.length === 0) return []
  const open = and(eq(question.exhibitorId, exhibitor.id), eq(question.status, 'open'))
  return db
    .select({
      ...{ exhibitorId: exhibitor.id, exhibitorName: exhibitor.name },
      open: sql<number>`(${db.select({ n: count() }).from(question).where(open)})`.mapWith(Number),
    })
    .from(exhibitor)
    .where(inArray(exhibitor.id, [...exhibitorIds]))
    .orderBy(exhibitor.id)
}
