/** What tells one alley from another: posts with arms that point, plates at their mouths, the gate with the name. */

import type { Alley, Decoration, Entrance, HallPlan } from '../../../../shared/floorplan/model.ts'
import { inLanguage } from '../../../../shared/language.ts'
import { PALETTE } from '../../../app/palette.ts'
import { lighter, type Paint, paint } from '../draw/paint.ts'
import type { Sketch, Slot } from '../draw/sketch.ts'
import { sprayIndex } from '../planting/leaf-atlas.ts'
import type { Chance } from '../random.ts'
import { aspectOf } from '../signs/lettering.ts'
import type { Theme } from '../themes.ts'

/** An arm of a signpost: whither, and by how much turned from the post's own front (radians). */
export interface Arm {
  readonly key: string
  readonly paint: Paint
  readonly towards: number
}

/** The colour of an alley's signs: of its kind of exhibitors, or the park's own green. */
export const alleyPaint = (alley: Alley): Paint => paint(alley.kind ? PALETTE[alley.kind] : PALETTE.linden)

export const alleyKey = (alley: Alley): string => `alley ${alley.id}`
export const plazaKey = (id: string): string => `plaza ${id}`
export const stageKey = (id: string): string => `stage ${id}`
export const entranceKey = (id: string): string => `entrance ${id}`

/** Arms of a post: the nearest named places, each pointing where one would walk. */
export function armsOf(post: Decoration, plan: HallPlan): Arm[] {
  const named = [
    ...plan.alleys
      .filter((alley) => alley.role !== 'cross')
      .map((alley) => {
        const t = nearestShare(alley, post)
        const near = { x: alley.x + (alley.toX - alley.x) * t, z: alley.z + (alley.toZ - alley.z) * t }
        // Along the alley, from where it is nearest towards its longer remainder.
        const end = t < 0.5 ? { x: alley.toX, z: alley.toZ } : { x: alley.x, z: alley.z }
        const at = Math.hypot(near.x - post.x, near.z - post.z) < alley.width ? end : near
        return {
          key: alleyKey(alley),
          paint: alleyPaint(alley),
          at,
          away: Math.hypot(near.x - post.x, near.z - post.z),
        }
      }),
    ...plan.plazas.map((plaza) => ({
      key: plazaKey(plaza.id),
      paint: paint(PALETTE.blossomDeep),
      at: plaza,
      away: Math.hypot(plaza.x - post.x, plaza.z - post.z),
    })),
    ...plan.stages.map((stage) => ({
      key: stageKey(stage.id),
      paint: paint(PALETTE.inkSoft),
      at: stage,
      away: Math.hypot(stage.x - post.x, stage.z - post.z),
    })),
  ]
  return named
    .filter((one) => one.away > 1)
    .sort((a, b) => a.away - b.away)
    .slice(0, 4)
    .map(({ key, paint: color, at }) => ({ key, paint: color, towards: Math.atan2(at.x - post.x, at.z - post.z) }))
}

function nearestShare(alley: Alley, point: { x: number; z: number }): number {
  const dx = alley.toX - alley.x
  const dz = alley.toZ - alley.z
  const t = ((point.x - alley.x) * dx + (point.z - alley.z) * dz) / (dx * dx + dz * dz || 1)
  return Math.min(1, Math.max(0, t))
}

/** Arms lie across the way they point to, readable from both sides. Drawn with the sketch unturned (heading 0). */
export function drawSignpost(sketch: Sketch, theme: Theme, arms: readonly Arm[], slot: (key: string) => Slot): void {
  const oak = paint(theme.wood.oak)
  sketch.turnedPiece({
    at: [0, 0, 0],
    radius: 0.16,
    height: 0.14,
    taper: 0.85,
    paint: paint(theme.ground.stone[0]),
    stuff: 'stone',
    bevel: 0.03,
  })
  sketch.turnedPiece({ at: [0, 0.1, 0], radius: 0.07, height: 3.1, taper: 0.85, paint: oak })
  sketch.turnedPiece({
    at: [0, 3.18, 0],
    radius: 0.085,
    height: 0.17,
    paint: paint(theme.lamp),
    stuff: 'metal',
    bevel: 0.08,
  })
  arms.forEach((arm, i) => {
    const y = 2.72 - i * 0.33
    const length = 1.5
    const tall = 0.25
    // The board runs from the post towards the place: its own +x is the way.
    const yaw = arm.towards - Math.PI / 2
    const out = length / 2 + 0.02
    const x = Math.sin(arm.towards) * out
    const z = Math.cos(arm.towards) * out
    sketch.box({
      at: [x, y, z],
      size: [length, tall, 0.045],
      paint: arm.paint,
      stuff: 'paint',
      bevel: 0.012,
      turn: [yaw],
    })
    const tip = length + 0.02
    sketch.box({
      at: [Math.sin(arm.towards) * tip, y + tall / 2 - 0.0884, Math.cos(arm.towards) * tip],
      size: [0.1768, 0.1768, 0.043],
      paint: arm.paint,
      stuff: 'paint',
      bevel: 0.01,
      turn: [yaw, 0, Math.PI / 4],
    })
    const wide = length - 0.2
    for (const side of [0, Math.PI]) {
      const front = yaw + side
      sketch.text({
        at: [x + Math.sin(front) * 0.025, y + tall / 2, z + Math.cos(front) * 0.025],
        width: Math.min(wide, tall * 0.98 * aspectOf('plate')),
        height: Math.min(wide, tall * 0.98 * aspectOf('plate')) / aspectOf('plate'),
        turn: [front],
        slot: slot(arm.key),
        paint: paint('#fdf6e6'),
      })
    }
  })
}

