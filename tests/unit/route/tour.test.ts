import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../../shared/floorplan/random.ts'
import { improvePath } from '../../../shared/route/tour.ts'
import { heldKarpBound } from '../../bench/route/held-karp.ts'

const unlimited = { clock: () => 0, deadline: 1 }
type Place = readonly [number, number]

function legsOf(places: readonly Place[]): Float64Array {
  const size = places.length
  const legs = new Float64Array(size * size)
  places.forEach(([x, z], a) => {
    places.forEach(([u, v], b) => {
      legs[a * size + b] = Math.hypot(x - u, z - v)
    })
  })
  return legs
}

const lengthOf = (legs: Float64Array, size: number, path: readonly number[]): number =>
  path.slice(1).reduce((sum, node, i) => sum + (legs[(path[i] as number) * size + node] as number), 0)

const places = (least: number, most: number): fc.Arbitrary<Place[]> =>
  fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: least, maxLength: most })

describe('a tour', () => {
  test('keeps its ends, visits everything once, and is no longer than what it was made of', () => {
    fc.assert(
      fc.property(places(2, 40), fc.nat(), (places, seed) => {
        const legs = legsOf(places)
        const first = places.map((_, i) => i)
        const path = improvePath({ size: places.length, legs }, first, randomFrom(seed), unlimited)
        expect([path[0], path.at(-1)]).toEqual([0, places.length - 1])
        expect(path.toSorted((a, b) => a - b)).toEqual(first)
        expect(lengthOf(legs, places.length, path)).toBeLessThanOrEqual(lengthOf(legs, places.length, first) + 1e-6)
      }),
      { numRuns: 60 },
    )
  })

  test('is the shortest of all over few stops', () => {
    fc.assert(
      fc.property(places(3, 8), (places) => {
        const legs = legsOf(places)
        const first = places.map((_, i) => i)
        const path = improvePath({ size: places.length, legs }, first, randomFrom(1), unlimited)
        expect(lengthOf(legs, places.length, path)).toBeCloseTo(shortest(legs, places.length), 6)
      }),
      { numRuns: 60 },
    )
  })

  test('is within five per cent of a bound that no path can be under', () => {
    const random = randomFrom(11)
    const places = Array.from({ length: 200 }, (): Place => [random() * 300, random() * 200])
    const legs = legsOf(places)
    const path = improvePath({ size: 200, legs }, [...places.keys()], random, unlimited)
    const length = lengthOf(legs, 200, path)
    const bound = heldKarpBound(legs, 200, 0, 199, length)
    expect(length).toBeGreaterThanOrEqual(bound)
    expect(length / bound).toBeLessThan(1.05)
  })
})

describe('the Held–Karp bound', () => {
  test('is never over the shortest path', () => {
    fc.assert(
      fc.property(places(4, 7), (places) => {
        const legs = legsOf(places)
        const best = shortest(legs, places.length)
        expect(heldKarpBound(legs, places.length, 0, places.length - 1, best)).toBeLessThanOrEqual(best + 1e-6)
      }),
      { numRuns: 60 },
    )
  })
})

function shortest(legs: Float64Array, size: number): number {
  const look = (at: number, left: readonly number[]): number =>
    left.length === 0
      ? (legs[at * size + size - 1] as number)
      : Math.min(
          ...left.map(
            (next) =>
              (legs[at * size + next] as number) +
              look(
                next,
                left.filter((one) => one !== next),
              ),
          ),
        )
  return look(
    0,
    Array.from({ length: size - 2 }, (_, i) => i + 1),
  )
}
