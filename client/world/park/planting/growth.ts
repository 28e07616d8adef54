/**
 * How a tree grows: a curved trunk, boughs that leave it, and tufts of leaves about the ends of the boughs. Boughs are
 * lobes of the crown, so it has light and dark in it and sky between.
 */
import type { Planting } from '../../../../shared/floorplan/model.ts'
import { lighter, type Paint, paint } from '../draw/paint.ts'
import type { Sketch } from '../draw/sketch.ts'
import { Chance } from '../random.ts'
import type { PlantingLook } from '../themes.ts'
import { sprayIndex } from './leaf-atlas.ts'

export type Species = Exclude<Planting, 'none'>

type Spot = readonly [number, number, number]

interface Bough {
  readonly from: Spot
  readonly to: Spot
  readonly bend: Spot
  readonly radius: number
  /** Radius of its lobe of leaves. */
  readonly lobe: number
}

interface Tuft {
  readonly at: Spot
  readonly size: number
  readonly open: number
  readonly turn: number
  readonly hue: number
}

/** A grown tree in its own metres, foot at the origin. */
export interface Tree {
  readonly species: Species
  readonly look: PlantingLook
  readonly heart: Spot
  readonly trunks: readonly { readonly top: Spot; readonly bend: Spot; readonly radius: number }[]
  readonly boughs: readonly Bough[]
  /** The first of them are enough to show the crown from further away. */
  readonly tufts: readonly Tuft[]
}

export function grow(species: Species, look: PlantingLook, seed: string): Tree {
  const chance = new Chance(seed)
  const middle = look.height - look.rise
  const heart: Spot = [chance.about(0.3), middle - look.rise * 0.15, chance.about(0.3)]
  const twin = species === 'birch' && chance.next() < 0.5
  const trunks = Array.from({ length: twin ? 2 : 1 }, (_, i) => {
    const lean = twin ? (i === 0 ? 0.7 : -0.7) : 0
    const top: Spot = [lean + chance.about(0.4), middle + look.rise * 0.55, chance.about(0.4)]
    return { top, bend: [chance.about(0.35), 0, chance.about(0.35)] as Spot, radius: look.trunk * (twin ? 0.8 : 1) }
  })

  const boughs: Bough[] = []
  const rings = species === 'birch' ? [0.02, 0.28, 0.54, 0.8] : [0.06, 0.36, 0.72]
  const around = species === 'birch' ? [6, 6, 5, 3] : [8, 7, 4]
  rings.forEach((share, ring) => {
    const count = around[ring] as number
    const start = chance.next() * 7
    for (let i = 0; i < count; i++) {
      const angle = start + ((i + chance.about(0.35)) / count) * Math.PI * 2
      const y = look.clear + 0.75 + share * (look.height - look.clear - 1.2) + chance.about(0.35)
      // An egg: widest a little under its middle.
      const level = (y - middle) / look.rise
      const girth = Math.sqrt(Math.max(0.08, 1 - level * level * (level > 0 ? 0.95 : 0.75)))
      const lobe = look.spread * chance.between(0.31, 0.42) * (species === 'birch' ? 1.1 : 1)
      const reach = Math.max(0.3, look.spread * girth - lobe * 0.75) * chance.between(0.85, 1.1)
      const trunk = trunks[i % trunks.length] as (typeof trunks)[number]
      const startAt = Math.min(0.96, Math.max(0.3, (y - (0.9 - look.droop) * reach * 0.75) / trunk.top[1]))
      const from: Spot = [trunk.top[0] * startAt, trunk.top[1] * startAt, trunk.top[2] * startAt]
      const to: Spot = [Math.sin(angle) * reach + heart[0], y, Math.cos(angle) * reach + heart[2]]
      boughs.push({
        from,
        to,
        bend: [chance.about(0.25), 0.35 - look.droop * 0.2 + chance.about(0.2), chance.about(0.25)],
        radius: look.trunk * 0.34 * (1 - share * 0.5),
        lobe,
      })
    }
  })
  boughs.push({
    from: trunks[0]?.top ?? heart,
    to: [heart[0], look.height - look.spread * 0.3, heart[2]],
    bend: [0, 0, 0],
    radius: look.trunk * 0.25,
    lobe: look.spread * 0.33,
  })

  const perBough = species === 'birch' ? 6 : 5
  const tufts: Tuft[] = []
  for (let layer = 0; layer < perBough; layer++)
    for (const bough of boughs) {
      // First its heart, then its surface, away from the trunk.
      const angle = Math.atan2(bough.to[0] - heart[0], bough.to[2] - heart[2]) + chance.about(2.4)
      const pitch = layer === 0 ? 0.4 : chance.between(-0.75, 1.35)
      const reach = layer === 0 ? 0.25 : chance.between(0.65, 1)
      const flat = Math.cos(pitch) * bough.lobe * reach
      const at: Spot = [
        bough.to[0] + Math.sin(angle) * flat,
        Math.max(
          look.clear + 0.5,
          bough.to[1] + Math.sin(pitch) * bough.lobe * reach * (1 - look.droop * 0.2) - look.droop * flat * 0.35,
        ),
        bough.to[2] + Math.cos(angle) * flat,
      ]
      const out = Math.hypot(
        (at[0] - heart[0]) / look.spread,
        (at[1] - heart[1]) / look.rise,
        (at[2] - heart[2]) / look.spread,
      )
      const low = (at[1] - look.clear) / (look.height - look.clear)
      const open = Math.min(1, Math.max(0.12, (out - 0.25) * 1.1)) * (0.45 + 0.55 * Math.min(1, low * 1.5 + 0.2))
      tufts.push({
        at,
        size: bough.lobe * chance.between(0.6, 0.9) * (species === 'birch' ? 0.85 : 1),
        open,
        turn: chance.next() * 7,
        hue: chance.about(1),
      })
    }
  return { species, look, heart, trunks, boughs, tufts }
}

