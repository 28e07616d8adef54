/**
 * Conversations at booths as the API tells them: visitors ask, staff answers, in the thread of the booth that everybody
 * reads or in private. A message has a place (`seq`) and the revision of its conversation at which it last changed;
 * whoever has seen everything up to a revision asks for what came after it, and nothing is lost between two connections.
 */
import { z } from 'zod'
import { localized } from '../language.ts'

/** Who speaks: a visitor for themself, or somebody for the exhibitor. */
export const SIDES = ['visitor', 'staff'] as const
/** `held`: seen by its author and the staff until the staff lets it through. `removed`: that it was there is all there is. */
export const MESSAGE_STATES = ['shown', 'held', 'removed'] as const
export const REMOVERS = ['staff', 'organizer'] as const
export const QUESTION_STATES = ['open', 'answered', 'closed'] as const
export const REPORT_REASONS = ['rude', 'advertising', 'deceit', 'personal', 'other'] as const
export const REPORT_STATES = ['open', 'resolved', 'dismissed'] as const

/** Characters of a message, attachments of one, words of the list. */
export const LONGEST_MESSAGE = 2000
export const MOST_ATTACHMENTS = 5
export const MOST_WORDS = 2000
/** Slow mode at its slowest, seconds. */
export const SLOWEST = 600
/** How long nobody else may answer a question that somebody has taken, milliseconds. */
export const CLAIM_LASTS = 10 * 60_000
/** Messages of one answer of the API. */
export const PAGE = 50

const id = z.string().min(1).max(64)
/** ISO 8601 with offset. */
const moment = z.iso.datetime({ offset: true })
/** Ids that clients choose: a UUID. */
const ownId = z.uuid()

/** A picture or a document sent along; `address` as in `shared/files/address.ts`. */
export const attachment = z.object({
  address: z.string().max(200),
  kind: z.enum(['image', 'pdf']),
  name: z.string().max(200),
})
export type Attachment = z.infer<typeof attachment>

export const conversationMessage = z.object({
  id: z.string(),
  conversationId: id,
  seq: z.number().int(),
  revision: z.number().int(),
  /** Null: somebody who is forgotten. */
  authorId: id.nullable(),
  authorName: z.string().nullable(),
  side: z.enum(SIDES),
  /** Empty where the message was removed. */
  text: z.string(),
  attachments: z.array(attachment),
  replyTo: z.string().nullable(),
  state: z.enum(MESSAGE_STATES),
  saidAt: moment,
  removed: z.object({ as: z.enum(REMOVERS), at: moment }).nullable(),
})
export type ConversationMessage = z.infer<typeof conversationMessage>

export const question = z.object({
  id,
  conversationId: id,
  messageId: z.string(),
  askerId: id,
  askerName: z.string(),
  /** The asking words, for a list. */
  text: z.string(),
  status: z.enum(QUESTION_STATES),
  askedAt: moment,
  /** Who is answering now. */
  claimedBy: z.object({ personId: id, name: z.string(), at: moment }).nullable(),
  answeredAt: moment.nullable(),
})
export type Question = z.infer<typeof question>

/** A conversation in a list: as its reader sees it. */
export const conversationSummary = z.object({
  id,
  exhibitorId: id,
  exhibitorName: localized,
  /** Null: the thread of the booth. */
  visitor: z.object({ personId: id, name: z.string() }).nullable(),
  /** Messages of others after what the reader has read. */
  unread: z.number().int(),
  last: z.object({ text: z.string(), side: z.enum(SIDES), saidAt: moment }).nullable(),
  /** Of the reader's latest question there. */
  question: z.enum(QUESTION_STATES).nullable(),
  muted: z.boolean(),
  byMail: z.boolean(),
})
export type ConversationSummary = z.infer<typeof conversationSummary>

/** GET /api/conversations: the caller's own, latest first, and the inboxes they answer for. */
export const ownConversations = z.object({
  conversations: z.array(conversationSummary),
  inboxes: z.array(z.object({ exhibitorId: id, exhibitorName: localized, open: z.number().int() })),
  /** Whether the caller looks after reports and words of the whole salon. */
  moderates: z.boolean(),
})
export type OwnConversations = z.infer<typeof ownConversations>

/** GET /api/exhibitors/{id}/talk: what one needs to know to speak at a booth. */
export const boothTalk = z.object({
  /** Null until somebody has said something there. */
  threadId: id.nullable(),
  privateId: id.nullable(),
  slowSeconds: z.number().int(),
  muted: z.boolean(),
  byMail: z.boolean(),
  /** Whether an address is known that answers could be sent to. */
  hasMail: z.boolean(),
  /** Whether anybody of the staff is in the salon now. */
  attended: z.boolean(),
  /** Whether the caller answers for the exhibitor; whether they may remove messages of the thread. */
  answers: z.boolean(),
  moderates: z.boolean(),
})
export type BoothTalk = z.infer<typeof boothTalk>

