import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, type Point } from '../../../shared/floorplan/point.ts'
import { decodeWalk, encodeWalk, quantised } from '../../../shared/presence/codec.ts'
import {
  arrivesAt,
  granted,
  headingAt,
  LATEST,
  lengthOf,
  positionAt,
  refuse,
  TOP_SPEED,
  type Walk,
} from '../../../shared/presence/walk.ts'
import { point, walk } from './arbitraries.ts'

const open = { free: () => true }
/** A wall along x = 10: nobody crosses it. */
const walled = { free: (from: Point, to: Point) => from.x < 10 === to.x < 10 }
const standing = (x: number, z: number): Walk => ({ path: [{ x, z }], startsAt: 0, speed: 0 })
const end = (way: Walk): Point => way.path.at(-1) as Point

describe('a walk', () => {
  test('begins at its first point and ends at its last', () => {
    fc.assert(
      fc.property(walk(), (way) => {
        expect(distance(positionAt(way, way.startsAt - 1), way.path[0] as Point)).toBe(0)
        expect(distance(positionAt(way, arrivesAt(way) + 1), end(way))).toBeLessThan(0.01)
      }),
    )
  })

  test('never moves faster than its speed', () => {
    fc.assert(
      fc.property(walk(100, 20), fc.nat(200_000), (way, ms) => {
        const from = positionAt(way, way.startsAt + ms)
        const to = positionAt(way, way.startsAt + ms + 100)
        expect(distance(from, to)).toBeLessThanOrEqual(way.speed * 0.1 + 1e-6)
      }),
    )
  })

  test('faces where it goes, and on arrival where it means to', () => {
    const way = {
      path: [
        { x: 0, z: 0 },
        { x: 0, z: 10 },
        { x: 10, z: 10 },
      ],
      startsAt: 0,
      speed: 1,
      faces: -1,
    }
    expect(headingAt(way, 5000)).toBe(0)
    expect(headingAt(way, 15_000)).toBe(Math.PI / 2)
    expect(headingAt(way, 20_001)).toBe(-1)
  })
})

describe('what the server makes of a walk', () => {
  test('refuses one that is too fast, begins elsewhere or passes a wall', () => {
    const here = { x: 0, z: 0 }
    const way = (speed: number, ...path: Point[]): Walk => ({ path, startsAt: 0, speed })
    expect(refuse(way(TOP_SPEED + 0.1, here, { x: 5, z: 0 }), here, walled)).toBe('too-fast')
    expect(refuse(way(1, { x: 5, z: 0 }, { x: 6, z: 0 }), here, walled)).toBe('not-here')
    expect(refuse(way(1, here, { x: 15, z: 0 }), here, walled)).toBe('through-a-wall')
    expect(refuse(way(1, here, { x: 9, z: 0 }), here, walled)).toBeNull()
  })

  test('lets nobody gain a step: where they are is never farther than they can have walked', () => {
    const request = fc.record({
      ahead: point(1),
      to: point(30),
      lag: fc.integer({ min: -500, max: 5000 }),
      pause: fc.nat(400),
    })
    fc.assert(
      fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
        let has = standing(0, 0)
        let now = 10_000
        const began = now
        for (const { ahead, to, lag, pause } of requests) {
          const at = positionAt(has, now)
          const asked = { path: [{ x: at.x + ahead.x, z: at.z + ahead.z }, to], startsAt: now - lag, speed: TOP_SPEED }
          const answer = granted(asked, has, now, open)
          if (typeof answer !== 'string') has = quantised(answer)
          now += pause
        }
        // Late requests may tell of what began up to LATEST before they came.
        const walked = ((now - began + LATEST) / 1000) * TOP_SPEED
        expect(distance(positionAt(has, now), { x: 0, z: 0 })).toBeLessThanOrEqual(walked + 0.1 * requests.length)
      }),
    )
  })

  test('never takes anybody through a wall, however they ask', () => {
    const request = fc.record({ ahead: point(1.4), to: point(20), lag: fc.nat(3000), pause: fc.nat(2000) })
    fc.assert(
      fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
        let has = standing(9.5, 0)
        let now = 10_000
        for (const { ahead, to, lag, pause } of requests) {
          const at = positionAt(has, now)
          const asked = { path: [{ x: at.x + ahead.x, z: at.z + ahead.z }, to], startsAt: now - lag, speed: 2 }
          const answer = granted(quantised(asked), has, now, walled)
          if (typeof answer !== 'string') has = quantised(answer)
          now += pause
          expect(positionAt(has, now).x).toBeLessThan(10.05)
        }
      }),
    )
  })

  test('begins where the server has the walker', () => {
    const has = {
      path: [
        { x: 0, z: 0 },
        { x: 10, z: 0 },
      ],
      startsAt: 0,
      speed: 1,
    }
    const asked = {
      path: [
        { x: 5.5, z: 0 },
        { x: 5.5, z: 5 },
      ],
      startsAt: 5000,
      speed: 1,
    }
    expect(granted(asked, has, 5100, open)).toEqual({
      ...asked,
      path: [
        { x: 5, z: 0 },
        { x: 5.5, z: 0 },
        { x: 5.5, z: 5 },
      ],
    })
  })

  test('takes whoever asks to stand a little elsewhere over to that place', () => {
    const asked = { path: [{ x: 5.5, z: 0 }], startsAt: 5000, speed: 0, faces: 1 }
    const answer = granted(asked, standing(5, 0), 5000, open)
    expect(answer).toMatchObject({
      path: [
        { x: 5, z: 0 },
        { x: 5.5, z: 0 },
      ],
      faces: 1,
    })
    expect(positionAt(decodeWalk(encodeWalk(answer as Walk)), 6000)).toEqual({ x: 5.5, z: 0 })
  })

  test('does not begin before it was asked for, nor in times past', () => {
    const asked = {
      path: [
        { x: 0, z: 0 },
        { x: 5, z: 0 },
      ],
      speed: 1,
    }
    expect(granted({ ...asked, startsAt: 9000 }, standing(0, 0), 8000, open)).toMatchObject({ startsAt: 8000 })
    expect(granted({ ...asked, startsAt: 10 }, standing(0, 0), 8000, open)).toMatchObject({ startsAt: 8000 - LATEST })
  })

  test('keeps facing the way one came when one just stops', () => {
    const has = {
      path: [
        { x: 0, z: 0 },
        { x: 10, z: 0 },
      ],
      startsAt: 0,
      speed: 1,
    }
    const stop = { path: [{ x: 5, z: 0 }], startsAt: 5000, speed: 0 }
    expect(granted(stop, has, 5000, open)).toMatchObject({ path: [{ x: 5, z: 0 }], faces: Math.PI / 2 })
  })

  test('forgives what a place loses on the wire', () => {
    const edge = { free: (from: Point, to: Point) => from.z >= 0 && to.z >= 0 }
    const asked = {
      path: [
        { x: 0, z: -0.01 },
        { x: 5, z: -0.01 },
      ],
      startsAt: 0,
      speed: 1,
    }
    expect(refuse(asked, { x: 0, z: 0 }, edge)).toBeNull()
    expect(
      refuse(
        {
          ...asked,
          path: [
            { x: 0, z: 0 },
            { x: 5, z: -0.1 },
          ],
        },
        { x: 0, z: 0 },
        edge,
      ),
    ).toBe('through-a-wall')
  })

  test('measures the way', () => {
    expect(
      lengthOf([
        { x: 0, z: 0 },
        { x: 3, z: 4 },
        { x: 3, z: 5 },
      ]),
    ).toBe(6)
  })
})
