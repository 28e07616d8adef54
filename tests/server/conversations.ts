/** Exhibitors and conversations for tests, straight into the database. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '../../game-server/db/database.ts'
import * as schema from '../../game-server/db/schema/index.ts'
import type { Letter } from '../../game-server/services/letters.ts'
import type { Attachment, ConversationNews } from '../../shared/conversations/model.ts'
import { addressOf } from '../../shared/files/address.ts'
import { anyLook } from '../../shared/people/look.ts'
import { type HeldRole, SALON } from '../../shared/people/rights.ts'

/** An exhibitor with nothing but a name. */
export async function exhibitorNamed(db: Database, id: string): Promise<string> {
  const name = { ru: `Стенд ${id}`, en: `Booth ${id}` }
  const blank = { ru: '', en: '' }
  await db
    .insert(schema.exhibitor)
    .values({
      ...{ id, kind: 'business', name, shortName: name, summary: blank, description: blank },
      ...{ color: '#2f6b4f', tags: [] },
    })
    .onConflictDoNothing()
  return id
}

/** A row about somebody in every table of conversations. */
export async function conversationOf(db: Database, personId: string): Promise<void> {
  const exhibitorId = await exhibitorNamed(db, 'somewhere')
  const [conversationId, messageId, now] = [randomUUID(), randomUUID(), new Date()]
  await db.insert(schema.conversation).values({ id: conversationId, exhibitorId, visitorId: personId, createdAt: now })
  await db.insert(schema.conversationMessage).values({
    ...{ id: messageId, conversationId, seq: 1, revision: 1, authorId: personId, side: 'visitor' },
    ...{ text: 'Здравствуйте', attachments: [], state: 'shown', saidAt: now },
  })
  await db.insert(schema.question).values({
    id: randomUUID(),
    conversationId,
    exhibitorId,
    askerId: personId,
    messageId,
    status: 'open',
    askedAt: now,
  })
  await db.insert(schema.conversationReader).values({ personId, conversationId })
  await db.insert(schema.messageReport).values({
    ...{ id: randomUUID(), messageId, reporterId: personId, reason: 'other', comment: '', text: '' },
    ...{ reportedAt: now, state: 'open' },
  })
}

/** Somebody who has come in, with the roles they hold at exhibitors or in the salon. */
export async function somebody(
  db: Database,
  name: string,
  held: readonly HeldRole[] = [],
  email: string | null = null,
): Promise<{ readonly personId: string; readonly name: string }> {
  const [personId, userId] = [randomUUID(), randomUUID()]
  const address = email ?? `${userId}@guests.invalid`
  await db.insert(schema.authUser).values({ id: userId, name, email: address, isAnonymous: email === null })
  await db.insert(schema.person).values({ id: personId, userId, name, look, language: 'ru', findable: false })
  for (const { role, scope } of held)
    await db.insert(schema.roleGrant).values({ personId, role, scopeKind: scope.kind, scopeId: scope.id })
  return { personId, name }
}

const look = anyLook(() => 0)

export const staffAt = (id: string): HeldRole => ({ role: 'representative', scope: { kind: 'exhibitor', id } })
export const ORGANIZER: HeldRole = { role: 'organizer', scope: SALON }

/** What conversations stand on, with everything that was told and written. */
export function talkDeps(db: Database) {
  const told: { people: readonly string[]; booth: string | null; news: ConversationNews }[] = []
  const letters: (Letter & { to: string })[] = []
  return {
    db,
    newsroom: {
      tell: (to: Pick<(typeof told)[number], 'people' | 'booth'>, news: ConversationNews) =>
        void told.push({ ...to, news }),
    },
    write: async (to: string, letter: Letter) => void letters.push({ to, ...letter }),
    told,
    letters,
  }
}

/** Something said, as a client sends it. */
export const words = (text: string, id: string = randomUUID()) => ({ id, text, attachments: [] })

/** A file that somebody uploaded as their own. @returns what a message is sent with */
export async function pictureOf(db: Database, personId: string): Promise<Attachment & { readonly fileId: string }> {
  const fileId = randomBytes(16).toString('base64url')
  await db.insert(schema.file).values({
    ...{ id: fileId, personId, name: 'схема.png', bytes: 10, kind: 'image', createdAt: new Date() },
    renditions: { 'large.webp': 10 },
  })
  return { fileId, address: addressOf(fileId, 'large.webp'), kind: 'image', name: '' }
}
