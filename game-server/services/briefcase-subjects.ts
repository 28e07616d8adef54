import { inArray } from 'drizzle-orm'
import { NO_DETAILS } from '../../shared/booth/content.ts'
import { type Subject, subjectKey } from '../../shared/briefcase/model.ts'
import type { Localized } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { session } from '../db/schema/programme.ts'

/** What a thing in a briefcase is now, as everybody may see it. */
export interface Known {
  readonly title: Localized
  /** A page elsewhere or a file of ours. */
  readonly link: string | null
  readonly startsAt: Date | null
}

/** The things among `subjects` that are there to be seen, by `subjectKey`. */
export async function known(db: Database, subjects: readonly Subject[]): Promise<Map<string, Known>> {
  const found = await Promise.all([
    booths(db, subjects.filter(is('booth'))),
    shown(db, [...subjects.filter(is('product')), ...subjects.filter(is('material'))]),
    sessions(db, subjects.filter(is('session'))),
    people(db, subjects.filter(is('contact'))),
  ])
  return new Map(found.flat())
}

type Found = [key: string, known: Known]
type Of<K extends Subject['kind']> = Extract<Subject, { kind: K }>

const is =
  <K extends Subject['kind']>(kind: K) =>
  (one: Subject): one is Of<K> =>
    one.kind === kind

async function booths(db: Database, subjects: readonly Of<'booth'>[]): Promise<Found[]> {
  if (subjects.length === 0) return []
  const ids = subjects.map(({ exhibitorId }) => exhibitorId)
  const { id, name, website } = exhibitor
  const rows = await db.select({ id, name, website }).from(exhibitor).where(inArray(id, ids))
  return rows.map((row) => [
    subjectKey({ kind: 'booth', exhibitorId: row.id }),
    { title: row.name, link: row.website, startsAt: null },
  ])
}

/** Products and materials, as far as the booth shows them now. */
async function shown(db: Database, subjects: readonly (Of<'product'> | Of<'material'>)[]): Promise<Found[]> {
  if (subjects.length === 0) return []
  const wanted = new Set(subjects.map(subjectKey))
  const { id: exhibitorId, details } = exhibitor
  const ids = [...new Set(subjects.map((one) => one.exhibitorId))]
  const rows = await db.select({ exhibitorId, details }).from(exhibitor).where(inArray(exhibitorId, ids))
  const found = rows.flatMap(({ exhibitorId, details }): Found[] => {
    const { products, materials } = details ?? NO_DETAILS
    return [
      ...products.map(
        ({ id, name, link }): Found => [
          subjectKey({ kind: 'product', exhibitorId, id }),
          { title: name, link, startsAt: null },
        ],
      ),
      ...materials.map(
        (one): Found => [
          subjectKey({ kind: 'material', exhibitorId, id: one.id }),
          { title: one.name, link: one.kind === 'file' ? one.file : one.link, startsAt: null },
        ],
      ),
    ]
  })
  return found.filter(([key]) => wanted.has(key))
}

async function sessions(db: Database, subjects: readonly Of<'session'>[]): Promise<Found[]> {
  if (subjects.length === 0) return []
  const { id, title, startsAt } = session
  const ids = subjects.map((one) => one.id)
  const rows = await db.select({ id, title, startsAt }).from(session).where(inArray(id, ids))
  return rows.map((row) => [
    subjectKey({ kind: 'session', id: row.id }),
    { title: row.title, link: null, startsAt: row.startsAt },
  ])
}

async function people(db: Database, subjects: readonly Of<'contact'>[]): Promise<Found[]> {
  if (subjects.length === 0) return []
  const ids = subjects.map((one) => one.id)
  const rows = await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids))
  return rows.map(({ id, name }) => [
    subjectKey({ kind: 'contact', id }),
    { title: { ru: name, en: name }, link: null, startsAt: null },
  ])
}
