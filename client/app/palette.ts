/** Colours of the salon, one list for CSS, the 3D world and the map: a spring morning in a park of pavilions. */
export const PALETTE = {
  ink: '#22302b',
  inkSoft: '#56645d',
  canvas: '#fbf7ee',
  canvasDeep: '#f1e9d9',
  rule: '#ddd3bf',
  linden: '#3f6f4a',
  lindenDeep: '#2c5238',
  leaf: '#8fae5d',
  blossom: '#e9a9b5',
  blossomDeep: '#b5566c',
  timber: '#a9794a',
  sun: '#f2b84b',
  sky: '#bcd9e6',
  water: '#7fb4c6',
  /** Kinds of exhibitor, on map, list and signposts; each passes 4.5:1 under white text. */
  business: '#9a5a1f',
  region: '#2c6e8a',
  institution: '#6a4c93',
  community: '#a03e5c',
} as const

/** Makes each colour a CSS variable of the page: `inkSoft` is `var(--ink-soft)`. */
export function paintPage(): void {
  for (const [name, colour] of Object.entries(PALETTE)) {
    const variable = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    document.documentElement.style.setProperty(`--${variable}`, colour)
  }
}
