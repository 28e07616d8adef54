/** Codes of Node and of PostgreSQL that mean: nobody there, or not now. */
const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  // PostgreSQL, appendix A: shutting down, crashed, starting, too many connections.
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

/** Whether an error of a query says that the database could not be reached: worth trying again, and no bug of ours. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  // Class 08: connection exceptions. The driver's own come without a code.
  if (code !== undefined && (CODES.has(code) || code.startsWith('08'))) return true
  if (/^Connection terminated|timeout exceeded when trying to connect/.test(error.message)) return true
  return isUnreachable(error.cause)
}
