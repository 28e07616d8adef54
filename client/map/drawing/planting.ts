/** Trees, hedges and flowerbeds: wet washes with a fine, broken line of ink. */
import type { Decoration, Planting, Wall } from '../../../shared/floorplan/model.ts'
import { hashOf, randomFrom } from '../../../shared/floorplan/random.ts'
import { strip } from '../../../shared/floorplan/rectangle.ts'
import { blot } from './ground.ts'
import { CROWN, INK } from './ink.ts'
import { around, aroundPoint, type Brush, type Item, pen, within } from './item.ts'
import { mixed, veiled } from './tint.ts'

/** What a crown darkens on the ground; painted under everything that stands. The sun is in the north-west. */
export const treeShade = ({ x, z, size, id }: Decoration): Item => ({
  bounds: aroundPoint({ x, z }, size + 1),
  paint(brush) {
    blot(brush, x + size * 0.28, z + size * 0.32, size * 0.98, hashOf(id) % 7)
    brush.fillStyle = veiled(INK.shade, 0.13)
    brush.fill()
  },
})

/** A crown from above; one can see through it to who walks beneath. */
export function tree({ x, z, size, id, planting }: Decoration): Item {
  const paint = CROWN[planting ?? 'none']
  const seed = hashOf(id)
  return {
    bounds: aroundPoint({ x, z }, size * 1.3),
    paint: (brush, scale) => crown(brush, x, z, size, seed, paint, scale),
  }
}

function crown(
  brush: Brush,
  x: number,
  z: number,
  size: number,
  seed: number,
  paint: (typeof CROWN)[Planting],
  scale: number,
): void {
  const random = randomFrom(seed)
  const phase = random() * 7
  const tone = mixed(paint.wash, random() < 0.5 ? '#e8e3a8' : paint.edge, random() * 0.22)
  blot(brush, x, z, size, phase)
  brush.fillStyle = veiled(tone, 0.62)
  brush.fill()
  // Pigment gathers at the rim.
  brush.strokeStyle = veiled(paint.edge, 0.34)
  brush.lineWidth = Math.max(0.16, 0.8 / scale)
  brush.stroke()
  // Wet in wet: the shaded side, then the lit one.
  blot(brush, x + size * 0.2, z + size * 0.24, size * 0.66, phase + 2, 0.2)
  brush.fillStyle = veiled(paint.edge, 0.26)
  brush.fill()
  blot(brush, x - size * 0.26, z - size * 0.3, size * 0.46, phase + 4, 0.2)
  brush.fillStyle = veiled(mixed(tone, '#fffbe6', 0.55), 0.55)
  brush.fill()
  if (scale < 7) return
  leaves(brush, x, z, size, random, paint, scale)
}

/** Twigs, and what is in blossom. */
function leaves(
  brush: Brush,
  x: number,
  z: number,
  size: number,
  random: () => number,
  paint: (typeof CROWN)[Planting],
  scale: number,
): void {
  const spot = (radius: number): void => {
    const angle = random() * Math.PI * 2
    const away = Math.sqrt(random()) * size * 0.86
    const [cx, cz] = [x + Math.cos(angle) * away, z + Math.sin(angle) * away]
    brush.moveTo(cx + radius, cz)
    brush.arc(cx, cz, radius, 0, Math.PI * 2)
  }
  brush.beginPath()
  for (let i = 0; i < 26; i++) spot(0.1 + random() * 0.16)
  brush.fillStyle = veiled(paint.edge, 0.3)
  brush.fill()
  if (paint.bloom) {
    brush.beginPath()
    for (let i = 0; i < 34; i++) spot(0.08 + random() * 0.13)
    brush.fillStyle = veiled(paint.bloom, 0.85)
    brush.fill()
  }
  brush.strokeStyle = veiled(mixed(paint.edge, INK.line, 0.5), 0.6)
  brush.lineWidth = pen(0.035, scale, 0.6)
  brush.beginPath()
  for (let i = 0; i < 7; i++) {
    const from = (i / 7) * Math.PI * 2 + random()
    const radius = size * (0.96 + random() * 0.07)
    brush.moveTo(x + Math.cos(from) * radius, z + Math.sin(from) * radius)
    brush.arc(x, z, radius, from, from + 0.35 + random() * 0.35)
  }
  for (let i = 0; i < 5; i++) {
    const angle = random() * Math.PI * 2
    brush.moveTo(x, z)
    brush.lineTo(x + Math.cos(angle) * size * 0.4, z + Math.sin(angle) * size * 0.4)
  }
  brush.stroke()
}

/** A clipped hedge, tuft by tuft, or a wall of stone. */
export function wall(record: Wall): Item {
  const rect = strip(record, { x: record.toX, z: record.toZ }, record.look === 'hedge' ? 1.3 : 0.4)
  return {
    bounds: around(rect),
    paint(brush, scale) {
      within(brush, rect, () => {
        if (record.look === 'stone') {
          brush.fillStyle = INK.stone
          brush.strokeStyle = INK.line
          brush.lineWidth = pen(0.06, scale)
          brush.beginPath()
          brush.rect(-rect.width / 2, -rect.depth / 2, rect.width, rect.depth)
          brush.fill()
          brush.stroke()
          return
        }
        tufts(brush, rect.depth, 0.34, 0.36, 0.95, veiled(INK.shade, 0.2))
        tufts(brush, rect.depth, 0, 0, 0.9, INK.hedgeDeep)
        tufts(brush, rect.depth, -0.08, -0.1, 0.72, INK.hedge)
        tufts(brush, rect.depth, -0.2, -0.22, 0.36, veiled('#b3c788', 0.8))
      })
    },
  }
}

function tufts(brush: Brush, length: number, dx: number, dz: number, radius: number, colour: string): void {
  brush.fillStyle = colour
  brush.beginPath()
  for (let z = -length / 2, i = 0; z <= length / 2; z += 1.15, i++) {
    const swell = radius * (0.9 + 0.16 * Math.sin(i * 2.4))
    const x = dx + 0.12 * Math.sin(i * 1.7)
    brush.moveTo(x + swell, z + dz)
    brush.arc(x, z + dz, swell, 0, Math.PI * 2)
  }
  brush.fill()
}

const PETALS = ['#e9a9b5', '#f2d27a', '#fbf3ee', '#c98fb0', '#e58f7b']

export function flowerbed({ x, z, size, id }: Decoration): Item {
  const seed = hashOf(id)
  return {
    bounds: aroundPoint({ x, z }, size),
    paint(brush, scale) {
      const random = randomFrom(seed)
      blot(brush, x, z, size, random() * 7, 0.06)
      brush.fillStyle = '#b4c98a'
      brush.fill()
      brush.strokeStyle = veiled(INK.line, 0.6)
      brush.lineWidth = pen(0.05, scale, 0.6)
      brush.stroke()
      for (let i = 0; i < size * 16; i++) {
        const angle = random() * Math.PI * 2
        const away = Math.sqrt(random()) * size * 0.85
        brush.fillStyle = PETALS[Math.floor(random() * PETALS.length)] as string
        brush.beginPath()
        brush.arc(x + Math.cos(angle) * away, z + Math.sin(angle) * away, 0.12 + random() * 0.12, 0, Math.PI * 2)
        brush.fill()
      }
    },
  }
}
