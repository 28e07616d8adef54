/** Saying something at a booth: what a visitor asks, and what the staff answers. */
import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt, gte, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import {
  type Answer,
  type Attachment,
  CLAIM_LASTS,
  type ConversationMessage,
  type Say,
} from '../../shared/conversations/model.ts'
import type { Database } from '../db/database.ts'
import { conversation, conversationMessage, conversationReader, question } from '../db/schema/conversation.ts'
import { person } from '../db/schema/person.ts'
import { type Conversation, lock, lockTalk, mustExist, told } from './conversations.ts'
import { claimAttachments } from './conversations-attachments.ts'
import { mailAnswer } from './conversations-letters.ts'
import { type TalkDeps, tellMessage } from './conversations-news.ts'
import { hasHeldWord } from './conversations-words.ts'
import { recordInteraction } from './interactions.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/** What one person may say in a minute; with it a flood ends, not a talk. */
const PER_MINUTE = 20
const MINUTE = 60_000

/**
 * A visitor says something to an exhibitor: in the thread of its booth or in private. It is a question from then on,
 * until the staff answers it. The same `id` again says nothing new.
 *
 * @returns the message; `held` where it has words of the organizers' list
 * @throws Refused `not-entered` | `not-found` | `muted`: by the visitor | `too-often` with the seconds to wait |
 * `malformed`: the id is of another message
 */
export async function say(
  deps: TalkDeps,
  caller: rights.Caller | null,
  exhibitorId: string,
  said: Say,
  now: Date,
): Promise<ConversationMessage> {
  const { db } = deps
  const { personId } = await rights.require(db, caller, 'conversation.say', { kind: 'conversation', id: exhibitorId })
  await mustExist(db, exhibitorId)
  const { talk, message } = await db.transaction(async (tx) => {
    const talk = await lockTalk(tx, exhibitorId, said.to === 'staff' ? personId : null, now)
    const before = await saidBefore(tx, talk, personId, said.id)
    if (before) return { talk, message: before }
    if (talk.muted) throw new Refused('muted')
    await notTooOften(tx, talk, personId, now)
    const held = await hasHeldWord(tx, said.text)
    const message = await write(tx, talk, { ...said, personId, side: 'visitor', state: held ? 'held' : 'shown', now })
    await ask(tx, talk, message, personId, now)
    await markRead(tx, talk, message, personId, said.byMail)
    return { talk, message }
  })
  await tellMessage(deps, talk, message)
  return message
}

/**
 * Somebody of the staff answers in a conversation, or says something in the thread of the booth (`conversationId` null).
 * An open question is answered once: of two who answer it at once, or of one who answers what another has taken, the
 * database lets one, and the other is told.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found` | `muted` | `taken` | `too-often` | `malformed`
 */
export async function answer(
  deps: TalkDeps,
  caller: rights.Caller | null,
  exhibitorId: string,
  said: Answer,
  now: Date,
): Promise<ConversationMessage> {
  const { db } = deps
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  const { personId } = await rights.require(db, caller, 'exhibitor.answer', booth)
  await mustExist(db, exhibitorId)
  const { talk, message, asker } = await db.transaction(async (tx) => {
    const { conversationId } = said
    const talk = conversationId === null ? await lockTalk(tx, exhibitorId, null, now) : await lock(tx, conversationId)
    if (talk.exhibitorId !== exhibitorId) throw new Refused('not-found')
    const before = await saidBefore(tx, talk, personId, said.id)
    if (before) return { talk, message: before, asker: null }
    if (talk.muted) throw new Refused('muted')
    await notTooOften(tx, { ...talk, slowSeconds: 0 }, personId, now)
    const answered = await settle(tx, talk, said.questionId, personId, now)
    const replyTo = answered?.messageId ?? null
    const message = await write(tx, talk, { ...said, personId, side: 'staff', state: 'shown', replyTo, now })
    await markRead(tx, talk, message, personId, undefined)
    return { talk, message, asker: answered?.askerId ?? null }
  })
  const addressee = talk.visitorId ?? asker
  await tellMessage(deps, talk, message, addressee)
  if (addressee !== null) await mailAnswer(deps, talk, message, addressee, now)
  return message
}

interface Words {
  readonly id: string
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly personId: string
  readonly side: ConversationMessage['side']
  readonly state: 'shown' | 'held'
  readonly replyTo?: string | null
  readonly now: Date
}

/** Writes a message into a locked conversation. */
async function write(tx: Database, talk: Conversation, words: Words): Promise<ConversationMessage> {
  const { id, text, attachments, personId, side, state, replyTo = null, now } = words
  const [next] = await tx
    .update(conversation)
    .set({ lastSeq: sql`${conversation.lastSeq} + 1`, revision: sql`${conversation.revision} + 1`, saidAt: now })
    .where(eq(conversation.id, talk.id))
    .returning({ seq: conversation.lastSeq, revision: conversation.revision })
  if (!next) throw new Refused('not-found')
  const row = { id, conversationId: talk.id, ...next, authorId: personId, side, text, replyTo, state, saidAt: now }
  const [message] = await tx
    .insert(conversationMessage)
    .values({ ...row, attachments: await claimAttachments(tx, personId, talk.id, attachments) })
    .returning()
  const [author] = await tx.select({ name: person.name }).from(person).where(eq(person.id, personId))
  if (!message) throw new Refused('not-found')
  return told(message, author?.name ?? null)
}

