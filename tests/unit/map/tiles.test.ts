import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelFor, tilesIn } from '../../../client/map/layers/tiles.ts'

const side = (level: number): number => 512 / 2 ** level
const window = fc
  .record({
    minX: fc.double({ min: -100, max: 100, noNaN: true }),
    minY: fc.double({ min: -100, max: 100, noNaN: true }),
    width: fc.double({ min: 0.5, max: 60, noNaN: true }),
    depth: fc.double({ min: 0.5, max: 60, noNaN: true }),
  })
  .map(({ minX, minY, width, depth }) => ({ minX, minY, maxX: minX + width, maxY: minY + depth }))

describe('tiles of the plan', () => {
  test('cover every place of the window, each place once', () => {
    fc.assert(
      fc.property(
        window,
        fc.integer({ min: 2, max: 6 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (seen, level, u, v) => {
          const x = seen.minX + (seen.maxX - seen.minX) * u
          const z = seen.minY + (seen.maxY - seen.minY) * v
          const holding = tilesIn(seen, level).filter(
            ({ column, row }) => column === Math.floor(x / side(level)) && row === Math.floor(z / side(level)),
          )
          expect(holding).toHaveLength(1)
        },
      ),
    )
  })

  test('come from the middle outwards', () => {
    const tiles = tilesIn({ minX: -40, minY: -40, maxX: 40, maxY: 40 }, 5)
    const away = tiles.map(({ column, row }) => Math.hypot((column + 0.5) * side(5), (row + 0.5) * side(5)))
    expect(away).toEqual(away.toSorted((a, b) => a - b))
  })

  test('are never magnified by more than a fifth within the levels there are', () => {
    fc.assert(
      fc.property(fc.double({ min: 2, max: 144, noNaN: true }), (scale) => {
        const level = levelFor(scale)
        expect(scale / 2 ** level).toBeLessThanOrEqual(1.2 + 1e-9)
        if (level > 1) expect(scale / 2 ** level).toBeGreaterThan(0.6 - 1e-9)
      }),
    )
  })
})
