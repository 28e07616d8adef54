import type { RowReport } from '../../shared/booth/bulk/report.ts'
import { csv } from '../../shared/briefcase/csv.ts'
import { handOver } from './hand-over.ts'

/** Hands over a report as a table, with the words the page has for it. */
export function downloadReport(
  rows: readonly RowReport[],
  words: { readonly outcome: (row: RowReport) => string; readonly effect: (row: RowReport) => string },
): void {
  const head = ['table', 'line', 'exhibitor', 'outcome', 'details']
  const lines = rows.map((row) => [row.table, String(row.line), row.exhibitor, words.outcome(row), words.effect(row)])
  handOver(csv([head, ...lines]), 'booth-import-report.csv')
}