/** The message, where it was said already: an answer may get lost on its way to whoever sent it. */
async function saidBefore(
  tx: Database,
  talk: Conversation,
  personId: string,
  id: string,
): Promise<ConversationMessage | null> {
  const [row] = await tx
    .select({ message: conversationMessage, name: person.name })
    .from(conversationMessage)
    .leftJoin(person, eq(person.id, conversationMessage.authorId))
    .where(eq(conversationMessage.id, id))
  if (!row) return null
  if (row.message.authorId !== personId || row.message.conversationId !== talk.id)
    throw new Refused('malformed', { field: 'id' })
  return told(row.message, row.name)
}

/** @throws Refused `too-often` */
async function notTooOften(tx: Database, talk: Conversation, personId: string, now: Date): Promise<void> {
  const lately = await tx
    .select({ saidAt: conversationMessage.saidAt })
    .from(conversationMessage)
    .where(
      and(eq(conversationMessage.authorId, personId), gt(conversationMessage.saidAt, new Date(now.getTime() - MINUTE))),
    )
    .orderBy(desc(conversationMessage.saidAt))
    .limit(PER_MINUTE)
  const first = lately.length === PER_MINUTE ? lately.at(-1) : undefined
  if (first) throw tooOften(first.saidAt, MINUTE, now)
  if (talk.slowSeconds === 0) return
  const pause = talk.slowSeconds * 1000
  const [last] = await tx
    .select({ saidAt: conversationMessage.saidAt })
    .from(conversationMessage)
    .where(
      and(
        eq(conversationMessage.conversationId, talk.id),
        eq(conversationMessage.authorId, personId),
        gt(conversationMessage.saidAt, new Date(now.getTime() - pause)),
      ),
    )
    .orderBy(desc(conversationMessage.saidAt))
    .limit(1)
  if (last) throw tooOften(last.saidAt, pause, now)
}

const tooOften = (since: Date, pause: number, now: Date): Refused =>
  new Refused('too-often', {
    retryAfterSeconds: Math.max(1, Math.ceil((since.getTime() + pause - now.getTime()) / 1000)),
  })

/** What a visitor says is a question, or belongs to the one they have open. */
async function ask(
  tx: Database,
  talk: Conversation,
  message: ConversationMessage,
  personId: string,
  now: Date,
): Promise<void> {
  const open = await tx.$count(
    question,
    and(eq(question.conversationId, talk.id), eq(question.askerId, personId), eq(question.status, 'open')),
  )
  if (open > 0) return
  await tx.insert(question).values({
    ...{ id: randomUUID(), conversationId: talk.id, exhibitorId: talk.exhibitorId, askerId: personId },
    ...{ messageId: message.id, status: 'open', askedAt: now },
  })
  await recordInteraction(tx, { exhibitorId: talk.exhibitorId, personId, kind: 'asked', at: now })
}

/** The named question is answered, or in private the one that is open, if any. */
async function settle(
  tx: Database,
  talk: Conversation,
  named: string | null,
  personId: string,
  now: Date,
): Promise<{ readonly messageId: string; readonly askerId: string } | null> {
  const here = eq(question.conversationId, talk.id)
  const which = named === null ? and(here, eq(question.status, 'open')) : and(here, eq(question.id, named))
  if (named === null && talk.visitorId === null) return null
  const [asked] = await tx.select({ id: question.id }).from(question).where(which)
  if (!asked && named !== null) throw new Refused('not-found', { field: 'questionId' })
  if (!asked) return null
  const [answered] = await tx
    .update(question)
    .set({ status: 'answered', answeredBy: personId, answeredAt: now, claimedBy: personId, claimedAt: now })
    .where(and(eq(question.id, asked.id), eq(question.status, 'open'), free(personId, now)))
    .returning({ messageId: question.messageId, askerId: question.askerId })
  if (!answered) throw new Refused('taken')
  return answered
}

/** Questions that nobody else has taken, or not lately. */
export const free = (personId: string, now: Date): SQL | undefined =>
  or(
    isNull(question.claimedBy),
    eq(question.claimedBy, personId),
    lt(question.claimedAt, new Date(now.getTime() - CLAIM_LASTS)),
  )

/** Whoever says something has read what was said before. */
async function markRead(
  tx: Database,
  talk: Conversation,
  { seq }: ConversationMessage,
  personId: string,
  byMail: boolean | undefined,
): Promise<void> {
  const wish = byMail === undefined ? {} : { byMail }
  await tx
    .insert(conversationReader)
    .values({ personId, conversationId: talk.id, readSeq: seq, ...wish })
    .onConflictDoUpdate({
      target: [conversationReader.personId, conversationReader.conversationId],
      set: { readSeq: seq, ...wish },
      setWhere: gte(sql`${seq}::int`, conversationReader.readSeq),
    })
}
