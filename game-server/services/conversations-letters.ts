import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { ConversationMessage } from '../../shared/conversations/model.ts'
import { inLanguage } from '../../shared/language.ts'
import { authUser } from '../db/schema/account.ts'
import { conversationReader } from '../db/schema/conversation.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import type { Conversation } from './conversations.ts'
import type { TalkDeps } from './conversations-news.ts'
import { answerLetter } from './letters.ts'

/** At most one letter about a conversation in this time, milliseconds. */
const ONE_IN = 3600_000

/**
 * Writes to whoever asked that there is an answer: if they have an account, agreed to letters about this conversation,
 * and do not want to be left in peace.
 */
export async function mailAnswer(
  { db, write }: Pick<TalkDeps, 'db' | 'write'>,
  talk: Conversation,
  message: ConversationMessage,
  personId: string,
  now: Date,
): Promise<void> {
  const [to] = await db
    .select({ email: authUser.email, language: person.language })
    .from(person)
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .where(and(eq(person.id, personId), eq(authUser.isAnonymous, false), eq(person.doNotDisturb, false)))
  const [from] = await db.select({ name: exhibitor.name }).from(exhibitor).where(eq(exhibitor.id, talk.exhibitorId))
  if (!to || !from) return
  // The claim first: of two answers at once one is written about.
  const claimed = await db
    .update(conversationReader)
    .set({ letterAt: now })
    .where(
      and(
        eq(conversationReader.personId, personId),
        eq(conversationReader.conversationId, talk.id),
        eq(conversationReader.byMail, true),
        or(isNull(conversationReader.letterAt), lt(conversationReader.letterAt, new Date(now.getTime() - ONE_IN))),
      ),
    )
    .returning({ personId: conversationReader.personId })
  if (claimed.length === 0) return
  const who = inLanguage(from.name, to.language)
  await write(to.email, answerLetter({ who, by: message.authorName ?? '', text: message.text }, to.language))
}
