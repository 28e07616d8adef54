import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { notInSight, personSize } from '../../../client/map/layers/people.ts'

const place = fc.record({
  x: fc.integer({ min: -70, max: 70 }),
  z: fc.integer({ min: -90, max: 90 }),
  count: fc.integer({ min: 1, max: 40 }),
})
const crowdOf = (distant: { x: number; z: number; count: number }[], people: { x: number; z: number }[]) => ({
  distant,
  count: people.length,
  x: Float32Array.from(people, ({ x }) => x),
  z: Float32Array.from(people, ({ z }) => z),
})

describe('the warmth of a far crowd', () => {
  test('leaves out those who are drawn one by one', () => {
    const crowd = crowdOf(
      [
        { x: 0, z: 0, count: 3 },
        { x: 50, z: 0, count: 5 },
      ],
      [
        { x: 1, z: 1 },
        { x: -2, z: 0 },
        { x: 48, z: 3 },
      ],
    )
    expect(notInSight(crowd)).toEqual([
      { x: 0, z: 0, count: 1 },
      { x: 50, z: 0, count: 4 },
    ])
  })

  test('never counts more people than there are', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 20 }), fc.array(place, { maxLength: 60 }), (distant, people) => {
        const total = (places: readonly { readonly count: number }[]): number =>
          places.reduce((sum, { count }) => sum + count, 0)
        const left = notInSight(crowdOf(distant, people))
        expect(total(left)).toBeLessThanOrEqual(total(distant))
        expect(total(left)).toBeGreaterThanOrEqual(total(distant) - people.length)
        for (const { count } of left) expect(count).toBeGreaterThan(0)
      }),
    )
  })
})

test('people grow as one comes near, and never shrink', () => {
  fc.assert(
    fc.property(fc.double({ min: 2, max: 70, noNaN: true }), fc.double({ min: 2, max: 70, noNaN: true }), (a, b) => {
      expect(personSize(Math.max(a, b))).toBeGreaterThanOrEqual(personSize(Math.min(a, b)))
    }),
  )
})
