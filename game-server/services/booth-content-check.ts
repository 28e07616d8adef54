import { and, eq, inArray } from 'drizzle-orm'
import { type BoothContent, boothContent } from '../../shared/booth/content.ts'
import { type FileKind, fileIdOf } from '../../shared/files/address.ts'
import type { Database } from '../db/database.ts'
import { tag } from '../db/schema/exhibitor.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import { suitablePavilions } from './booth-pavilions.ts'
import { filesOf } from './files.ts'
import { Refused } from './refused.ts'

/** A document that keeps to the form. @throws Refused `malformed` naming the first field that does not */
export function wellFormed(document: unknown): BoothContent {
  const read = boothContent.safeParse(document)
  if (read.success) return read.data
  throw malformed(read.error.issues[0]?.path.join('.') ?? '')
}

/**
 * What a document refers to is there, and is the exhibitor's to show: its own files, tags of the salon, a design that
 * suits the plot, people who work for it. What is in one of the `known` documents may stay.
 *
 * @returns the document, with the bytes of its files as they are
 * @throws Refused `malformed` naming the field
 */
export async function checked(
  db: Database,
  exhibitorId: string,
  document: BoothContent,
  known: readonly BoothContent[],
): Promise<BoothContent> {
  repeatsNoId(document)
  const references = filesIn(document)
  const present = new Set(known.flatMap((one) => filesIn(one).map(({ address }) => address)))
  const ids = references.flatMap(({ address }) => fileIdOf(address) ?? [])
  const files = await filesOf(db, exhibitorId, ids)
  for (const { field, address, kinds } of references) {
    if (present.has(address)) continue
    const file = files.get(fileIdOf(address) ?? '')
    if (file?.address !== address || !kinds.includes(file.kind)) throw malformed(field)
  }
  await tagsExist(db, document, new Set(known.flatMap(({ tags }) => tags)))
  await pavilionSuits(db, exhibitorId, document, new Set(known.map(({ pavilion }) => pavilion)))
  await teamWorksHere(db, exhibitorId, document, new Set(known.flatMap(({ team }) => team.map(personOf))))
  return {
    ...document,
    materials: document.materials.map((one) =>
      one.kind === 'file' ? { ...one, bytes: files.get(fileIdOf(one.file) ?? '')?.bytes ?? one.bytes } : one,
    ),
  }
}

interface Reference {
  /** Path in the document, as refusals name it. */
  readonly field: string
  readonly address: string
  readonly kinds: readonly FileKind[]
}

/** Every file a document names. */
function filesIn({ logo, poster, video, products, materials, team }: BoothContent): Reference[] {
  const all: { field: string; address: string | null; kinds: readonly FileKind[] }[] = [
    { field: 'logo', address: logo, kinds: ['image'] },
    { field: 'poster', address: poster, kinds: ['image'] },
    { field: 'video', address: video, kinds: ['video'] },
    ...products.flatMap(({ pictures, video }, n) => [
      ...pictures.map((address, m) => ({ field: `products.${n}.pictures.${m}`, address, kinds: ['image'] as const })),
      { field: `products.${n}.video`, address: video, kinds: ['video'] as const },
    ]),
    ...materials.flatMap((one, n) =>
      one.kind === 'file' ? [{ field: `materials.${n}.file`, address: one.file, kinds: ANY }] : [],
    ),
    ...team.map(({ photo }, n) => ({ field: `team.${n}.photo`, address: photo, kinds: ['image'] as const })),
  ]
  return all.flatMap(({ address, ...rest }) => (address === null ? [] : [{ ...rest, address }]))
}

const ANY: readonly FileKind[] = ['image', 'video', 'pdf', 'presentation']

/** What is told of a thing (briefcases, figures) goes by its id. */
function repeatsNoId(document: BoothContent): void {
  for (const list of ['products', 'materials', 'team', 'links'] as const) {
    const ids = document[list].map(({ id }) => id)
    const again = ids.findIndex((id, n) => ids.indexOf(id) !== n)
    if (again >= 0) throw malformed(`${list}.${again}.id`)
  }
}

async function tagsExist(db: Database, { tags }: BoothContent, known: ReadonlySet<string>): Promise<void> {
  const unknown = tags.filter((id) => !known.has(id))
  if (unknown.length === 0) return
  const rows = await db.select({ id: tag.id }).from(tag).where(inArray(tag.id, unknown))
  const there = new Set(rows.map(({ id }) => id))
  const wrong = tags.findIndex((id) => !known.has(id) && !there.has(id))
  if (wrong >= 0) throw malformed(`tags.${wrong}`)
}

async function pavilionSuits(
  db: Database,
  exhibitorId: string,
  { pavilion }: BoothContent,
  known: ReadonlySet<BoothContent['pavilion']>,
): Promise<void> {
  if (pavilion === null || known.has(pavilion)) return
  if (!(await suitablePavilions(db, exhibitorId)).includes(pavilion)) throw malformed('pavilion')
}

async function teamWorksHere(
  db: Database,
  exhibitorId: string,
  { team }: BoothContent,
  known: ReadonlySet<string | null>,
): Promise<void> {
  const named = team.map(personOf).filter((one) => one !== null && !known.has(one)) as string[]
  if (named.length === 0) return
  const here = and(eq(roleGrant.scopeKind, 'exhibitor'), eq(roleGrant.scopeId, exhibitorId))
  const rows = await db
    .select({ personId: roleGrant.personId })
    .from(roleGrant)
    .where(and(here, inArray(roleGrant.personId, named)))
  const staff = new Set(rows.map(({ personId }) => personId))
  const wrong = team.findIndex(({ personId }) => personId !== null && !known.has(personId) && !staff.has(personId))
  if (wrong >= 0) throw malformed(`team.${wrong}.personId`)
}

const personOf = ({ personId }: BoothContent['team'][number]): string | null => personId
const malformed = (field: string): Refused => new Refused('malformed', { field })
