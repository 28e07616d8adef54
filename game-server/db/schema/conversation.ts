import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Attachment } from '../../../shared/conversations/model.ts'
import {
  MESSAGE_STATES,
  QUESTION_STATES,
  REMOVERS,
  REPORT_REASONS,
  REPORT_STATES,
  SIDES,
} from '../../../shared/conversations/model.ts'
import { key, moment } from './columns.ts'
import { exhibitor } from './exhibitor.ts'
import { person } from './person.ts'

const exhibitorId = () =>
  text()
    .notNull()
    .references(() => exhibitor.id, { onDelete: 'cascade' })
/** Somebody with whom the row goes. */
const theirs = () =>
  text()
    .notNull()
    .references(() => person.id, { onDelete: 'cascade' })
/** Somebody who may be forgotten while the row stays. */
const somebody = () => text().references(() => person.id, { onDelete: 'set null' })

/**
 * What a visitor and an exhibitor say to each other, or, without a visitor, the thread at the exhibitor's booth that
 * everybody reads. Whoever writes into it locks this row, so that numbers follow each other without a gap.
 */
export const conversation = pgTable(
  'conversation',
  {
    /** Made of the exhibitor and the visitor it began with, so that two first words begin one conversation. */
    id: key(),
    exhibitorId: exhibitorId(),
    visitorId: text().references(() => person.id, { onDelete: 'cascade' }),
    /** Grows with every change to a message: what a reader has seen up to is one number. */
    revision: integer().notNull().default(0),
    lastSeq: integer().notNull().default(0),
    /** The visitor takes no messages of this exhibitor. */
    muted: boolean().notNull().default(false),
    /** Seconds a visitor waits between two messages of the thread; 0: none. */
    slowSeconds: integer().notNull().default(0),
    createdAt: moment().notNull(),
    /** When something was last said. */
    saidAt: moment(),
  },
  (table) => [index().on(table.visitorId), index().on(table.exhibitorId, table.saidAt)],
)

const conversationId = () =>
  text()
    .notNull()
    .references(() => conversation.id, { onDelete: 'cascade' })

export const conversationMessage = pgTable(
  'conversation_message',
  {
    /** Chosen by whoever says it, so that what is sent twice is said once. */
    id: key(),
    conversationId: conversationId(),
    /** 1, 2, 3 … in the order in which messages came to be seen. */
    seq: integer().notNull(),
    /** The conversation's revision when it last changed. */
    revision: integer().notNull(),
    /** What is said for an exhibitor stays when its author is forgotten. */
    authorId: somebody(),
    side: text({ enum: SIDES }).notNull(),
    text: text().notNull(),
    attachments: jsonb().$type<Attachment[]>().notNull(),
    /** The message this one answers. */
    replyTo: text(),
    state: text({ enum: MESSAGE_STATES }).notNull(),
    saidAt: moment().notNull(),
    removedAs: text({ enum: REMOVERS }),
    removedBy: somebody(),
    removedAt: moment(),
  },
  (table) => [
    uniqueIndex().on(table.conversationId, table.seq),
    index().on(table.conversationId, table.revision),
    index().on(table.authorId, table.saidAt),
    // For whoever leaves the salon: their rows are looked for in every table that names somebody.
    index().on(table.removedBy).where(sql`${table.removedBy} is not null`),
    // Who may read a file is asked by the messages it was sent with.
    index('conversation_message_attachments').using('gin', table.attachments.op('jsonb_path_ops')),
  ],
)

/** Something asked that staff answers, now or later. */
export const question = pgTable(
  'question',
  {
    id: key(),
    conversationId: conversationId(),
    exhibitorId: exhibitorId(),
    askerId: theirs(),
    /** The message that asked. */
    messageId: text().notNull(),
    status: text({ enum: QUESTION_STATES }).notNull(),
    askedAt: moment().notNull(),
    /** Who is answering, since when. */
    claimedBy: somebody(),
    claimedAt: moment(),
    answeredBy: somebody(),
    answeredAt: moment(),
    closedAt: moment(),
  },
  (table) => [
    index().on(table.exhibitorId, table.status, table.askedAt),
    index().on(table.conversationId),
    index().on(table.askerId),
    index().on(table.claimedBy).where(sql`${table.claimedBy} is not null`),
    index().on(table.answeredBy).where(sql`${table.answeredBy} is not null`),
  ],
)

/** How far somebody has read, and whether answers go to them by mail, too. */
export const conversationReader = pgTable(
  'conversation_reader',
  {
    personId: theirs(),
    conversationId: conversationId(),
    readSeq: integer().notNull().default(0),
    byMail: boolean().notNull().default(false),
    /** When the last letter about it went out. */
    letterAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.conversationId] }), index().on(table.conversationId)],
)

/** Somebody finds a message wrong. The text is kept here as it was, because the message may be removed meanwhile. */
export const messageReport = pgTable(
  'message_report',
  {
    id: key(),
    messageId: text()
      .notNull()
      .references(() => conversationMessage.id, { onDelete: 'cascade' }),
    reporterId: theirs(),
    reason: text({ enum: REPORT_REASONS }).notNull(),
    comment: text().notNull(),
    /** Empty once it was kept long enough. */
    text: text().notNull(),
    reportedAt: moment().notNull(),
    state: text({ enum: REPORT_STATES }).notNull(),
    decidedBy: somebody(),
    decidedAt: moment(),
  },
  (table) => [
    uniqueIndex().on(table.messageId, table.reporterId),
    index().on(table.state, table.reportedAt),
    index().on(table.reporterId),
  ],
)

/** Words of the organizers' list: a visitor's message with one waits for the staff. */
export const heldWord = pgTable('held_word', { word: text().primaryKey() })
