/**
 * People as geometry: one mesh for every look.
 *
 * The mesh is a set of tubes, rings of points stacked along limbs. Its topology never changes; what a build, an outfit
 * or a hair style changes is where the points are. So a vertex has one row of places for each variant in a texture, and
 * the vertex shader picks the row: 12 bodies (outfit × build) and 8 heads of hair in one draw call.
 */
import { BufferAttribute, BufferGeometry, DataTexture, FloatType, NearestFilter, RGBAFormat } from 'three'
import { CHIN_Y, HAIR_STYLE, HIP, OUTFIT, REGION, SHOULDER_X, SLEEVE_END } from './anatomy.ts'

/** Rings and columns of tubes: `near` has all, `far` a few of them. */
export type Detail = 'near' | 'mid' | 'far'

export interface Sculpture {
  readonly geometry: BufferGeometry
  /** Two texels a vertex (place; normal and openness), a row for each variant. */
  readonly shapes: DataTexture
  readonly triangles: number
}

/** One ring: its middle, half width, depth to the front and to the back. `at` is the coordinate along the limb. */
interface Ring {
  readonly at: number
  readonly x?: number
  readonly z?: number
  readonly wide: number
  readonly front: number
  readonly back?: number
  /** Exponent of the superellipse: 2 round, more is boxier. */
  readonly square?: number
  /** 0 near only, 1 mid too, 2 always. */
  readonly keep?: number
}

interface Variant {
  readonly build: number
  readonly outfit: number
  readonly style: number
}

interface Tube {
  readonly region: number
  readonly side: number
  readonly columns: Readonly<Record<Detail, number>>
  /** The same number of rings for every variant. */
  readonly rings: (variant: Variant) => readonly Ring[]
  readonly place?: (ring: Ring, angle: number, variant: Variant, row: number) => Place
  /** Share of the joint's bend (elbow, knee, neck; of the thighs' swing for a skirt) at a height. */
  readonly share: (at: number) => number
  /** Share of the shoulder's turn. */
  readonly root?: (at: number) => number
  /** Angles of the columns; evenly spread without. */
  readonly angles?: readonly number[]
  readonly open?: (ring: Ring, angle: number) => number
}

type Place = readonly [number, number, number]

export const ROWS = 12

const made = new Map<Detail, Sculpture>()

/** Made once: every hall uses the same. Disposing of it frees the graphics card's copy alone. */
export function sculpt(detail: Detail): Sculpture {
  const known = made.get(detail)
  if (known) return known
  const sculpture = carve(detail)
  made.set(detail, sculpture)
  return sculpture
}

