/** Order at booths: messages removed or let through, and the pace of a thread. */
import { and, eq, sql } from 'drizzle-orm'
import type { ConversationMessage } from '../../shared/conversations/model.ts'
import type { Database } from '../db/database.ts'
import { conversation, conversationMessage, question } from '../db/schema/conversation.ts'
import { person } from '../db/schema/person.ts'
import { type Conversation, lock, lockTalk, mustExist, told } from './conversations.ts'
import { type TalkDeps, tellBooth, tellChanged, tellMessage } from './conversations-news.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

type Deps = Pick<TalkDeps, 'db' | 'newsroom'>
type MessageRow = typeof conversationMessage.$inferSelect

/**
 * Removes a message of a booth's thread, or one that waits to be let through. Its place stays, its words do not.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`, also for what was said in private
 */
export async function removeMessage(
  deps: Deps,
  caller: rights.Caller | null,
  exhibitorId: string,
  id: string,
  now: Date,
): Promise<void> {
  const booth = { kind: 'exhibitor', id: exhibitorId } as const
  const { personId } = await rights.require(deps.db, caller, 'exhibitor.moderate', booth)
  const as = (await rights.may(deps.db, caller, 'exhibitor.answer', booth)) ? 'staff' : 'organizer'
  const done = await deps.db.transaction(async (tx) => {
    const { talk, message } = await ofBooth(tx, exhibitorId, id)
    return { talk, message: await wipe(tx, talk, message, { as, by: personId }, now) }
  })
  await tellMessage(deps, done.talk, done.message)
}

/**
 * Lets a message through that waited because of its words; it takes its place at the end.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`: nothing waits under this id
 */
export async function letThrough(
  deps: Deps,
  caller: rights.Caller | null,
  exhibitorId: string,
  id: string,
): Promise<void> {
  await rights.require(deps.db, caller, 'exhibitor.moderate', { kind: 'exhibitor', id: exhibitorId })
  const { talk, message } = await deps.db.transaction(async (tx) => {
    const { talk, message } = await ofBooth(tx, exhibitorId, id)
    if (message.state !== 'held') throw new Refused('not-found')
    const seq = talk.lastSeq + 1
    await tx.update(conversation).set({ lastSeq: seq }).where(eq(conversation.id, talk.id))
    return { talk, message: await change(tx, message, { state: 'shown', seq }) }
  })
  await tellMessage(deps, talk, message)
  await tellChanged(deps, talk)
}

/**
 * Seconds a visitor waits between two messages of the thread; 0 ends slow mode.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function setSlowMode(
  deps: Deps,
  caller: rights.Caller | null,
  exhibitorId: string,
  seconds: number,
  now: Date,
): Promise<void> {
  await rights.require(deps.db, caller, 'exhibitor.moderate', { kind: 'exhibitor', id: exhibitorId })
  await mustExist(deps.db, exhibitorId)
  const talk = await deps.db.transaction(async (tx) => {
    const talk = await lockTalk(tx, exhibitorId, null, now)
    await tx.update(conversation).set({ slowSeconds: seconds }).where(eq(conversation.id, talk.id))
    return talk
  })
  await tellBooth(deps, talk)
}

/** Takes the words of a message away. Call within a transaction that has locked its conversation. */
export async function wipe(
  tx: Database,
  talk: Conversation,
  message: MessageRow,
  { as, by }: { readonly as: 'staff' | 'organizer'; readonly by: string },
  now: Date,
): Promise<ConversationMessage> {
  // Nobody is to answer what is gone.
  await tx
    .update(question)
    .set({ status: 'closed', closedAt: now, claimedBy: null, claimedAt: null })
    .where(and(eq(question.messageId, message.id), eq(question.conversationId, talk.id), eq(question.status, 'open')))
  const removed = { removedAs: as, removedBy: by, removedAt: now } as const
  return change(tx, message, { state: 'removed', text: '', attachments: [], ...removed })
}

/** A message that staff looks after: of the thread, or held. The conversation is locked. */
async function ofBooth(
  tx: Database,
  exhibitorId: string,
  id: string,
): Promise<{ readonly talk: Conversation; readonly message: MessageRow }> {
  const [where] = await tx
    .select({ conversationId: conversationMessage.conversationId })
    .from(conversationMessage)
    .where(eq(conversationMessage.id, id))
  const talk = where && (await lock(tx, where.conversationId))
  const [message] = await tx.select().from(conversationMessage).where(eq(conversationMessage.id, id))
  if (!talk || !message || talk.exhibitorId !== exhibitorId || message.state === 'removed')
    throw new Refused('not-found')
  if (talk.visitorId !== null && message.state !== 'held') throw new Refused('not-found')
  return { talk, message }
}

async function change(
  tx: Database,
  { id, conversationId }: MessageRow,
  to: Partial<typeof conversationMessage.$inferInsert>,
): Promise<ConversationMessage> {
  const [next] = await tx
    .update(conversation)
    .set({ revision: sql`${conversation.revision} + 1` })
    .where(eq(conversation.id, conversationId))
    .returning({ revision: conversation.revision })
  const [row] = await tx
    .update(conversationMessage)
    .set({ ...to, ...next })
    .where(eq(conversationMessage.id, id))
    .returning()
  if (!row) throw new Refused('not-found')
  const [author] = row.authorId
    ? await tx.select({ name: person.name }).from(person).where(eq(person.id, row.authorId))
    : []
  return told(row, author?.name ?? null)
}
