import type { BoothContent, BoothField } from '../../shared/booth/content.ts'

/** What was written in these fields as plain text, to take along where it cannot be kept. */
export function inWords(
  document: BoothContent,
  fields: readonly BoothField[],
  titleOf: (field: BoothField) => string,
): string {
  return fields.map((field) => [titleOf(field), ...linesOf(document[field])].join('\n')).join('\n\n')
}

/** Every word somebody typed in a value, in its order; ids are nobody's words. */
function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(linesOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [] : linesOf(inner)))
}