/** Draws a tree; `tint` tells it from its neighbours. */
export function drawTree(sketch: Sketch, tree: Tree, tint: Paint): void {
  const { look, full } = { look: tree.look, full: sketch.full }
  const bark = paint(look.bark)
  const birch = tree.species === 'birch'
  for (const trunk of tree.trunks)
    sketch.limb({
      from: [0, 0, 0],
      to: trunk.top,
      bend: trunk.bend,
      radius: trunk.radius,
      end: trunk.radius * 0.34,
      paint: bark,
      birch,
    })
  const boughs = full ? tree.boughs : tree.boughs.filter((_, i) => i % 2 === 0)
  for (const bough of boughs) sketch.limb({ ...bough, end: bough.radius * 0.16, paint: bark, birch })

  const cell = sprayIndex(tree.species)
  const lobes = tree.boughs.length
  const tufts = full ? tree.tufts : tree.tufts.slice(0, lobes * (birch ? 5 : 3))
  tufts.forEach((tuft) => {
    const bright = 1 + tuft.hue * 0.14
    sketch.tuft({
      at: tuft.at,
      size: tuft.size * (full ? 1 : birch ? 1.05 : 1.26),
      heart: tree.heart,
      cell,
      tint: lighter([tint[0] * (1 + tuft.hue * 0.05), tint[1], tint[2] * (1 - tuft.hue * 0.06)], bright),
      open: tuft.open,
      turn: tuft.turn,
      sway: 0.05,
      through: look.inBloom > 0.5 ? 0.8 : 0.66,
    })
  })
}

/** Triangles of a tuft's template: cards of a spray about a heart. */
export function tuftCards(
  chance: Chance,
  count: number,
  size: number,
  reach: number,
): { positions: number[]; uvs: number[]; hearts: number[]; index: number[] } {
  const positions: number[] = []
  const uvs: number[] = []
  const hearts: number[] = []
  const index: number[] = []
  for (let i = 0; i < count; i++) {
    // Even on a sphere: the golden spiral.
    const y = 1 - ((i + 0.5) / count) * 2
    const angle = i * 2.39996 + chance.about(0.5)
    const flat = Math.sqrt(1 - y * y)
    const out: Spot = [Math.sin(angle) * flat, y, Math.cos(angle) * flat]
    const far = reach * chance.between(0.45, 1)
    // The card leans out from the heart, turned at random about its own axis.
    const lean: Spot = normalized([
      out[0] + chance.about(0.9),
      out[1] * 0.7 + chance.about(0.7) + 0.25,
      out[2] + chance.about(0.9),
    ])
    const side = normalized(cross(lean, [chance.about(1), 0.35, chance.about(1)]))
    const up = cross(side, lean)
    const half = (size / 2) * chance.between(0.85, 1.15)
    const first = positions.length / 3
    for (const [u, v] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      for (let k = 0; k < 3; k++)
        positions.push((out[k] as number) * far + ((side[k] as number) * u + (up[k] as number) * v) * half)
      uvs.push(u * 0.5 + 0.5, v * 0.5 + 0.5)
      hearts.push(...out)
    }
    index.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }
  return { positions, uvs, hearts, index }
}

const cross = (a: Spot, b: Spot): Spot => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

function normalized(v: Spot): Spot {
  const length = Math.hypot(...v) || 1
  return [v[0] / length, v[1] / length, v[2] / length]
}
