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
 * from the whole minus the others, not even for somebody who knows this rule. `people` are those behind each part,
 * `whole` those behind all of them; who is in several parts counts once in the whole.
 *
 * Where a part is small, or all but it, the smallest of the others are hidden, too: swapped with it they would give the
 * very same figures, so nobody can tell which is which. Where those in more than one part are a small group, two sizes
 * are. Of a whole that is hidden no part is shown, not even that nobody is in it.
 */
export function shownParts(people: readonly number[], whole: number): Shown {
  const sum = people.reduce((all, n) => all + n, 0)
  // As many people as parts with somebody in them: one in each.
  const oneEach = people.some(isSmall) && sum === people.filter((n) => n > 0).length
  if (isSmall(whole) || oneEach) return { whole: false, parts: people.map(() => false) }
  const risky = people.map((n) => n > 0 && (isSmall(n) || isSmall(whole - n)))
  const others = people.filter((n, at) => n > 0 && !risky[at]).toSorted((a, b) => a - b)
  const [first = 0, second = first] = others
  const spared = isSmall(sum - whole) ? second : risky.includes(true) ? first : 0
  return { whole: true, parts: people.map((n, at) => n === 0 || (!risky[at] && n > spared)) }
}

/**
 * What may be shown of steps that fewer and fewer people reach (a quarter, half of a film; answered within a day, within
 * an hour), each among those of the step before: a step is hidden while those who fell out since the last one shown, or
 * those who reached it, are a small group. `fellOut` says how many people are behind that difference, where it is not
 * people that are counted.
 */
export function shownSteps(
  people: readonly number[],
  fellOut = (from: number, to: number): number => (people[from] ?? 0) - (people[to] ?? 0),
): boolean[] {
  let last: number | undefined
  return people.map((n, at) => {
    const shows = !isSmall(n) && (last === undefined || !isSmall(fellOut(last, at)))
    if (shows) last = at
    return shows
  })
}
