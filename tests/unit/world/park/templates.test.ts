import type { BufferGeometry } from 'three'
import { Vector3 } from 'three'
import { describe, expect, test } from 'vitest'
import { bevelledBox, plainBox, turnedPiece } from '../../../../client/world/park/draw/templates.ts'

/** Corners of each triangle as a shader with a bevel of `bevel` would place them. */
function triangles(geometry: BufferGeometry, bevel: number): [Vector3, Vector3, Vector3][] {
  const { position, inset } = geometry.attributes
  const index = geometry.index
  if (!position || !inset || !index) throw new Error('A template without position, inset or index')
  const vertex = (i: number): Vector3 => {
    const at = new Vector3().fromBufferAttribute(position, i)
    const back = new Vector3().fromBufferAttribute(inset, i)
    return at.set(
      at.x - Math.sign(at.x) * back.x * bevel,
      at.y - Math.sign(at.y) * back.y * bevel,
      at.z - Math.sign(at.z) * back.z * bevel,
    )
  }
  return Array.from({ length: index.count / 3 }, (_, i) => [
    vertex(index.getX(i * 3)),
    vertex(index.getX(i * 3 + 1)),
    vertex(index.getX(i * 3 + 2)),
  ])
}

const facesOut = ([a, b, c]: [Vector3, Vector3, Vector3]): boolean => {
  const normal = b.clone().sub(a).cross(c.clone().sub(a))
  return normal.length() < 1e-9 || normal.dot(a.clone().add(b).add(c)) > 0
}

describe('templates', () => {
  test('every face of a box looks outwards, bevels and corners included', () => {
    const faces = triangles(bevelledBox(), 0.1)
    expect(faces).toHaveLength(44)
    expect(faces.every(facesOut)).toBe(true)
  })

  test('a plain box has no underside', () => {
    const faces = triangles(plainBox(), 0)
    expect(faces).toHaveLength(10)
    expect(faces.every(facesOut)).toBe(true)
    expect(faces.some((face) => face.every((corner) => corner.y === -1))).toBe(false)
  })

  test('a turned piece is closed and looks outwards', () => {
    const faces = triangles(turnedPiece(12), 0)
    expect(faces.every(facesOut)).toBe(true)
  })
})
