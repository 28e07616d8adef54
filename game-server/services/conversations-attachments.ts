/** Pictures and documents sent along: whose they must be, and who may read them. */
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Attachment } from '../../shared/conversations/model.ts'
import { addressOf, fileIdOf, RENDITIONS } from '../../shared/files/address.ts'
import { ATTACHED_KINDS } from '../../shared/files/upload.ts'
import type { Database } from '../db/database.ts'
import { conversation, conversationMessage } from '../db/schema/conversation.ts'
import { file } from '../db/schema/file.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/**
 * What a message is sent with, as we have it: only files that its author uploaded as their own, and that belong to this
 * conversation from now on. What the client says of them besides the address counts for nothing.
 *
 * @throws Refused `malformed`: one of them is no such file, or was sent elsewhere
 */
export async function claimAttachments(
  tx: Database,
  personId: string,
  conversationId: string,
  named: readonly Attachment[],
): Promise<Attachment[]> {
  if (named.length === 0) return []
  const ids = named.map(({ address }) => fileIdOf(address) ?? '')
  const files = await tx
    .update(file)
    .set({ conversationId })
    .where(
      and(
        ...[inArray(file.id, ids), eq(file.personId, personId), isNull(file.exhibitorId)],
        ...[
          inArray(file.kind, [...ATTACHED_KINDS]),
          or(isNull(file.conversationId), eq(file.conversationId, conversationId)),
        ],
      ),
    )
    .returning({ id: file.id, name: file.name, kind: file.kind })
  return ids.map((id) => {
    const found = files.find((one) => one.id === id)
    if (found?.kind !== 'image' && found?.kind !== 'pdf') throw new Refused('malformed', { field: 'attachments' })
    return { address: addressOf(id, RENDITIONS[found.kind][0]), kind: found.kind, name: found.name }
  })
}

/**
 * Whether somebody may read a file that somebody else sent along: it is in a message that they see. In private both
 * sides see it, in the thread of a booth everybody; while the message waits only the staff, and when it is removed nobody.
 */
export async function readsAttachment(db: Database, caller: rights.Caller, fileId: string): Promise<boolean> {
  const rows = await db
    .selectDistinct({
      ...{ exhibitorId: conversation.exhibitorId, visitorId: conversation.visitorId },
      state: conversationMessage.state,
    })
    .from(conversationMessage)
    .innerJoin(conversation, eq(conversation.id, conversationMessage.conversationId))
    .where(has(fileId))
  for (const { exhibitorId, visitorId, state } of rows) {
    if (state === 'shown' && (visitorId === null || visitorId === caller.personId)) return true
    const booth = { kind: 'exhibitor', id: exhibitorId } as const
    const inThread = visitorId === null ? 'exhibitor.moderate' : 'exhibitor.answer'
    if (await rights.may(db, caller, inThread, booth)) return true
  }
  return false
}

/** Messages with a file; removed ones have none. */
const has = (fileId: string): SQL | undefined =>
  or(
    ...ATTACHED_KINDS.map((kind) => {
      const address = addressOf(fileId, RENDITIONS[kind][0])
      return sql`${conversationMessage.attachments} @> ${JSON.stringify([{ address }])}::jsonb`
    }),
  )
