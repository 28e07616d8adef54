/** An amphitheatre: a timber platform under a shell of cloth, a screen, benches in arcs. Pieces come from the layout. */
import type { Stage } from '../../../../shared/floorplan/model.ts'
import { type StagePiece, stageLayout } from '../../../../shared/floorplan/stage-layout.ts'
import { PALETTE } from '../../../app/palette.ts'
import { lighter, paint } from '../draw/paint.ts'
import type { Sketch, Slot } from '../draw/sketch.ts'
import { BLOOMS, planter } from '../pavilions/furnishing.ts'
import { Chance } from '../random.ts'
import { aspectOf } from '../signs/lettering.ts'
import type { Theme } from '../themes.ts'

export function drawStage(sketch: Sketch, theme: Theme, stage: Stage, title: Slot): void {
  const { pieces } = stageLayout(stage)
  const oak = paint(theme.wood.oak)
  const larch = paint(theme.wood.larch)
  for (const piece of pieces) DRAW[piece.kind](sketch, theme, piece)
  const platform = pieces.find((piece) => piece.kind === 'platform')
  const backdrop = pieces.find((piece) => piece.kind === 'backdrop')
  if (!platform || !backdrop) return
  const width = platform.width + 2.2
  const depth = platform.depth + 2.4
  const height = backdrop.height + 0.5
  const z = platform.z + 0.3
  sketch.roof({
    at: [0, height - 1.2, z],
    width,
    depth,
    rise: 3.4,
    shape: 'shell',
    paint: lighter(paint(theme.linen), 0.95),
    hem: 0.3,
    yaw: 0,
  })
  for (const side of [-1, 1]) {
    for (const along of [-0.46, 0.46])
      sketch.turnedPiece({
        at: [side * (width / 2 - 0.1), 0, z + depth * along],
        radius: 0.13,
        height: height - 1.1,
        taper: 0.75,
        paint: oak,
        bevel: 0.03,
      })
    sketch.box({ at: [side * (width / 2 - 0.1), height - 1.3, z], size: [0.16, 0.2, depth], paint: oak })
    sketch.box({
      at: [side * (platform.width / 2 + 0.2), 0, platform.z + platform.depth * 0.2],
      size: [0.5, 1.5, 0.5],
      paint: [0.02, 0.022, 0.024],
      stuff: 'cloth',
      bevel: 0.03,
    })
  }
  // The name along the front of the platform.
  const tall = platform.height * 0.72
  const board = tall * aspectOf('title')
  const front = platform.z + platform.depth / 2 + 0.02
  const aside = -platform.width * 0.18
  sketch.box({
    at: [aside, platform.height * 0.12, front],
    size: [board + 0.3, tall, 0.06],
    paint: paint(PALETTE.lindenDeep),
    stuff: 'paint',
    bevel: 0.015,
  })
  sketch.text({
    at: [aside, platform.height * 0.12 + tall / 2, front + 0.04],
    width: board,
    height: tall,
    slot: title,
    paint: paint('#fdf6e6'),
  })
  const chance = new Chance(stage.id)
  for (const x of [-0.42, 0.06, 0.5])
    planter(
      sketch,
      chance,
      theme,
      [platform.width * x, 0, front + 0.45],
      1.5,
      0.42,
      0.42,
      0,
      larch,
      chance.pick(BLOOMS),
    )
  // Flags either side.
  for (const side of [-1, 1]) {
    const x = side * (width / 2 + 1.1)
    sketch.turnedPiece({ at: [x, 0, front - 0.4], radius: 0.05, height: 5.6, taper: 0.6, paint: oak })
    sketch.box({
      at: [x + 0.42, 3.1, front - 0.4],
      size: [0.78, 2.3, 0.012],
      paint: paint(side < 0 ? PALETTE.blossomDeep : PALETTE.sun),
      stuff: 'cloth',
      bevel: 0.004,
      turn: [0.25],
    })
  }
  if (!sketch.full) return
  // A lectern with a microphone.
  const at: [number, number, number] = [-platform.width * 0.2, platform.height, platform.z + platform.depth * 0.32]
  sketch.box({ at, size: [0.56, 1.05, 0.4], paint: larch, stuff: 'boards', bevel: 0.02, open: 0.85 })
  sketch.box({
    at: [at[0], at[1] + 1.05, at[2]],
    size: [0.68, 0.04, 0.5],
    paint: lighter(larch, 1.1),
    turn: [0, -0.2],
    open: 0.9,
  })
  sketch.turnedPiece({
    at: [at[0] + 0.15, at[1] + 1.08, at[2]],
    radius: 0.012,
    height: 0.3,
    paint: paint(theme.iron),
    stuff: 'metal',
    turn: [0, 0.3],
  })
}

