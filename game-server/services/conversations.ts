/**
 * Conversations at booths: which there are, who may read them, and what has been said. What is said goes through
 * `conversations-say.ts`; who is told of it, `conversations-news.ts`.
 */
import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gt, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type ConversationMessage, type MessagePage, PAGE } from '../../shared/conversations/model.ts'
import type { Database } from '../db/database.ts'
import { conversation, conversationMessage, conversationReader } from '../db/schema/conversation.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

export type Conversation = typeof conversation.$inferSelect
type MessageRow = typeof conversationMessage.$inferSelect

/** A conversation as somebody takes part in it. */
export interface Part {
  readonly talk: Conversation
  readonly personId: string
  /** Whether they answer for the exhibitor. */
  readonly staff: boolean
  /** Whether messages that wait to be let through are shown to them. */
  readonly seesHeld: boolean
}

/**
 * A conversation, for whoever may read it: the thread of a booth is for everybody, a private one for its visitor and the
 * staff of its exhibitor. To anybody else it does not exist.
 *
 * @throws Refused `not-entered` | `not-found`
 */
export async function partIn(db: Database, caller: rights.Caller | null, id: string): Promise<Part> {
  const { personId } = await rights.require(db, caller, 'conversation.read', { kind: 'conversation', id })
  const [talk] = await db.select().from(conversation).where(eq(conversation.id, id))
  if (!talk) throw new Refused('not-found')
  const booth = { kind: 'exhibitor', id: talk.exhibitorId } as const
  const staff = await rights.may(db, caller, 'exhibitor.answer', booth)
  if (talk.visitorId === null) {
    const seesHeld = staff || (await rights.may(db, caller, 'exhibitor.moderate', booth))
    return { talk, personId, staff, seesHeld }
  }
  if (talk.visitorId === personId) return { talk, personId, staff: false, seesHeld: false }
  if (!staff) throw new Refused('not-found')
  return { talk, personId, staff, seesHeld: true }
}

/** What to read: changes after a revision, what came before a message, or, with neither, the latest. */
export interface Wanted {
  readonly after?: number | undefined
  readonly before?: number | undefined
}

/**
 * Messages of a conversation, at most `PAGE` of them.
 *
 * @throws Refused `not-entered` | `not-found`
 */
export async function readMessages(
  db: Database,
  caller: rights.Caller | null,
  id: string,
  { after, before }: Wanted,
): Promise<MessagePage> {
  // The revision is read before the messages: what changes in between is told once more next time, and not lost.
  const part = await partIn(db, caller, id)
  const { talk, personId } = part
  const here = and(
    eq(conversationMessage.conversationId, id),
    visibleTo(part),
    after === undefined ? undefined : gt(conversationMessage.revision, after),
    before === undefined ? undefined : lt(conversationMessage.seq, before),
  )
  const order = after === undefined ? desc(conversationMessage.seq) : asc(conversationMessage.revision)
  const rows = await tellMessages(db, here, [order], PAGE + 1)
  const more = rows.length > PAGE
  const page = rows.slice(0, PAGE)
  const upTo = after !== undefined && more ? (page.at(-1)?.revision ?? talk.revision) : talk.revision
  return {
    messages: page.toSorted((a, b) => a.seq - b.seq),
    revision: upTo,
    more,
    ...(await readMarks(db, talk, personId)),
  }
}

/** Messages as readers get them. Whoever asks has made sure that the reader may see them. */
export async function tellMessages(
  db: Database,
  which: SQL | undefined,
  order: SQL[] = [],
  most = PAGE,
): Promise<ConversationMessage[]> {
  const author = alias(person, 'author')
  const rows = await db
    .select({ message: conversationMessage, name: author.name })
    .from(conversationMessage)
    .leftJoin(author, eq(author.id, conversationMessage.authorId))
    .where(which)
    .orderBy(...order)
    .limit(most)
  return rows.map(({ message, name }) => told(message, name))
}

export function told(message: MessageRow, authorName: string | null): ConversationMessage {
  const { removedAs, removedBy: _, removedAt, saidAt, ...rest } = message
  const removed = removedAs && removedAt ? { as: removedAs, at: removedAt.toISOString() } : null
  return { ...rest, authorName, saidAt: saidAt.toISOString(), removed }
}

/**
 * The caller has read up to `seq`.
 *
 * @returns the conversation, and how far that is
 * @throws Refused `not-entered` | `not-found`
 */
