import type { ConversationMessage, ConversationNews } from '../../shared/conversations/model.ts'
import type { Database } from '../db/database.ts'
import { type Conversation, staffOf } from './conversations.ts'
import type { Letter } from './letters.ts'

/** Tells those who are in the salon now, in whichever hall and process. What is not heard is read later. */
export interface Newsroom {
  /** To `people`, and to whoever listens at the booth of an exhibitor. */
  tell(to: { readonly people: readonly string[]; readonly booth: string | null }, news: ConversationNews): void
}

/** What conversations stand on. */
export interface TalkDeps {
  readonly db: Database
  readonly newsroom: Newsroom
  /** Puts a letter on its way. */
  readonly write: (recipient: string, letter: Letter) => Promise<void>
}

/** Everybody who is told of what happens in a conversation: its two sides, and at the booth whoever listens there. */
async function audience(db: Database, talk: Conversation, also: readonly string[] = []) {
  const people = [...(await staffOf(db, talk.exhibitorId)), ...also]
  if (talk.visitorId === null) return { people: [...new Set(people)], booth: talk.exhibitorId }
  return { people: [...new Set([...people, talk.visitorId])], booth: null }
}

/** A message was said or changed. One that is held is told to nobody: staff looks again, and finds it. */
export async function tellMessage(
  { db, newsroom }: Pick<TalkDeps, 'db' | 'newsroom'>,
  talk: Conversation,
  message: ConversationMessage,
  answersTo: string | null = null,
): Promise<void> {
  if (message.state === 'held') return tellChanged({ db, newsroom }, talk, message.authorId ? [message.authorId] : [])
  const to = await audience(db, talk, answersTo === null ? [] : [answersTo])
  newsroom.tell(to, { news: 'message', exhibitorId: talk.exhibitorId, message, answersTo })
}

/** Something changed that staff, and those in `also`, look at again. */
export async function tellChanged(
  { db, newsroom }: Pick<TalkDeps, 'db' | 'newsroom'>,
  { id, exhibitorId }: Conversation,
  also: readonly string[] = [],
): Promise<void> {
  const people = [...new Set([...(await staffOf(db, exhibitorId)), ...also])]
  newsroom.tell({ people, booth: null }, { news: 'changed', exhibitorId, conversationId: id })
}

/** Something about the booth changed for everybody there. */
export async function tellBooth(
  { db, newsroom }: Pick<TalkDeps, 'db' | 'newsroom'>,
  talk: Conversation,
): Promise<void> {
  const to = await audience(db, talk)
  newsroom.tell(to, { news: 'changed', exhibitorId: talk.exhibitorId, conversationId: talk.id })
}

/** For a moment, and for nobody who may not read it: that somebody is writing, how far they have read. */
export async function tellInPassing(
  { db, newsroom }: Pick<TalkDeps, 'db' | 'newsroom'>,
  talk: Conversation,
  news: ConversationNews & { readonly personId: string },
): Promise<void> {
  const { people, booth } = await audience(db, talk)
  newsroom.tell({ people: people.filter((one) => one !== news.personId), booth }, news)
}
