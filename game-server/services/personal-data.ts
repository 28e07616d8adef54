import { and, eq, exists, getTableName, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { Database } from '../db/database.ts'
import { authAccount, authSession, authUser, authVerification } from '../db/schema/account.ts'
import { boothDraft, boothInvitation, boothVersion } from '../db/schema/booth-content.ts'
import { briefcaseItem, takeawayLink } from '../db/schema/briefcase.ts'
import { card, cardBlock, cardExchange } from '../db/schema/card.ts'
import { consent, ledgerAlias, ledgerEntry } from '../db/schema/consent.ts'
import {
  conversation,
  conversationMessage,
  conversationReader,
  messageReport,
  question,
} from '../db/schema/conversation.ts'
import { file } from '../db/schema/file.ts'
import { interaction } from '../db/schema/interaction.ts'
import { lead } from '../db/schema/lead.ts'
import { mail } from '../db/schema/mail.ts'
import { person } from '../db/schema/person.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import { sharedRoute, visit } from '../db/schema/route.ts'
import { webhookDelivery } from '../db/schema/webhook.ts'
import { handOverBlocks, handOverExchanges } from './cards-handover.ts'
import { handOverInteractions, handOverLeads } from './leads-handover.ts'
import { leadNews } from './webhooks-news.ts'

/** Somebody, by all the names that tables know them by. */
export interface Subject {
  readonly personId: string
  readonly userId: string
  readonly email: string
}

/** A table with rows about people. */
interface PersonalTable {
  readonly table: PgTable
  /** Which rows are about somebody. */
  readonly about: (who: Subject) => SQL | undefined
  /** Which of these go with them, where others were written for an organisation: those stay, and forget who wrote them. */
  readonly goes?: SQL
  /** Columns that prove who somebody is: never given out, not even to them. */
  readonly secrets?: readonly string[]
  /**
   * Set where rows are what somebody collected: they go over when a guest signs in to an account. `owner` says whose a
   * row is; two rows of one owner with the same `alike` would be one and the same. A function where rows have two owners.
   */
  readonly collected?: Collected | ((db: Database, from: string, to: string) => Promise<void>)
  /** Rows stay when somebody is forgotten: without the rows that go, they lead to nobody. */
  readonly stays?: true
}

interface Collected {
  readonly owner: PgColumn
  readonly alike: readonly PgColumn[]
}

/**
 * Every table that knows people, in the order in which rows may be deleted. A table of the schema that is neither here
 * nor in `ABOUT_NOBODY` fails `tests/server/personal-data.test.ts`.
 */
export const PERSONAL: readonly PersonalTable[] = [
  {
    table: roleGrant,
    about: ({ personId }) => eq(roleGrant.personId, personId),
    collected: { owner: roleGrant.personId, alike: [roleGrant.role, roleGrant.scopeKind, roleGrant.scopeId] },
  },
  {
    table: visit,
    about: ({ personId }) => eq(visit.personId, personId),
    // Both are kept: `services/visits.ts` makes one of them.
    collected: { owner: visit.personId, alike: [visit.id] },
  },
  {
    table: sharedRoute,
    about: ({ personId }) => eq(sharedRoute.personId, personId),
    collected: { owner: sharedRoute.personId, alike: [sharedRoute.id] },
  },
  {
    table: interaction,
    about: ({ personId }) => eq(interaction.personId, personId),
    collected: handOverInteractions,
  },
  {
    table: webhookDelivery,
    about: ({ personId }) =>
      sql`${webhookDelivery.leadId} in (select ${lead.id} from ${lead} where ${eq(lead.personId, personId)})`,
    // That a lead is no more is told to those who had heard of it.
    goes: ne(webhookDelivery.event, 'lead.consent_revoked'),
    secrets: ['endpointId'],
  },
  // After what its evidence is summed up from.
  {
    table: lead,
    about: ({ personId }) => eq(lead.personId, personId),
    secrets: ['ownerId', 'joinedTo', 'distinctFrom'],
    collected: handOverLeads,
  },
  {
    table: briefcaseItem,
    about: ({ personId }) => eq(briefcaseItem.personId, personId),
    collected: {
      owner: briefcaseItem.personId,
      alike: [briefcaseItem.kind, briefcaseItem.exhibitorId, briefcaseItem.subjectId],
    },
  },
  {
    table: takeawayLink,
    about: ({ personId }) => eq(takeawayLink.personId, personId),
    secrets: ['tokenHash'],
    collected: { owner: takeawayLink.personId, alike: [takeawayLink.tokenHash] },
  },
  {
    table: consent,
    about: ({ personId }) => eq(consent.personId, personId),
    collected: { owner: consent.personId, alike: [consent.exhibitorId] },
  },
  {
    table: ledgerEntry,
    about: ({ personId }) =>
      sql`${ledgerEntry.subject} in (select ${ledgerAlias.id} from ${ledgerAlias} where ${eq(ledgerAlias.personId, personId)})`,
    stays: true,
  },
  {
    table: ledgerAlias,
    about: ({ personId }) => eq(ledgerAlias.personId, personId),
    collected: { owner: ledgerAlias.personId, alike: [ledgerAlias.id] },
  },
  {
    table: card,
    about: ({ personId }) => eq(card.personId, personId),
    collected: { owner: card.personId, alike: [] },
  },
  {
    table: cardExchange,
    about: ({ personId }) => or(eq(cardExchange.fromId, personId), eq(cardExchange.toId, personId)),
    collected: handOverExchanges,
  },
  // That somebody was blocked by others is told to nobody.
  { table: cardBlock, about: ({ personId }) => eq(cardBlock.personId, personId), collected: handOverBlocks },
  {
    table: messageReport,
    about: ({ personId }) => eq(messageReport.reporterId, personId),
    collected: { owner: messageReport.reporterId, alike: [messageReport.messageId] },
  },
  {
    table: conversationReader,
    about: ({ personId }) => eq(conversationReader.personId, personId),
    collected: { owner: conversationReader.personId, alike: [conversationReader.conversationId] },
  },
  {
    table: question,
    about: ({ personId }) => eq(question.askerId, personId),
    collected: { owner: question.askerId, alike: [question.id] },
  },
  {
    table: conversationMessage,
    about: ({ personId }) => eq(conversationMessage.authorId, personId),
    goes: eq(conversationMessage.side, 'visitor'),
    collected: { owner: conversationMessage.authorId, alike: [conversationMessage.id] },
  },
  {
    table: conversation,
    about: ({ personId }) => eq(conversation.visitorId, personId),
    // Of two with the same exhibitor both are kept.
    collected: { owner: conversation.visitorId, alike: [conversation.id] },
  },
  {
    table: file,
    about: ({ personId }) => eq(file.personId, personId),
    goes: isNull(file.exhibitorId),
    collected: { owner: file.personId, alike: [file.id] },
  },
  {
    table: boothDraft,
    about: ({ personId }) => eq(boothDraft.updatedBy, personId),
    // What a booth tells is its exhibitor's.
    secrets: ['document'],
    collected: { owner: boothDraft.updatedBy, alike: [boothDraft.exhibitorId] },
    stays: true,
  },
  {
    table: boothVersion,
    about: ({ personId }) => eq(boothVersion.publishedBy, personId),
    secrets: ['document'],
    collected: { owner: boothVersion.publishedBy, alike: [boothVersion.exhibitorId, boothVersion.version] },
    stays: true,
  },
  {
    table: boothInvitation,
    about: ({ email }) => eq(boothInvitation.email, email),
    secrets: ['tokenHash'],
  },
  { table: person, about: ({ personId }) => eq(person.id, personId) },
  { table: mail, about: ({ email }) => eq(mail.recipient, email) },
  // Codes under way are kept under the user's id, the address, or both.
  {
    table: authVerification,
    about: ({ userId, email }) =>
      or(
        sql`strpos(${authVerification.identifier}, ${userId}) > 0`,
        sql`strpos(${authVerification.identifier}, ${email}) > 0`,
      ),
    secrets: ['value'],
  },
  { table: authSession, about: ({ userId }) => eq(authSession.userId, userId), secrets: ['token'] },
  {
    table: authAccount,
    about: ({ userId }) => eq(authAccount.userId, userId),
    secrets: ['accessToken', 'refreshToken', 'idToken', 'password'],
  },
  { table: authUser, about: ({ userId }) => eq(authUser.id, userId) },
]

/** Tables without a trace of those who visit. Speakers are the programme's, which is public. */
export const ABOUT_NOBODY: readonly string[] = [
  'booth',
  'exhibitor',
  'file_gone',
  'footfall',
  'hall',
  'held_word',
  'lead_form',
  'period',
  'plan_draft',
  'plan_version',
  'salon',
  'search_entry',
  'search_word',
  'session',
  'session_speaker',
  'speaker',
  'stage',
  'tag',
  'themed_route',
  'track',
  'webhook_endpoint',
]

/** Everything stored on somebody, by table. */
export async function recordsOf(db: Database, who: Subject): Promise<Record<string, Record<string, unknown>[]>> {
  const records: Record<string, Record<string, unknown>[]> = {}
  for (const { table, about, secrets = [] } of PERSONAL) {
    const rows = await db.select().from(table).where(about(who))
    records[getTableName(table)] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !secrets.includes(column))),
    )
  }
  return records
}

