/** What of a document can be kept as it is, and what is wrong with the rest. */
import { type BoothContent, type BoothField, boothContent, LOCKABLE } from '../../shared/booth/content.ts'
import { same } from './same.ts'

/** What is wrong, by path: `products.0.link`. The reasons are the form's own; texts say them in words. */
export type Faults = ReadonlyMap<string, Fault>
export type Fault = 'empty' | 'long' | 'tooMany' | 'link' | 'email' | 'phone' | 'hours' | 'wrong'

export function faultsOf(document: BoothContent): Faults {
  const read = boothContent.safeParse(document)
  if (read.success) return new Map()
  return new Map(
    read.error.issues.map((issue) => {
      const path = issue.path.join('.')
      return [path, faultOf(path, issue)]
    }),
  )
}

/** The document with what cannot be kept as it was kept last; one wrong field never holds up the others. */
export function savable(document: BoothContent, kept: BoothContent, faulty: ReadonlySet<string>): BoothContent {
  return { ...document, ...only(kept, (field) => faulty.has(field)) }
}

/** The fields of a document that `faults` are in. */
export const fieldsOf = (faults: Faults): Set<string> =>
  new Set([...faults.keys()].map((path) => path.split('.')[0] ?? ''))

/** What somebody else saved, with what was changed here since `base` laid over it. */
export const merged = (base: BoothContent, mine: BoothContent, theirs: BoothContent): BoothContent => ({
  ...theirs,
  ...only(mine, (field) => !same(base[field], mine[field])),
})

/** Fields that both changed, and not to the same. */
export const contested = (base: BoothContent, mine: BoothContent, theirs: BoothContent): BoothField[] =>
  LOCKABLE.filter(
    (field) =>
      !same(base[field], mine[field]) && !same(base[field], theirs[field]) && !same(mine[field], theirs[field]),
  )

/** `to` with these fields as `from` has them. */
export const taking = (fields: readonly BoothField[], from: BoothContent, to: BoothContent): BoothContent => ({
  ...to,
  ...only(from, (field) => fields.includes(field)),
})

/** Fields in which two documents differ. */
export const differing = (a: BoothContent, b: BoothContent): BoothField[] =>
  LOCKABLE.filter((field) => !same(a[field], b[field]))

const only = (document: BoothContent, wanted: (field: BoothField) => boolean): Partial<BoothContent> =>
  Object.fromEntries(LOCKABLE.filter(wanted).map((field) => [field, document[field]]))

function faultOf(path: string, { code, message }: { readonly code: string; readonly message: string }): Fault {
  if (message === 'empty') return 'empty'
  if (message === 'before-from' || path.startsWith('hours')) return 'hours'
  if (code === 'too_big') return /^\w+$/.test(path) && LISTS.has(path) ? 'tooMany' : 'long'
  if (path === 'email') return 'email'
  if (path === 'phone') return 'phone'
  return path === 'website' || path.endsWith('link') ? 'link' : 'wrong'
}

const LISTS = new Set(['products', 'materials', 'team', 'links', 'hours', 'tags'])
