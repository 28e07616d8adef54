import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextCrossing } from '../../../game-server/presence/next-crossing.ts'
import { Queue } from '../../../game-server/presence/queue.ts'
import { Cells, ladder } from '../../../shared/presence/cells.ts'
import { STEPS } from '../../../shared/presence/codec.ts'
import { positionAt } from '../../../shared/presence/walk.ts'
import { point, walk } from './arbitraries.ts'

const hall = fc
  .record({ width: fc.integer({ min: 10, max: 300 }), depth: fc.integer({ min: 10, max: 300 }) })
  .chain(({ width, depth }) => fc.constantFrom(...ladder(width, depth)).map((size) => new Cells(width, depth, size)))

/** People stand at places that the codec can tell, and so do the borders of cells. */
const place = point(120).map(({ x, z }) => ({ x: Math.round(x * STEPS) / STEPS, z: Math.round(z * STEPS) / STEPS }))

describe('cells', () => {
  test('see one another mutually, and see what lies in their sight', () => {
    fc.assert(
      fc.property(hall, place, place, (cells, here, there) => {
        const one = cells.at(here.x, here.z)
        const other = cells.at(there.x, there.z)
        expect(cells.around(one).includes(other)).toBe(cells.sees(one, other))
        expect(cells.sees(one, other)).toBe(cells.sees(other, one))
        const { minX, maxX, minZ, maxZ } = cells.sight(one)
        const inside = there.x >= minX && there.x < maxX && there.z >= minZ && there.z < maxZ
        if (inside) expect(cells.sees(one, other)).toBe(true)
      }),
    )
  })

  test('grow up to one that holds the whole hall', () => {
    const sizes = ladder(120, 80)
    expect(sizes[0]).toBe(8)
    expect(new Cells(120, 80, sizes.at(-1) as number).count).toBe(1)
    expect(ladder(5, 5)).toEqual([5])
  })

  test('are left when a walk crosses their border, and not before', () => {
    fc.assert(
      fc.property(hall, walk(120, 6), fc.nat(100_000), (cells, way, after) => {
        const now = way.startsAt + after
        const at = positionAt(way, now)
        const cell = cells.at(at.x, at.z)
        const crossing = nextCrossing(way, cells, cell, now)
        const cellAt = (moment: number): number => {
          const { x, z } = positionAt(way, moment)
          return cells.at(x, z)
        }
        const until = Math.min(crossing, now + 60_000)
        for (let share = 0; share < 1; share += 0.05) expect(cellAt(now + (until - now) * share * 0.999)).toBe(cell)
        if (crossing === Number.POSITIVE_INFINITY) expect(cellAt(now + 1e9)).toBe(cell)
        else expect(crossing).toBeGreaterThanOrEqual(now)
      }),
    )
  })
})

describe('the queue', () => {
  test('gives back what was put in, in the order of time', () => {
    const command = fc.oneof(
      fc.record({ id: fc.nat(200), moment: fc.double({ noNaN: true, min: 0, max: 1000 }) }),
      fc.record({ id: fc.nat(200), moment: fc.constant(Number.POSITIVE_INFINITY) }),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ command, hasten: fc.boolean() }), { maxLength: 300 }), (commands) => {
        const queue = new Queue()
        const model = new Map<number, number>()
        for (const { command, hasten } of commands) {
          const { id, moment } = command
          const before = model.get(id) ?? Number.POSITIVE_INFINITY
          if (hasten) queue.hasten(id, moment)
          else queue.set(id, moment)
          const due = hasten ? Math.min(before, moment) : moment
          if (due === Number.POSITIVE_INFINITY) model.delete(id)
          else model.set(id, due)
          expect(queue.next).toBe(Math.min(Number.POSITIVE_INFINITY, ...model.values()))
        }
        const drained: number[] = []
        while (queue.next !== Number.POSITIVE_INFINITY) {
          drained.push(queue.next)
          expect(model.get(queue.first)).toBe(queue.next)
          queue.remove(queue.first)
        }
        expect(drained).toEqual([...model.values()].sort((a, b) => a - b))
      }),
    )
  })
})
