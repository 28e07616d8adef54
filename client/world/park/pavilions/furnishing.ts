/** What stands inside a booth, piece by piece of its layout: things one could read, pick up and sit on. */
import type { Piece } from '../../../../shared/floorplan/booth-layout.ts'
import { lighter, mixed, type Paint, paint } from '../draw/paint.ts'
import type { Sketch } from '../draw/sketch.ts'
import { type SPRAYS, sprayIndex } from '../planting/leaf-atlas.ts'
import type { Chance } from '../random.ts'
import type { Theme } from '../themes.ts'

export interface Furnishing {
  readonly sketch: Sketch
  readonly theme: Theme
  readonly chance: Chance
  readonly brand: Paint
  /** Wood of this pavilion. */
  readonly wood: Paint
}

/** A piece's own frame: right, up and front of it in the booth. */
interface Frame {
  at(x: number, y: number, z: number): [number, number, number]
  readonly yaw: number
}

function frameOf(piece: Piece): Frame {
  const yaw = (piece.heading * Math.PI) / 180
  const sin = Math.sin(yaw)
  const cos = Math.cos(yaw)
  return {
    at: (x, y, z) => [piece.x + x * cos + z * sin, piece.base + y, piece.z - x * sin + z * cos],
    yaw,
  }
}

/** What grows in boxes and vases. */
export const BLOOMS = ['tulips', 'violets', 'daisies', 'marigolds', 'rose'] as const

const BOOKS = ['#a8483a', '#3f6f7a', '#d9a441', '#53704a', '#6b5a86', '#e5ddcb', '#b5764a', '#2f4858']

export const furnish: Readonly<
  Record<Exclude<Piece['kind'], 'wall' | 'post'>, (piece: Piece, own: Furnishing) => void>
