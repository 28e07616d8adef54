import { describe, expect, test } from 'vitest'
import type { Screen } from '../../../client/world/park/screens.ts'
import { chosen, FILMS_WITHIN, worthOf } from '../../../client/world/screens/ranking.ts'

const screen = (x: number, z: number, heading = 0): Screen => ({
  boothId: 'b',
  stageId: null,
  position: { x, y: 1.6, z },
  heading,
  width: 2,
  height: 1.1,
})
/** Stands at the origin's south and looks north, at screens that face south. */
const eye = { x: 0, y: 1.6, z: 10, aheadX: 0, aheadZ: -1 }

describe('a screen is worth a film', () => {
  test('the more of the view it fills', () => {
    expect(worthOf(screen(0, 5), eye)).toBeGreaterThan(worthOf(screen(0, 0), eye))
    expect(worthOf(screen(0, 0), eye)).toBeGreaterThan(worthOf(screen(0, 0, 60), eye))
  })

  test('not from behind, out of view or far away', () => {
    expect(worthOf(screen(0, 5, 180), eye)).toBe(0)
    expect(worthOf(screen(0, 15), eye)).toBe(0)
    expect(worthOf(screen(0, 10 - FILMS_WITHIN - 1), eye)).toBe(0)
  })
})

describe('the pool of films', () => {
  test('never plays more than it may', () => {
    const worth = new Map([1, 2, 3, 4, 5].map((index) => [index, index]))
    expect(chosen(worth, new Set(), 2)).toEqual([5, 4])
  })

  test('keeps a film until another screen is clearly better', () => {
    const playing = new Set([1])
    expect(
      chosen(
        new Map([
          [1, 1],
          [2, 1.2],
        ]),
        playing,
        1,
      ),
    ).toEqual([1])
    expect(
      chosen(
        new Map([
          [1, 1],
          [2, 1.5],
        ]),
        playing,
        1,
      ),
    ).toEqual([2])
  })

  test('leaves screens that are worth nothing dark', () => {
    expect(chosen(new Map([[1, 0]]), new Set([1]), 4)).toEqual([])
  })
})
