/** Lines of the formats that grew out of MIME directories: iCalendar (RFC 5545) and vCard 4 (RFC 6350). */

/** A value of type TEXT: what would end it (`signs`) is escaped, control characters are left out. */
export function escaped(text: string, signs = /[\\;,]/g): string {
  return text
    .replaceAll(signs, '\\$&')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')
}

/** Octets of a line. */
const LONGEST = 75

/** A line longer than the standard allows goes on after a line break and a space; characters stay whole. */
export function folded(line: string): string {
  let result = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LONGEST) {
      result += '\r\n '
      octets = 1
    }
    result += character
    octets += size
  }
  return result
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
