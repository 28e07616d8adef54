import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import { generatePlan, type LayoutRequest } from '../../../shared/floorplan/generate.ts'
import { CELL, squareOf, walkGrid } from '../../../shared/floorplan/grid.ts'
import { lint } from '../../../shared/floorplan/lint.ts'
import {
  type Booth,
  EXHIBITOR_KINDS,
  type ExhibitorKind,
  type HallPlan,
  hallPlanOf,
  hallsOf,
  type Plan,
  plan as schema,
} from '../../../shared/floorplan/model.ts'
import { arrival } from '../../../shared/floorplan/obstacles.ts'
import { findPath } from '../../../shared/floorplan/path.ts'
import { distance, toLocal } from '../../../shared/floorplan/point.ts'
import { BOOTH_SIZES } from '../../../shared/salon/booth-size.ts'

/** A list of exhibitors: so many of each kind, sizes ordered by some. */
const request: fc.Arbitrary<LayoutRequest> = fc.record({
  exhibitors: fc
    .tuple(
      fc.constantFrom(1, 2, 3, 7, 20, 45, 90, 150, 260),
      fc.uniqueArray(fc.constantFrom(...EXHIBITOR_KINDS), { minLength: 1 }),
      fc.constantFrom('none', 'some', 'islands'),
      fc.nat(1000),
    )
    .map(([count, kinds, ordering, salt]) =>
      Array.from({ length: count }, (_, i) => ({
        id: `e${salt}-${i}`,
        kind: kinds[(i * i + salt) % kinds.length] as ExhibitorKind,
        size: ordered(ordering, i * 7 + salt),
      })),
    ),
  stages: fc.integer({ min: 0, max: 9 }).map(stagesOf),
  seed: fc.nat(),
  hallSize: fc.constantFrom(40, 200),
})

const ordered = (ordering: string, i: number) =>
  ordering === 'none' || (ordering === 'some' && i % 3 === 0)
    ? null
    : ordering === 'islands' && i % 4 === 0
      ? ('island' as const)
      : (BOOTH_SIZES[i % BOOTH_SIZES.length] ?? null)

function stagesOf(count: number) {
  return Array.from({ length: count }, (_, i) => ({ id: `s${i}`, name: { ru: `Сцена ${i}`, en: `Stage ${i}` } }))
}

const many = (kind: ExhibitorKind, count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `${kind}-${i}`, kind }))

const demo = generatePlan({
  exhibitors: [...many('business', 55), ...many('region', 35), ...many('institution', 40)],
  stages: stagesOf(4),
})
const halls = (plan: Plan): HallPlan[] => hallsOf(plan).map((hall) => hallPlanOf(plan, hall.id) as HallPlan)

