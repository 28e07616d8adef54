import { Vector3 } from 'three'
import { describe, expect, test } from 'vitest'
import type { Visitor } from '../../../client/state/visitor.ts'
import type { Frame } from '../../../client/world/frame.ts'
import { Way } from '../../../client/world/way.ts'

const ahead = [
  { x: 0, z: 0 },
  { x: 4, z: 1 },
  { x: 2, z: -6 },
]

describe('the way on the ground', () => {
  test('faces up, its ring too: whoever walks it looks down on it', () => {
    const way = new Way({ ahead: () => ahead } as unknown as Visitor)
    way.steps.labels?.({ now: 0, delta: 1, time: 1 } as Frame)
    const { geometry } = way.object
    const places = geometry.getAttribute('position')
    const corners = [...(geometry.getIndex()?.array ?? [])].slice(0, geometry.drawRange.count)
    expect(corners.length).toBe((ahead.length - 1 + 1) * 6)
    for (let i = 0; i < corners.length; i += 3) {
      const [a, b, c] = corners.slice(i, i + 3).map((corner) => new Vector3().fromBufferAttribute(places, corner))
      if (!a || !b || !c) throw new Error('no triangle')
      expect(b.sub(a).cross(c.sub(a)).y).toBeGreaterThan(0)
    }
    way.dispose()
  })
})
