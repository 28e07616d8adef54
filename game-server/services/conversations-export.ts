/** Conversations as a file, for either side to keep. */
import { and, asc, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { ConversationMessage } from '../../shared/conversations/model.ts'
import { inLanguage, type Language, type Localized } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { conversation, conversationMessage } from '../db/schema/conversation.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { mustExist, tellMessages } from './conversations.ts'
import * as rights from './rights.ts'

/** Far above any salon's conversations with one side, and below what a process can hold. */
const MOST = 100_000

export interface KeptConversation {
  readonly exhibitor: Localized
  /** Null: the thread of the booth. */
  readonly visitor: string | null
  readonly messages: readonly Pick<
    ConversationMessage,
    'saidAt' | 'side' | 'authorName' | 'text' | 'attachments' | 'state'
  >[]
}

/**
 * The caller's own conversations whole, and of threads what they said and what they were answered.
 *
 * @throws Refused `not-entered`
 */
export async function exportOwn(db: Database, caller: rights.Caller | null): Promise<KeptConversation[]> {
  const { personId } = await rights.require(db, caller, 'conversation.read', { kind: 'conversation', id: 'own' })
  const asked = alias(conversationMessage, 'asked')
  const said = db.select({ id: asked.id }).from(asked).where(eq(asked.authorId, personId))
  const own = db.select({ id: conversation.id }).from(conversation).where(eq(conversation.visitorId, personId))
  const seen = or(ne(conversationMessage.state, 'held'), eq(conversationMessage.authorId, personId))
  const concernsMe = or(
    inArray(conversationMessage.conversationId, own),
    and(eq(conversationMessage.authorId, personId), eq(conversationMessage.side, 'visitor')),
    inArray(conversationMessage.replyTo, said),
  )
  return kept(db, and(seen, concernsMe))
}

/**
 * Everything that was said with an exhibitor.
 *
 * @throws Refused `not-entered` | `forbidden` | `not-found`
 */
export async function exportOf(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
): Promise<KeptConversation[]> {
  await rights.require(db, caller, 'exhibitor.answer', { kind: 'exhibitor', id: exhibitorId })
  await mustExist(db, exhibitorId)
  const theirs = db.select({ id: conversation.id }).from(conversation).where(eq(conversation.exhibitorId, exhibitorId))
  return kept(db, inArray(conversationMessage.conversationId, theirs))
}

/** The same for reading: plain text, in which whatever somebody wrote stays what it is. */
export function asText(conversations: readonly KeptConversation[], language: Language): string {
  const say = TEXTS[language]
  const parts = conversations.map(({ exhibitor, visitor, messages }) => {
    const title = `${inLanguage(exhibitor, language)} · ${visitor ?? say.thread}`
    const lines = messages.map(({ saidAt, side, authorName, text, attachments, state }) => {
      const who = `${authorName ?? say.forgotten}${side === 'staff' ? ` (${say.staff})` : ''}`
      const what = state === 'removed' ? say.removed : text
      const files = attachments.map(({ name, address }) => `[${name}: ${address}]`)
      // The next lines of a message are set in, so that none can pass for somebody else's words.
      const words = [what, ...files].filter((one) => one !== '').join('\n')
      return `${saidAt} ${who}: ${words.replace(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, '\n    ')}`
    })
    return [title, '='.repeat(title.length), ...lines].join('\n')
  })
  return `${parts.join('\n\n') || say.nothing}\n`
}

const TEXTS = {
  ru: {
    thread: 'общий разговор у стенда',
    staff: 'представитель',
    forgotten: 'Кто-то, кого здесь больше нет',
    removed: '[сообщение удалено]',
    nothing: 'Пока ничего не сказано.',
  },
  en: {
    thread: 'open thread of the booth',
    staff: 'staff',
    forgotten: 'Somebody who is gone',
    removed: '[message removed]',
    nothing: 'Nothing has been said yet.',
  },
} as const

async function kept(db: Database, which: SQL | undefined): Promise<KeptConversation[]> {
  const messages = await tellMessages(
    db,
    which,
    [asc(conversationMessage.conversationId), asc(conversationMessage.seq)],
    MOST,
  )
  const byTalk = Map.groupBy(messages, ({ conversationId }) => conversationId)
  if (byTalk.size === 0) return []
  const visitor = alias(person, 'visitor')
  const talks = await db
    .select({
      id: conversation.id,
      exhibitor: exhibitor.name,
      visitor: visitor.name,
      thread: isNull(conversation.visitorId),
    })
    .from(conversation)
    .innerJoin(exhibitor, eq(exhibitor.id, conversation.exhibitorId))
    .leftJoin(visitor, eq(visitor.id, conversation.visitorId))
    .where(inArray(conversation.id, [...byTalk.keys()]))
    .orderBy(asc(conversation.createdAt), asc(conversation.id))
  return talks.map(({ id, ...talk }) => ({
    exhibitor: talk.exhibitor,
    visitor: talk.thread ? null : (talk.visitor ?? ''),
    messages: (byTalk.get(id) ?? []).map(({ saidAt, side, authorName, text, attachments, state }) => ({
      ...{ saidAt, side, authorName, text, attachments, state },
    })),
  }))
}
