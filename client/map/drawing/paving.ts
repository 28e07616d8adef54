/** What is underfoot on an alley, as a picture that repeats: fine ink joints over a wash. */
import type { Paving } from '../../../shared/floorplan/model.ts'
import { randomFrom } from '../../../shared/floorplan/random.ts'
import { PAVING } from './ink.ts'
import { mixed, veiled } from './tint.ts'
import { keptBy, sheet } from './washes.ts'

/** Side of the repeating picture, metres. */
export const PAVING_SIDE: Record<Paving, number> = { gravel: 6, stone: 3.6, brick: 1.6, timber: 3 }
/** Joints closer than this many pixels would be a grey veil: then only the wash is left. */
const FINEST = 3.4

type Pen = OffscreenCanvasRenderingContext2D

const DRAWN: Record<Paving, (pen: Pen, scale: number) => void> = {
  gravel(pen, scale) {
    const random = randomFrom(7)
    const side = PAVING_SIDE.gravel
    pen.fillStyle = veiled(PAVING.gravel.joint, 0.55)
    for (let i = 0; i < 260; i++) {
      const r = (0.02 + random() * 0.035) * scale
      pen.beginPath()
      pen.ellipse(
        random() * side * scale,
        random() * side * scale,
        Math.max(0.45, r),
        Math.max(0.4, r * 0.7),
        random() * 3,
        0,
        7,
      )
      pen.fill()
    }
  },
  stone(pen, scale) {
    const random = randomFrom(11)
    const row = 0.9
    pen.strokeStyle = veiled(PAVING.stone.joint, 0.85)
    pen.lineWidth = Math.max(0.5, 0.025 * scale)
    for (let z = 0; z < 4; z++) {
      const shift = (z % 2) * 0.6
      for (let x = 0; x < 3; x++) {
        pen.fillStyle = veiled(mixed(PAVING.stone.wash, random() < 0.5 ? '#d9cdbb' : '#fbf4e8', random() * 0.7), 0.8)
        for (const wrap of [0, -3.6]) {
          pen.fillRect((x * 1.2 + shift + wrap) * scale, z * row * scale, 1.2 * scale, row * scale)
          pen.strokeRect((x * 1.2 + shift + wrap) * scale, z * row * scale, 1.2 * scale, row * scale)
        }
      }
    }
  },
  brick(pen, scale) {
    const random = randomFrom(13)
    pen.strokeStyle = veiled(PAVING.brick.joint, 0.8)
    pen.lineWidth = Math.max(0.4, 0.02 * scale)
    // Basket weave: pairs of bricks, turned by turns.
    for (let x = 0; x < 4; x++) {
      for (let z = 0; z < 4; z++) {
        for (const half of [0, 1]) {
          const across = (x + z) % 2 === 0
          pen.fillStyle = veiled(mixed(PAVING.brick.wash, '#d9a98b', random() * 0.55), 0.75)
          const box = [
            (x * 0.4 + (across ? 0 : half * 0.2)) * scale,
            (z * 0.4 + (across ? half * 0.2 : 0)) * scale,
            (across ? 0.4 : 0.2) * scale,
            (across ? 0.2 : 0.4) * scale,
          ] as const
          pen.fillRect(...box)
          pen.strokeRect(...box)
        }
      }
    }
  },
  timber(pen, scale) {
    const random = randomFrom(17)
    pen.strokeStyle = veiled(PAVING.timber.joint, 0.8)
    pen.lineWidth = Math.max(0.45, 0.02 * scale)
    for (let z = 0; z < 10; z++) {
      pen.fillStyle = veiled(mixed(PAVING.timber.wash, '#d3b98d', random() * 0.6), 0.8)
      pen.fillRect(0, z * 0.3 * scale, 3 * scale, 0.3 * scale)
      pen.beginPath()
      pen.moveTo(0, z * 0.3 * scale)
      pen.lineTo(3 * scale, z * 0.3 * scale)
      const joint = random() * 3 * scale
      pen.moveTo(joint, z * 0.3 * scale)
      pen.lineTo(joint, (z + 1) * 0.3 * scale)
      pen.stroke()
    }
  },
}

const JOINT: Record<Paving, number> = { gravel: 0.4, stone: 0.9, brick: 0.2, timber: 0.3 }

/** The picture for a scale (pixels a metre), or null where it would be too fine to see. */
export function pavingAt(paving: Paving, scale: number): OffscreenCanvas | null {
  return JOINT[paving] * scale < FINEST ? null : made(`${paving} ${Math.round(scale * 10)}`)
}

const made = keptBy((key: string) => {
  const [paving, tenths] = key.split(' ') as [Paving, string]
  const scale = Number(tenths) / 10
  const { canvas, brush } = sheet(PAVING_SIDE[paving] * scale, PAVING_SIDE[paving] * scale)
  DRAWN[paving](brush, canvas.width / PAVING_SIDE[paving])
  return canvas
})