> = {
  counter(piece, { sketch, theme, chance, brand, wood }) {
    const { at, yaw } = frameOf(piece)
    const { width: w, depth: d, height: h } = piece
    sketch.box({
      at: at(0, 0.06, 0),
      size: [w - 0.08, h - 0.1, d - 0.1],
      paint: lighter(wood, 0.9),
      stuff: 'boards',
      turn: [yaw],
      open: 0.97,
    })
    sketch.box({
      at: at(0, h - 0.05, 0),
      size: [w, 0.05, d],
      paint: lighter(wood, 1.12),
      bevel: 0.016,
      turn: [yaw],
      open: 0.85,
    })
    if (!sketch.full) return
    sketch.box({
      at: at(0, 0, 0),
      size: [w - 0.16, 0.07, d - 0.18],
      paint: paint(theme.iron),
      stuff: 'paint',
      turn: [yaw],
      open: 0.72,
    })
    // A band in the exhibitor's colour, and what visitors take away.
    sketch.box({
      at: at(0, h - 0.3, d / 2 - 0.045),
      size: [w - 0.14, 0.16, 0.02],
      paint: brand,
      stuff: 'paint',
      turn: [yaw],
      open: 0.8,
    })
    for (let i = 0; i < 3; i++) {
      const x = -w / 2 + 0.2 + i * 0.24 + chance.about(0.03)
      const sheets = chance.between(0.015, 0.07)
      const cover = i === 0 ? brand : paint(chance.pick(BOOKS))
      sketch.box({
        at: at(x, h, 0.05),
        size: [0.15, sheets, 0.21],
        paint: paint(theme.paper),
        stuff: 'paper',
        bevel: 0.002,
        turn: [yaw + chance.about(0.25)],
        open: 0.85,
      })
      sketch.box({
        at: at(x, h + sheets, 0.05),
        size: [0.149, 0.004, 0.209],
        paint: mixed(cover, paint(theme.paper), 0.15),
        stuff: 'paper',
        bevel: 0.001,
        turn: [yaw + chance.about(0.25)],
        open: 0.9,
      })
    }
    // A tablet on its stand, a cup, a small vase.
    sketch.box({
      at: at(w * 0.2, h + 0.02, 0),
      size: [0.27, 0.19, 0.012],
      paint: [0.02, 0.024, 0.028],
      stuff: 'glass',
      bevel: 0.006,
      turn: [yaw, -0.5],
      open: 0.8,
    })
    sketch.turnedPiece({
      at: at(w * 0.36, h, 0.12),
      radius: 0.034,
      height: 0.095,
      taper: 1.15,
      paint: paint('#efe9dc'),
      stuff: 'paint',
      bevel: 0.006,
      open: 0.9,
    })
    const vase = at(w * 0.42, h, -0.08)
    sketch.turnedPiece({
      at: vase,
      radius: 0.045,
      height: 0.16,
      taper: 0.7,
      paint: mixed(brand, [0.6, 0.55, 0.5], 0.3),
      stuff: 'paint',
      bevel: 0.02,
      open: 0.85,
    })
    flowers(sketch, chance, [vase[0], vase[1] + 0.26, vase[2]], 0.22, chance.pick(BLOOMS))
  },

  screen(piece, { sketch, theme, wood }) {
    const { at, yaw } = frameOf(piece)
    const { width: w, height: h } = piece
    sketch.box({
      at: at(0, -0.06, -0.01),
      size: [w + 0.12, h + 0.12, 0.05],
      paint: lighter(wood, 0.7),
      bevel: 0.014,
      turn: [yaw],
      open: 0.82,
    })
    sketch.box({
      at: at(0, 0, 0.014),
      size: [w, h, 0.02],
      paint: [0.012, 0.014, 0.016],
      stuff: 'glass',
      bevel: 0.004,
      turn: [yaw],
      open: 0.77,
    })
    if (sketch.full)
      sketch.box({
        at: at(0, h + 0.1, 0.08),
        size: [w * 0.7, 0.03, 0.05],
        paint: paint(theme.iron),
        stuff: 'metal',
        turn: [yaw],
        open: 0.82,
      })
  },

  seat(piece, { sketch, chance, brand, wood, theme }) {
    const { at, yaw } = frameOf(piece)
    const seat = 0.45
    sketch.box({
      at: at(0, seat - 0.05, 0),
      size: [0.42, 0.05, 0.42],
      paint: wood,
      bevel: 0.02,
      turn: [yaw],
      open: 0.87,
    })
    sketch.box({
      at: at(0, seat + 0.12, -0.2),
      size: [0.4, 0.24, 0.03],
      paint: lighter(wood, 1.05),
      bevel: 0.014,
      turn: [yaw, -0.13],
      open: 0.92,
    })
    if (!sketch.full) return
    for (const [x, z] of [
      [-0.17, -0.17],
      [0.17, -0.17],
      [-0.17, 0.17],
      [0.17, 0.17],
    ] as const)
      sketch.turnedPiece({
        at: at(x * 1.06, 0, z * 1.06),
        radius: 0.014,
        height: seat - 0.05,
        taper: 1.5,
        paint: lighter(wood, 0.8),
        bevel: 0.004,
        turn: [yaw],
        open: 0.77,
      })
    for (const x of [-0.15, 0.15])
      sketch.box({
        at: at(x, seat - 0.04, -0.2),
        size: [0.028, 0.34, 0.028],
        paint: lighter(wood, 0.9),
        turn: [yaw, -0.13],
        open: 0.87,
      })
    if (chance.next() < 0.6)
      sketch.box({
        at: at(0, seat, 0.01),
        size: [0.38, 0.045, 0.38],
        paint: mixed(brand, paint(theme.linen), 0.35),
        stuff: 'cloth',
        bevel: 0.022,
        turn: [yaw],
        open: 0.92,
      })
  },

  table(piece, { sketch, theme, chance, brand, wood }) {
    const { at } = frameOf(piece)
    const { width, height: h } = piece
    sketch.turnedPiece({
      at: at(0, h - 0.035, 0),
      radius: width / 2,
      height: 0.035,
      paint: lighter(wood, 1.1),
      bevel: 0.014,
      open: 0.97,
    })
    if (!sketch.full) return
    sketch.turnedPiece({
      at: at(0, 0, 0),
      radius: 0.22,
      height: 0.03,
      paint: paint(theme.iron),
      stuff: 'metal',
      open: 0.72,
    })
    sketch.turnedPiece({
      at: at(0, 0.02, 0),
      radius: 0.032,
      height: h - 0.05,
      paint: paint(theme.iron),
      stuff: 'metal',
      open: 0.82,
    })
    sketch.box({
      at: at(0.1, h, 0.08),
      size: [0.15, 0.012, 0.21],
      paint: mixed(brand, paint(theme.paper), 0.3),
      stuff: 'paper',
      bevel: 0.003,
      turn: [chance.next() * 3],
      open: 0.85,
    })
    sketch.turnedPiece({
      at: at(-0.12, h, 0.1),
      radius: 0.034,
      height: 0.09,
      taper: 1.15,
      paint: paint('#f1ece0'),
      stuff: 'paint',
      bevel: 0.006,
      open: 0.85,
    })
    const pot = at(-0.02, h, -0.12)
    sketch.turnedPiece({
      at: pot,
      radius: 0.05,
      height: 0.1,
      taper: 1.2,
      paint: paint('#b4694a'),
      stuff: 'stone',
      bevel: 0.01,
      open: 0.8,
    })
    flowers(sketch, chance, [pot[0], pot[1] + 0.2, pot[2]], 0.24, chance.pick(BLOOMS))
  },

  brochures(piece, { sketch, theme, chance, brand, wood }) {
    const { at, yaw } = frameOf(piece)
    const { width: w, height: h } = piece
    sketch.box({ at: at(0, 0.02, -0.05), size: [w, h - 0.02, 0.03], paint: wood, turn: [yaw, -0.14], open: 0.92 })
    if (!sketch.full) return
    sketch.box({ at: at(0, 0, 0), size: [w + 0.04, 0.04, 0.34], paint: lighter(wood, 0.8), turn: [yaw], open: 0.82 })
    for (let row = 0; row < 4; row++) {
      const y = 0.28 + row * 0.3
      const z = 0.1 - row * 0.042
      sketch.box({
        at: at(0, y, z),
        size: [w - 0.02, 0.08, 0.02],
        paint: lighter(wood, 1.1),
        bevel: 0.006,
        turn: [yaw, -0.14],
        open: 0.92,
      })
      for (const x of [-0.11, 0.11]) {
        const cover = chance.next() < 0.45 ? brand : paint(chance.pick(BOOKS))
        sketch.box({
          at: at(x, y + 0.015, z - 0.022),
          size: [0.17, 0.235, 0.022],
          paint: mixed(cover, paint(theme.paper), 0.22),
          stuff: 'paper',
          bevel: 0.002,
          turn: [yaw, -0.14],
          open: 0.8,
        })
        sketch.box({
          at: at(x, y + 0.165, z - 0.026),
          size: [0.12, 0.035, 0.026],
          paint: paint(theme.paper),
          stuff: 'paper',
          bevel: 0.001,
          turn: [yaw, -0.14],
          open: 0.8,
        })
      }
    }
  },

  shelf(piece, { sketch, chance, brand, wood }) {
    const { at, yaw } = frameOf(piece)
    const { width: w, depth: d, height: h } = piece
    if (!sketch.full) {
      sketch.box({ at: at(0, 0, 0), size: [w, h, d], paint: lighter(wood, 0.75), turn: [yaw], open: 0.72 })
      return
    }
    for (const x of [-w / 2 + 0.02, w / 2 - 0.02])
      sketch.box({ at: at(x, 0, 0), size: [0.04, h, d], paint: wood, bevel: 0.006, turn: [yaw], open: 0.82 })
    sketch.box({
      at: at(0, 0, -d / 2 + 0.01),
      size: [w - 0.06, h, 0.015],
      paint: lighter(wood, 0.7),
      stuff: 'boards',
      turn: [yaw],
      open: 0.67,
    })
    for (let board = 0; board < 5; board++) {
      const y = 0.08 + board * ((h - 0.12) / 4)
      sketch.box({
        at: at(0, y, 0),
        size: [w - 0.04, 0.03, d - 0.02],
        paint: lighter(wood, 1.05),
        bevel: 0.005,
        turn: [yaw],
        open: 0.87,
      })
      if (board === 4) continue
      let x = -w / 2 + 0.08
      // Books lean on each other; now and then a product stands among them.
      while (x < w / 2 - 0.12) {
        if (chance.next() < 0.16) {
          const r = chance.between(0.05, 0.085)
          sketch.turnedPiece({
            at: at(x + r, y + 0.03, 0.02),
            radius: r,
            height: chance.between(0.1, 0.24),
            taper: chance.between(0.5, 1.2),
            paint: mixed(brand, [0.7, 0.62, 0.5], chance.next() * 0.7),
            stuff: 'paint',
            bevel: 0.02,
            open: 0.82,
          })
          x += r * 2 + 0.05
          continue
        }
        const thick = chance.between(0.022, 0.055)
        const tall = chance.between(0.19, 0.31)
        sketch.box({
          at: at(x + thick / 2, y + 0.03, 0.0),
          size: [thick, tall, 0.2],
          paint: paint(chance.pick(BOOKS)),
          stuff: 'paper',
          bevel: 0.004,
          turn: [yaw, 0, chance.next() < 0.12 ? 0.16 : 0],
          open: 0.77,
        })
        x += thick + 0.004
        if (chance.next() < 0.1) x += chance.between(0.06, 0.16)
      }
    }
  },

  planter(piece, { sketch, chance, wood, theme }) {
    const { at, yaw } = frameOf(piece)
    planter(
      sketch,
      chance,
      theme,
      at(0, 0, 0),
      piece.width,
      piece.height,
      piece.depth,
      yaw,
      lighter(wood, 0.8),
      chance.pick(BLOOMS),
    )
  },
}