describe('a generated park', () => {
  test('keeps every rule, whatever it is made from', () => {
    fc.assert(
      fc.property(request, (request) => {
        const plan = generatePlan(request)
        expect(schema.safeParse(plan).error?.issues).toBeUndefined()
        expect(lint(plan)).toEqual([])
        for (const record of Object.values(plan.records)) expect(plan.records[record.id]).toBe(record)
      }),
      { numRuns: 40 },
    )
  })

  test('gives everybody one booth of the size they ordered, and every stage a place', () => {
    fc.assert(
      fc.property(request, (request) => {
        const records = Object.values(generatePlan(request).records)
        const booths = records.filter((record) => record.type === 'booth')
        expect(booths.map((booth) => booth.exhibitorId).sort()).toEqual(request.exhibitors.map(({ id }) => id).sort())
        for (const { id, size } of request.exhibitors) {
          const booth = booths.find((one) => one.exhibitorId === id) as Booth
          if (size === 'island') expect(Math.min(booth.width, booth.depth)).toBeGreaterThanOrEqual(6)
          else if (size) expect(booth.width).toBe(Number(size) * 3)
        }
        const stages = records.filter((record) => record.type === 'stage')
        expect(stages.map((stage) => stage.stageId).sort()).toEqual(request.stages.map(({ id }) => id).sort())
      }),
      { numRuns: 20 },
    )
  })

  test('lets a visitor walk from every gate to every booth, and staff to their counters', () => {
    fc.assert(
      fc.property(request, (request) => {
        for (const hall of halls(generatePlan(request))) {
          const grid = walkGrid(hall)
          for (const { visitor, staff } of boothsOf(hall).values()) {
            expect(grid.stands(visitor)).toBe(true)
            for (const place of staff) expect(grid.nearest(place, CELL)).not.toBeNull()
          }
          for (const gate of hall.entrances) {
            const goal = [...boothsOf(hall).values()].at(-1)
            if (goal) expect(findPath(grid, arrival(gate), goal.visitor)).not.toBeNull()
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  test('is the same for the same wish, and another for another seed', () => {
    const wish = { exhibitors: many('region', 30), stages: stagesOf(1) }
    expect(generatePlan({ ...wish, seed: 7 })).toEqual(generatePlan({ ...wish, seed: 7 }))
    expect(generatePlan({ ...wish, seed: 8 })).not.toEqual(generatePlan({ ...wish, seed: 7 }))
  })

  test('refuses a salon of nobody', () => {
    expect(() => generatePlan({ exhibitors: [], stages: [] })).toThrow(RangeError)
  })

  test('holds a thousand in one hall, and in five', () => {
    const exhibitors = [...many('business', 300), ...many('institution', 700)]
    for (const [hallSize, count] of [
      [1000, 1],
      [200, 6],
    ] as const) {
      const plan = generatePlan({ exhibitors, stages: [], hallSize })
      expect(halls(plan)).toHaveLength(count)
      expect(Math.max(...halls(plan).map((hall) => hall.booths.length))).toBeLessThanOrEqual(hallSize)
      expect(lint(plan)).toEqual([])
    }
  })
})

describe('the demo park', () => {
  const [park] = halls(demo) as [HallPlan]
  const places = [...boothsOf(park).values()]

  test('is one hall that can be walked: no more than 200 m across', () => {
    expect(halls(demo)).toHaveLength(1)
    expect(Math.max(park.hall.width, park.hall.depth)).toBeLessThanOrEqual(200)
  })

  test('has three alleys, one a kind, each with its own name, trees and letter', () => {
    const side = park.alleys.filter((alley) => alley.role === 'side')
    const byName = Map.groupBy(side, (alley) => alley.name.ru)
    expect([...byName.values()].map((lanes) => new Set(lanes.map((lane) => lane.kind)).size)).toEqual([1, 1, 1])
    expect(new Set(side.map((alley) => alley.kind)).size).toBe(3)
    expect(new Set(side.map((alley) => alley.planting)).size).toBe(3)
    const letters = Map.groupBy(park.booths, (booth) => booth.number.slice(0, 1))
    expect([...letters.values()].map((booths) => booths.length).sort()).toEqual([35, 40, 55])
  })

  test('shows at least six pavilions and booths of every common type', () => {
    expect(new Set(places.map((place) => place.pavilion)).size).toBeGreaterThanOrEqual(6)
    expect([...new Set(places.map((place) => place.type))]).toEqual(
      expect.arrayContaining(['inline', 'corner', 'island']),
    )
  })

  test('stands no tree before the middle of a fascia, and none in the aisle', () => {
    const trees = park.decorations.filter((thing) => thing.kind === 'tree')
    expect(trees.length).toBeGreaterThan(200)
    for (const tree of trees) {
      for (const booth of park.booths.filter((booth) => distance(booth, tree) < 12)) {
        const { x, z } = toLocal(tree, booth)
        const isBefore = z > booth.depth / 2 && z < booth.depth / 2 + 2.5
        if (isBefore) expect(Math.abs(x)).toBeGreaterThan(booth.width / 2 - 0.6)
      }
    }
  })

  test('has crowns that meet above every side alley', () => {
    const trees = park.decorations.filter((thing) => thing.kind === 'tree')
    for (const alley of park.alleys.filter((alley) => alley.role === 'side')) {
      const shaded = Array.from({ length: 20 }, (_, i) => ({
        x: alley.x + ((alley.toX - alley.x) * (i + 0.5)) / 20,
        z: alley.z,
      })).filter((point) => trees.some((tree) => distance(tree, point) < tree.size))
      expect(shaded.length, alley.name.en).toBeGreaterThan(10)
    }
  })

  test('keeps people on the paths: a walk to a booth is mostly paved', () => {
    const grid = walkGrid(park)
    const gate = park.entrances[0]
    if (!gate) throw new Error('there is no gate')
    for (const place of places.filter((_, i) => i % 10 === 0)) {
      const path = findPath(grid, arrival(gate), place.visitor) ?? []
      const squares = path.slice(1).flatMap((to, i) => {
        const from = path[i] as typeof to
        const steps = Math.ceil(distance(from, to))
        return Array.from({ length: steps }, (_, k) =>
          squareOf(grid, { x: from.x + ((to.x - from.x) * k) / steps, z: from.z + ((to.z - from.z) * k) / steps }),
        )
      })
      const paved = squares.filter((square) => grid.paved[square] === 1).length
      expect(paved / squares.length, place.booth.number).toBeGreaterThan(0.6)
    }
  })
})

describe('a salon of several halls', () => {
  const plan = generatePlan({
    exhibitors: [...many('institution', 482), ...many('region', 86), ...many('community', 51)],
    stages: stagesOf(5),
  })

  test('keeps kinds together: only institutions need more than one hall', () => {
    const kinds = halls(plan).map((hall) => [
      ...new Set(hall.alleys.flatMap((alley) => (alley.kind ? [alley.kind] : []))),
    ])
    expect(kinds).toEqual([['region', 'community'], ['institution'], ['institution'], ['institution']])
  })

  test('joins its halls by gates both ways', () => {
    const gates = halls(plan).map((hall) => hall.entrances.map((entrance) => entrance.leadsTo))
    expect(gates).toEqual([
      [null, 'hall-2'],
      ['hall-1', 'hall-3'],
      ['hall-2', 'hall-4'],
      ['hall-3', 'hall-1'],
    ])
  })

  test('numbers every booth once in the salon', () => {
    const numbers = Object.values(plan.records).flatMap((record) => (record.type === 'booth' ? [record.number] : []))
    expect(new Set(numbers).size).toBe(619)
    expect(numbers.every((number) => /^[АВЕКМНОРСТУХ]+-\d{2,3}$/.test(number))).toBe(true)
  })
})
