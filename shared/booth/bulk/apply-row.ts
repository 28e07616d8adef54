import type { z } from 'zod'
import type { FileKind } from '../../files/address.ts'
import { PAVILIONS, type Pavilion } from '../../floorplan/model.ts'
import { slug } from '../../salon/slug.ts'
import { type BoothContent, boothContent, type Material, MOST } from '../content.ts'
import type { RowFault, RowProblem } from './report.ts'
import { type BulkRow, EMPTIES, severalIn, type TableName } from './tables.ts'

/** A file of the archive, as the booth will name it. */
export interface NamedFile {
  readonly kind: FileKind
  readonly address: string
  readonly bytes: number
}

/** What rows of one exhibitor refer to. */
export interface References {
  /** A file by the name it has in the archive, or what is wrong with it. */
  file(name: string): NamedFile | { readonly fault: RowFault; readonly found?: string }
  /** Id of a tag by its name or id. */
  tag(name: string): string | null
  /** Designs that suit the plot. */
  readonly pavilions: readonly Pavilion[]
}

export interface Applied {
  /** The document with the row in it; as it was when there are problems. */
  readonly document: BoothContent
  readonly problems: readonly RowProblem[]
}

/** A booth with what a row says of it. The same row once more changes nothing. */
export function applyRow(document: BoothContent, row: BulkRow, references: References): Applied {
  const reading = new Reading(row.cells, references)
  const next = APPLY[row.table](document, reading)
  const problems = reading.problems.length > 0 ? reading.problems : wrongIn(next, row.table, document)
  return problems.length > 0 ? { document, problems } : { document: next, problems: [] }
}

type Both = BoothContent['name']

/** The cells of a row, each in the form of its part of the booth; what was wrong gathers in `problems`. */
class Reading {
  readonly problems: RowProblem[] = []
  private readonly cells: BulkRow['cells']
  private readonly references: References

  constructor(cells: BulkRow['cells'], references: References) {
    this.cells = cells
    this.references = references
  }

  cell(column: string): string {
    return this.cells[column]?.trim() ?? ''
  }

  both(column: string, before: Both): Both {
    const one = (language: keyof Both) => this.text(`${column}_${language}`, before[language])
    const after = { ru: one('ru'), en: one('en') }
    return after.ru === before.ru && after.en === before.en ? before : after
  }

  text(column: string, before: string): string {
    return this.orNull(column, before) ?? ''
  }

  orNull(column: string, before: string | null): string | null {
    const cell = this.cell(column)
    if (cell === '') return before
    return cell === EMPTIES ? null : cell
  }

  color(before: string): string {
    return (this.cell('color') || before).toLowerCase()
  }

  /** `before` is an address; the cell names a file of the archive. */
  file(column: string, before: string | null, kinds: readonly FileKind[]): string | null {
    const cell = this.cell(column)
    if (cell === '' || cell === EMPTIES) return cell === '' ? before : null
    return this.found(column, cell, kinds)?.address ?? before
  }

  files(column: string, before: string[], kinds: readonly FileKind[]): string[] {
    const cell = this.cell(column)
    if (cell === '' || cell === EMPTIES) return cell === '' ? before : []
    return severalIn(cell).flatMap((name) => this.found(column, name, kinds)?.address ?? [])
  }

  found(column: string, name: string, kinds: readonly FileKind[]): NamedFile | null {
    const file = this.references.file(name)
    if ('fault' in file) this.wrong(column, file.fault, file.found ?? name)
    else if (!kinds.includes(file.kind)) this.wrong(column, 'other-kind', file.kind)
    else return file
    return null
  }

  tags(before: string[]): string[] {
    const cell = this.cell('tags')
    if (cell === '' || cell === EMPTIES) return cell === '' ? before : []
    const ids = severalIn(cell).flatMap((name) => {
      const id = this.references.tag(name)
      if (id === null) this.wrong('tags', 'unknown-tag', name)
      return id ?? []
    })
    const after = [...new Set(ids)]
    return after.join() === before.join() ? before : after
  }

  pavilion(before: Pavilion | null): Pavilion | null {
    const cell = this.cell('pavilion')
    if (cell === '' || cell === EMPTIES) return cell === '' ? before : null
    const wanted = PAVILIONS.find((one) => one === cell)
    if (wanted !== undefined && (wanted === before || this.references.pavilions.includes(wanted))) return wanted
    this.wrong('pavilion', 'unsuitable-pavilion', this.references.pavilions.join(', '))
    return before
  }

  wrong(column: string, fault: RowFault, found?: string): void {
    this.problems.push({ column, fault, ...(found !== undefined && { found: found.slice(0, 200) }) })
  }
}

const NOTHING: Both = { ru: '', en: '' }

