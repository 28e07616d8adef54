/**
 * What booths show, as tables: `booths.csv` alone, or a ZIP with any of these and the files they name. One row is a
 * booth, a product, a material …; every row begins with whose it is. An empty cell leaves things as they are, `-`
 * empties them. `docs/booth-import.md` tells it to people.
 */

/** Columns of each table, besides `exhibitor`, which all begin with. */
export const TABLES = {
  booths: [
    ...['name_ru', 'name_en', 'short_name_ru', 'short_name_en', 'summary_ru', 'summary_en'],
    ...['description_ru', 'description_en', 'color', 'tags', 'pavilion', 'logo', 'poster', 'video'],
    ...['website', 'email', 'phone', 'address_ru', 'address_en'],
  ],
  products: [
    ...['id', 'name_ru', 'name_en', 'text_ru', 'text_en', 'price_note_ru', 'price_note_en'],
    ...['link', 'pictures', 'video'],
  ],
  materials: ['id', 'name_ru', 'name_en', 'file', 'link'],
  links: ['id', 'name_ru', 'name_en', 'link'],
  team: ['id', 'name_ru', 'name_en', 'position_ru', 'position_en', 'photo'],
  hours: ['date', 'from', 'to'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]
export const WHOSE = 'exhibitor'

/** Columns whose cells name files of the archive. */
export const FILE_COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  booths: ['logo', 'poster', 'video'],
  products: ['pictures', 'video'],
  materials: ['file'],
  links: [],
  team: ['photo'],
  hours: [],
}

/** What empties a cell's part of the booth. */
export const EMPTIES = '-'

/** A row as it was read. */
export interface BulkRow {
  readonly table: TableName
  /** Of the table, from 1; the header is the first. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** Several names or tags in a cell. */
export const severalIn = (cell: string): string[] => cell.split(/[;|\n]/).flatMap((one) => one.trim() || [])

/** The files a row names, as it names them. */
export const filesNamedIn = ({ table, cells }: BulkRow): string[] =>
  FILE_COLUMNS[table].flatMap((column) => severalIn(cells[column] ?? '').filter((name) => name !== EMPTIES))
