import { type BriefcaseItem, ITEM_KINDS, type ItemKind } from '../../shared/briefcase/model.ts'
import type { Localized } from '../../shared/language.ts'

export const SORTS = ['latest', 'stars', 'title'] as const
export type Sort = (typeof SORTS)[number]

/** What the visitor asks of the list. */
export interface Wish {
  readonly words: string
  readonly kind: ItemKind | null
  readonly sort: Sort
}

/** Items that fit, in groups of their kind; a group keeps the order asked for. */
export function chosen(
  items: readonly BriefcaseItem[],
  { words, kind, sort }: Wish,
  say: (text: Localized) => string,
): { kind: ItemKind; items: BriefcaseItem[] }[] {
  const wanted = plain(words).split(' ').filter(Boolean)
  const fits = (item: BriefcaseItem): boolean => {
    const text = plain(`${item.title.ru} ${item.title.en} ${item.note}`)
    return (kind === null || item.subject.kind === kind) && wanted.every((word) => text.includes(word))
  }
  const order: Record<Sort, (a: BriefcaseItem, b: BriefcaseItem) => number> = {
    latest: (a, b) => b.putAt.localeCompare(a.putAt),
    stars: (a, b) => b.stars - a.stars,
    title: (a, b) => say(a.title).localeCompare(say(b.title)),
  }
  const found = items.filter(fits).toSorted(order[sort])
  return SHOWN.map((one) => ({ kind: one, items: found.filter(({ subject }) => subject.kind === one) })).filter(
    (group) => group.items.length > 0,
  )
}

/** People first: they are why one came. */
const SHOWN = ITEM_KINDS.toSorted((a, b) => rank(a) - rank(b))

function rank(kind: ItemKind): number {
  return ['contact', 'material', 'product', 'booth', 'session'].indexOf(kind)
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim()
