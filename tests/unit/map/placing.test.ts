import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, decluttered } from '../../../client/map/layers/placing.ts'
import { dotted } from '../../../client/map/layers/way.ts'
import { barFor } from '../../../client/map/scale.ts'

const box: fc.Arbitrary<Box> = fc.record({
  x: fc.integer({ min: 0, max: 300 }),
  y: fc.integer({ min: 0, max: 200 }),
  width: fc.integer({ min: 5, max: 90 }),
  height: fc.integer({ min: 5, max: 30 }),
})
const covers = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height

describe('labels that compete for room', () => {
  test('never cover one another, and the first always stays', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 25 }), (boxes) => {
        const kept = decluttered(boxes)
        expect(kept[0]).toBe(0)
        for (const i of kept) {
          for (const k of kept) if (i !== k) expect(covers(boxes[i] as Box, boxes[k] as Box)).toBe(false)
        }
      }),
    )
  })

  test('all stay where there is room for all', () => {
    const apart = [0, 1, 2, 3].map((i) => ({ x: i * 100, y: 0, width: 80, height: 20 }))
    expect(decluttered(apart)).toEqual([0, 1, 2, 3])
  })
})

describe('footsteps of the way ahead', () => {
  const way = [
    { x: 0, z: 0 },
    { x: 10, z: 0 },
    { x: 10, z: 7 },
  ]

  test('stand still while the way is walked off', () => {
    const before = dotted(way, 1, 100)
    const after = dotted([{ x: 4.4, z: 0 }, ...way.slice(1)], 1, 100)
    expect(before.slice(0, after.length)).toEqual(after)
  })

  test('lie evenly on the way and are never too many', () => {
    expect(dotted(way, 1, 100)).toHaveLength(17)
    expect(dotted(way, 0.01, 100)).toHaveLength(100)
  })

  test('are none where nobody walks', () => {
    expect(dotted([], 1, 100)).toEqual([])
    expect(dotted([{ x: 1, z: 1 }], 1, 100)).toEqual([])
  })
})

describe('the scale bar', () => {
  test('is as long as a round length, and fits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 72, noNaN: true }), (scale) => {
        const { metres, width } = barFor(scale, 120)
        expect(width).toBeLessThanOrEqual(120)
        expect(width).toBeCloseTo(metres * scale)
        expect(width).toBeGreaterThan(40)
      }),
    )
  })
})