/** GET /api/conversations/{id}/messages */
export const messagePage = z.object({
  /** In order of `seq`. */
  messages: z.array(conversationMessage),
  /** Ask for changes after this one. */
  revision: z.number().int(),
  /** Whether there are earlier ones (asked without `after`), or more changes (asked with it). */
  more: z.boolean(),
  /** How far the reader has read, and how far anybody of the other side of a private conversation has (`seq`). */
  readSeq: z.number().int(),
  othersReadSeq: z.number().int(),
})
export type MessagePage = z.infer<typeof messagePage>

/** Body of POST /api/exhibitors/{id}/messages. `id` is the sender's own, so that sending again says nothing twice. */
const words = {
  id: ownId,
  text: z.string().trim().max(LONGEST_MESSAGE),
  attachments: z.array(attachment).max(MOST_ATTACHMENTS).default([]),
}
const notEmpty = (said: { text: string; attachments: readonly unknown[] }): boolean =>
  said.text !== '' || said.attachments.length > 0
export const say = z
  .object({ ...words, to: z.enum(['everyone', 'staff']), byMail: z.boolean().optional() })
  .refine(notEmpty, { path: ['text'] })
export type Say = z.infer<typeof say>

/** Body of POST /api/exhibitors/{id}/answers. `questionId`: the question it answers, to be answered once only. */
export const answer = z
  .object({ ...words, conversationId: id.nullable(), questionId: id.nullable().default(null) })
  .refine(notEmpty, { path: ['text'] })
export type Answer = z.infer<typeof answer>

/** PUT /api/exhibitors/{id}/questions/{questionId}. `take` from somebody who has it: with `over`. */
export const questionChange = z.object({
  change: z.enum(['take', 'leave', 'close', 'reopen']),
  over: z.boolean().default(false),
})
export type QuestionChange = z.infer<typeof questionChange>

/** GET /api/exhibitors/{id}/inbox */
export const inbox = z.object({
  exhibitorName: localized,
  threadId: id.nullable(),
  slowSeconds: z.number().int(),
  /** Open ones first, the longest waiting at the top; then those settled lately. */
  questions: z.array(question),
  conversations: z.array(conversationSummary),
  /** Messages that wait to be let through. */
  held: z.array(conversationMessage),
})
export type Inbox = z.infer<typeof inbox>

export const readUpTo = z.object({ seq: z.number().int().min(0) })
export const conversationChange = z.object({ muted: z.boolean().optional(), byMail: z.boolean().optional() })
export const slowMode = z.object({ seconds: z.number().int().min(0).max(SLOWEST) })

export const reportMessage = z.object({ reason: z.enum(REPORT_REASONS), comment: z.string().trim().max(1000) })
export type ReportMessage = z.infer<typeof reportMessage>

/** GET /api/reports */
export const report = z.object({
  id,
  reason: z.enum(REPORT_REASONS),
  comment: z.string(),
  reporterName: z.string(),
  reportedAt: moment,
  state: z.enum(REPORT_STATES),
  decidedAt: moment.nullable(),
  exhibitorId: id,
  exhibitorName: localized,
  inPrivate: z.boolean(),
  /** The words as they were when they were reported. */
  text: z.string(),
  message: conversationMessage,
  /** What was said just before. */
  before: z.array(conversationMessage),
})
export type Report = z.infer<typeof report>
/** PUT /api/reports/{id}. `remove`: the message goes, too. */
export const reportDecision = z.object({ state: z.enum(['resolved', 'dismissed']), remove: z.boolean().default(false) })
export type ReportDecision = z.infer<typeof reportDecision>

/** GET, PUT /api/held-words. `builtIn`: coarse words are held, too (`coarse-words.ts`). */
export const wordList = z.object({
  words: z.array(z.string().trim().min(2).max(60)).max(MOST_WORDS),
  builtIn: z.boolean(),
})
export type WordList = z.infer<typeof wordList>

/** News of conversations, told to whoever is in a hall. What is told may be missed: the records are asked by revision. */
export type ConversationNews =
  | {
      readonly news: 'message'
      readonly exhibitorId: string
      readonly message: ConversationMessage
      /** Whose question it answers. */
      readonly answersTo: string | null
    }
  /** Something changed that is not the same for everybody who hears of it. */
  | { readonly news: 'changed'; readonly exhibitorId: string; readonly conversationId: string }
  | {
      readonly news: 'read'
      readonly exhibitorId: string
      readonly conversationId: string
      readonly personId: string
      readonly seq: number
    }
  | {
      readonly news: 'typing'
      readonly exhibitorId: string
      readonly conversationId: string
      readonly personId: string
      readonly name: string
    }
