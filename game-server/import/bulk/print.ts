import type { BulkFault, BulkMode, BulkReport, RowReport, Unreadable } from '../../../shared/booth/bulk/report.ts'
import type { Terminal } from '../command.ts'

const MOST_SHOWN = 50

/** What an import did, or would do. @returns whether nothing was rejected */
export function printBulk(terminal: Terminal, { rows, applied, published }: BulkReport, mode: BulkMode): boolean {
  const of = (outcome: RowReport['outcome']) => rows.filter((row) => row.outcome === outcome)
  const rejected = of('rejected')
  for (const row of rejected.slice(0, MOST_SHOWN))
    for (const { column, fault, found } of row.problems) {
      const what = found === undefined ? '' : ` (${found})`
      terminal.warn(`${row.table}.csv, line ${row.line}: ${column}: ${fault.replaceAll('-', ' ')}${what}.`)
    }
  if (rejected.length > MOST_SHOWN) terminal.warn(`… and ${rejected.length - MOST_SHOWN} more.`)
  const over = rows.filter(({ overwrites }) => overwrites.length > 0)
  for (const { table, line, overwrites } of over.slice(0, MOST_SHOWN))
    terminal.warn(
      `${table}.csv, line ${line}: replaces what the exhibitor has not published: ${overwrites.join(', ')}.`,
    )
  const counts = `changed ${of('changed').length}, unchanged ${of('unchanged').length}, rejected ${rejected.length}`
  terminal.print(`rows  ${counts}`)
  if (applied && mode === 'publish') terminal.print(`booths published  ${published}`)
  if (!applied) terminal.print(rejected.length > 0 ? 'Nothing was imported.' : 'This was a check: nothing was written.')
  return rejected.length === 0
}

const SENTENCES: Readonly<Record<BulkFault, string>> = {
  'not-a-table': 'this is no table of text, or it has no header line',
  'no-table': 'the archive has no booths.csv, products.csv, materials.csv, links.csv, team.csv or hours.csv',
  'not-csv': 'this is not CSV: quotation marks or the number of cells are off',
  'unknown-column': 'there is no such column',
  'missing-column': 'a column is missing',
  'too-many-rows': 'there are more rows than an import takes',
  'too-many-files': 'the archive holds more files than an import takes',
  'too-large': 'unpacked, the archive is too large (megabytes)',
  bomb: 'this file swells too much when it is unpacked',
  encrypted: 'the archive is encrypted',
  'bad-name': 'this name leads out of the archive, or is no file',
  'repeated-name': 'two files have this name',
  broken: 'the archive is broken',
}

/** Why nothing could be read, as a sentence. */
export function sentenceOf({ fault, table, line, found }: Unreadable): string {
  const where = [table && `${table}.csv`, line && `line ${line}`].filter(Boolean).join(', ')
  return `${where === '' ? '' : `${where}: `}${SENTENCES[fault]}${found === undefined ? '' : `: ${found}`}.`
}
