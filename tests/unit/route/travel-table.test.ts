import { describe, expect, test } from 'vitest'
import { generatePlan } from '../../../shared/floorplan/generate.ts'
import { walkGrid } from '../../../shared/floorplan/grid.ts'
import { routeProblem, type Travel } from '../../../shared/route/model.ts'
import { placesOf } from '../../../shared/route/places.ts'
import { TravelTable } from '../../../shared/route/travel-table.ts'
import { Ways } from '../../../shared/route/ways.ts'

const plan = generatePlan({
  exhibitors: Array.from({ length: 50 }, (_, i) => ({ id: `e${i}`, kind: 'region' })),
  stages: [],
  hallSize: 24,
})
const salon = placesOf(plan)
const ways = new Ways(salon.halls.map((plan) => ({ plan, grid: walkGrid(plan) })))
const booths = [...salon.booths.values()]

/** Figures of two tables differ by no more than rounding of paths that are equally easy. */
function alike(kept: Travel, fresh: Travel): void {
  expect(kept.places).toBe(fresh.places)
  const apart = fresh.seconds.map((seconds, i) => Math.abs((kept.seconds[i] as number) - seconds))
  expect(Math.max(...apart)).toBeLessThan(1.5)
}

describe('a table of ways that is kept', () => {
  test('says what one measured anew says, whichever stops come and go and wherever one starts', () => {
    const table = new TravelTable(ways)
    for (const [from, to, start] of [
      [0, 12, 20],
      [0, 14, 31],
      [5, 14, 2],
      [3, 40, 49],
      [39, 42, 0],
    ] as const) {
      const wanted = booths.slice(from, to)
      const begin = booths[start] ?? salon.entrance
      const kept = table.between(wanted, begin)
      alike(kept, ways.travel([...wanted, begin]))
      const problem = { stops: [], travel: kept, start: { place: wanted.length, at: 0 }, end: null, until: null }
      expect(routeProblem.safeParse(problem).error).toBeUndefined()
    }
  })

  test('has two stops at one place, and none at all', () => {
    const table = new TravelTable(ways)
    const [one, two] = booths
    if (!one || !two) throw new Error('no booths')
    const kept = table.between([one, two, one], two)
    expect(kept.seconds[2]).toBe(0)
    expect(kept.seconds[1]).toBe(kept.seconds[3 * 4 + 0])
    expect(table.between([], one)).toMatchObject({ places: 1 })
  })
})
