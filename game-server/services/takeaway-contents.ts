import type { Readable } from 'node:stream'
import { eq, inArray } from 'drizzle-orm'
import { fileName, UniqueNames } from '../../shared/briefcase/file-name.ts'
import { type BriefcaseItem, subjectKey } from '../../shared/briefcase/model.ts'
import { inLanguage, type Language, type Localized } from '../../shared/language.ts'
import type { Contact } from '../../shared/people/card.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { booth } from '../db/schema/plan.ts'
import { session } from '../db/schema/programme.ts'
import { salon } from '../db/schema/salon.ts'
import { ownBriefcase } from './briefcase.ts'
import { contacts } from './cards-contacts.ts'
import { Refused } from './refused.ts'
import { FOLDERS } from './takeaway-texts.ts'

/** A file of ours, to be read when its turn comes. */
export interface StoredFile {
  readonly bytes: number
  read(): Promise<Readable>
}

/** Finds a file by its address (`shared/files/address.ts`); null when there is none any more. */
export type FindFile = (address: string) => Promise<StoredFile | null>

export type Session = typeof session.$inferSelect

/** What everything in a takeaway has. */
interface Taken {
  readonly title: string
  /** Whose it is; '' for nobody's. */
  readonly exhibitor: string
  readonly note: string
  readonly stars: number
}

export interface TakenThing extends Taken {
  readonly kind: Exclude<BriefcaseItem['subject']['kind'], 'contact'>
  readonly gone: boolean
  /** A page to visit; null where there is none. */
  readonly page: string | null
  /** Its place in the archive. */
  readonly file: { readonly path: string; readonly stored: StoredFile } | null
  readonly session: Session | null
}

export interface TakenContact extends Taken {
  readonly card: Contact
  /** Place of the vCard in the archive. */
  readonly path: string
}

/** Everything that goes into somebody's archive. */
export interface Takeaway {
  readonly language: Language
  readonly salon: { readonly name: Localized; readonly timeZone: string }
  readonly owner: string
  readonly madeAt: Date
  readonly contacts: readonly TakenContact[]
  readonly things: readonly TakenThing[]
}

/** Where files and pages are to be found. */
export interface Sources {
  readonly db: Database
  readonly publicUrl: string
  readonly findFile: FindFile
}

/**
 * Gathers what somebody has in the briefcase, with the cards they exchanged, in their language. A look at those cards
 * goes into the ledger.
 *
 * @throws Refused `not-entered`
 */
export async function gather(sources: Sources, personId: string, madeAt: Date): Promise<Takeaway> {
  const { db } = sources
  const caller = { personId }
  const [owner] = await db.select().from(person).where(eq(person.id, personId))
  const [of] = await db.select({ name: salon.name, timeZone: salon.timeZone }).from(salon)
  if (!owner || !of) throw new Refused('not-entered')
  const { language } = owner
  const items = await ownBriefcase(db, caller)
  const { contacts: cards } = await contacts(db, caller)
  const exhibitorIds = [...items.map(({ subject }) => subject), ...cards].flatMap((one) =>
    'exhibitorId' in one && one.exhibitorId !== null ? [one.exhibitorId] : [],
  )
  const names = await namesOf(db, exhibitorIds, language)
  return {
    ...{ language, salon: of, owner: owner.name, madeAt },
    contacts: takenContacts(cards, items, names, language),
    things: await takenThings(sources, items, names, language),
  }
}

function takenContacts(
  cards: readonly Contact[],
  items: readonly BriefcaseItem[],
  names: ReadonlyMap<string, string>,
  language: Language,
): TakenContact[] {
  const remarks = new Map(items.map((item) => [subjectKey(item.subject), item]))
  const unique = new UniqueNames()
  return cards.map((card) => {
    const remark = remarks.get(subjectKey({ kind: 'contact', id: card.personId }))
    return {
      ...{ card, title: card.name, note: remark?.note ?? '', stars: remark?.stars ?? 0 },
      exhibitor: names.get(card.exhibitorId ?? '') ?? '',
      path: unique.of(`${FOLDERS[language].contacts}/`, fileName(card.name, FOLDERS[language].contact), '.vcf'),
    }
  })
}

async function takenThings(
  { db, publicUrl, findFile }: Sources,
  items: readonly BriefcaseItem[],
  names: ReadonlyMap<string, string>,
  language: Language,
): Promise<TakenThing[]> {
  const folders = FOLDERS[language]
  const places = await placesOf(db, items)
  const unique = new UniqueNames()
  const things: TakenThing[] = []
  for (const { subject, title, link, gone, note, stars } of items) {
    if (subject.kind === 'contact') continue
    const { kind } = subject
    const called = inLanguage(title, language)
    const exhibitor = ('exhibitorId' in subject && names.get(subject.exhibitorId)) || ''
    const place = places.get(subjectKey(subject))
    const stored = link?.startsWith('/') ? await findFile(link) : null
    const folder = `${folders.materials}/${fileName(exhibitor, folders.nobodys)}/`
    things.push({
      ...{ kind, title: called, exhibitor: kind === 'booth' ? '' : exhibitor, gone, note, stars },
      page: gone ? null : (pageElsewhere(link) ?? (place ? `${publicUrl}${place.path}` : null)),
      file: stored && { path: unique.of(folder, fileName(called, folders.material), endingOf(link ?? '')), stored },
      session: place?.session ?? null,
    })
  }
  return things
}

/** A place in the salon that has an address, and the session that happens there. */
interface Place {
  readonly path: string
  readonly session?: Session
}

/** Booths and sessions by `subjectKey`. */
async function placesOf(db: Database, items: readonly BriefcaseItem[]): Promise<Map<string, Place>> {
  const sessionIds = items.flatMap(({ subject }) => (subject.kind === 'session' ? [subject.id] : []))
  const exhibitorIds = items.flatMap(({ subject }) => (subject.kind === 'booth' ? [subject.exhibitorId] : []))
  const sessions = await db.select().from(session).where(inArray(session.id, sessionIds))
  const booths = await db
    .select({ id: booth.id, exhibitorId: booth.exhibitorId })
    .from(booth)
    .where(inArray(booth.exhibitorId, exhibitorIds))
  return new Map<string, Place>([
    ...sessions.map((one): [string, Place] => [
      subjectKey({ kind: 'session', id: one.id }),
      { path: `/session/${encodeURIComponent(one.id)}`, session: one },
    ]),
    ...booths.map((one): [string, Place] => [
      subjectKey({ kind: 'booth', exhibitorId: one.exhibitorId ?? '' }),
      { path: `/booth/${encodeURIComponent(one.id)}` },
    ]),
  ])
}

async function namesOf(db: Database, ids: readonly string[], language: Language): Promise<Map<string, string>> {
  const { id, name } = exhibitor
  const rows = await db
    .select({ id, name })
    .from(exhibitor)
    .where(inArray(id, [...ids]))
  return new Map(rows.map((row) => [row.id, inLanguage(row.name, language)]))
}

/** Only pages: what somebody typed as a link may be anything. */
function pageElsewhere(link: string | null): string | null {
  const url = link === null ? null : URL.parse(link)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}

/** `.pdf` of an address of ours. */
const endingOf = (address: string): string => /\.\w{1,5}$/.exec(address)?.[0] ?? ''
