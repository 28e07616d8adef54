/** Hedges, walls and gates. */
import type { Entrance, Wall } from '../../../shared/floorplan/model.ts'
import { distance } from '../../../shared/floorplan/point.ts'
import { hashOf, randomFrom } from '../../../shared/floorplan/random.ts'
import { strip } from '../../../shared/floorplan/rectangle.ts'
import { INK } from './ink.ts'
import { around, type Brush, type Item, pen, within } from './item.ts'
import { mixed, veiled } from './tint.ts'

const HEDGE = 1.3
/** Metres between the tufts of a hedge. */
const TUFT = 0.95

export function border(wall: Wall): Item {
  const end = { x: wall.toX, z: wall.toZ }
  const rect = strip(wall, end, wall.look === 'hedge' ? HEDGE : 0.5)
  return {
    bounds: around(rect),
    paint(brush, scale) {
      within(brush, rect, () => {
        if (wall.look === 'hedge') hedge(brush, distance(wall, end), scale, hashOf(wall.id))
        else stone(brush, rect.width, rect.depth, scale)
      })
    },
  }
}

/** Tuft by tuft, in the wall's frame: it runs along y. */
function hedge(brush: Brush, length: number, scale: number, seed: number): void {
  brush.fillStyle = veiled(INK.shade, 0.2)
  brush.fillRect(-HEDGE / 2 + 0.3, -length / 2, HEDGE + 0.25, length)
  const random = randomFrom(seed)
  const tufts = Math.max(1, Math.round(length / TUFT))
  const rows = [
    { grow: pen(0.05, scale, 0.7), colour: mixed(INK.hedgeDeep, INK.line, 0.4), lift: 0 },
    { grow: 0, colour: INK.hedge, lift: 0 },
    { grow: -0.36, colour: mixed(INK.hedge, '#e9efb8', 0.34), lift: -0.12 },
  ]
  const bumps = Array.from({ length: tufts + 1 }, () => ({
    r: HEDGE * (0.52 + random() * 0.16),
    x: (random() - 0.5) * 0.24,
  }))
  for (const { grow, colour, lift } of rows) {
    if (lift !== 0 && scale < 5) continue
    brush.fillStyle = colour
    brush.beginPath()
    for (const [i, { r, x }] of bumps.entries()) {
      const z = -length / 2 + (length * i) / tufts
      brush.moveTo(x + r, z)
      brush.arc(x + lift, z + lift, Math.max(0.1, r + grow), 0, Math.PI * 2)
    }
    brush.fill()
  }
}

function stone(brush: Brush, width: number, length: number, scale: number): void {
  brush.fillStyle = veiled(INK.shade, 0.2)
  brush.fillRect(-width / 2 + 0.25, -length / 2 + 0.25, width, length)
  brush.fillStyle = INK.stone
  brush.fillRect(-width / 2, -length / 2, width, length)
  brush.strokeStyle = INK.line
  brush.lineWidth = pen(0.05, scale, 0.7)
  brush.strokeRect(-width / 2, -length / 2, width, length)
}

/** Two piers and an arch between them; the step in front is what one crosses. */
export const gate = (entrance: Entrance): Item => ({
  bounds: around({ ...entrance, depth: 4 }),
  paint(brush, scale) {
    const half = entrance.width / 2
    within(brush, entrance, () => {
      brush.fillStyle = veiled(INK.shade, 0.18)
      brush.fillRect(-half + 0.4, -0.1, entrance.width, 1.1)
      brush.fillStyle = mixed(INK.timber, INK.paper, 0.45)
      brush.fillRect(-half, -0.5, entrance.width, 1)
      brush.strokeStyle = veiled(INK.line, 0.9)
      brush.lineWidth = pen(0.05, scale, 0.8)
      brush.strokeRect(-half, -0.5, entrance.width, 1)
      brush.beginPath()
      for (let x = -half + 0.5; x < half; x += 0.5) {
        brush.moveTo(x, -0.5)
        brush.lineTo(x, 0.5)
      }
      if (scale >= 6) brush.stroke()
      for (const x of [-half - 0.5, half + 0.5]) {
        brush.fillStyle = mixed(INK.timber, INK.line, 0.35)
        brush.beginPath()
        brush.rect(x - 0.8, -0.8, 1.6, 1.6)
        brush.fill()
        brush.stroke()
      }
    })
  },
})