const DRAW: Readonly<Record<StagePiece['kind'], (sketch: Sketch, theme: Theme, piece: StagePiece) => void>> = {
  platform(sketch, theme, piece) {
    const larch = paint(theme.wood.larch)
    sketch.box({
      at: [piece.x, 0, piece.z],
      size: [piece.width - 0.1, piece.height - 0.06, piece.depth - 0.1],
      paint: lighter(larch, 0.7),
      stuff: 'boards',
      bevel: 0.02,
      open: 0.9,
    })
    sketch.box({
      at: [piece.x, piece.height - 0.07, piece.z],
      size: [piece.width, 0.07, piece.depth],
      paint: larch,
      bevel: 0.02,
      open: 0.9,
    })
    for (const step of [1, 2]) {
      const height = (piece.height / 3) * (3 - step)
      sketch.box({
        at: [piece.width * 0.3, 0, piece.z + piece.depth / 2 + step * 0.32 - 0.16],
        size: [2.2, height, 0.34],
        paint: lighter(larch, 0.92),
        bevel: 0.02,
      })
    }
  },
  backdrop(sketch, theme, piece) {
    const oak = paint(theme.wood.oak)
    sketch.box({
      at: [piece.x, 0, piece.z],
      size: [piece.width, piece.height, piece.depth],
      paint: lighter(oak, 0.75),
      stuff: 'boards',
      bevel: 0.03,
      open: 0.75,
    })
    if (!sketch.full) return
    const ribs = Math.round(piece.width / 0.6)
    for (let i = 0; i <= ribs; i++) {
      // The middle is the screen's.
      if (Math.abs(i / ribs - 0.5) < 0.3) continue
      sketch.box({
        at: [piece.x - piece.width / 2 + (piece.width * i) / ribs, 0.6, piece.z + piece.depth / 2],
        size: [0.09, piece.height - 0.7, 0.14],
        paint: oak,
        open: 0.8,
      })
    }
  },
  screen(sketch, theme, piece) {
    sketch.box({
      at: [piece.x, piece.base - 0.1, piece.z],
      size: [piece.width + 0.2, piece.height + 0.2, piece.depth],
      paint: paint(theme.iron),
      stuff: 'metal',
      bevel: 0.03,
      open: 0.8,
    })
    sketch.box({
      at: [piece.x, piece.base, piece.z + 0.04],
      size: [piece.width, piece.height, piece.depth],
      paint: [0.012, 0.014, 0.016],
      stuff: 'glass',
      bevel: 0.01,
      open: 0.7,
    })
  },
  bench(sketch, theme, piece) {
    const yaw = (piece.heading * Math.PI) / 180
    const sin = Math.sin(yaw)
    const cos = Math.cos(yaw)
    const at = (x: number, y: number, z: number): [number, number, number] => [
      piece.x + x * cos + z * sin,
      y,
      piece.z - x * sin + z * cos,
    ]
    const oak = paint(theme.wood.oak)
    const slats = sketch.full ? 3 : 1
    for (let i = 0; i < slats; i++) {
      const deep = piece.depth / slats
      sketch.box({
        at: at(0, piece.height - 0.06, (i + 0.5) * deep - piece.depth / 2),
        size: [piece.width, 0.06, deep - 0.012],
        paint: lighter(oak, 1 + (i % 2) * 0.08),
        turn: [yaw],
        bevel: 0.018,
      })
    }
    for (const x of [-piece.width * 0.36, piece.width * 0.36])
      sketch.box({
        at: at(x, 0, 0),
        size: [0.2, piece.height - 0.07, piece.depth - 0.08],
        paint: paint(theme.ground.stone[0]),
        stuff: 'stone',
        turn: [yaw],
        bevel: 0.02,
      })
  },
}
