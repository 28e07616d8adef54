import type { z } from 'zod'
import type { ExhibitorRecord } from '../services/arrange.ts'
import { type CsvRow, csvTable } from './csv-rows.ts'
import { exhibitorRecord, type ImportedExhibitor } from './exhibitor-record.ts'
import { fromTable, TABLE_COLUMNS, TABLE_FIELDS } from './exhibitor-table.ts'
import { jsonRows } from './json-rows.ts'
import { fromRegion, REGION_COLUMNS, REGION_FIELDS } from './regions.ts'
import { type Parsed, type Rejection, rejectionsOf } from './rejection.ts'
import { textOf } from './text-file.ts'
import { fromUniversity, UNIVERSITY_FIELDS, university } from './universities.ts'
import { Unusable } from './unusable.ts'

/** More would not fit any salon. */
const MOST_ROWS = 10_000
/** Nobody reads more; the first ones tell what is wrong. */
const MOST_REJECTIONS = 1000

/** What a row says: an exhibitor, or what keeps it from being one. */
interface Row {
  readonly line: number
  readonly exhibitor: z.ZodSafeParseResult<ImportedExhibitor>
}

interface Source {
  readonly rows: AsyncIterable<Row>
  readonly fieldNames: Readonly<Record<string, string>>
}

/**
 * The exhibitors of a file: JSON in the form of the universities' list, the CSV of regions, or our own CSV.
 *
 * @param onProgress told how many rows have been read
 * @throws Unusable when the file cannot be read at all; what is wrong with single rows is in the answer
 */
export async function readExhibitors(
  path: string,
  onProgress: (rows: number) => void,
): Promise<Parsed<ExhibitorRecord>> {
  const { rows, fieldNames } = await openSource(path)
  const records: ExhibitorRecord[] = []
  const rejected: Rejection[] = []
  const lineOf = new Map<string, number>()
  let count = 0
  for await (const { line, exhibitor } of rows) {
    onProgress(++count)
    if (count > MOST_ROWS) throw new Unusable(`Line ${line}: more than ${MOST_ROWS} exhibitors.`)
    if (rejected.length >= MOST_REJECTIONS) break
    const record = exhibitor.success ? exhibitorRecord(exhibitor.data) : exhibitor
    if (!record.success) {
      rejected.push(...rejectionsOf(record.error, line, fieldNames))
      continue
    }
    const before = lineOf.get(record.data.id)
    if (before === undefined) {
      lineOf.set(record.data.id, line)
      records.push(record.data)
    } else {
      rejected.push({ line, field: fieldNames.id ?? 'id', reason: `«${record.data.id}» is already in line ${before}` })
    }
  }
  if (count === 0) throw new Unusable(`${path} has no exhibitors in it.`)
  return { records, rejected }
}

async function openSource(path: string): Promise<Source> {
  const text = await textOf(path)
  if (/\.json$/i.test(path)) return { rows: universityRows(text), fieldNames: UNIVERSITY_FIELDS }
  if (!/\.(csv|tsv|txt)$/i.test(path)) {
    throw new Unusable(`${path}: exhibitors come as .json or .csv. «import exhibitors --help» tells the forms.`)
  }
  const { columns, rows } = await csvTable(text)
  if (REGION_COLUMNS.every((column) => columns.includes(column))) {
    return { rows: tableRows(rows, fromRegion), fieldNames: REGION_FIELDS }
  }
  const unknown = columns.filter((column) => !(TABLE_COLUMNS as readonly string[]).includes(column))
  if (unknown.length > 0) {
    throw new Unusable(
      `Line 1: unknown columns ${unknown.map((one) => `«${one}»`).join(', ')}; known are ${TABLE_COLUMNS.join(', ')}.`,
    )
  }
  if (!columns.includes('name_ru') && !columns.includes('name_en')) {
    throw new Unusable('Line 1: a column name_ru or name_en is needed.')
  }
  return { rows: tableRows(rows, fromTable), fieldNames: TABLE_FIELDS }
}

async function* universityRows(text: AsyncIterable<string>): AsyncGenerator<Row> {
  for await (const { line, value } of jsonRows(text)) {
    yield { line, exhibitor: university.transform(fromUniversity).safeParse(value) }
  }
}

async function* tableRows(rows: AsyncIterable<CsvRow>, from: (row: CsvRow) => ImportedExhibitor): AsyncGenerator<Row> {
  for await (const row of rows) yield { line: row.line, exhibitor: { success: true, data: from(row) } }
}
