import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { type BriefcaseItem, MOST_ITEMS, type Remark, type Subject, subjectKey } from '../../shared/briefcase/model.ts'
import type { Database } from '../db/database.ts'
import { briefcaseItem } from '../db/schema/briefcase.ts'
import { type Known, known } from './briefcase-subjects.ts'
import { recordInteraction } from './interactions.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/** How long what was taken out can be put back with its note, ms. */
const KEPT_FOR = 24 * 60 * 60_000

/**
 * What the caller has in the briefcase, latest first. Things that are gone keep the name they had when they were taken.
 *
 * @throws Refused `not-entered`
 */
export async function ownBriefcase(db: Database, caller: rights.Caller | null): Promise<BriefcaseItem[]> {
  const personId = await owner(db, caller)
  const rows = await db
    .select()
    .from(briefcaseItem)
    .where(and(eq(briefcaseItem.personId, personId), isNull(briefcaseItem.removedAt)))
    .orderBy(desc(briefcaseItem.putAt), desc(briefcaseItem.id))
  return told(db, rows)
}

/**
 * Puts something into the caller's briefcase. Putting it twice is putting it once; what was taken out a while ago comes
 * back with its note and stars.
 *
 * @throws Refused `not-entered` | `not-found` | `too-large` when the briefcase is full
 */
export async function put(db: Database, caller: rights.Caller | null, subject: Subject): Promise<BriefcaseItem> {
  const personId = await owner(db, caller)
  const now = new Date()
  await db
    .delete(briefcaseItem)
    .where(and(eq(briefcaseItem.personId, personId), lt(briefcaseItem.removedAt, new Date(now.getTime() - KEPT_FOR))))
  const [back] = await db.update(briefcaseItem).set({ removedAt: null }).where(isItem(personId, subject)).returning()
  const row = back ?? (await add(db, personId, subject, now))
  if (!back) await noteTaking(db, personId, subject, now)
  const [item] = await told(db, [row])
  if (!item) throw new Refused('not-found')
  return item
}

/**
 * Writes a note or gives stars.
 *
 * @throws Refused `not-entered` | `not-found`
 */
export async function annotate(
  db: Database,
  caller: rights.Caller | null,
  id: string,
  remark: Remark,
): Promise<BriefcaseItem> {
  const mine = and(isOwn(id, await owner(db, caller)), isNull(briefcaseItem.removedAt))
  // An update of nothing is no statement.
  const [row] =
    Object.keys(remark).length > 0
      ? await db.update(briefcaseItem).set(remark).where(mine).returning()
      : await db.select().from(briefcaseItem).where(mine)
  const [item] = await told(db, row ? [row] : [])
  if (!item) throw new Refused('not-found')
  return item
}

/**
 * Takes something out. Taking it out twice changes nothing.
 *
 * @throws Refused `not-entered` | `not-found`
 */
export async function remove(db: Database, caller: rights.Caller | null, id: string): Promise<void> {
  const removed = await db
    .update(briefcaseItem)
    .set({ removedAt: new Date() })
    .where(isOwn(id, await owner(db, caller)))
    .returning({ id: briefcaseItem.id })
  if (removed.length === 0) throw new Refused('not-found')
}

/** Puts somebody whose card was exchanged into a briefcase, where there is room. */
export async function keepContact(db: Database, personId: string, contactId: string, now: Date): Promise<void> {
  const subject: Subject = { kind: 'contact', id: contactId }
  const is = (await known(db, [subject])).get(subjectKey(subject))
  if (is && !(await isFull(db, personId))) await insert(db, personId, subject, is, now)
}

/** Of the briefcase: asks for the right to it. */
export async function owner(db: Database, caller: rights.Caller | null): Promise<string> {
  const self = { kind: 'person', id: caller?.personId ?? '' } as const
  return (await rights.require(db, caller, 'person.collect', self)).personId
}

type Row = typeof briefcaseItem.$inferSelect

/** Whose booth something was taken from is told that somebody took it. */
async function noteTaking(db: Database, personId: string, subject: Subject, at: Date): Promise<void> {
  if (!('exhibitorId' in subject)) return
  const { exhibitorId } = subject
  await recordInteraction(db, { exhibitorId, personId, kind: 'took', subject: 'id' in subject ? subject.id : null, at })
}

async function add(db: Database, personId: string, subject: Subject, now: Date): Promise<Row> {
  const is = (await known(db, [subject])).get(subjectKey(subject))
  if (!is) throw new Refused('not-found')
  if (await isFull(db, personId)) throw new Refused('too-large')
  return insert(db, personId, subject, is, now)
}

async function insert(db: Database, personId: string, subject: Subject, { title }: Known, putAt: Date): Promise<Row> {
  const contactId = subject.kind === 'contact' ? subject.id : null
  const [row] = await db
    .insert(briefcaseItem)
    .values({ id: randomUUID(), personId, ...namesOf(subject), contactId, title, putAt })
    .onConflictDoUpdate({
      target: [briefcaseItem.personId, briefcaseItem.kind, briefcaseItem.exhibitorId, briefcaseItem.subjectId],
      set: { removedAt: null },
    })
    .returning()
  if (!row) throw new Refused('not-found')
  return row
}

const isFull = async (db: Database, personId: string): Promise<boolean> =>
  (await db.$count(briefcaseItem, eq(briefcaseItem.personId, personId))) >= MOST_ITEMS

const isOwn = (id: string, personId: string) => and(eq(briefcaseItem.id, id), eq(briefcaseItem.personId, personId))

function isItem(personId: string, subject: Subject) {
  const { kind, exhibitorId, subjectId } = namesOf(subject)
  return and(
    eq(briefcaseItem.personId, personId),
    eq(briefcaseItem.kind, kind),
    eq(briefcaseItem.exhibitorId, exhibitorId),
    eq(briefcaseItem.subjectId, subjectId),
  )
}

const namesOf = (subject: Subject): Pick<Row, 'kind' | 'exhibitorId' | 'subjectId'> => ({
  kind: subject.kind,
  exhibitorId: 'exhibitorId' in subject ? subject.exhibitorId : '',
  subjectId: subject.kind === 'booth' ? subject.exhibitorId : subject.id,
})

function subjectOf({ kind, exhibitorId, subjectId }: Row): Subject {
  if (kind === 'booth') return { kind, exhibitorId }
  return kind === 'product' || kind === 'material' ? { kind, exhibitorId, id: subjectId } : { kind, id: subjectId }
}

async function told(db: Database, rows: readonly Row[]): Promise<BriefcaseItem[]> {
  const subjects = rows.map(subjectOf)
  const there = await known(db, subjects)
  return rows.map(({ id, title, note, stars, putAt }, at) => {
    const subject = subjects[at] as Subject
    const now = there.get(subjectKey(subject))
    return {
      ...{ id, subject, title: now?.title ?? title, gone: now === undefined, link: now?.link ?? null },
      ...{ startsAt: now?.startsAt?.toISOString() ?? null, note, stars, putAt: putAt.toISOString() },
    }
  })
}