const APPLY: Readonly<Record<TableName, (document: BoothContent, row: Reading) => BoothContent>> = {
  booths: (document, row) => ({
    ...document,
    name: row.both('name', document.name),
    shortName: row.both('short_name', document.shortName),
    summary: row.both('summary', document.summary),
    description: row.both('description', document.description),
    color: row.color(document.color),
    tags: row.tags(document.tags),
    pavilion: row.pavilion(document.pavilion),
    logo: row.file('logo', document.logo, ['image']),
    poster: row.file('poster', document.poster, ['image']),
    video: row.file('video', document.video, ['video']),
    website: row.orNull('website', document.website),
    email: row.orNull('email', document.email),
    phone: row.orNull('phone', document.phone),
    address: row.both('address', document.address),
  }),
  products: (document, row) => {
    const made = { text: NOTHING, pictures: [], video: null, link: null, priceNote: NOTHING }
    const make = (item: Item) => ({ ...item, ...made })
    const products = withItem(document.products, row, make, (before) => ({
      ...before,
      text: row.both('text', before.text),
      pictures: row.files('pictures', before.pictures, ['image']),
      video: row.file('video', before.video, ['video']),
      link: row.orNull('link', before.link),
      priceNote: row.both('price_note', before.priceNote),
    }))
    return { ...document, products }
  },
  materials: (document, row) => ({ ...document, materials: withMaterial(document.materials, row) }),
  links: (document, row) => {
    const make = (item: Item) => ({ ...item, link: '' })
    const links = withItem(document.links, row, make, (before) => ({
      ...before,
      link: row.text('link', before.link),
    }))
    return { ...document, links }
  },
  team: (document, row) => {
    const make = (item: Item) => ({ ...item, position: NOTHING, photo: null, personId: null })
    const team = withItem(document.team, row, make, (before) => ({
      ...before,
      position: row.both('position', before.position),
      photo: row.file('photo', before.photo, ['image']),
    }))
    return { ...document, team }
  },
  hours: (document, row) => {
    const [date, from, to] = [isoDate(row.cell('date')), clock(row.cell('from')), clock(row.cell('to'))]
    const others = document.hours.filter((one) => one.date !== date || one.from !== from)
    const hours = [...others, { date, from, to }].sort((a, b) =>
      `${a.date} ${a.from}` < `${b.date} ${b.from}` ? -1 : 1,
    )
    return { ...document, hours }
  },
}

/** Spreadsheets rewrite dates as their country has them: 24.11.2026. */
const isoDate = (cell: string): string =>
  cell.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, day: string, month: string, year: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  )

/** 9:00, or 09:00:00 as spreadsheets write it. */
const clock = (cell: string): string =>
  cell.replace(
    /^(\d{1,2}):(\d{2})(?::00)?$/,
    (_, hours: string, minutes: string) => `${hours.padStart(2, '0')}:${minutes}`,
  )

/** A material is a file or a link; a row may turn one into the other. */
function withMaterial(materials: BoothContent['materials'], row: Reading): BoothContent['materials'] {
  const [file, link] = [row.cell('file'), row.cell('link')]
  if (file !== '' && link !== '') row.wrong('file', 'file-or-link')
  const make = (item: Item) => ({ ...item, kind: 'link' as const, link: '' })
  return withItem<Material>(materials, row, make, (before) => {
    const { id, name } = before
    if (file !== '') {
      const found = row.found('file', file, ['image', 'pdf', 'presentation', 'video'])
      return found ? { kind: 'file', id, name, file: found.address, bytes: found.bytes } : before
    }
    if (link !== '') return { kind: 'link', id, name, link }
    if (before.kind === 'link' && before.link === '') row.wrong('file', 'file-or-link')
    return before
  })
}

interface Item {
  readonly id: string
  readonly name: Both
}

/**
 * A list with what a row says of one of its things: the one of the row's id, else of its name, else another at the end,
 * which `make` begins.
 */
function withItem<T extends Item>(items: T[], row: Reading, make: (item: Item) => T, change: (before: T) => T): T[] {
  const id = row.cell('id')
  const name = row.both('name', NOTHING)
  const at = items.findIndex((one) =>
    id !== '' ? one.id === id : (['ru', 'en'] as const).some((in_) => name[in_] !== '' && one.name[in_] === name[in_]),
  )
  const before = items[at]
  if (before) return items.with(at, change({ ...before, name: row.both('name', before.name) }))
  const taken = new Set(items.map((one) => one.id))
  return [...items, change(make({ id: id || freeId(slug(name.en || name.ru).slice(0, 60), taken), name }))]
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`
  return id
}

/** What of a table's part of the booth does not keep to its form. */
function wrongIn(next: BoothContent, table: TableName, before: BoothContent): RowProblem[] {
  if (table !== 'booths') {
    const most = MOST[table]
    // What was there before is not this row's to answer for.
    const at = next[table].findIndex((one) => !(before[table] as readonly unknown[]).includes(one))
    if (next[table].length > most) return [{ column: 'exhibitor', fault: 'too-many', found: String(most) }]
    if (at < 0) return []
    return issuesOf(boothContent.shape[table].element.safeParse(next[table][at]))
  }
  const fields = boothContent.keyof().options.filter((field) => next[field] !== before[field])
  return fields.flatMap((field) => issuesOf(boothContent.shape[field].safeParse(next[field]), field))
}

function issuesOf(result: z.ZodSafeParseResult<unknown>, field?: string): RowProblem[] {
  return (result.error?.issues ?? []).map((issue) => {
    const path = [...(field === undefined ? [] : [field]), ...issue.path].map(String)
    return { column: columnOf(path), ...faultOf(issue) }
  })
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function columnOf([part = '', inside = '']: readonly string[]): string {
  if (inside === 'ru' || inside === 'en') return `${snake(part)}_${inside}`
  return part === 'name' ? 'name_ru' : snake(part)
}

/** Rules of `content.ts` that are no form, by their message. */
const OWN_RULES: Readonly<Record<string, RowFault>> = { empty: 'missing', 'before-from': 'before-from' }

function faultOf(issue: z.core.$ZodIssue): Omit<RowProblem, 'column'> {
  if (issue.code === 'custom') return { fault: OWN_RULES[issue.message] ?? 'wrong-form' }
  if (issue.code !== 'too_big') return { fault: 'wrong-form' }
  return { fault: issue.origin === 'string' ? 'too-long' : 'too-many', found: String(issue.maximum) }
}
