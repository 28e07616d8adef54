import { isSmall, shownParts } from './small-groups.ts'

/** A place and the places it is made of: an alley and its booths. */
export interface Family {
  readonly whole: string
  readonly parts: readonly string[]
}

/**
 * Which places may be shown with their people. Each is shown only where every family it belongs to lets it be: no small
 * group follows from an alley and its other booths, nor from a hall and its other alleys.
 */
export function shownPlaces(people: ReadonlyMap<string, number>, families: readonly Family[]): ReadonlySet<string> {
  const at = (place: string): number => people.get(place) ?? 0
  const hidden = new Set<string>()
  const all = new Set<string>()
  for (const { whole, parts } of families) {
    const shown = shownParts(parts.map(at), at(whole))
    if (!shown.whole) hidden.add(whole)
    for (const [i, part] of parts.entries()) if (!shown.parts[i]) hidden.add(part)
    for (const place of [whole, ...parts]) all.add(place)
  }
  return new Set([...all].filter((place) => !hidden.has(place) && !isSmall(at(place))))
}