export async function markRead(
  db: Database,
  caller: rights.Caller | null,
  id: string,
  seq: number,
): Promise<{ readonly part: Part; readonly seq: number }> {
  const part = await partIn(db, caller, id)
  const readSeq = Math.min(seq, part.talk.lastSeq)
  await db
    .insert(conversationReader)
    .values({ personId: part.personId, conversationId: id, readSeq })
    .onConflictDoUpdate({
      target: [conversationReader.personId, conversationReader.conversationId],
      set: { readSeq: sql`greatest(${conversationReader.readSeq}, ${readSeq})` },
    })
  return { part, seq: readSeq }
}

/**
 * What the caller wants of a conversation of theirs: to hear nothing more of the exhibitor, answers by mail.
 *
 * @throws Refused `not-entered` | `not-found` | `forbidden`: only the visitor of a private conversation mutes it
 */
export async function changeConversation(
  db: Database,
  caller: rights.Caller | null,
  id: string,
  { muted, byMail }: { readonly muted?: boolean | undefined; readonly byMail?: boolean | undefined },
): Promise<void> {
  const { talk, personId } = await partIn(db, caller, id)
  if (muted !== undefined) {
    if (talk.visitorId !== personId) throw new Refused('forbidden')
    await db.update(conversation).set({ muted }).where(eq(conversation.id, id))
  }
  if (byMail === undefined) return
  await db
    .insert(conversationReader)
    .values({ personId, conversationId: id, byMail })
    .onConflictDoUpdate({
      target: [conversationReader.personId, conversationReader.conversationId],
      set: { byMail },
    })
}

/**
 * The conversation of an exhibitor with a visitor, or the thread of its booth, made if there is none yet. Call within a
 * transaction: until it ends nobody else writes into it.
 */
export async function lockTalk(
  tx: Database,
  exhibitorId: string,
  visitorId: string | null,
  now: Date,
): Promise<Conversation> {
  const known = (await talkOf(tx, exhibitorId, visitorId))?.id
  const id = known ?? idOf(exhibitorId, visitorId)
  if (!known) await tx.insert(conversation).values({ id, exhibitorId, visitorId, createdAt: now }).onConflictDoNothing()
  return lock(tx, id)
}

/** @throws Refused `not-found` */
export async function lock(tx: Database, id: string): Promise<Conversation> {
  const [talk] = await tx.select().from(conversation).where(eq(conversation.id, id)).for('update')
  if (!talk) throw new Refused('not-found')
  return talk
}

/** The same without making one. Of two, since a guest with one signed in to an account with another, the livelier. */
export async function talkOf(
  db: Database,
  exhibitorId: string,
  visitorId: string | null,
): Promise<Conversation | null> {
  const whose = visitorId === null ? isNull(conversation.visitorId) : eq(conversation.visitorId, visitorId)
  const [talk] = await db
    .select()
    .from(conversation)
    .where(and(eq(conversation.exhibitorId, exhibitorId), whose))
    .orderBy(desc(conversation.saidAt), asc(conversation.id))
    .limit(1)
  return talk ?? null
}

/** Everybody who answers for an exhibitor. */
export async function staffOf(db: Database, exhibitorId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: roleGrant.personId })
    .from(roleGrant)
    .where(and(eq(roleGrant.scopeKind, 'exhibitor'), eq(roleGrant.scopeId, exhibitorId)))
  return rows.map(({ personId }) => personId)
}

/** @throws Refused `not-found` */
export async function mustExist(db: Database, exhibitorId: string): Promise<void> {
  if ((await db.$count(exhibitor, eq(exhibitor.id, exhibitorId))) === 0) throw new Refused('not-found')
}

const visibleTo = ({ personId, seesHeld }: Part): SQL | undefined =>
  seesHeld ? undefined : or(ne(conversationMessage.state, 'held'), eq(conversationMessage.authorId, personId))

/** How far the caller has read, and how far the other side of a private conversation has. */
async function readMarks(
  db: Database,
  talk: Conversation,
  personId: string,
): Promise<{ readSeq: number; othersReadSeq: number }> {
  const readers = await db
    .select({ personId: conversationReader.personId, readSeq: conversationReader.readSeq })
    .from(conversationReader)
    .where(
      and(
        eq(conversationReader.conversationId, talk.id),
        talk.visitorId === null ? eq(conversationReader.personId, personId) : undefined,
      ),
    )
  const isVisitor = talk.visitorId === personId
  const others = readers.filter((one) => (one.personId === talk.visitorId) !== isVisitor)
  return {
    readSeq: readers.find((one) => one.personId === personId)?.readSeq ?? 0,
    othersReadSeq: talk.visitorId === null ? 0 : Math.max(0, ...others.map(({ readSeq }) => readSeq)),
  }
}

const idOf = (exhibitorId: string, visitorId: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([exhibitorId, visitorId]))
    .digest('base64url')
    .slice(0, 22)
