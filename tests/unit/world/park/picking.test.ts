import fc from 'fast-check'
import { Ray, Vector3 } from 'three'
import { describe, expect, test } from 'vitest'
import { boardPlace } from '../../../../client/world/booth-life/board-place.ts'
import { boothAlong, partAlong } from '../../../../client/world/park/picking.ts'
import { boothsOf } from '../../../../shared/floorplan/booths.ts'
import { toHall } from '../../../../shared/floorplan/point.ts'
import { sampleHall } from './sample.ts'

const hall = sampleHall(60)
const boothAt = boothAlong(hall)
const ray = (from: Vector3, to: Vector3): Ray => new Ray(from, to.clone().sub(from).normalize())

describe('pointing at a booth', () => {
  test('from straight above finds the booth under the pointer, wherever on its plot', () => {
    const share = fc.double({ min: -0.49, max: 0.49, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...hall.booths), share, share, (booth, x, z) => {
        const at = toHall({ x: x * booth.width, z: z * booth.depth }, booth)
        expect(boothAt(ray(new Vector3(at.x, 50, at.z), new Vector3(at.x, 0, at.z)))).toBe(booth.id)
      }),
    )
  })

  test('from its forecourt finds that booth and not the one behind', () => {
    for (const booth of hall.booths) {
      const before = toHall({ x: 0, z: booth.depth / 2 + 1 }, booth)
      expect(boothAt(ray(new Vector3(before.x, 1.6, before.z), new Vector3(booth.x, 1.4, booth.z)))).toBe(booth.id)
    }
  })

  test('at the sky or the ground of an alley finds none', () => {
    const main = hall.alleys.find((alley) => alley.role === 'main')
    const eye = new Vector3(main?.x, 1.6, main?.z)
    expect(boothAt(ray(eye, eye.clone().add(new Vector3(0, 1, 0))))).toBeNull()
    expect(boothAt(ray(eye, eye.clone().add(new Vector3(0, -1, 0.1))))).toBeNull()
  })
})

describe('pointing at a part of a booth', () => {
  const places = [...boothsOf(hall).values()]
  const eye = (booth: (typeof places)[number]['booth']): Vector3 => {
    const at = toHall({ x: 0, z: booth.depth / 2 + 2.5 }, booth)
    return new Vector3(at.x, 1.6, at.z)
  }

  test('finds the materials on its counter, and the products on its board', () => {
    let counters = 0
    for (const place of places) {
      const { booth, layout } = place
      const board = boardPlace(booth)
      expect(partAlong(place)(ray(eye(booth), new Vector3(board.x, board.height / 2, board.z)))).toBe('products')
      const counter = layout.pieces.find(({ kind }) => kind === 'counter')
      if (!counter) continue
      counters++
      const at = toHall(counter, booth)
      const above = new Vector3(at.x, 6, at.z)
      expect(partAlong(place)(ray(above, new Vector3(at.x, counter.height, at.z)))).toBe('materials')
    }
    expect(counters).toBeGreaterThan(20)
  })

  test('finds none on its roof', () => {
    for (const place of places) {
      const up = eye(place.booth)
      expect(partAlong(place)(ray(up, new Vector3(place.booth.x, 9, place.booth.z)))).toBeNull()
    }
  })
})
