/** What PostgreSQL says of text that it cannot keep: a NUL in text, or in a string of JSON. */
const CODES = new Set(['22021', '22P05'])

/** Whether the database refused text that somebody sent. */
export function isUnstorable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return (typeof code === 'string' && CODES.has(code)) || isUnstorable(cause)
}
