/** The handful of shapes everything in the park is joined from. Each is built once for a park and instanced. */
import { BufferAttribute, BufferGeometry } from 'three'

/**
 * A box of half-extent 1 whose edges a shader rounds by a bevel in metres, whatever the box is stretched to: `position`
 * is the corner, `inset` says along which axes the vertex steps back by the bevel. 44 triangles.
 */
export function bevelledBox(): BufferGeometry {
  const positions: number[] = []
  const insets: number[] = []
  const normals: number[] = []
  const index: number[] = []
  const at = new Map<string, number>()
  for (let axis = 0; axis < 3; axis++)
    for (const side of [-1, 1])
      for (const u of [-1, 1])
        for (const v of [-1, 1]) {
          const corner = axes(axis, side, u, v)
          at.set(`${axis}:${corner}`, positions.length / 3)
          positions.push(...corner)
          insets.push(...axes(axis, 0, 1, 1))
          normals.push(...axes(axis, side, 0, 0))
        }
  const vertex = (axis: number, corner: readonly number[]): number => at.get(`${axis}:${corner}`) as number
  const quad = (a: number, b: number, c: number, d: number): void => {
    triangle(a, b, c)
    triangle(a, c, d)
  }
  // Whichever way round faces outwards.
  const triangle = (a: number, b: number, c: number): void => {
    const p = (i: number, k: number): number =>
      (positions[i * 3 + k] as number) * (1 - 0.1 * (insets[i * 3 + k] as number))
    const ux = p(b, 0) - p(a, 0)
    const uy = p(b, 1) - p(a, 1)
    const uz = p(b, 2) - p(a, 2)
    const vx = p(c, 0) - p(a, 0)
    const vy = p(c, 1) - p(a, 1)
    const vz = p(c, 2) - p(a, 2)
    const out = (uy * vz - uz * vy) * p(a, 0) + (uz * vx - ux * vz) * p(a, 1) + (ux * vy - uy * vx) * p(a, 2)
    if (out > 0) index.push(a, b, c)
    else index.push(a, c, b)
  }
  for (let axis = 0; axis < 3; axis++) {
    for (const side of [-1, 1]) {
      const [a, b, c, d] = [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ].map(([u, v]) => vertex(axis, axes(axis, side, u as number, v as number))) as [number, number, number, number]
      quad(a, b, c, d)
    }
    const next = (axis + 1) % 3
    const third = (axis + 2) % 3
    for (const s of [-1, 1])
      for (const t of [-1, 1]) {
        const corner = (w: number): number[] => {
          const out = [0, 0, 0]
          out[axis] = s
          out[next] = t
          out[third] = w
          return out
        }
        quad(vertex(axis, corner(-1)), vertex(axis, corner(1)), vertex(next, corner(1)), vertex(next, corner(-1)))
      }
  }
  for (const x of [-1, 1])
    for (const y of [-1, 1])
      for (const z of [-1, 1]) triangle(vertex(0, [x, y, z]), vertex(1, [x, y, z]), vertex(2, [x, y, z]))
  return geometry(positions, index, { normal: [normals, 3], inset: [insets, 3] })
}

