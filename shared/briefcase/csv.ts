/**
 * A table as CSV (RFC 4180) with the mark by which spreadsheets know UTF-8. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe, which makes it text (OWASP, «CSV Injection»).
 */
export const csv = (rows: readonly (readonly string[])[]): string => `${CSV_MARK}${csvRows(rows)}`

export const CSV_MARK = '\uFEFF'

/** Rows of such a table, for one that is sent in parts. */
export const csvRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

/** Also after blanks, and in the full-width forms that some spreadsheets take for the signs. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n;\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
