import MiniSearch from 'minisearch'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import type { Alley, Booth, HallPlan } from '../../shared/floorplan/model.ts'
import type { Localized } from '../../shared/language.ts'
import type { ExhibitorCard } from '../../shared/salon/model.ts'
import type { Filter } from './filter.ts'
import { searchable } from './words.ts'

/** A line of the list. */
export interface Row {
  readonly booth: Booth
  readonly alley: Alley | null
  /** null: the booth is free. */
  readonly card: ExhibitorCard | null
}

/** Booths by the alley they face, in the order of their numbers. */
export interface Group {
  readonly alley: Alley | null
  readonly rows: readonly Row[]
}

/** All booths of a hall, in the order of their numbers. */
export function rowsOf(plan: HallPlan, exhibitors: ReadonlyMap<string, ExhibitorCard>): readonly Row[] {
  return [...boothsOf(plan).values()]
    .map(({ booth, alley }) => ({
      booth,
      alley,
      card: booth.exhibitorId === null ? null : (exhibitors.get(booth.exhibitorId) ?? null),
    }))
    .sort((a, b) => ORDER.compare(a.booth.number, b.booth.number))
}

const ORDER = new Intl.Collator('ru', { numeric: true })

/** Finds booths by any word of theirs, in either language; a misspelt or unfinished word will do. */
export class BoothSearch {
  private readonly index: MiniSearch

  constructor(rows: readonly Row[], tagNames: ReadonlyMap<string, Localized>) {
    this.index = new MiniSearch({
      fields: ['number', 'name', 'summary', 'tags', 'alley'],
      processTerm: searchable,
      searchOptions: {
        combineWith: 'AND',
        prefix: true,
        fuzzy: (term) => (term.length > 4 ? 0.25 : false),
        boost: { name: 3, number: 4, tags: 2 },
      },
    })
    this.index.addAll(rows.map((row) => documentOf(row, tagNames)))
  }

  /** Ids of the booths found, best first. */
  find(text: string): readonly string[] {
    return this.index.search(text).map(({ id }) => String(id))
  }
}

function documentOf({ booth, alley, card }: Row, tagNames: ReadonlyMap<string, Localized>) {
  const both = (text: Localized | undefined): string => (text ? `${text.ru} ${text.en}` : '')
  return {
    id: booth.id,
    // «Б-014» is looked for as one word, as its digits, and without the dash.
    number: `${booth.number} ${booth.number.replaceAll(/[^\p{L}\d]/gu, '')}`,
    name: `${both(card?.name)} ${both(card?.shortName)}`,
    summary: both(card?.summary),
    tags: card?.tags.map((tag) => both(tagNames.get(tag))).join(' ') ?? '',
    alley: both(alley?.name),
  }
}

/** What the filter leaves, not counting its text. */
export function passes(
  { booth, alley, card }: Row,
  filter: Filter,
  known: { readonly people: ReadonlySet<string>; readonly sessions: ReadonlySet<string> },
): boolean {
  return (
    (filter.kind === null || card?.kind === filter.kind) &&
    (filter.alley === null || (alley !== null && alleyKey(alley) === filter.alley)) &&
    (filter.tag === null || card?.tags.includes(filter.tag) === true) &&
    (!filter.withPeople || known.people.has(booth.id)) &&
    (!filter.withSessions || (booth.exhibitorId !== null && known.sessions.has(booth.exhibitorId)))
  )
}

/** Lanes of one alley share its name, and for a visitor they are one alley. */
export const alleyKey = ({ name }: Alley): string => `${name.ru} / ${name.en}`

/** Rows under the alleys they face: first the alleys that carry booths, then those that join them. */
export function byAlley(rows: readonly Row[]): readonly Group[] {
  const groups = new Map<string, { alley: Alley | null; rows: Row[] }>()
  for (const row of rows) {
    const key = row.alley ? alleyKey(row.alley) : ''
    const group = groups.get(key) ?? { alley: row.alley, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  const rank = ({ alley }: Group): number => ROLES.indexOf(alley?.role ?? 'cross')
  return [...groups.values()].sort((a, b) => rank(a) - rank(b))
}

const ROLES: readonly Alley['role'][] = ['main', 'side', 'cross']
