import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import { generatePlan } from '../../../shared/floorplan/generate.ts'
import { walkGrid } from '../../../shared/floorplan/grid.ts'
import { type HallPlan, hallPlanOf, hallsOf, type Plan } from '../../../shared/floorplan/model.ts'
import { findPath } from '../../../shared/floorplan/path.ts'
import { lengthOf, PACE } from '../../../shared/presence/walk.ts'
import { routeProblem } from '../../../shared/route/model.ts'
import { type SalonPlace, Ways } from '../../../shared/route/ways.ts'
import { gateAt, hallOf, planOf, wallFrom } from '../floorplan/small-plan.ts'

const plan = generatePlan({
  exhibitors: Array.from({ length: 60 }, (_, i) => ({ id: `exhibitor-${i}`, kind: 'business' })),
  stages: [{ id: 'main', name: { ru: 'Главная', en: 'Main' } }],
  hallSize: 24,
})
const halls = hallsOf(plan).map((hall) => hallNamed(plan, hall.id))
const ways = new Ways(halls.map((plan) => ({ plan, grid: walkGrid(plan) })))
const booths = halls.flatMap((hall) =>
  [...boothsOf(hall).values()].map(({ visitor }): SalonPlace => ({ hallId: hall.hall.id, at: visitor })),
)
const travel = ways.travel(booths)
const booth = fc.nat(booths.length - 1)

function hallNamed(plan: Plan, id: string): HallPlan {
  const hall = hallPlanOf(plan, id)
  if (!hall) throw new Error(`there is no hall ${id}`)
  return hall
}

const metres = (a: number, b: number): number => travel.metres[a * travel.places + b] as number
const seconds = (a: number, b: number): number => travel.seconds[a * travel.places + b] as number
const inHall = (place: number): string => booths[place]?.hallId ?? ''

describe('the table of ways', () => {
  test('is one that the planner takes', () => {
    const problem = { stops: [], travel, start: { place: 0, at: 0 }, end: null, until: null }
    expect(routeProblem.safeParse(problem).success).toBe(true)
  })

  test('tells how far the way is that is drawn on the floor', () => {
    let [told, drawn] = [0, 0]
    fc.assert(
      fc.property(booth, booth, (a, b) => {
        fc.pre(a !== b && inHall(a) === inHall(b))
        const grid = walkGrid(halls.find(({ hall }) => hall.id === inHall(a)) as HallPlan)
        const length = lengthOf(findPath(grid, (booths[a] as SalonPlace).at, (booths[b] as SalonPlace).at) ?? [])
        expect(Math.abs(metres(a, b) - length)).toBeLessThan(2 + length * 0.1)
        told += metres(a, b)
        drawn += length
      }),
      { numRuns: 60, seed: 5 },
    )
    expect(Math.abs(told / drawn - 1)).toBeLessThan(0.03)
  })

  test('is about as good in a hall of many places, and as good for those near one another', () => {
    const plan = generatePlan({
      exhibitors: Array.from({ length: 120 }, (_, i) => ({ id: `exhibitor-${i}`, kind: 'region' })),
      stages: [],
    })
    const hall = hallNamed(plan, 'hall-1')
    const grid = walkGrid(hall)
    const places = [...boothsOf(hall).values()].map(({ visitor }): SalonPlace => ({ hallId: 'hall-1', at: visitor }))
    const { metres } = new Ways([{ plan: hall, grid }]).travel(places)
    let [told, drawn] = [0, 0]
    fc.assert(
      fc.property(fc.nat(places.length - 1), fc.nat(places.length - 1), (a, b) => {
        fc.pre(a !== b)
        const length = lengthOf(findPath(grid, (places[a] as SalonPlace).at, (places[b] as SalonPlace).at) ?? [])
        const metre = metres[a * places.length + b] as number
        if (length < 15) expect(Math.abs(metre - length)).toBeLessThan(2 + length * 0.1)
        told += metre
        drawn += length
      }),
      { numRuns: 150, seed: 3 },
    )
    expect(Math.abs(told / drawn - 1)).toBeLessThan(0.03)
  })

  test('counts the walk at a comfortable pace, and the passages between halls', () => {
    fc.assert(
      fc.property(booth, booth, (a, b) => {
        const passing = seconds(a, b) - metres(a, b) / PACE
        const passages = Math.round(passing / 20)
        expect(passing).toBeCloseTo(passages * 20, 6)
        expect(passages > 0).toBe(inHall(a) !== inHall(b))
      }),
    )
  })

  test('never lies about a shorter way round', () => {
    fc.assert(
      fc.property(booth, booth, booth, (a, b, c) => {
        // People avoid the lawn, so the way that tires least is now and then a few metres longer.
        expect(seconds(a, c)).toBeLessThanOrEqual((seconds(a, b) + seconds(b, c)) * 1.1 + 5)
      }),
    )
  })
})

describe('a way', () => {
  test('leads from place to place on free ground, hall by hall, as far as the table says', () => {
    fc.assert(
      fc.property(booth, booth, (a, b) => {
        fc.pre(a !== b)
        const parts = ways.way(booths[a] as SalonPlace, booths[b] as SalonPlace) ?? []
        expect(parts[0]?.hallId).toBe(inHall(a))
        expect(parts.at(-1)?.hallId).toBe(inHall(b))
        for (const { hallId, path } of parts) {
          const grid = walkGrid(halls.find(({ hall }) => hall.id === hallId) as HallPlan)
          path.slice(1).forEach((point, i) => {
            expect(grid.free(path[i] ?? point, point)).toBe(true)
          })
        }
        const length = parts.reduce((sum, { path }) => sum + lengthOf(path), 0)
        expect(Math.abs(length - metres(a, b))).toBeLessThan(4 + length * 0.1)
      }),
      { numRuns: 40 },
    )
  })

  test('is none behind a wall, whatever gates lead outside, or in a hall that is not there', () => {
    const wall = wallFrom('wall', -10, 0, 10, 0)
    const split = hallNamed(planOf(hallOf(20, 20), wall, gateAt('south', 0, 8), gateAt('north', 0, -8, 0)), 'hall')
    const parted = new Ways([{ plan: split, grid: walkGrid(split) }])
    expect(parted.way(placeIn('hall', 5), placeIn('hall', -5))).toBeNull()
    expect(parted.travel([placeIn('hall', 5), placeIn('hall', -5)]).seconds[1]).toBe(Number.POSITIVE_INFINITY)
    expect(parted.way(placeIn('hall', 5), placeIn('elsewhere', 5))).toBeNull()
  })

  test('goes round outside between halls that no gate joins', () => {
    const other = { ...hallOf(20, 20), id: 'other' }
    const plan = planOf(hallOf(20, 20), gateAt('gate', 0, 8), other, { ...gateAt('street', 0, 8), hallId: 'other' })
    const [here, there] = [hallNamed(plan, 'hall'), hallNamed(plan, 'other')]
    const ways = new Ways([here, there].map((plan) => ({ plan, grid: walkGrid(plan) })))
    const parts = ways.way(placeIn('hall', -5), placeIn('other', -5))
    expect(parts?.map(({ hallId }) => hallId)).toEqual(['hall', 'other'])
  })
})

const placeIn = (hallId: string, z: number): SalonPlace => ({ hallId, at: { x: 5, z } })
