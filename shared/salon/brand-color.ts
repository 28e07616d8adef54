/**
 * Colours for exhibitors who brought none: spring-park tones that go together in an alley, each readable under white
 * lettering (contrast ≥ 4.5:1, WCAG 2.2, 1.4.3).
 */
export const BRAND_COLORS = [
  '#2f6b4f',
  '#46703a',
  '#6b6a2b',
  '#8a6217',
  '#a0561f',
  '#a8482f',
  '#a33d4b',
  '#9c3d67',
  '#84488a',
  '#67519b',
  '#4c5aa3',
  '#3a66a0',
  '#2c6f8f',
  '#24727a',
  '#2a7063',
  '#5f6470',
] as const

/** The same exhibitor always gets the same colour, and neighbours in a list hardly ever one another's. */
export function brandColor(exhibitorId: string): string {
  // FNV-1a: spreads ids that differ in a letter.
  let hash = 0x811c9dc5
  for (const letter of exhibitorId) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return BRAND_COLORS[hash % BRAND_COLORS.length] as string
}
