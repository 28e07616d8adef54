import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, lt, lte } from 'drizzle-orm'
import type { SentMail } from '../../shared/salon/people.ts'
import type { Database } from '../db/database.ts'
import { mail } from '../db/schema/mail.ts'
import type { Letter } from './letters.ts'
import * as rights from './rights.ts'

/** Gives letters to the mail server of the settings. Rejects when it does not take one. */
export type Transport = (to: string, letter: Letter) => Promise<void>

/** How long until the next try after a failure, ms; after the last one the letter is given up. */
const RETRIES = [10_000, 60_000, 10 * 60_000, 60 * 60_000]
/** How often letters are looked for that wait for another try, ms. */
const ROUNDS = 5000
/** Codes are good for minutes; nobody needs older letters, ms. */
const KEPT_FOR = 7 * 24 * 60 * 60_000
const MOST_SHOWN = 100

/**
 * Letters on their way. They are written down first, so that none is lost with the process or while the mail server is
 * away. Without a mail server they stay here, and organizers read them.
 */
export class Outbox {
  private readonly db: Database
  private readonly transport: Transport | null
  private readonly onFailure: (error: unknown) => void
  private round: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined

  constructor(db: Database, transport: Transport | null, onFailure: (error: unknown) => void) {
    this.db = db
    this.transport = transport
    this.onFailure = onFailure
  }

  async write(recipient: string, { subject, text, html }: Letter): Promise<void> {
    const now = new Date()
    await this.db.insert(mail).values({ id: randomUUID(), recipient, subject, text, html, writtenAt: now, dueAt: now })
    void this.deliver()
  }

  /** Begins to send what waits from before, and again what failed. */
  open(): void {
    void this.deliver()
    this.timer = setInterval(() => void this.deliver(), ROUNDS).unref()
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.round
  }

  private deliver(): Promise<void> {
    this.round = this.round.then(() => this.deliverDue()).catch(this.onFailure)
    return this.round
  }

  private async deliverDue(): Promise<void> {
    await this.db.delete(mail).where(lt(mail.writtenAt, new Date(Date.now() - KEPT_FOR)))
    if (!this.transport) return
    while (await this.deliverOne(this.transport)) {
      // Until none is due.
    }
  }

  /** Sends the first letter that is due, unless another process is at it. @returns whether there was one */
  private async deliverOne(transport: Transport): Promise<boolean> {
    const now = Date.now()
    const [claimed] = await this.db
      .select()
      .from(mail)
      .where(lte(mail.dueAt, new Date(now)))
      .orderBy(asc(mail.dueAt))
      .limit(1)
    if (!claimed) return false
    const retry = RETRIES[claimed.tries]
    // The claim moves the letter to its next try: it is sent again should this process die now.
    const claim = await this.db
      .update(mail)
      .set({ tries: claimed.tries + 1, dueAt: new Date(now + (retry ?? KEPT_FOR)) })
      .where(and(eq(mail.id, claimed.id), eq(mail.tries, claimed.tries)))
      .returning({ id: mail.id })
    if (claim.length === 0) return true
    try {
      await transport(claimed.recipient, claimed)
      await this.db.delete(mail).where(eq(mail.id, claimed.id))
    } catch (error) {
      this.onFailure(error)
    }
    return true
  }
}

/**
 * Letters that have not left, latest first. `anybody`: the demo on this very machine, where there is nobody to hide
 * them from.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function unsentMail(
  db: Database,
  caller: rights.Caller | null,
  { anybody }: { readonly anybody: boolean },
): Promise<SentMail[]> {
  if (!anybody) await rights.require(db, caller, 'salon.read-mail', { kind: 'salon', id: 'salon' })
  const rows = await db.select().from(mail).orderBy(desc(mail.writtenAt), desc(mail.id)).limit(MOST_SHOWN)
  return rows.map(({ id, recipient, subject, text, writtenAt }) => ({
    ...{ id, recipient, subject, text },
    writtenAt: writtenAt.toISOString(),
  }))
}
