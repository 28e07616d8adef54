import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Regions } from '../../../shared/floorplan/regions.ts'

const raster = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })).chain(([columns, rows]) =>
  fc.record({
    columns: fc.constant(columns),
    blocked: fc
      .array(fc.constantFrom(0, 1), { minLength: columns * rows, maxLength: columns * rows })
      .map((squares) => Uint8Array.from(squares)),
  }),
)

test('squares share a region exactly when one can walk from side to side between them', () => {
  fc.assert(
    fc.property(raster, ({ columns, blocked }) => {
      const regions = new Regions(blocked, columns)
      for (let from = 0; from < blocked.length; from++) {
        const reached = walked(blocked, columns, from)
        const together = [...blocked.keys()].filter(
          (to) => regions.regionOf(from) >= 0 && regions.regionOf(from) === regions.regionOf(to),
        )
        expect(new Set(together)).toEqual(reached)
        const mask = regions.maskOf(new Set([regions.regionOf(from)].filter((region) => region >= 0)))
        expect([...mask].flatMap((value, square) => (value === 0 ? [square] : []))).toEqual(
          [...reached].sort((a, b) => a - b),
        )
      }
      expect(regions.regionOf(-1)).toBe(-1)
      expect(regions.regionOf(blocked.length)).toBe(-1)
    }),
    { numRuns: 60 },
  )
})

function walked(blocked: Uint8Array, columns: number, from: number): Set<number> {
  const seen = new Set<number>()
  const queue = [from]
  for (let square = queue.pop(); square !== undefined; square = queue.pop()) {
    if (blocked[square] !== 0 || seen.has(square)) continue
    seen.add(square)
    if (square % columns > 0) queue.push(square - 1)
    if (square % columns < columns - 1) queue.push(square + 1)
    queue.push(square - columns, square + columns)
  }
  return seen
}