/** The gate: four stone-footed pillars, an arch of timber over them, roses up the sides, the name on both faces. */
export function drawGate(
  sketch: Sketch,
  chance: Chance,
  theme: Theme,
  entrance: Entrance,
  title: Slot,
  leads: 'salon' | 'hall',
): void {
  const oak = paint(theme.wood.oak)
  const larch = paint(theme.wood.larch)
  const stone = paint(theme.ground.stone[0])
  const half = entrance.width / 2 + 0.35
  const height = leads === 'salon' ? 4.6 : 3.8
  for (const side of [-1, 1]) {
    for (const z of [-0.55, 0.55]) {
      sketch.box({ at: [side * half, 0, z], size: [0.52, 0.9, 0.52], paint: stone, stuff: 'stone', bevel: 0.04 })
      sketch.box({
        at: [side * half, 0.9, z],
        size: [0.6, 0.09, 0.6],
        paint: lighter(stone, 1.1),
        stuff: 'stone',
        bevel: 0.03,
      })
      sketch.box({ at: [side * half, 0.99, z], size: [0.24, height - 0.99, 0.24], paint: oak, bevel: 0.025 })
    }
    for (let y = 1.4; y < height; y += 0.55)
      sketch.box({ at: [side * half, y, 0], size: [0.07, 0.07, 1.1], paint: larch })
    const climbing = sketch.full ? 16 : 6
    for (let i = 0; i < climbing; i++) {
      const y = 0.4 + (i / climbing) * (height - 0.3)
      sketch.tuft({
        at: [side * (half + chance.about(0.22)), y, chance.about(0.7)],
        size: (sketch.full ? 0.5 : 0.85) * chance.between(0.8, 1.2),
        heart: [side * half, y - 0.3, 0],
        cell: sprayIndex('rose'),
        tint: [1, chance.between(0.95, 1.1), 0.95],
        open: 0.85,
        turn: chance.next() * 7,
        sway: 0.02,
        through: 0.45,
      })
    }
    // Wings that lead in.
    sketch.box({
      at: [side * (half + 1.5), 0, 0],
      size: [2.4, 0.55, 0.4],
      paint: lighter(stone, 0.9),
      stuff: 'stone',
      bevel: 0.03,
    })
    sketch.box({
      at: [side * (half + 1.5), 0.55, 0],
      size: [2.5, 0.08, 0.5],
      paint: stone,
      stuff: 'stone',
      bevel: 0.025,
    })
  }
  // Arched rafters in two planes, joined by slats.
  const rafters = 10
  const rise = entrance.width * 0.13
  const curve = (t: number): number => height + rise * (1 - (t * 2 - 1) ** 2)
  for (const z of [-0.55, 0.55]) {
    sketch.box({ at: [0, height - 0.1, z], size: [half * 2 + 0.7, 0.22, 0.16], paint: oak, bevel: 0.02 })
    for (let i = 0; i < rafters; i++) {
      const a = i / rafters
      const b = (i + 1) / rafters
      const dx = (b - a) * half * 2
      const dy = curve(b) - curve(a)
      sketch.box({
        at: [((a + b) / 2 - 0.5) * half * 2, (curve(a) + curve(b)) / 2 + 0.12, z],
        size: [Math.hypot(dx, dy) + 0.03, 0.2, 0.14],
        paint: oak,
        turn: [0, 0, Math.atan2(dy, dx)],
        bevel: 0.016,
      })
    }
  }
  const slats = sketch.full ? Math.round(half * 4.4) : Math.round(half * 2)
  for (let i = 0; i <= slats; i++) {
    const t = i / slats
    sketch.box({ at: [(t - 0.5) * half * 2, curve(t) + 0.33, 0], size: [0.08, 0.09, 1.75], paint: larch })
    if (sketch.full && chance.next() < 0.55)
      sketch.tuft({
        at: [(t - 0.5) * half * 2, curve(t) + 0.45, chance.about(0.7)],
        size: 0.5,
        heart: [(t - 0.5) * half * 2, curve(t) - 0.2, 0],
        cell: sprayIndex('rose'),
        tint: [1, 1, 0.95],
        open: 0.95,
        turn: chance.next() * 7,
        sway: 0.02,
        through: 0.45,
      })
  }
  // The name hangs under the beam.
  const board = Math.min(half * 1.5, leads === 'salon' ? 4.6 : 4)
  const tall = board / aspectOf('title') + 0.12
  const y = height - tall - 0.2
  sketch.box({
    at: [0, y, 0],
    size: [board, tall, 0.14],
    paint: paint(PALETTE.lindenDeep),
    stuff: 'paint',
    bevel: 0.03,
  })
  if (sketch.full)
    for (const edge of [y - 0.03, y + tall - 0.03])
      sketch.box({ at: [0, edge, 0], size: [board + 0.1, 0.06, 0.2], paint: larch, bevel: 0.015 })
  for (const side of [0, Math.PI])
    sketch.text({
      at: [0, y + tall / 2, Math.cos(side) * 0.075],
      width: board - 0.3,
      height: (board - 0.3) / aspectOf('title'),
      turn: [side],
      slot: title,
      paint: paint('#fdf6e6'),
    })
}

/** Whether an alley has a name worth putting up. */
export const isNamed = (alley: Alley): boolean => alley.role !== 'cross' && inLanguage(alley.name, 'ru').length > 0
