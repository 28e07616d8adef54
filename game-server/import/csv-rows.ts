import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Unusable } from './unusable.ts'

/** A row by column name, and the line it begins in. */
export interface CsvRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface CsvTable {
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<CsvRow>
}

/** A table that is not CSV. */
export class BadCsv extends Unusable {
  readonly line: number

  constructor(line: number, what: string) {
    super(`Line ${line}: ${what}`)
    this.line = line
  }
}

// Characters of one row; more means a quotation mark that nobody closed.
const LONGEST_ROW = 256 * 1024
const LONGEST_HEADER = 64 * 1024

/**
 * A CSV file with a header line. Commas, semicolons or tabs, whichever the header has most of; cells lose the spaces
 * around them.
 *
 * @throws Unusable without a header; BadCsv when it is not CSV: here for the header, while reading for a row
 */
export async function csvTable(text: AsyncIterable<string>): Promise<CsvTable> {
  const { head, whole } = await withHead(text)
  const delimiter = delimiterOf(head)
  const parser = Readable.from(whole).pipe(
    parse({ delimiter, info: true, trim: true, skip_empty_lines: true, max_record_size: LONGEST_ROW }),
  )
  const records = readable(parser[Symbol.asyncIterator]())
  const first = await records.next()
  if (first.done) throw new Unusable('The file has no header line.')
  const columns = first.value.record.map((name) => name.toLowerCase())
  const repeated = columns.find((name, at) => columns.indexOf(name) !== at)
  if (repeated !== undefined) throw new BadCsv(1, `the column «${repeated}» is there twice.`)
  return { columns, rows: rowsBy(columns, records, first.value.info.lines) }
}

interface ParsedRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

async function* rowsBy(
  columns: readonly string[],
  records: AsyncIterable<ParsedRecord>,
  headerEnds: number,
): AsyncGenerator<CsvRow> {
  let before = headerEnds
  for await (const { record, info } of records) {
    const cells = Object.fromEntries(columns.map((column, at) => [column, record[at] ?? '']))
    yield { line: before + 1, cells }
    before = info.lines
  }
}

async function* readable(records: AsyncIterator<ParsedRecord>): AsyncGenerator<ParsedRecord> {
  try {
    for (let next = await records.next(); !next.done; next = await records.next()) yield next.value
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new BadCsv(Number(error.lines), sentenceOf(error))
  }
}

function sentenceOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return `${(error.record as unknown[]).length} cells, which is not as many as the header has.`
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark is opened and never closed.'
    case 'CSV_MAX_RECORD_SIZE':
      return 'this row is too long; perhaps a quotation mark is never closed.'
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'text follows a closing quotation mark; double the marks inside of quoted cells.'
    default:
      return `${error.message}.`
  }
}

/** The text again, with its first line in hand. */
async function withHead(text: AsyncIterable<string>): Promise<{ head: string; whole: AsyncIterable<string> }> {
  const pieces = text[Symbol.asyncIterator]()
  let head = ''
  while (!head.includes('\n') && head.length < LONGEST_HEADER) {
    const next = await pieces.next()
    if (next.done) break
    head += next.value
  }
  async function* whole(): AsyncGenerator<string> {
    yield head
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  }
  return { head: head.split('\n')[0] ?? '', whole: whole() }
}

function delimiterOf(header: string): string {
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).delimiter
}
