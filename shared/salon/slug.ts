const LONGEST = 64

/** An id made of what `parts` say: lower-case letters and digits joined by hyphens, at most 64 characters. */
export function slug(...parts: readonly string[]): string {
  return (
    parts
      .join(' ')
      .normalize('NFKD')
      .toLowerCase()
      // й and ё are letters of their own, not и and е with a mark.
      .replace(/и\u0306/gu, 'й')
      .replace(/е\u0308/gu, 'ё')
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-/, '')
      .slice(0, LONGEST)
      // The cut may have left a hyphen or half a character.
      .replace(/[^\p{L}\p{N}]+$/u, '')
  )
}
