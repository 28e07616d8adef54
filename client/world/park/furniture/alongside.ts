/** What stands beside an alley: benches one would sit on, lamps, planters, flowerbeds. Recipes in their own metres. */
import { lighter, type Paint, paint } from '../draw/paint.ts'
import type { Sketch, Slot } from '../draw/sketch.ts'
import { BLOOMS, planter } from '../pavilions/furnishing.ts'
import { sprayIndex } from '../planting/leaf-atlas.ts'
import type { Chance } from '../random.ts'
import { aspectOf } from '../signs/lettering.ts'
import type { Theme } from '../themes.ts'

/** A park bench of slats on cast feet, `length` metres, facing +z. */
export function drawBench(sketch: Sketch, theme: Theme, length: number): void {
  const wood = paint(theme.wood.oak)
  const iron = paint(theme.iron)
  const slats = sketch.full ? 4 : 1
  for (let i = 0; i < slats; i++) {
    const depth = sketch.full ? 0.095 : 0.42
    sketch.box({
      at: [0, 0.42 + Math.abs(i - 1.2) * 0.006, sketch.full ? -0.17 + i * 0.118 : 0],
      size: [length, 0.035, depth],
      paint: lighter(wood, 1 + (i % 2) * 0.08),
      bevel: 0.014,
    })
  }
  const rails = sketch.full ? 3 : 1
  for (let i = 0; i < rails; i++)
    sketch.box({
      at: [0, 0.54 + i * 0.125, -0.25 - i * 0.035],
      size: [length, sketch.full ? 0.1 : 0.36, 0.032],
      paint: lighter(wood, 1.04 - (i % 2) * 0.07),
      bevel: 0.013,
      turn: [0, -0.24],
    })
  if (!sketch.full) return
  const feet = length > 2 ? [-length / 2 + 0.2, 0, length / 2 - 0.2] : [-length / 2 + 0.18, length / 2 - 0.18]
  for (const x of feet) {
    sketch.box({ at: [x, 0, 0.17], size: [0.05, 0.42, 0.05], paint: iron, stuff: 'metal', turn: [0, 0.12] })
    sketch.box({ at: [x, 0, -0.2], size: [0.05, 0.46, 0.05], paint: iron, stuff: 'metal', turn: [0, -0.14] })
    sketch.box({ at: [x, 0.38, -0.02], size: [0.05, 0.05, 0.46], paint: iron, stuff: 'metal' })
    sketch.box({ at: [x, 0.42, -0.3], size: [0.045, 0.48, 0.035], paint: iron, stuff: 'metal', turn: [0, -0.24] })
    if (x !== 0) sketch.box({ at: [x, 0.64, 0.0], size: [0.055, 0.035, 0.42], paint: wood, bevel: 0.014 })
  }
}

/** What a lamp's banner says, across the alley it stands on. */
export interface Banner {
  readonly paint: Paint
  readonly slot: Slot
}

/** A lamp post: a stepped column, a globe that is still lit this early, the name of the alley on a board. */
export function drawLamp(sketch: Sketch, theme: Theme, banner: Banner | null): void {
  const iron = paint(theme.iron)
  const height = 3.7
  if (banner) {
    const width = 1.15
    const tall = width / aspectOf('plate') + 0.06
    sketch.box({ at: [0, 2.72, 0], size: [width + 0.1, tall, 0.11], paint: banner.paint, stuff: 'paint', bevel: 0.01 })
    for (const side of [0, Math.PI])
      sketch.text({
        at: [0, 2.72 + tall / 2, Math.cos(side) * 0.062],
        width,
        height: width / aspectOf('plate'),
        turn: [side],
        slot: banner.slot,
        paint: paint('#fdf6e6'),
      })
  }
  if (!sketch.full) {
    sketch.box({ at: [0, 0, 0], size: [0.09, height, 0.09], paint: iron, stuff: 'metal' })
    sketch.box({ at: [0, height, 0], size: [0.28, 0.3, 0.28], paint: paint(theme.lamp), stuff: 'lamp' })
    return
  }
  sketch.turnedPiece({
    at: [0, 0, 0],
    radius: 0.15,
    height: 0.12,
    taper: 0.8,
    paint: iron,
    stuff: 'metal',
    bevel: 0.03,
  })
  sketch.turnedPiece({
    at: [0, 0.12, 0],
    radius: 0.1,
    height: 0.6,
    taper: 0.55,
    paint: iron,
    stuff: 'metal',
    bevel: 0.02,
  })
  sketch.turnedPiece({ at: [0, 0.72, 0], radius: 0.075, height: 0.06, paint: iron, stuff: 'metal', bevel: 0.028 })
  sketch.turnedPiece({ at: [0, 0.7, 0], radius: 0.05, height: height - 0.7, taper: 0.65, paint: iron, stuff: 'metal' })
  sketch.turnedPiece({
    at: [0, height - 0.04, 0],
    radius: 0.06,
    height: 0.12,
    taper: 1.8,
    paint: iron,
    stuff: 'metal',
    bevel: 0.02,
  })
  sketch.turnedPiece({
    at: [0, height + 0.04, 0],
    radius: 0.165,
    height: 0.33,
    paint: paint(theme.lamp),
    stuff: 'lamp',
    bevel: 0.16,
  })
  sketch.turnedPiece({
    at: [0, height + 0.35, 0],
    radius: 0.12,
    height: 0.09,
    taper: 0.2,
    paint: iron,
    stuff: 'metal',
    bevel: 0.02,
  })
}