/** Forgets somebody: afterwards no row is about them. */
export async function eraseRecords(db: Database, who: Subject): Promise<void> {
  await db.transaction(async (tx) => {
    await leadNews(tx, 'lead.consent_revoked', eq(lead.personId, who.personId))
    for (const one of PERSONAL) await forget(tx, one, who)
  })
}

async function forget(
  db: Database,
  { table, about, goes, stays, collected }: PersonalTable,
  who: Subject,
): Promise<void> {
  if (stays) return
  await db.delete(table).where(and(about(who), goes))
  if (!goes || !collected || typeof collected === 'function') return
  await db
    .update(table)
    .set({ [collected.owner.name]: null })
    .where(about(who))
}

/** What person `from` collected is `to`'s from now on; where both have the same, `to` keeps theirs. */
export async function handOver(db: Database, from: string, to: string): Promise<void> {
  for (const { table, collected } of PERSONAL) {
    if (!collected) continue
    if (typeof collected === 'function') {
      await collected(db, from, to)
      continue
    }
    const { owner, alike } = collected
    const theirs = alias(table, 'theirs') as unknown as Record<string, PgColumn>
    const same = [owner, ...alike].map((one) => ({ one, theirs: theirs[one.name] as PgColumn }))
    const twice = db
      .select({ one: sql`1` })
      .from(theirs as unknown as PgTable)
      .where(and(...same.map((pair) => eq(pair.theirs, pair.one === owner ? to : pair.one))))
    await db.delete(table).where(and(eq(owner, from), exists(twice)))
    await db
      .update(table)
      .set({ [owner.name]: to })
      .where(eq(owner, from))
  }
}
