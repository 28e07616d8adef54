const LONGEST = 64

/** An id made of what `parts` say: lower-case letters and digits joined by hyphens, at most 64 characters. */
export function slug(...parts: readonly string[]): string {
  return (
    parts
      .join(' ')
      .normalize('NFKD')
      // й and ё are letters of their own, not и and е with a mark.
      .replace(/и\u0306/giu, 'й')
      .replace(/е\u0308/giu, 'ё')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-/, '')
      .slice(0, LONGEST)
      .replace(/-$/, '')
  )
}