export function drawPlanter(sketch: Sketch, chance: Chance, theme: Theme, width: number): void {
  const wood = lighter(paint(theme.wood.oak), 0.8)
  planter(sketch, chance, theme, [0, 0, 0], Math.max(0.8, width), 0.5, 0.5, 0, wood, chance.pick(BLOOMS))
}

/** A round bed edged in stone, highest in its middle. */
export function drawFlowerbed(sketch: Sketch, chance: Chance, theme: Theme, radius: number): void {
  const rings = [chance.pick(BLOOMS), chance.pick(BLOOMS), chance.pick(BLOOMS)]
  sketch.turnedPiece({
    at: [0, 0, 0],
    radius,
    height: 0.16,
    taper: 0.97,
    paint: paint(theme.ground.curb),
    stuff: 'stone',
    bevel: 0.05,
  })
  if (sketch.full)
    sketch.turnedPiece({
      at: [0, 0.05, 0],
      radius: radius - 0.14,
      height: 0.13,
      paint: paint(theme.ground.soil),
      stuff: 'soil',
      bevel: 0.04,
    })
  const count = Math.round(radius * radius * (sketch.full ? 9 : 3)) + 4
  for (let i = 0; i < count; i++) {
    const share = Math.sqrt((i + 0.5) / count)
    const angle = i * 2.39996
    const reach = share * (radius - 0.25)
    const size = sketch.full ? 0.34 : 0.6
    const low: [number, number, number] = [Math.sin(angle) * reach, 0.3 + 0.22 * (1 - share), Math.cos(angle) * reach]
    sketch.tuft({
      at: low,
      size,
      heart: [low[0], low[1] - 0.5, low[2]],
      cell: sprayIndex(share > 0.88 ? 'fern' : (rings[Math.floor(share * 3)] ?? 'tulips')),
      tint: [chance.between(0.9, 1.1), chance.between(0.9, 1.05), 1],
      open: 0.6 + 0.4 * share,
      turn: chance.next() * 7,
      sway: 0.012,
      through: 0.35,
    })
  }
}

/** A clipped hedge from −length/2 to length/2 along x: leaves on both faces and the top, twilight inside. */
export function drawHedge(sketch: Sketch, chance: Chance, length: number, height: number): void {
  const deep = 0.62
  sketch.box({
    at: [0, 0, 0],
    size: [length + 0.04, height - 0.06, deep],
    paint: [0.085, 0.125, 0.04],
    stuff: 'soil',
    bevel: 0.08,
    open: 0.8,
  })
  const step = sketch.full ? 0.42 : 0.85
  const columns = Math.max(1, Math.round(length / step))
  const rows = Math.max(1, Math.round(height / step))
  for (let c = 0; c < columns; c++)
    for (let r = 0; r <= rows; r++)
      for (const side of r === rows ? [0] : [-1, 1]) {
        const x = ((c + 0.5) / columns - 0.5) * length + chance.about(step * 0.3)
        const y = Math.min(height - 0.04, ((r + 0.5) / rows) * height + chance.about(step * 0.2))
        const z = side * (deep / 2 - 0.02)
        sketch.tuft({
          at: [x, y, z],
          size: step * chance.between(0.82, 1),
          heart: [x, y - (side === 0 ? 0.6 : 0.12), z - side * 0.6],
          cell: sprayIndex('hedge'),
          tint: [chance.between(0.92, 1.15), chance.between(0.98, 1.12), 0.9],
          open: 0.5 + 0.5 * (y / height),
          turn: chance.next() * 7,
          sway: 0.008,
          through: 0.3,
        })
      }
}

/** A low wall of stone along x, with a coping. */
export function drawStoneWall(sketch: Sketch, theme: Theme, length: number, height: number): void {
  const stone = paint(theme.ground.stone[0])
  sketch.box({
    at: [0, 0, 0],
    size: [length, height - 0.08, 0.34],
    paint: lighter(stone, 0.85),
    stuff: 'stone',
    bevel: 0.02,
  })
  sketch.box({
    at: [0, height - 0.08, 0],
    size: [length + 0.06, 0.09, 0.44],
    paint: stone,
    stuff: 'stone',
    bevel: 0.025,
  })
}