/** The same box with sharp edges and no underside, for what is far away. 10 triangles. */
export function plainBox(): BufferGeometry {
  const positions: number[] = []
  const normals: number[] = []
  const index: number[] = []
  for (let axis = 0; axis < 3; axis++)
    for (const side of [-1, 1]) {
      if (axis === 1 && side === -1) continue
      const first = positions.length / 3
      for (const [u, v] of [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const) {
        positions.push(...axes(axis, side, u, v))
        normals.push(...axes(axis, side, 0, 0))
      }
      if (side === 1) index.push(first, first + 1, first + 2, first, first + 2, first + 3)
      else index.push(first, first + 2, first + 1, first, first + 3, first + 2)
    }
  return geometry(positions, index, { normal: [normals, 3], inset: [positions.map(() => 0), 3] })
}

/**
 * A turned piece (post, pot, lamp globe, stool): a cylinder of radius 1 from y −1 to 1 whose rims the shader rounds by a
 * bevel in metres. `inset` x: how far the radius steps back, y: how far the height does, both in bevels.
 */
export function turnedPiece(sides: number): BufferGeometry {
  const positions: number[] = []
  const insets: number[] = []
  const normals: number[] = []
  const index: number[] = []
  const quarter = [0, 0.5, 1].map((t) => (t * Math.PI) / 2)
  // From the top's middle down to the bottom's: [radius, end, inset of radius, inset of height, normal out, normal up].
  const profile: [number, number, number, number, number, number][] = [[0, 1, 0, 0, 0, 1]]
  for (const a of quarter) profile.push([1, 1, 1 - Math.sin(a), 1 - Math.cos(a), Math.sin(a), Math.cos(a)])
  for (const a of [...quarter].reverse())
    profile.push([1, -1, 1 - Math.sin(a), 1 - Math.cos(a), Math.sin(a), -Math.cos(a)])
  profile.push([0, -1, 0, 0, 0, -1])
  for (const [radius, end, insetOut, insetUp, out, up] of profile)
    for (let s = 0; s <= sides; s++) {
      const angle = (s / sides) * Math.PI * 2
      positions.push(Math.sin(angle) * radius, end, Math.cos(angle) * radius)
      insets.push(insetOut, insetUp, 0)
      normals.push(Math.sin(angle) * out, up, Math.cos(angle) * out)
    }
  for (let ring = 0; ring + 1 < profile.length; ring++)
    for (let s = 0; s < sides; s++) {
      const a = ring * (sides + 1) + s
      const b = a + sides + 1
      if (ring > 0) index.push(a, b, a + 1)
      if (ring + 2 < profile.length) index.push(a + 1, b, b + 1)
    }
  return geometry(positions, index, { normal: [normals, 3], inset: [insets, 3] })
}

/** A grid over the unit square, corners (−1, −1)…(1, 1) in x and z, with a hem hanging from its rim (`drop` 1). */
export function cloth(columns: number, rows: number, hem: boolean): BufferGeometry {
  const positions: number[] = []
  const drops: number[] = []
  const index: number[] = []
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      positions.push((column / columns) * 2 - 1, 0, (row / rows) * 2 - 1)
      drops.push(0)
    }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const a = row * (columns + 1) + column
      const b = a + columns + 1
      index.push(a, b, a + 1, a + 1, b, b + 1)
    }
  if (hem) {
    const rim: [number, number][] = []
    for (let c = 0; c < columns; c++) rim.push([(c / columns) * 2 - 1, -1])
    for (let r = 0; r < rows; r++) rim.push([1, (r / rows) * 2 - 1])
    for (let c = columns; c > 0; c--) rim.push([(c / columns) * 2 - 1, 1])
    for (let r = rows; r > 0; r--) rim.push([-1, (r / rows) * 2 - 1])
    const first = positions.length / 3
    for (const [x, z] of [...rim, rim[0] as [number, number]])
      for (const drop of [0.001, 1]) {
        positions.push(x, 0, z)
        drops.push(drop)
      }
    for (let i = 0; i < rim.length; i++) {
      const a = first + i * 2
      index.push(a, a + 2, a + 1, a + 1, a + 2, a + 3)
    }
  }
  return geometry(positions, index, { drop: [drops, 1] })
}

/** A unit square in x and y, facing +z. */
export function card(): BufferGeometry {
  return geometry([-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0], [0, 1, 2, 0, 2, 3], {
    uv: [[0, 0, 1, 0, 1, 1, 0, 1], 2],
  })
}

/** Upright cards crossing each other, their foot at y −0.5: grass. */
export function crossedCards(count: number): BufferGeometry {
  const positions: number[] = []
  const uvs: number[] = []
  const hearts: number[] = []
  const index: number[] = []
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * Math.PI
    const x = Math.cos(angle)
    const z = Math.sin(angle)
    index.push(...[0, 1, 2, 0, 2, 3].map((k) => i * 4 + k))
    for (const [u, v] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const) {
      positions.push(x * (u - 0.5), v - 0.5, z * (u - 0.5))
      uvs.push(u, v)
      hearts.push(0, 1, 0)
    }
  }
  return geometry(positions, index, { uv: [uvs, 2], heart: [hearts, 3] })
}

/** A limb before it is bent: `position` is (cos, t, sin) of a tube of `rings` rings of `sides` sides. */
export function limb(sides: number, rings: number): BufferGeometry {
  const positions: number[] = []
  const index: number[] = []
  for (let ring = 0; ring <= rings; ring++)
    for (let s = 0; s <= sides; s++) {
      const angle = (s / sides) * Math.PI * 2
      positions.push(Math.cos(angle), ring / rings, Math.sin(angle))
    }
  for (let ring = 0; ring < rings; ring++)
    for (let s = 0; s < sides; s++) {
      const a = ring * (sides + 1) + s
      const b = a + sides + 1
      index.push(a, b, a + 1, a + 1, b, b + 1)
    }
  return geometry(positions, index, {})
}

export function geometry(
  positions: readonly number[],
  index: readonly number[],
  attributes: Readonly<Record<string, readonly [readonly number[], number]>>,
): BufferGeometry {
  const made = new BufferGeometry()
  made.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  for (const [name, [values, size]] of Object.entries(attributes))
    made.setAttribute(name, new BufferAttribute(new Float32Array(values), size))
  made.setIndex(new BufferAttribute(new Uint16Array(index), 1))
  return made
}

/** (side, u, v) put on (axis, next, next but one). */
function axes(axis: number, side: number, u: number, v: number): [number, number, number] {
  const out: [number, number, number] = [0, 0, 0]
  out[axis] = side
  out[(axis + 1) % 3] = u
  out[(axis + 2) % 3] = v
  return out
}
