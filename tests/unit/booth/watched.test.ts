import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOf } from '../../../client/booth/watched.ts'

const ranges = (...played: (readonly [number, number])[]) => ({
  length: played.length,
  start: (i: number) => played[i]?.[0] ?? 0,
  end: (i: number) => played[i]?.[1] ?? 0,
})

test('a film counts by what was played, not by where one jumped to', () => {
  expect(shareOf(ranges([0, 5], [95, 100]), 100)).toBeCloseTo(0.1)
  expect(shareOf(ranges(), 100)).toBe(0)
})

test('a film of unknown length was not watched', () => {
  for (const duration of [Number.NaN, Number.POSITIVE_INFINITY, 0]) expect(shareOf(ranges([0, 5]), duration)).toBe(0)
})

test('a share is never less than nothing nor more than all', () => {
  const stretch = fc.tuple(fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true }))
  fc.assert(
    fc.property(fc.array(stretch), fc.double({ min: 0.1, max: 400, noNaN: true }), (played, duration) => {
      const share = shareOf(ranges(...played), duration)
      expect(share >= 0 && share <= 1).toBe(true)
    }),
  )
})