/** A box of boards with flowers, ferns or a rose in it. */
export function planter(
  sketch: Sketch,
  chance: Chance,
  theme: Theme,
  at: readonly [number, number, number],
  width: number,
  height: number,
  depth: number,
  yaw: number,
  wood: Paint,
  what: (typeof SPRAYS)[number],
): void {
  const [x, y, z] = at
  sketch.box({ at, size: [width, height, depth], paint: wood, stuff: 'slats', bevel: 0.02, turn: [yaw], open: 0.95 })
  if (sketch.full)
    sketch.box({
      at: [x, y + height - 0.015, z],
      size: [width - 0.07, 0.02, depth - 0.07],
      paint: paint(theme.ground.soil),
      stuff: 'soil',
      turn: [yaw],
      open: 0.9,
    })
  if (!sketch.full) {
    flowers(sketch, chance, [x, y + height + 0.08, z], width * 0.8, what)
    return
  }
  // Ferns and leaves hang over the rim, blooms stand in the middle; nothing in rank and file.
  const count = Math.max(3, Math.round(width / 0.17))
  for (let i = 0; i < count; i++) {
    const along = ((i + 0.5) / count - 0.5) * (width - 0.1) + chance.about(0.05)
    const aside = chance.about(depth * 0.4)
    const green = i % 3 === 2
    const at_: [number, number, number] = [
      x + Math.cos(yaw) * along + Math.sin(yaw) * aside,
      y + height + (green ? 0.03 : 0.1) + chance.about(0.05),
      z - Math.sin(yaw) * along + Math.cos(yaw) * aside,
    ]
    flowers(sketch, chance, at_, chance.between(0.3, 0.44), green ? 'fern' : what)
  }
}

function flowers(
  sketch: Sketch,
  chance: Chance,
  at: readonly [number, number, number],
  size: number,
  spray: (typeof SPRAYS)[number],
): void {
  sketch.tuft({
    at,
    size: size * 0.62,
    heart: [at[0], at[1] - size * 0.9, at[2]],
    cell: sprayIndex(spray),
    tint: [chance.between(0.85, 1.1), chance.between(0.9, 1.05), chance.between(0.8, 1.05)],
    open: 0.9,
    turn: chance.next() * 7,
    sway: 0.012,
    through: 0.35,
  })
}