function carve(detail: Detail): Sculpture {
  const tubes = TUBES.filter((tube) => tube.columns[detail] > 0)
  const meshes = tubes.map((tube) => mesh(tube, detail))
  const count = meshes.reduce((sum, one) => sum + one.count, 0)
  const shapes = new Float32Array(count * 2 * 4 * ROWS)
  const parts = new Float32Array(count * 4)
  const index: number[] = []
  let start = 0
  for (const [i, tube] of tubes.entries()) {
    const one = meshes[i] as Mesh
    for (const corner of one.index) index.push(start + corner)
    for (let v = 0; v < one.count; v++) {
      const at = one.along[v] as number
      parts.set([tube.region, tube.side, tube.share(at), tube.root ? tube.root(at) : 1], (start + v) * 4)
    }
    for (let row = 0; row < ROWS; row++) {
      const { places, normals, open } = one.rows[row] as Row
      for (let v = 0; v < one.count; v++) {
        const texel = (row * count * 2 + (start + v) * 2) * 4
        shapes.set([places[v * 3] as number, places[v * 3 + 1] as number, places[v * 3 + 2] as number, 0], texel)
        shapes.set(
          [normals[v * 3] as number, normals[v * 3 + 1] as number, normals[v * 3 + 2] as number, open[v] as number],
          texel + 4,
        )
      }
    }
    start += one.count
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('part', new BufferAttribute(parts, 4))
  geometry.setIndex(new BufferAttribute(new Uint16Array(index), 1))
  const texture = new DataTexture(shapes, count * 2, ROWS, RGBAFormat, FloatType)
  texture.minFilter = NearestFilter
  texture.magFilter = NearestFilter
  texture.needsUpdate = true
  return { geometry, shapes: texture, triangles: index.length / 3 }
}

interface Row {
  readonly places: Float32Array
  readonly normals: Float32Array
  readonly open: Float32Array
}

interface Mesh {
  readonly count: number
  /** Coordinate along the limb of each vertex, of the plainest variant. */
  readonly along: Float32Array
  readonly index: readonly number[]
  readonly rows: readonly Row[]
}

const KEEP: Readonly<Record<Detail, number>> = { near: 0, mid: 1, far: 2 }

function mesh(tube: Tube, detail: Detail): Mesh {
  const columns = tube.columns[detail]
  const chosen = (variant: Variant): Ring[] => tube.rings(variant).filter((ring) => (ring.keep ?? 0) >= KEEP[detail])
  const angles = columnAngles(tube, columns)
  const plain = chosen({ build: 1, outfit: 0, style: 0 })
  const rings = plain.length
  const count = rings * angles.length
  const index: number[] = []
  for (let r = 0; r + 1 < rings; r++) {
    for (let c = 0; c < angles.length; c++) {
      const d = (c + 1) % angles.length
      const a = r * angles.length
      const b = a + angles.length
      index.push(a + c, b + c, a + d, a + d, b + c, b + d)
    }
  }
  const along = new Float32Array(count)
  for (const [r, ring] of plain.entries()) along.fill(ring.at, r * angles.length, (r + 1) * angles.length)
  const rows = Array.from({ length: ROWS }, (_, row): Row => {
    const variant = { build: row % 3, outfit: Math.floor(row / 3), style: Math.min(row, 7) }
    const places = new Float32Array(count * 3)
    const open = new Float32Array(count)
    chosen(variant).forEach((ring, r) => {
      angles.forEach((angle, c) => {
        const v = r * angles.length + c
        places.set((tube.place ?? around)(ring, angle, variant, r), v * 3)
        open[v] = tube.open ? tube.open(ring, angle) : 1
      })
    })
    return { places, normals: normalsOf(places, index), open }
  })
  return { count, along, index, rows }
}

function columnAngles(tube: Tube, columns: number): readonly number[] {
  if (tube.angles && columns === tube.angles.length) return tube.angles
  return Array.from({ length: columns }, (_, c) => (c / columns) * Math.PI * 2)
}

/** A point of a horizontal ring; the angle runs from the front (+z) to the left (+x). */
function around(ring: Ring, angle: number): Place {
  const s = bent(Math.sin(angle), ring.square)
  const c = bent(Math.cos(angle), ring.square)
  return [(ring.x ?? 0) + ring.wide * s, ring.at, (ring.z ?? 0) + (c > 0 ? ring.front : (ring.back ?? ring.front)) * c]
}

const bent = (value: number, square = 2): number => Math.sign(value) * Math.abs(value) ** (2 / square)

function normalsOf(places: Float32Array, index: readonly number[]): Float32Array {
  const normals = new Float32Array(places.length)
  const at = (v: number, axis: number): number => places[v * 3 + axis] as number
  for (let i = 0; i < index.length; i += 3) {
    const [a, b, c] = [index[i] as number, index[i + 1] as number, index[i + 2] as number]
    const ux = at(b, 0) - at(a, 0)
    const uy = at(b, 1) - at(a, 1)
    const uz = at(b, 2) - at(a, 2)
    const vx = at(c, 0) - at(a, 0)
    const vy = at(c, 1) - at(a, 1)
    const vz = at(c, 2) - at(a, 2)
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
    for (const v of [a, b, c]) {
      for (let axis = 0; axis < 3; axis++)
        normals[v * 3 + axis] = (normals[v * 3 + axis] as number) + (normal[axis] as number)
    }
  }
  for (let v = 0; v < normals.length; v += 3) {
    const length = Math.hypot(normals[v] as number, normals[v + 1] as number, normals[v + 2] as number) || 1
    for (let axis = 0; axis < 3; axis++) normals[v + axis] = (normals[v + axis] as number) / length
  }
  return normals
}

const step = (from: number, to: number, at: number): number => {
  const t = Math.min(1, Math.max(0, (at - from) / (to - from)))
  return t * t * (3 - 2 * t)
}
const mix = (a: number, b: number, t: number): number => a + (b - a) * t
const by = (values: readonly number[], build: number): number => values[build] ?? 1

// ---- torso and what hangs from it

const SHOULDERS = [0.91, 1, 1.1]
const CHEST = [0.92, 1, 1.1]
const WAIST = [0.88, 1, 1.13]
const HIPS = [1.02, 1, 1.05]
const BUST = [0.02, 0.004, 0]
/** How much cloth adds all around, by outfit. */
const CLOTH = [0.005, 0.014, 0.003, 0.02]

function torsoRings({ build, outfit }: Variant): Ring[] {
  const s = by(SHOULDERS, build)
  const c = by(CHEST, build)
  const w = by(WAIST, build)
  const h = by(HIPS, build)
  const t = by(CLOTH, outfit)
  const bust = by(BUST, build)
  const collar = outfit === OUTFIT.coat ? 0.03 : outfit === OUTFIT.jacket ? 0.016 : 0
  return [
    { at: 1.508 + collar, z: -0.012, wide: 0.054 + collar * 0.5, front: 0.05, back: 0.054 + collar * 0.3, keep: 2 },
    { at: 1.487, z: -0.01, wide: 0.082 * s + t, front: 0.055 + t, back: 0.06 + t },
    { at: 1.46, z: -0.008, wide: 0.128 * s + t, front: 0.066 + t, back: 0.076 + t, keep: 1 },
    { at: 1.425, z: -0.006, wide: 0.163 * s + t, front: 0.088 + t, back: 0.094 + t, square: 2.4, keep: 2 },
    { at: 1.36, wide: 0.162 * c + t, front: 0.112 * c + bust * 0.6 + t, back: 0.102 * c + t, square: 2.5, keep: 1 },
    { at: 1.29, wide: 0.155 * c + t, front: 0.114 * c + bust + t, back: 0.099 * c + t, square: 2.5 },
    { at: 1.19, wide: 0.138 * c + t, front: 0.104 * w + t, back: 0.087 * c + t, square: 2.4, keep: 1 },
    { at: 1.08, wide: 0.128 * w + t, front: 0.1 * w + t, back: 0.084 + t, square: 2.3, keep: 2 },
    { at: 0.995, wide: 0.15 * h + t, front: 0.102 * w + t, back: 0.104 * h + t, square: 2.2, keep: 1 },
    { at: 0.92, wide: 0.163 * h + t * 0.4, front: 0.1 + t * 0.4, back: 0.116 * h + t * 0.4, square: 2.2, keep: 2 },
    { at: 0.855, wide: 0.15 * h, front: 0.088, back: 0.1 },
    { at: 0.82, wide: 0.05, front: 0.04, back: 0.05, keep: 1 },
  ]
}

/** The lower hem: of a shirt, a jacket, a dress, a coat. From the waist down. */
function hemRings({ build, outfit }: Variant): Ring[] {
  const w = by(WAIST, build)
  const h = by(HIPS, build)
  const t = by(CLOTH, outfit) + 0.004
  const top = { wide: 0.129 * w + t, front: 0.101 * w + t, back: 0.086 + t }
  const hip = { wide: 0.165 * h + t, front: 0.106 + t, back: 0.12 * h + t }
  const [from, to, flare] = ([
    [1.05, 0.885, 0.008],
    [1.09, 0.82, 0.02],
    [1.085, 0.5, 0.085],
    [1.09, 0.56, 0.06],
  ][outfit] ?? [1, 0.9, 0]) as [number, number, number]
  return [0, 0.22, 0.48, 0.74, 1].map((share, i) => {
    const at = mix(from, to, share)
    const down = step(1.09, 0.94, at)
    const out = flare * Math.max(0, (1.0 - at) / (1.0 - to))
    return {
      at,
      wide: mix(top.wide, hip.wide, down) + out * 0.8,
      front: mix(top.front, hip.front, down) + out,
      back: mix(top.back, hip.back, down) + out,
      square: 2.2,
      keep: [2, 0, 1, 0, 2][i] ?? 0,
    }
  })
}

// ---- limbs

const legOf = (side: number): Tube => ({
  region: REGION.leg,
  side,
  columns: { near: 9, mid: 5, far: 3 },
  share: (at) => step(0.57, 0.43, at),
  open: (ring, angle) => (ring.at > 0.6 && Math.sin(angle) * side < -0.3 ? 0.55 : 0.9),
  rings: ({ build, outfit }) => {
    const bare = outfit === OUTFIT.dress
    const g = [0.94, 1, 1.08][build] ?? 1
    const ring = (at: number, r: number, cloth: number, keep: number, back = r): Ring => {
      const cut = bare ? 0 : cloth
      return {
        at,
        x: side * mix(HIP.x * 0.96, 0.082, step(0.9, 0.3, at)),
        z: at < 0.5 ? -0.004 : 0,
        wide: r * g * 0.97 + cut,
        front: r * g + cut,
        back: back * g + cut,
        keep,
      }
    }
    return [
      ring(0.95, 0.074, 0.01, 2, 0.09),
      ring(0.85, 0.083, 0.01, 0, 0.092),
      ring(0.72, 0.074, 0.012, 1),
      ring(0.585, 0.059, 0.015, 0),
      ring(0.51, 0.055, 0.016, 2),
      ring(0.445, 0.052, 0.018, 0, 0.055),
      ring(0.35, 0.05, 0.018, 1, 0.06),
      ring(0.2, 0.038, 0.023, 0, 0.042),
      ring(0.075, 0.033, 0.026, 2),
    ]
  },
})

const shoeOf = (side: number): Tube => ({
  region: REGION.shoe,
  side,
  columns: { near: 8, mid: 5, far: 0 },
  share: () => 1,
  rings: ({ outfit }) => {
    const low = outfit === OUTFIT.dress ? 0.75 : 1
    return [
      { at: -0.068, wide: 0.012, front: 0.03, keep: 1 },
      { at: -0.062, wide: 0.03, front: 0.075, keep: 0 },
      { at: -0.03, wide: 0.037, front: 0.1, keep: 1 },
      { at: 0.035, wide: 0.037, front: 0.096 * low + 0.01, keep: 0 },
      { at: 0.1, wide: 0.043, front: 0.07 * low, keep: 1 },
      { at: 0.155, wide: 0.041, front: 0.052, keep: 0 },
      { at: 0.188, wide: 0.026, front: 0.036, keep: 1 },
      { at: 0.196, wide: 0.006, front: 0.02, keep: 0 },
    ]
  },
  // Rings stand across the foot, flat underneath.
  place: (ring, angle) => {
    const c = Math.cos(angle)
    const y = c > 0 ? 0.018 + (ring.front - 0.018) * c : 0.018 + 0.018 * bent(c, 6)
    return [side * 0.084 + ring.wide * bent(Math.sin(angle), 2.6), y, ring.at]
  },
})

/** The top of the arm goes into the shoulder, so that sleeve and jacket are one line. */
const armX = (build: number, at: number): number =>
  by(SHOULDER_X, build) + 0.012 + (1.43 - at) * 0.045 - 0.022 * step(1.28, 1.41, at)

const armOf = (side: number): Tube => ({
  region: REGION.arm,
  side,
  columns: { near: 8, mid: 5, far: 3 },
  share: (at) => step(1.185, 1.085, at),
  root: (at) => 0.45 + 0.55 * step(1.45, 1.38, at),
  open: (ring, angle) => (Math.sin(angle) * side < -0.3 && ring.at > 1.1 ? 0.62 : 0.95),
  rings: ({ build, outfit }) => {
    const g = [0.87, 1, 1.13][build] ?? 1
    const end = SLEEVE_END[outfit] ?? 0
    const sleeve = 0.003 + by(CLOTH, outfit) * 0.6
    const loose = outfit === OUTFIT.shirt || outfit === OUTFIT.dress ? 0.006 : 0.003
    const ring = (at: number, r: number, keep: number, clad = at >= end): Ring => {
      const t = clad ? sleeve + loose * step(1.4, end, at) : 0
      return {
        at,
        x: side * armX(build, at),
        z: -0.008 + (1.43 - at) * 0.01,
        wide: r * g + t,
        front: r * g * 1.04 + t,
        keep,
      }
    }
    const cuff = end > 1 ? 0.043 : 0.028
    return [
      ring(1.444, 0.006, 0),
      ring(1.434, 0.026, 1),
      ring(1.395, 0.043, 2),
      ring(1.335, 0.046, 0),
      ring(1.25, 0.042, 1),
      ring(1.165, 0.039, 0),
      ring(1.135, 0.037, 2),
      ring(1.1, 0.038, 0),
      ring(1.02, 0.037, 1),
      ring(0.89, 0.026, 2),
      ring(end + 0.001, cuff, 0, true),
      ring(end, cuff, 0, false),
    ].sort((a, b) => b.at - a.at)
  },
})

const handOf = (side: number): Tube => ({
  region: REGION.hand,
  side,
  columns: { near: 7, mid: 4, far: 0 },
  share: () => 1,
  rings: ({ build }) => {
    const g = [0.9, 1, 1.08][build] ?? 1
    const ring = (at: number, thick: number, broad: number, x: number, z: number, keep: number): Ring => ({
      at,
      x: side * (armX(build, 0.89) + x),
      z: z - 0.003,
      wide: thick * g,
      front: broad * g,
      square: 2.6,
      keep,
    })
    return [
      ring(0.897, 0.022, 0.026, 0, 0, 1),
      ring(0.866, 0.018, 0.031, 0.001, 0.002, 0),
      ring(0.833, 0.017, 0.041, 0, 0.006, 1),
      ring(0.8, 0.015, 0.04, -0.004, 0.01, 0),
      ring(0.758, 0.013, 0.035, -0.013, 0.016, 0),
      ring(0.724, 0.01, 0.026, -0.024, 0.021, 1),
      ring(0.712, 0.003, 0.01, -0.03, 0.022, 0),
    ]
  },
})

const thumbOf = (side: number): Tube => ({
  region: REGION.hand,
  side,
  columns: { near: 5, mid: 0, far: 0 },
  share: () => 1,
  rings: ({ build }) => {
    const ring = (at: number, r: number, z: number, x: number): Ring => ({
      at,
      x: side * (armX(build, 0.89) + x),
      z,
      wide: r,
      front: r,
    })
    return [
      ring(0.862, 0.012, 0.018, -0.002),
      ring(0.828, 0.0125, 0.047, -0.008),
      ring(0.795, 0.0105, 0.058, -0.016),
      ring(0.775, 0.003, 0.06, -0.02),
    ]
  },
})

const neck: Tube = {
  region: REGION.neck,
  side: 0,
  columns: { near: 10, mid: 5, far: 0 },
  share: (at) => step(1.48, 1.57, at),
  open: (ring) => (ring.at > 1.52 ? 0.55 : 0.8),
  rings: ({ build }) => {
    const g = [0.86, 1, 1.12][build] ?? 1
    return [
      { at: 1.585, z: -0.012, wide: 0.048 * g, front: 0.05 * g, keep: 1 },
      { at: 1.54, z: -0.012, wide: 0.05 * g, front: 0.05 * g, keep: 0 },
      { at: 1.505, z: -0.014, wide: 0.055 * g, front: 0.052 * g, keep: 0 },
      { at: 1.47, z: -0.014, wide: 0.072 * g, front: 0.058 * g, keep: 1 },
    ]
  },
}

// ---- head and hair

const degrees = (list: readonly number[]): number[] => list.map((one) => (one * Math.PI) / 180)
/** Columns of the head: close together at the nose and the ears. */
const HEAD_ANGLES = degrees([0, 9, 21, 38, 60, 79, 91, 104, 135, 165, -165, -135, -104, -91, -79, -60, -38, -21, -9])

/** Height above the chin, half width, front, back. */
const SKULL: readonly (readonly [number, number, number, number, number])[] = [
  [0.235, 0.004, -0.01, -0.014, 1],
  [0.228, 0.032, 0.026, -0.042, 0],
  [0.21, 0.054, 0.056, -0.07, 1],
  [0.185, 0.069, 0.076, -0.09, 0],
  [0.158, 0.075, 0.088, -0.099, 2],
  [0.134, 0.0755, 0.093, -0.1, 0],
  [0.122, 0.075, 0.09, -0.098, 0],
  [0.11, 0.074, 0.086, -0.096, 1],
  [0.095, 0.072, 0.088, -0.091, 0],
  [0.075, 0.069, 0.089, -0.082, 0],
  [0.062, 0.066, 0.088, -0.074, 1],
  [0.046, 0.062, 0.089, -0.062, 0],
  [0.03, 0.055, 0.086, -0.044, 0],
  [0.013, 0.044, 0.083, -0.02, 2],
  [0.002, 0.028, 0.071, 0.008, 0],
  [-0.001, 0.008, 0.05, 0.03, 0],
]

function skullAt(h: number): readonly [number, number, number] {
  for (let i = 1; i < SKULL.length; i++) {
    const [below, w1, f1, b1] = SKULL[i] as (typeof SKULL)[number]
    if (h < below) continue
    const [above, w0, f0, b0] = SKULL[i - 1] as (typeof SKULL)[number]
    const t = Math.min(1, Math.max(0, (h - below) / (above - below)))
    return [mix(w1, w0, t), mix(f1, f0, t), mix(b1, b0, t)]
  }
  return [0.03, 0.07, 0]
}

const JAW = [0.93, 1, 1.06]
const SMALLER = [0.97, 1, 1.02]

function headPoint(h: number, angle: number, build: number): Place {
  const [wide, front, back] = skullAt(h)
  const jaw = mix(by(SMALLER, build), by(JAW, build), step(0.09, 0.02, h))
  const middle = (front + back) / 2
  const depth = (front - back) / 2
  const s = bent(Math.sin(angle), 2.25)
  const c = bent(Math.cos(angle), 2.25)
  const x = wide * jaw * s
  let z = middle + depth * by(SMALLER, build) * c
  const from = Math.abs(angle > Math.PI ? angle - 2 * Math.PI : angle)
  // Nose: a ridge from between the eyes to its tip; sockets beside it; lips a little forward.
  const ridge = Math.exp(-((from / 0.15) ** 2))
  const nose = step(0.122, 0.078, h) * step(0.06, 0.074, h)
  z += ridge * nose * 0.021
  z -= Math.exp(-(((from - 0.37) / 0.2) ** 2)) * Math.exp(-(((h - 0.112) / 0.016) ** 2)) * 0.007
  z += Math.exp(-((from / 0.3) ** 2)) * Math.exp(-(((h - 0.047) / 0.012) ** 2)) * 0.005
  const ear = Math.exp(-(((from - 1.6) / 0.13) ** 2)) * step(0.07, 0.085, h) * step(0.15, 0.13, h)
  return [x + Math.sign(s) * ear * 0.013, CHIN_Y + h, z - ear * 0.006]
}

const head: Tube = {
  region: REGION.head,
  side: 0,
  columns: { near: HEAD_ANGLES.length, mid: 7, far: 4 },
  angles: HEAD_ANGLES,
  share: () => 1,
  rings: () => SKULL.map(([h, wide, front, back, keep]) => ({ at: CHIN_Y + h, wide, front, back, keep })),
  place: (ring, angle, { build }) => headPoint(ring.at - CHIN_Y, angle, build),
  open: (ring) => mix(0.7, 1, step(1.53, 1.6, ring.at)),
}

interface Hairdo {
  /** Height of the hem above the chin at an angle from the front (0…π). */
  readonly hem: (from: number) => number
  /** How far it stands off the skull: at the crown, at the hem. */
  readonly crown: number
  readonly edge: number
}

const curve = (points: readonly (readonly [number, number])[]) => {
  return (from: number): number => {
    const d = (from * 180) / Math.PI
    for (let i = 1; i < points.length; i++) {
      const [d1, h1] = points[i] as readonly [number, number]
      if (d > d1) continue
      const [d0, h0] = points[i - 1] as readonly [number, number]
      return mix(h0, h1, step(d0, d1, d))
    }
    return points.at(-1)?.[1] ?? 0
  }
}

const HAIRDOS: Readonly<Record<number, Hairdo>> = {
  [HAIR_STYLE.crop]: {
    crown: 0.014,
    edge: 0.004,
    hem: curve([
      [0, 0.19],
      [30, 0.186],
      [52, 0.16],
      [72, 0.128],
      [82, 0.105],
      [90, 0.142],
      [106, 0.13],
      [125, 0.07],
      [180, 0.04],
    ]),
  },
  [HAIR_STYLE.parted]: {
    crown: 0.026,
    edge: 0.006,
    hem: curve([
      [0, 0.186],
      [30, 0.18],
      [52, 0.155],
      [72, 0.12],
      [82, 0.1],
      [90, 0.14],
      [106, 0.12],
      [125, 0.06],
      [180, 0.03],
    ]),
  },
  [HAIR_STYLE.bob]: {
    crown: 0.02,
    edge: 0.024,
    hem: curve([
      [0, 0.15],
      [30, 0.152],
      [44, 0.12],
      [54, 0.02],
      [80, 0.012],
      [180, 0.02],
    ]),
  },
  [HAIR_STYLE.long]: {
    crown: 0.018,
    edge: 0.018,
    hem: curve([
      [0, 0.192],
      [24, 0.185],
      [42, 0.15],
      [58, 0.04],
      [80, -0.09],
      [120, -0.17],
      [180, -0.19],
    ]),
  },
  [HAIR_STYLE.bun]: {
    crown: 0.01,
    edge: 0.005,
    hem: curve([
      [0, 0.192],
      [30, 0.186],
      [60, 0.15],
      [78, 0.12],
      [90, 0.12],
      [106, 0.11],
      [130, 0.06],
      [180, 0.045],
    ]),
  },
  [HAIR_STYLE.curls]: {
    crown: 0.045,
    edge: 0.03,
    hem: curve([
      [0, 0.178],
      [30, 0.172],
      [55, 0.14],
      [75, 0.085],
      [100, 0.05],
      [180, 0.025],
    ]),
  },
  [HAIR_STYLE.cap]: {
    crown: 0.016,
    edge: 0.009,
    hem: curve([
      [0, 0.168],
      [60, 0.166],
      [110, 0.15],
      [180, 0.128],
    ]),
  },
  [HAIR_STYLE.scarf]: {
    crown: 0.014,
    edge: 0.02,
    hem: curve([
      [0, 0.19],
      [30, 0.18],
      [46, 0.135],
      [56, 0.05],
      [70, -0.04],
      [90, -0.085],
      [180, -0.1],
    ]),
  },
}

/** Along a column from the crown to the hem: 0…1. */
const HAIR_ROWS = [0, 0.12, 0.28, 0.46, 0.64, 0.8, 0.93, 1]

function hairPoint(along: number, angle: number, style: number): Place {
  const from = Math.abs(angle > Math.PI ? angle - 2 * Math.PI : angle)
  const hairdo = HAIRDOS[style] as Hairdo
  const hem = hairdo.hem(from)
  const brim = style === HAIR_STYLE.cap ? step(0.9, 1, along) : 0
  const t = style === HAIR_STYLE.cap ? Math.min(1, along / 0.93) : along
  // The crown is round: rows come closer together in height near the top.
  const top = 0.236
  const h = top - (top - hem) * (hem > 0.1 ? 1 - Math.cos((t * Math.PI) / 2) : t ** 1.45)
  const off = mix(hairdo.crown, hairdo.edge, step(0.25, 1, t)) + wave(style, from, t)
  const seat = Math.max(h, style === HAIR_STYLE.scarf ? 0.075 : 0.085)
  const [x, , z] = headPoint(Math.min(seat, 0.2345), angle, 1)
  const middle = -0.006
  const round = h < seat ? 1 - (seat - h) * (style === HAIR_STYLE.scarf ? -0.7 : from > 1.9 ? 0.9 : -0.15) : 1
  const length = Math.hypot(x, z - middle) || 1
  const rise = step(0.13, 0.236, h)
  const out = (length * round + off * (1 - rise * 0.65)) / length
  const height = CHIN_Y + h + off * rise + quiff(style, from, t)
  const peak = brim * 0.078 * step(1.15, 0.55, from)
  const forward = Math.cos(angle) * peak + quiff(style, from, t) * 0.6
  return [x * out, height - peak * 0.16, middle + (z - middle) * out + forward]
}

function wave(style: number, from: number, t: number): number {
  if (style === HAIR_STYLE.curls) return 0.008 * Math.sin(from * 9 + t * 13) * step(0, 0.3, t)
  if (style === HAIR_STYLE.long) return 0.004 * Math.sin(from * 11) * t
  if (style === HAIR_STYLE.bob) return 0.003 * Math.sin(from * 12) * t
  return 0
}

const quiff = (style: number, from: number, t: number): number =>
  style === HAIR_STYLE.parted ? 0.016 * Math.exp(-((from / 0.8) ** 2)) * Math.sin(Math.min(1, t * 1.15) * Math.PI) : 0

const hair: Tube = {
  region: REGION.hair,
  side: 0,
  columns: { near: HEAD_ANGLES.length, mid: 7, far: 4 },
  angles: HEAD_ANGLES,
  share: () => 1,
  rings: () => HAIR_ROWS.map((at, i) => ({ at, wide: 0, front: 0, keep: [2, 0, 1, 2, 1, 0, 0, 2][i] ?? 0 })),
  place: (ring, angle, { style }) => hairPoint(ring.at, angle, style),
  open: (ring) => mix(1, 0.8, ring.at),
}

/** A knot at the back of the head; inside the head where the style has none. */
const bun: Tube = {
  region: REGION.hair,
  side: 0,
  columns: { near: 8, mid: 4, far: 0 },
  share: () => 1,
  rings: () => [0, 0.3, 0.62, 0.86, 1].map((at, i) => ({ at, wide: 0, front: 0, keep: [1, 0, 1, 0, 1][i] ?? 0 })),
  place: (ring, angle, { style }) => {
    const radius = style === HAIR_STYLE.bun ? 0.047 : 0.002
    const out = Math.sin(ring.at * Math.PI) * radius
    const y = CHIN_Y + 0.178 + Math.cos(ring.at * Math.PI) * radius
    return [Math.sin(angle) * out, y, (style === HAIR_STYLE.bun ? -0.132 : -0.02) + Math.cos(angle) * out]
  },
}

const TUBES: readonly Tube[] = [
  {
    region: REGION.torso,
    side: 0,
    columns: { near: 14, mid: 7, far: 4 },
    share: (at) => step(0.97, 1.32, at),
    open: (ring, angle) => (ring.at < 0.9 ? 0.5 : Math.abs(Math.sin(angle)) > 0.9 && ring.at < 1.4 ? 0.72 : 1),
    rings: torsoRings,
  },
  {
    region: REGION.skirt,
    side: 0,
    columns: { near: 14, mid: 7, far: 5 },
    share: (at) => step(0.97, 0.78, at),
    rings: hemRings,
  },
  legOf(1),
  legOf(-1),
  shoeOf(1),
  shoeOf(-1),
  armOf(1),
  armOf(-1),
  handOf(1),
  handOf(-1),
  thumbOf(1),
  thumbOf(-1),
  neck,
  head,
  hair,
  bun,
]
