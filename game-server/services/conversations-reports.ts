/** Messages that somebody finds wrong, and what organizers make of it. */
import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Report, ReportDecision, ReportMessage } from '../../shared/conversations/model.ts'
import { SALON } from '../../shared/people/rights.ts'
import type { Database } from '../db/database.ts'
import { conversation, conversationMessage, messageReport } from '../db/schema/conversation.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { lock, partIn, tellMessages, told } from './conversations.ts'
import { wipe } from './conversations-moderation.ts'
import { type TalkDeps, tellMessage } from './conversations-news.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/** Reports one person may make in an hour. */
const PER_HOUR = 20
const HOUR = 3600_000
const MOST_SHOWN = 200
/** Messages shown before the reported one. */
const CONTEXT = 3
/** How long the words of a reported message are kept after the decision, milliseconds. */
const KEPT_FOR = 30 * 24 * HOUR

/**
 * Reports a message that the caller can read; again changes nothing. The words are kept as they are now.
 *
 * @throws Refused `not-entered` | `not-found`, also for what the caller cannot read | `too-often`
 */
export async function reportMessage(
  db: Database,
  caller: rights.Caller | null,
  messageId: string,
  { reason, comment }: ReportMessage,
  now: Date,
): Promise<void> {
  const target = { kind: 'conversation', id: messageId } as const
  const { personId } = await rights.require(db, caller, 'conversation.report', target)
  const [message] = await db.select().from(conversationMessage).where(eq(conversationMessage.id, messageId))
  if (!message || message.state === 'removed' || message.authorId === personId) throw new Refused('not-found')
  const part = await partIn(db, caller, message.conversationId)
  if (message.state === 'held' && !part.seesHeld) throw new Refused('not-found')
  const lately = and(
    eq(messageReport.reporterId, personId),
    gt(messageReport.reportedAt, new Date(now.getTime() - HOUR)),
  )
  if ((await db.$count(messageReport, lately)) >= PER_HOUR) throw new Refused('too-often', { retryAfterSeconds: 600 })
  await db
    .insert(messageReport)
    .values({
      ...{ id: randomUUID(), messageId, reporterId: personId, reason, comment, text: message.text },
      ...{ reportedAt: now, state: 'open' },
    })
    .onConflictDoNothing()
}

/**
 * Reports, open ones first, each with what was said just before.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function reports(db: Database, caller: rights.Caller | null): Promise<Report[]> {
  await rights.require(db, caller, 'salon.moderate', SALON)
  const [reporter, author] = [alias(person, 'reporter'), alias(person, 'author')]
  const rows = await db
    .select({
      ...{ report: messageReport, message: conversationMessage, talk: conversation, exhibitorName: exhibitor.name },
      ...{ reporterName: reporter.name, authorName: author.name },
    })
    .from(messageReport)
    .innerJoin(conversationMessage, eq(conversationMessage.id, messageReport.messageId))
    .innerJoin(conversation, eq(conversation.id, conversationMessage.conversationId))
    .innerJoin(exhibitor, eq(exhibitor.id, conversation.exhibitorId))
    .innerJoin(reporter, eq(reporter.id, messageReport.reporterId))
    .leftJoin(author, eq(author.id, conversationMessage.authorId))
    .orderBy(desc(sql`${messageReport.state} = 'open'`), desc(messageReport.reportedAt))
    .limit(MOST_SHOWN)
  return Promise.all(
    rows.map(async ({ report, message, talk, exhibitorName, reporterName, authorName }) => ({
      ...{ id: report.id, reason: report.reason, comment: report.comment, text: report.text, state: report.state },
      ...{ reporterName, exhibitorId: talk.exhibitorId, exhibitorName, inPrivate: talk.visitorId !== null },
      reportedAt: report.reportedAt.toISOString(),
      decidedAt: report.decidedAt?.toISOString() ?? null,
      message: told(message, authorName),
      before: report.state === 'open' ? await saidBefore(db, message) : [],
    })),
  )
}

/**
 * Decides on an open report: something was wrong (the message may go, then all open reports of it are decided), or not.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `taken`: somebody has decided
 */
export async function decideReport(
  deps: Pick<TalkDeps, 'db' | 'newsroom'>,
  caller: rights.Caller | null,
  id: string,
  { state, remove }: ReportDecision,
  now: Date,
): Promise<void> {
  const { personId } = await rights.require(deps.db, caller, 'salon.moderate', SALON)
  const decision = { state, decidedBy: personId, decidedAt: now }
  const gone = await deps.db.transaction(async (tx) => {
    const [report] = await tx.select().from(messageReport).where(eq(messageReport.id, id))
    if (!report) throw new Refused('not-found')
    const open = eq(messageReport.state, 'open')
    const decided = await tx
      .update(messageReport)
      .set(decision)
      .where(and(eq(messageReport.id, id), open))
      .returning({ id: messageReport.id })
    if (decided.length === 0) throw new Refused('taken')
    if (!remove || state === 'dismissed') return null
    await tx
      .update(messageReport)
      .set(decision)
      .where(and(eq(messageReport.messageId, report.messageId), open))
    const [where] = await tx
      .select({ conversationId: conversationMessage.conversationId })
      .from(conversationMessage)
      .where(eq(conversationMessage.id, report.messageId))
    const talk = await lock(tx, where?.conversationId ?? '')
    const [message] = await tx
      .select()
      .from(conversationMessage)
      .where(and(eq(conversationMessage.id, report.messageId), ne(conversationMessage.state, 'removed')))
    return message ? { talk, message: await wipe(tx, talk, message, { as: 'organizer', by: personId }, now) } : null
  })
  if (gone) await tellMessage(deps, gone.talk, gone.message)
}

/** Lets go of the words of messages whose reports were decided long ago. */
export async function forgetReportedWords(db: Database, now: Date): Promise<void> {
  await db
    .update(messageReport)
    .set({ text: '' })
    .where(lt(messageReport.decidedAt, new Date(now.getTime() - KEPT_FOR)))
}

const saidBefore = async (db: Database, { conversationId, seq }: typeof conversationMessage.$inferSelect) =>
  (
    await tellMessages(
      db,
      and(eq(conversationMessage.conversationId, conversationId), lt(conversationMessage.seq, seq)),
      [desc(conversationMessage.seq)],
      CONTEXT,
    )
  ).reverse()
