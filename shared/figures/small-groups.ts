/**
 * Figures tell of groups, never of people: a group of one to four is not shown, nor is anything shown from which its size
 * would follow. Nobody at all is no group: 0 is shown.
 */

/** The fewest people that a figure may be about. */
export const MIN_GROUP = 5

/** Whether `n` people are somebody, and too few to be shown. */
export const isSmall = (n: number): boolean => n > 0 && n < MIN_GROUP

/** `n` people as they may be shown alone; null: «fewer than 5». */
export const shownCount = (n: number): number | null => (isSmall(n) ? null : n)

/** What may be shown of a whole and its parts, in their order. */
export interface Shown {
  readonly whole: boolean
  readonly parts: readonly boolean[]
}

/**
 * What may be shown of a whole beside its parts (hours of a day, booths of an alley), so that no hidden group follows
 * from the whole minus the others. `people` are those behind each part, `whole` those behind all of them; who is in
 * several parts counts once in the whole.
 *
 * With small parts the smallest of the others is hidden, too. Swapping it with a small one would be shown as the very
 * same figures, so no hidden part can be told from them. It also stays hidden where the people in more than one part, or
 * in all but one, would come out as a small group.
 */
export function shownParts(people: readonly number[], whole: number): Shown {
  const visits = people.reduce((sum, n) => sum + n, 0)
  const hidden = people.map((n) => isSmall(n) || isSmall(whole - n))
  if (people.some(isSmall) || isSmall(visits - whole)) {
    const spare = smallestOther(people, hidden)
    if (spare !== undefined) hidden[spare] = true
  }
  // As many people as parts with somebody in them: one in each.
  const oneEach = people.some(isSmall) && visits === people.filter((n) => n > 0).length
  return { whole: !isSmall(whole) && !oneEach, parts: hidden.map((is) => !is) }
}

/**
 * What may be shown of steps that fewer and fewer people reach (a quarter, half of a film; answered within a day, within
 * an hour), each among those of the step before: a step is hidden while those who fell out since the last one shown, or
 * those who reached it, are a small group.
 */
export function shownSteps(people: readonly number[]): boolean[] {
  let last: number | undefined
  return people.map((n) => {
    const shows = !isSmall(n) && (last === undefined || !isSmall(last - n))
    if (shows) last = n
    return shows
  })
}

function smallestOther(people: readonly number[], hidden: readonly boolean[]): number | undefined {
  let found: number | undefined
  for (const [place, n] of people.entries()) {
    if (n === 0 || hidden[place]) continue
    if (found === undefined || n < (people[found] ?? 0)) found = place
  }
  return found
}
