import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSmall, MIN_GROUP, shownCount, shownParts, shownSteps } from '../../../shared/figures/small-groups.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0)

/** Every way in which at most `most` people can be spread over `places`. */
function* spreads(places: number, most: number): Generator<number[]> {
  if (places === 0) return yield []
  for (let n = 0; n <= most; n++) for (const rest of spreads(places - 1, most - n)) yield [n, ...rest]
}

/**
 * What somebody who knows the rule can tell from what is shown: of all populations that would be shown as the same, those
 * groups (unions of `atoms`) whose size is the same in each, and small.
 */
function revealed(populations: Iterable<number[]>, shown: (atoms: number[]) => unknown): string[] {
  const alike = new Map<string, number[][]>()
  for (const atoms of populations) {
    const figures = JSON.stringify(shown(atoms))
    const others = alike.get(figures)
    if (others) others.push(atoms)
    else alike.set(figures, [atoms])
  }
  return [...alike].flatMap(([figures, all]) => {
    const [first = []] = all
    for (let union = 1; union < 2 ** first.length; union++) {
      const size = (atoms: readonly number[]) => sum(atoms.filter((_, at) => union & (1 << at)))
      const n = size(first)
      if (isSmall(n) && all.every((atoms) => size(atoms) === n)) return [figures]
    }
    return []
  })
}

function parts(people: number[], whole: number) {
  const shows = shownParts(people, whole)
  return { whole: shows.whole ? whole : null, parts: people.map((n, at) => (shows.parts[at] ? n : null)) }
}

/** Of people by which of `places` they were in (a mask): how many were in each place. */
const inPlaces = (places: number, atoms: readonly number[]): number[] =>
  Array.from({ length: places }, (_, place) => sum(atoms.filter((_, at) => (at + 1) & (1 << place))))

describe('a group too small to show', () => {
  test('is one to four people; nobody is no group', () => {
    expect([0, 1, 4, 5, 1000].map(shownCount)).toEqual([0, null, null, 5, 1000])
    expect(MIN_GROUP).toBe(5)
  })

  test.each([
    [1, 30],
    [2, 30],
    [3, 24],
    [4, 18],
    [5, 13],
  ])('follows from no whole and %i separate parts, whoever knows the rule', (places, most) => {
    expect(revealed(spreads(places, most), (people) => parts(people, sum(people)))).toEqual([])
  })

  test.each([
    [2, 30],
    [3, 11],
  ])(
    'follows from no whole and %i parts that share people: not those in both, nor those in one alone',
    (places, most) => {
      const shown = (atoms: number[]) => parts(inPlaces(places, atoms), sum(atoms))
      expect(revealed(spreads(2 ** places - 1, most), shown)).toEqual([])
    },
  )

  test('follows from no steps that ever fewer people reach', () => {
    const shown = (ended: number[]) => {
      const reached = ended.map((_, at) => sum(ended.slice(at)))
      const shows = shownSteps(reached)
      return reached.map((n, at) => (shows[at] ? n : null))
    }
    expect(revealed(spreads(4, 17), shown)).toEqual([])
  })

  test('is never among what is shown, however many parts there are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 24 }), (people) => {
        const shows = shownParts(people, sum(people))
        const visible = people.filter((_, at) => shows.parts[at])
        const rest = sum(people) - sum(visible)
        expect(visible.filter(isSmall)).toEqual([])
        if (shows.whole) expect(isSmall(rest)).toBe(false)
      }),
    )
  })

  test('costs nothing where every group is large', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: MIN_GROUP, max: 500 }), { minLength: 3, maxLength: 24 }), (people) => {
        expect(shownParts(people, sum(people))).toEqual({ whole: true, parts: people.map(() => true) })
      }),
    )
  })
})
