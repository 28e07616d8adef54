import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CELL, middleOf, walkGrid } from '../../../shared/floorplan/grid.ts'
import { type HallPlan, hallPlanOf, type PlanRecord } from '../../../shared/floorplan/model.ts'
import { findPath } from '../../../shared/floorplan/path.ts'
import { between, distance, type Point } from '../../../shared/floorplan/point.ts'
import { boothAt, gateAt, hallOf, planOf, thingAt, wallFrom } from './small-plan.ts'

function hallWith(...records: readonly PlanRecord[]): HallPlan {
  const plan = hallPlanOf(planOf(hallOf(24, 20), ...records), 'hall')
  if (!plan) throw new Error('there is no hall')
  return plan
}

const inside = fc.record({ x: fc.integer({ min: -20, max: 20 }), z: fc.integer({ min: -16, max: 16 }) })
const point: fc.Arbitrary<Point> = inside.map(({ x, z }) => ({ x: x / 2 + 0.13, z: z / 2 + 0.21 }))
const heading = fc.constantFrom(0, 30, 45, 90, 180, 217)
const thing = fc.record({ at: point, kind: fc.constantFrom('booth', 'wall', 'tree') as fc.Arbitrary<string>, heading })
const cluttered = fc.array(thing, { maxLength: 14 }).map((things) =>
  hallWith(
    ...things.map(({ at, kind, heading }, i): PlanRecord => {
      if (kind === 'booth') return boothAt(`b${i}`, at.x, at.z, { heading })
      if (kind === 'wall') return wallFrom(`w${i}`, at.x, at.z, at.x + 4, at.z + (heading % 7) - 3)
      return thingAt(`t${i}`, 'tree', at.x, at.z, 4)
    }),
  ),
)

describe('the walkable grid', () => {
  test('lets nobody through a wall, whichever way it runs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 179 }), point, (degrees, at) => {
        const angle = (degrees * Math.PI) / 180
        const reach = { x: Math.cos(angle) * 60, z: Math.sin(angle) * 60 }
        const grid = walkGrid(hallWith(wallFrom('w', at.x - reach.x, at.z - reach.z, at.x + reach.x, at.z + reach.z)))
        const aside = (away: number): Point => ({ x: at.x - Math.sin(angle) * away, z: at.z + Math.cos(angle) * away })
        expect(grid.stands(at)).toBe(false)
        expect(grid.free(aside(3), aside(-3))).toBe(false)
        const [one, other] = [grid.nearest(aside(1.5), 1), grid.nearest(aside(-1.5), 1)]
        if (one && other) expect(findPath(grid, one, other)).toBeNull()
      }),
    )
  })

  test('calls a line free only where everybody on it can stand', () => {
    fc.assert(
      fc.property(cluttered, point, point, (plan, from, to) => {
        const grid = walkGrid(plan)
        const samples = Array.from({ length: 201 }, (_, i) => grid.stands(between(from, to, i / 200)))
        if (grid.free(from, to)) expect(samples).not.toContain(false)
        expect(grid.free(from, to)).toBe(grid.free(to, from))
      }),
    )
  })

  test('finds the nearest place to stand', () => {
    fc.assert(
      fc.property(cluttered, point, (plan, at) => {
        const grid = walkGrid(plan)
        const found = grid.nearest(at)
        const least = Math.min(
          ...[...grid.blocked].map((blocked, square) =>
            blocked ? Number.POSITIVE_INFINITY : distance(middleOf(grid, square), at),
          ),
        )
        if (grid.stands(at)) expect(found).toEqual(at)
        else expect(found && distance(found, at)).toBeCloseTo(least, 9)
      }),
    )
  })

  test('has nowhere to stand within a reach that is blocked', () => {
    const grid = walkGrid(hallWith(thingAt('pond', 'fountain', 0, 0, 4)))
    expect(grid.nearest({ x: 0, z: 0 }, 3)).toBeNull()
    expect(grid.nearest({ x: 0, z: 0 }, 6)).not.toBeNull()
  })

  test('closes what no gate leads to', () => {
    const room = [
      wallFrom('n', -4, -4, 4, -4),
      wallFrom('s', -4, 4, 4, 4),
      wallFrom('w', -4, -4, -4, 4),
      wallFrom('e', 4, -4, 4, 4),
    ]
    expect(walkGrid(hallWith(...room)).stands({ x: 0, z: 0 })).toBe(true)
    expect(walkGrid(hallWith(...room, gateAt('gate', 0, 9))).stands({ x: 0, z: 0 })).toBe(false)
  })

  test('ends at the edge of the hall', () => {
    const grid = walkGrid(hallWith())
    expect(grid.stands({ x: 11.9, z: 9.9 })).toBe(true)
    expect(grid.stands({ x: 12.1, z: 0 })).toBe(false)
    expect(grid.nearest({ x: 100, z: 0 })).toEqual({ x: 11.75, z: expect.closeTo(0, 0) })
  })
})

describe('a path', () => {
  test('is there exactly when its ends hang together, and every leg of it is free', () => {
    fc.assert(
      fc.property(cluttered, point, point, (plan, from, to) => {
        const grid = walkGrid(plan)
        const start = grid.nearest(from)
        const end = grid.nearest(to)
        const path = findPath(grid, from, to)
        if (!start || !end) return expect(path).toBeNull()
        expect(path !== null).toBe(hangTogether(grid, start, end))
        if (!path) return
        expect(path[0]).toEqual(start)
        expect(path.at(-1)).toEqual(end)
        for (let i = 1; i < path.length; i++) {
          expect(grid.free(path[i - 1] as Point, path[i] as Point)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('across open ground is a straight line', () => {
    const grid = walkGrid(hallWith())
    expect(findPath(grid, { x: -9, z: -7 }, { x: 9, z: 5 })).toHaveLength(2)
  })

  test('survives being rounded to centimetres', () => {
    fc.assert(
      fc.property(cluttered, point, point, (plan, from, to) => {
        const grid = walkGrid(plan)
        const rounded = (findPath(grid, from, to) ?? []).map(({ x, z }) => ({
          x: Math.round(x * 100) / 100,
          z: Math.round(z * 100) / 100,
        }))
        for (let i = 1; i < rounded.length; i++) {
          expect(grid.free(rounded[i - 1] as Point, rounded[i] as Point)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** Square by square, without a corner cut: slow and sure. */
function hangTogether(grid: ReturnType<typeof walkGrid>, from: Point, to: Point): boolean {
  const key = ({ x, z }: Point): string => `${Math.floor(x / CELL)} ${Math.floor(z / CELL)}`
  const seen = new Set([key(from)])
  const queue = [from]
  for (let at = queue.pop(); at; at = queue.pop()) {
    if (key(at) === key(to)) return true
    for (const [dx, dz] of [
      [CELL, 0],
      [-CELL, 0],
      [0, CELL],
      [0, -CELL],
    ] as const) {
      const next = { x: at.x + dx, z: at.z + dz }
      if (!grid.stands(next) || seen.has(key(next))) continue
      seen.add(key(next))
      queue.push(next)
    }
  }
  return false
}
