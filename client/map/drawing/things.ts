/** What stands by the alleys: benches, lamps, signposts, planters, flower beds, the fountain. */
import type { Decoration, DecorationKind } from '../../../shared/floorplan/model.ts'
import { hashOf, randomFrom } from '../../../shared/floorplan/random.ts'
import { PALETTE } from '../../app/palette.ts'
import { INK } from './ink.ts'
import { aroundPoint, type Brush, type Item, pen, within } from './item.ts'
import { mixed, veiled } from './tint.ts'
import { blob } from './washes.ts'

/** Pixels a metre from which small things are drawn at all. */
const SEEN_FROM: Record<Exclude<DecorationKind, 'tree'>, number> = {
  bench: 5,
  lamp: 7,
  signpost: 7,
  planter: 4,
  fountain: 0,
  flowerbed: 0,
}

export function thing(decoration: Decoration): Item | null {
  const { kind } = decoration
  if (kind === 'tree') return null
  return {
    bounds: aroundPoint(decoration, kind === 'lamp' || kind === 'signpost' ? 1 : decoration.size),
    paint(brush, scale) {
      if (scale < SEEN_FROM[kind]) return
      within(brush, decoration, () => DRAWN[kind](brush, decoration.size, scale, hashOf(decoration.id)))
    },
  }
}

type Draw = (brush: Brush, size: number, scale: number, seed: number) => void

const DRAWN: Record<Exclude<DecorationKind, 'tree'>, Draw> = {
  bench(brush, size, scale) {
    brush.fillStyle = veiled(INK.shade, 0.2)
    brush.fillRect(-size / 2 + 0.12, -0.1, size, 0.6)
    brush.fillStyle = mixed(PALETTE.timber, INK.paper, 0.22)
    brush.fillRect(-size / 2, -0.25, size, 0.55)
    brush.strokeStyle = veiled(INK.line, 0.85)
    brush.lineWidth = pen(0.035, scale, 0.55)
    brush.strokeRect(-size / 2, -0.25, size, 0.55)
    if (scale < 14) return
    brush.beginPath()
    for (const z of [-0.07, 0.11]) {
      brush.moveTo(-size / 2, z)
      brush.lineTo(size / 2, z)
    }
    brush.stroke()
  },
  lamp(brush, _size, scale) {
    const glow = brush.createRadialGradient(0, 0, 0.05, 0, 0, 0.9)
    glow.addColorStop(0, veiled(INK.lamp, 0.75))
    glow.addColorStop(1, veiled(INK.lamp, 0))
    brush.fillStyle = glow
    brush.fillRect(-1, -1, 2, 2)
    ring(brush, 0.2, '#fff6dc', scale)
  },
  signpost(brush, _size, scale) {
    ring(brush, 0.17, PALETTE.timber, scale)
    brush.fillStyle = mixed(PALETTE.timber, INK.paper, 0.3)
    brush.strokeStyle = veiled(INK.line, 0.9)
    brush.lineWidth = pen(0.03, scale, 0.5)
    for (const turn of [0, 2.1, 4.2]) {
      brush.save()
      brush.rotate(turn)
      brush.beginPath()
      brush.moveTo(0.14, -0.13)
      brush.lineTo(0.75, -0.13)
      brush.lineTo(0.95, 0)
      brush.lineTo(0.75, 0.13)
      brush.lineTo(0.14, 0.13)
      brush.closePath()
      brush.fill()
      brush.stroke()
      brush.restore()
    }
  },
  planter(brush, size, scale, seed) {
    const side = Math.max(0.5, size * 0.42)
    brush.fillStyle = mixed(PALETTE.timber, INK.paper, 0.35)
    brush.fillRect(-size / 2, -side / 2, size, side)
    brush.strokeStyle = veiled(INK.line, 0.8)
    brush.lineWidth = pen(0.03, scale, 0.5)
    brush.strokeRect(-size / 2, -side / 2, size, side)
    flowers(brush, size * 0.44, side * 0.4, 12, seed)
  },
  flowerbed(brush, size, scale, seed) {
    const random = randomFrom(seed)
    blob(brush, 0, 0, size, 6, 0.07, random)
    brush.fillStyle = mixed(INK.hedge, INK.lawn, 0.3)
    brush.fill()
    brush.strokeStyle = veiled(INK.hedgeDeep, 0.8)
    brush.lineWidth = pen(0.05, scale, 0.6)
    brush.stroke()
    flowers(brush, size * 0.85, size * 0.85, scale < 6 ? 14 : 60, seed)
  },
  /** Basin, ripples and the jet in the middle. `size` is the radius of the basin. */
  fountain(brush, size, scale) {
    brush.fillStyle = veiled(INK.shade, 0.18)
    circle(brush, size * 0.08, size * 0.1, size * 1.04)
    brush.fill()
    ring(brush, size, INK.stone, scale)
    const water = brush.createRadialGradient(-size * 0.2, -size * 0.25, 0, 0, 0, size * 0.86)
    water.addColorStop(0, '#e4f1f1')
    water.addColorStop(0.5, INK.waterLight)
    water.addColorStop(1, INK.water)
    brush.fillStyle = water
    circle(brush, 0, 0, size * 0.86)
    brush.fill()
    brush.strokeStyle = veiled(INK.line, 0.7)
    brush.lineWidth = pen(0.04, scale, 0.6)
    brush.stroke()
    brush.strokeStyle = veiled('#ffffff', 0.85)
    for (const [share, from] of [
      [0.7, 0.4],
      [0.55, 2.4],
      [0.42, 4.6],
    ] as const) {
      brush.beginPath()
      brush.arc(0, 0, size * share, from, from + 3.6)
      brush.stroke()
    }
    ring(brush, size * 0.26, '#f6efe0', scale)
    brush.fillStyle = '#ffffff'
    circle(brush, 0, 0, size * 0.12)
    brush.fill()
  },
}

const BLOOMS = [PALETTE.blossom, PALETTE.blossomDeep, PALETTE.sun, '#fff6e6', '#b79ac2']

function flowers(brush: Brush, halfWidth: number, halfDepth: number, count: number, seed: number): void {
  const random = randomFrom(seed + 1)
  for (let i = 0; i < count; i++) {
    const angle = random() * Math.PI * 2
    const out = Math.sqrt(random())
    brush.fillStyle = BLOOMS[Math.floor(random() * BLOOMS.length)] ?? PALETTE.blossom
    circle(brush, Math.cos(angle) * out * halfWidth, Math.sin(angle) * out * halfDepth, 0.07 + random() * 0.07)
    brush.fill()
  }
}

function ring(brush: Brush, radius: number, colour: string, scale: number): void {
  circle(brush, 0, 0, radius)
  brush.fillStyle = colour
  brush.fill()
  brush.strokeStyle = veiled(INK.line, 0.85)
  brush.lineWidth = pen(0.04, scale, 0.6)
  brush.stroke()
}

function circle(brush: Brush, x: number, y: number, radius: number): void {
  brush.beginPath()
  brush.arc(x, y, radius, 0, Math.PI * 2)
}
