/** Exhibitors and conversations for tests, straight into the database. */
import { randomUUID } from 'node:crypto'
import type { Database } from '../../game-server/db/database.ts'
import * as schema from '../../game-server/db/schema/index.ts'

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
  await db
    .insert(schema.question)
    .values({
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
