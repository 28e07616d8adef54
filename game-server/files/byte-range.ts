/** A part of a file: first and last byte, both included. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * The part that a `Range` header asks of a file of `size` bytes (RFC 9110, 14.1.2). null: send all of it, because none
 * was asked for, or several, or in a way we need not understand. `unsatisfiable`: there are no such bytes.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return null
  const [from, to] = [asked[1], asked[2]].map((digits) => (digits ? Number(digits) : null))
  if (from === null || from === undefined) {
    return to === 0 || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - (to as number)), last: size - 1 }
  }
  if (from >= size) return 'unsatisfiable'
  const last = Math.min(to ?? size - 1, size - 1)
  return last < from ? null : { first: from, last }
}
