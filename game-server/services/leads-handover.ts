import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { interaction } from '../db/schema/interaction.ts'
import { lead } from '../db/schema/lead.ts'
import { sumUp } from './interactions.ts'
import { leadNews } from './webhooks-news.ts'

/** What `from` did was done by `to`. Ids of reports end with it: they were `from`'s. */
export async function handOverInteractions(db: Database, from: string, to: string): Promise<void> {
  await db.update(interaction).set({ personId: to, claimId: null }).where(eq(interaction.personId, from))
}

/** Of two leads of one exhibitor one is made, with the evidence, notes and tags of both. */
export async function handOverLeads(db: Database, from: string, to: string): Promise<void> {
  await db.update(lead).set({ ownerId: to }).where(eq(lead.ownerId, from))
  const theirs = await db.select().from(lead).where(eq(lead.personId, to))
  for (const guest of await db.select().from(lead).where(eq(lead.personId, from))) {
    const kept = theirs.find(({ exhibitorId }) => exhibitorId === guest.exhibitorId)
    if (!kept) {
      await db.update(lead).set({ personId: to }).where(eq(lead.id, guest.id))
      await leadNews(db, 'lead.updated', eq(lead.id, guest.id))
      continue
    }
    // What was shown with either is shown with the one that is left, or with what both are shown with.
    const shownWith =
      [kept.joinedTo, guest.joinedTo].find((id) => id !== null && id !== kept.id && id !== guest.id) ?? null
    await db
      .update(lead)
      .set({ joinedTo: shownWith ?? kept.id })
      .where(and(inArray(lead.joinedTo, [guest.id, kept.id]), ne(lead.id, kept.id)))
    // Of the guest's nothing will be left.
    await leadNews(db, 'lead.consent_revoked', eq(lead.id, guest.id))
    await db.delete(lead).where(eq(lead.id, guest.id))
    await db
      .update(lead)
      .set({
        note: [kept.note, guest.note].filter((note) => note !== '').join('\n\n'),
        tags: [...new Set([...kept.tags, ...guest.tags])],
        answers: { ...guest.answers, ...kept.answers },
        status: kept.status === 'new' ? guest.status : kept.status,
        ownerId: kept.ownerId ?? guest.ownerId,
        joinedTo: shownWith,
        version: kept.version + 1,
      })
      .where(eq(lead.id, kept.id))
    await sumUp(db, kept.exhibitorId, to)
    await leadNews(db, 'lead.updated', eq(lead.id, kept.id))
  }
}
