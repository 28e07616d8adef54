import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CLOSEST,
  dragged,
  fitted,
  kept,
  lookingAt,
  onTheWay,
  toPlace,
  toScreen,
  zoomed,
} from '../../../client/map/camera.ts'

const insets = { top: 70, right: 16, bottom: 12, left: 16 }
const view = { width: 1440, height: 900, insets }
const hall = { width: 148, depth: 200 }
const metre = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
const camera = fc.record({ x: metre(74), z: metre(100), scale: fc.double({ min: 3, max: CLOSEST, noNaN: true }) })
const pixel = fc.record({
  x: fc.double({ min: 0, max: 1440, noNaN: true }),
  y: fc.double({ min: 0, max: 900, noNaN: true }),
})

describe('the camera of the map', () => {
  test('finds the place under a pixel that it draws the place at', () => {
    fc.assert(
      fc.property(camera, pixel, (from, at) => {
        const back = toScreen(from, view, toPlace(from, view, at))
        expect(back.x).toBeCloseTo(at.x, 6)
        expect(back.y).toBeCloseTo(at.y, 6)
      }),
    )
  })

  test('keeps what is under the pointer there while it zooms', () => {
    fc.assert(
      fc.property(camera, pixel, fc.double({ min: 0.2, max: 5, noNaN: true }), (from, at, factor) => {
        const place = toPlace(from, view, at)
        const after = toScreen(zoomed(from, view, at, factor, hall), view, place)
        expect(after.x).toBeCloseTo(at.x, 5)
        expect(after.y).toBeCloseTo(at.y, 5)
      }),
    )
  })

  test('zooms neither closer than a thumbnail nor much further than the hall', () => {
    fc.assert(
      fc.property(camera, pixel, fc.double({ min: 1e-4, max: 1e4, noNaN: true }), (from, at, factor) => {
        const { scale } = zoomed(from, view, at, factor, hall)
        expect(scale).toBeLessThanOrEqual(CLOSEST)
        expect(scale).toBeGreaterThanOrEqual(fitted(hall, view).scale * 0.8 - 1e-9)
      }),
    )
  })

  test('fits every corner of the hall between bars and buttons', () => {
    const whole = fitted(hall, view)
    for (const x of [-74, 74]) {
      for (const z of [-100, 100]) {
        const at = toScreen(whole, view, { x, z })
        expect(at.x).toBeGreaterThanOrEqual(insets.left)
        expect(at.x).toBeLessThanOrEqual(view.width - insets.right)
        expect(at.y).toBeGreaterThanOrEqual(insets.top)
        expect(at.y).toBeLessThanOrEqual(view.height - insets.bottom)
      }
    }
  })

  test('puts what it looks at in the middle of what nothing covers', () => {
    const at = toScreen(lookingAt({ x: 20, z: -30 }, 12, view), view, { x: 20, z: -30 })
    expect(at.x).toBeCloseTo((insets.left + view.width - insets.right) / 2)
    expect(at.y).toBeCloseTo((insets.top + view.height - insets.bottom) / 2)
  })

  test('moves with the finger', () => {
    const from = { x: 3, z: 4, scale: 10 }
    const place = toPlace(from, view, { x: 500, y: 500 })
    const after = toScreen(dragged(from, { x: 30, y: -20 }), view, place)
    expect(after.x).toBeCloseTo(530)
    expect(after.y).toBeCloseTo(480)
  })

  test('never leaves the hall', () => {
    expect(kept({ x: 500, z: -500, scale: 5 }, hall)).toEqual({ x: 74, z: -100, scale: 5 })
  })

  test('glides from one end to the other, never beyond either scale', () => {
    fc.assert(
      fc.property(camera, camera, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, t) => {
        const { scale } = onTheWay(from, to, t)
        expect(scale).toBeGreaterThanOrEqual(Math.min(from.scale, to.scale) - 1e-9)
        expect(scale).toBeLessThanOrEqual(Math.max(from.scale, to.scale) + 1e-9)
        expect(onTheWay(from, to, 0).x).toBeCloseTo(from.x)
        expect(onTheWay(from, to, 1).x).toBeCloseTo(to.x)
      }),
    )
  })
})
