/**
 * A booth as it stands: the shell of its plot, the roof of its design, the furniture of its layout, its name.
 *
 * Designs differ in what carries the roof, what the roof is and how the name is put up; a table says how. Inside,
 * everything comes from the layout that the walkable grid also reads, so nobody walks through a shelf.
 */
import { type Piece, WALL_HEIGHT } from '../../../../shared/floorplan/booth-layout.ts'
import type { BoothPlace } from '../../../../shared/floorplan/booths.ts'
import type { Booth, Pavilion } from '../../../../shared/floorplan/model.ts'
import { lighter, mixed, type Paint, paint } from '../draw/paint.ts'
import type { RoofForm, Slot } from '../draw/sketch.ts'
import { type Detail, type Drawing, Sketch } from '../draw/sketch.ts'
import { sprayIndex } from '../planting/leaf-atlas.ts'
import { Chance } from '../random.ts'
import { aspectOf } from '../signs/lettering.ts'
import type { Theme } from '../themes.ts'
import { furnish } from './furnishing.ts'

/** A booth and all that its drawing depends on. */
export interface Stand {
  readonly place: BoothPlace
  /** The exhibitor's colour, tempered. */
  readonly brand: Paint
  readonly fascia: Slot | null
  readonly number: Slot
  readonly logo: Slot | null
  /** Whether a side wall is seen from outside: no neighbour stands against it. */
  readonly exposed: { readonly left: boolean; readonly right: boolean }
}

interface Design {
  readonly wood: 'oak' | 'larch' | 'dark'
  /** Canvas is linen, striped, or dyed in a paler brand colour. */
  readonly cloths: readonly ('linen' | 'striped' | 'dyed')[]
  readonly fascia: 'painted' | 'timber'
  readonly roof: (stand: Stand, wide: number, deep: number) => Omit<RoofForm, 'paint'>[]
}

/** Eaves clear the fascia by the depth of their hem. */
const EAVES = WALL_HEIGHT + 0.24
const HEM = 0.16

const DESIGNS: Readonly<Record<Pavilion, Design>> = {
  vault: {
    wood: 'oak',
    cloths: ['linen', 'linen', 'striped'],
    fascia: 'painted',
    roof: (_, w, d) =>
      bays(w, 4.5).map((bay) => ({
        ...bay,
        depth: d,
        rise: Math.min(1.25, bay.width * 0.26),
        shape: 'vault',
        stripes: 0,
      })),
  },
  gable: {
    wood: 'larch',
    cloths: ['striped', 'linen', 'dyed'],
    fascia: 'painted',
    roof: (_, w, d) =>
      bays(w, 5).map((bay) => ({ ...bay, depth: d, rise: Math.min(1.35, bay.width * 0.3), shape: 'gable' })),
  },
  pergola: { wood: 'larch', cloths: ['linen'], fascia: 'timber', roof: () => [] },
  butterfly: {
    wood: 'dark',
    cloths: ['linen', 'dyed'],
    fascia: 'painted',
    roof: (_, w, d) => [
      { at: [0, EAVES + 0.08, 0], width: w + 0.5, depth: d + 0.3, rise: 0.75, shape: 'butterfly', hem: 0.08 },
    ],
  },
  kiosk: {
    wood: 'oak',
    cloths: ['striped', 'dyed'],
    fascia: 'painted',
    roof: (_, w, d) => [
      { at: [0, EAVES + 0.24, 0], width: w, depth: d, rise: 1.75, shape: 'kiosk', hem: 0.24, stripes: 9 },
    ],
  },
  rotunda: {
    wood: 'oak',
    cloths: ['linen', 'striped'],
    fascia: 'painted',
    roof: (_, w, d) => [
      {
        at: [0, EAVES + 0.22, 0],
        width: w + 1.4,
        depth: d + 1.4,
        rise: Math.min(2.6, w * 0.3),
        shape: 'rotunda',
        hem: 0.22,
      },
    ],
  },
  glasshouse: {
    wood: 'larch',
    cloths: ['linen'],
    fascia: 'timber',
    roof: (_, w, d) =>
      bays(w, 4).map((bay) => ({ ...bay, depth: d, rise: bay.width * 0.34, shape: 'gable', hem: 0, glass: true })),
  },
  sail: {
    wood: 'oak',
    cloths: ['linen', 'dyed'],
    fascia: 'painted',
    roof: (_, w, d) =>
      bays(w, 5).map((bay, i) => ({
        ...bay,
        at: [bay.at[0], EAVES, bay.at[2]],
        width: bay.width + 0.5,
        depth: d + 0.8,
        rise: 1.15,
        shape: 'sail',
        hem: 0,
        yaw: i % 2 === 0 ? 0 : Math.PI / 2,
      })),
  },
}

/** A width cut into equal bays of about `pitch` metres. */
function bays(width: number, pitch: number): { at: [number, number, number]; width: number }[] {
  const count = Math.max(1, Math.round(width / pitch))
  const each = width / count
  return Array.from({ length: count }, (_, i) => ({ at: [(i + 0.5 - count / 2) * each, EAVES + HEM, 0], width: each }))
}

export function drawStand(stand: Stand, theme: Theme, detail: Detail): Drawing {
  const { booth, layout, pavilion } = stand.place
  const design = DESIGNS[pavilion]
  const sketch = new Sketch(detail, booth)
  const chance = new Chance(`${booth.id} ${pavilion}`)
  const wood = paint(theme.wood[design.wood])
  if (detail === 'far') {
    far(sketch, stand, theme, wood, chance)
    return sketch.finish()
  }
  for (const piece of layout.pieces) {
    if (piece.kind === 'wall') wall(sketch, piece, stand, wood)
    else if (piece.kind === 'post') post(sketch, piece, pavilion, wood)
    else {
      sketch.indoors = piece.kind !== 'planter'
      furnish[piece.kind](piece, { sketch, theme, chance, brand: stand.brand, wood })
      sketch.indoors = false
    }
  }
  beams(sketch, stand, wood)
  roof(sketch, stand, theme, chance)
  if (pavilion === 'pergola') pergola(sketch, booth, theme, wood, chance)
  if (pavilion === 'rotunda') ring(sketch, booth, wood)
  if (pavilion === 'butterfly' || pavilion === 'vault') lights(sketch, booth, theme)
  if (pavilion === 'gable' || pavilion === 'kiosk') pennants(sketch, booth, stand.brand, theme, chance)
  if (sketch.full) wallGraphics(sketch, stand)
  outsides(sketch, stand, wood, chance)
  fascia(sketch, stand, theme, wood)
  return sketch.finish()
}

/** Outside boards, inside the exhibitor's colour over a timber dado. */
function wall(sketch: Sketch, piece: Piece, stand: Stand, wood: Paint): void {
  const yaw = (piece.heading * Math.PI) / 180
  const square = Math.abs(piece.width - piece.depth) < 0.2
  if (square) {
    sketch.box({
      at: [piece.x, 0, piece.z],
      size: [piece.width, piece.height, piece.depth],
      paint: stand.brand,
      stuff: 'paint',
      turn: [yaw],
      bevel: 0.03,
      open: 0.7,
    })
    if (sketch.full)
      sketch.box({
        at: [piece.x, 0, piece.z],
        size: [piece.width + 0.03, 0.7, piece.depth + 0.03],
        paint: wood,
        stuff: 'boards',
        turn: [yaw],
        open: 0.6,
      })
    return
  }
  const side = Math.abs(Math.sin(yaw)) > 0.5
  // From the wall towards the middle of the booth.
  const inX = side ? -Math.sign(piece.x) : 0
  const inZ = side ? 0 : -Math.sign(piece.z)
  const half = piece.depth / 4
  const height = stand.place.pavilion === 'pergola' ? 2.1 : piece.height
  const length = piece.width - 0.02
  sketch.box({
    at: [piece.x - inX * half, 0, piece.z - inZ * half],
    size: [length, height, half * 2],
    paint: lighter(wood, 0.82),
    stuff: 'boards',
    turn: [yaw],
    open: 0.9,
  })
  const skin =
    stand.place.pavilion === 'glasshouse' && side
      ? mixed(stand.brand, [0.72, 0.74, 0.68], 0.75)
      : mixed(stand.brand, paint('#f0e6d2'), 0.16)
  sketch.box({
    at: [piece.x + inX * half, 0, piece.z + inZ * half],
    size: [length - 0.06, height - 0.02, half * 2],
    paint: skin,
    stuff: 'paint',
    turn: [yaw],
    open: side ? 0.85 : 0.8,
  })
  if (sketch.full) dado(sketch, piece, length, [piece.x + inX * half * 2, piece.z + inZ * half * 2], wood)
  sketch.indoors = false
}

/** Boards to the height of a hand, with a rail, on the inner face of a wall. */
function dado(sketch: Sketch, piece: Piece, length: number, [x, z]: readonly [number, number], wood: Paint): void {
  const yaw = (piece.heading * Math.PI) / 180
  sketch.box({
    at: [x, 0, z],
    size: [length - 0.1, 0.72, 0.03],
    paint: wood,
    stuff: 'boards',
    turn: [yaw],
    bevel: 0.008,
    open: 0.75,
  })
  sketch.box({
    at: [x, 0.72, z],
    size: [length - 0.1, 0.035, 0.055],
    paint: lighter(wood, 1.1),
    turn: [yaw],
    bevel: 0.008,
    open: 0.85,
  })
}

/** The logo large on a side wall, the name over the screen: what one sees from within. */
function wallGraphics(sketch: Sketch, stand: Stand): void {
  const { layout } = stand.place
  const cream = paint('#f8f0de')
  for (const piece of layout.pieces) {
    if (piece.kind !== 'wall' || Math.abs(piece.width - piece.depth) < 0.2) continue
    const side = Math.abs(Math.sin((piece.heading * Math.PI) / 180)) > 0.5
    if (side && stand.logo) {
      const facing = piece.x > 0 ? -Math.PI / 2 : Math.PI / 2
      const x = piece.x - Math.sign(piece.x) * (piece.depth / 2 + 0.012)
      sketch.logo({
        at: [x, 1.72, piece.z + piece.width * 0.08],
        width: 0.9,
        height: 0.9,
        turn: [facing],
        slot: stand.logo,
        paint: [1, 1, 1],
        open: 0.9,
      })
    }
    const clear = layout.pieces.every((one) => one.kind !== 'screen' || one.base + one.height < 2.05)
    if (!side && stand.fascia && clear) {
      const wide = Math.min(piece.width * 0.62, 2.6)
      sketch.text({
        at: [piece.x, 2.2, piece.z + piece.depth / 2 + 0.012],
        width: wide,
        height: wide / aspectOf('fascia'),
        slot: stand.fascia,
        paint: cream,
        open: 0.9,
      })
    }
  }
}

/** What side walls show to an alley they close: the logo on a board, and something green climbing beside it. */
function outsides(sketch: Sketch, stand: Stand, wood: Paint, chance: Chance): void {
  const { booth, layout } = stand.place
  for (const piece of layout.pieces) {
    const side = Math.abs(Math.sin((piece.heading * Math.PI) / 180)) > 0.5
    if (piece.kind !== 'wall' || !side || booth.depth > 5) continue
    const out = Math.sign(piece.x)
    if (!(out > 0 ? stand.exposed.right : stand.exposed.left)) continue
    const x = piece.x + out * (piece.depth / 2)
    const facing = (out * Math.PI) / 2
    sketch.box({
      at: [x + out * 0.012, 1.05, piece.z],
      size: [1.15, 1.15, 0.04],
      paint: stand.brand,
      stuff: 'paint',
      turn: [facing],
    })
    if (stand.logo)
      sketch.logo({
        at: [x + out * 0.036, 1.625, piece.z],
        width: 0.86,
        height: 0.86,
        turn: [facing],
        slot: stand.logo,
        paint: [1, 1, 1],
      })
    if (!sketch.full) continue
    sketch.box({ at: [x + out * 0.02, 0.98, piece.z], size: [1.3, 0.05, 0.07], paint: wood, turn: [facing] })
    const plants = 7
    for (let i = 0; i < plants; i++) {
      const z = piece.z + (chance.next() < 0.5 ? -1 : 1) * chance.between(0.75, 1.25)
      vine(sketch, chance, [x + out * 0.26, chance.between(0.15, 1.9), z], 0.3)
    }
  }
}

function post(sketch: Sketch, piece: Piece, pavilion: Pavilion, wood: Paint): void {
  const height = pavilion === 'pergola' ? 2.75 : piece.height + 0.2
  if (pavilion === 'rotunda')
    sketch.turnedPiece({ at: [piece.x, 0, piece.z], radius: 0.09, height, taper: 0.8, paint: wood, bevel: 0.02 })
  else sketch.box({ at: [piece.x, 0, piece.z], size: [0.13, height, 0.13], paint: wood, bevel: 0.018 })
  if (!sketch.full) return
  sketch.box({ at: [piece.x, 0, piece.z], size: [0.19, 0.14, 0.19], paint: lighter(wood, 0.7), bevel: 0.02 })
  // A brace under the beam.
  const inwards = -Math.sign(piece.x)
  sketch.box({
    at: [piece.x + inwards * 0.24, height - 0.52, piece.z],
    size: [0.06, 0.62, 0.07],
    paint: lighter(wood, 0.92),
    turn: [0, 0, inwards * -0.75],
  })
}

/** Timber round the top that carries the roof. */
function beams(sketch: Sketch, { place: { booth, pavilion, openSides } }: Stand, wood: Paint): void {
  const { width: w, depth: d } = booth
  const y = pavilion === 'pergola' ? 2.72 : WALL_HEIGHT + 0.05
  const size = 0.15
  sketch.box({ at: [0, y, d / 2 - 0.07], size: [w + 0.06, size, 0.12], paint: wood, bevel: 0.016 })
  sketch.box({ at: [0, y, -d / 2 + 0.07], size: [w + 0.06, size, 0.12], paint: wood, bevel: 0.016 })
  for (const x of [-w / 2 + 0.07, w / 2 - 0.07])
    sketch.box({ at: [x, y, 0], size: [0.12, size, d], paint: wood, bevel: 0.016 })
  if (!sketch.full || pavilion === 'pergola' || pavilion === 'kiosk') return
  // Ribs under the cloth are seen by who stands below.
  const count = Math.max(1, Math.round(d / 1.6))
  for (let i = 1; i < count; i++)
    sketch.box({
      at: [0, y + 0.02, -d / 2 + (d * i) / count],
      size: [w, 0.09, 0.07],
      paint: lighter(wood, 0.9),
      open: 0.7,
    })
  if (openSides.back && w > 5) sketch.box({ at: [0, y + 0.02, 0], size: [0.1, 0.1, d], paint: wood, open: 0.7 })
}

function roof(sketch: Sketch, stand: Stand, theme: Theme, chance: Chance): void {
  const design = DESIGNS[stand.place.pavilion]
  const cloth = chance.pick(design.cloths)
  const linen = lighter(paint(theme.linen), 0.94)
  const dyed = mixed(stand.brand, linen, 0.55)
  for (const form of design.roof(stand, stand.place.booth.width + 0.3, stand.place.booth.depth + 0.7)) {
    const stripes = cloth === 'striped' ? Math.max(3, Math.round(form.width / 0.55)) : 0
    sketch.roof({
      ...form,
      stripes: form.stripes && cloth === 'striped' ? form.stripes : stripes,
      paint: form.glass
        ? lighter(paint(theme.wood.larch), 1.1)
        : cloth === 'striped'
          ? mixed(stand.brand, linen, 0.2)
          : cloth === 'dyed'
            ? dyed
            : linen,
      strength: 0.85,
    })
    if (!sketch.full) continue
    // A ridge pole or a finial, so that cloth visibly hangs on something.
    if (form.shape === 'gable')
      sketch.box({
        at: [form.at[0], form.at[1] + form.rise - 0.07, 0],
        size: [0.08, 0.1, form.depth - 0.1],
        paint: paint(theme.wood[design.wood]),
      })
    if (form.shape === 'kiosk' || form.shape === 'rotunda') {
      sketch.turnedPiece({
        at: [0, form.at[1] + form.rise - 0.1, 0],
        radius: 0.045,
        height: 0.5,
        taper: 0.5,
        paint: paint(theme.wood.oak),
      })
      sketch.turnedPiece({
        at: [0, form.at[1] + form.rise + 0.34, 0],
        radius: 0.09,
        height: 0.18,
        paint: paint(theme.lamp),
        stuff: 'metal',
        bevel: 0.085,
      })
    }
  }
}

/** Slats overhead, roses climbing along them. */
function pergola(sketch: Sketch, booth: Booth, theme: Theme, wood: Paint, chance: Chance): void {
  const { width: w, depth: d } = booth
  const count = sketch.full ? Math.round(w / 0.42) : Math.round(w / 0.9)
  for (let i = 0; i <= count; i++)
    sketch.box({ at: [-w / 2 + (w * i) / count, 2.87, 0.15], size: [0.055, 0.15, d + 0.9], paint: wood, bevel: 0.01 })
  // Cloth let down between some of the slats.
  sketch.roof({
    at: [0, 2.8, -d * 0.12],
    width: w * 0.94,
    depth: d * 0.6,
    rise: 0.01,
    shape: 'flat',
    paint: lighter(paint(theme.linen), 0.94),
    hem: 0.12,
  })
  const plants = sketch.full ? Math.round(w * 1.7) : Math.round(w * 0.8)
  for (let i = 0; i < plants; i++) {
    const x = -w / 2 + (w * (i + 0.5)) / plants
    const z = chance.next() < 0.6 ? d / 2 + chance.about(0.3) : -d / 2 + chance.about(0.5)
    vine(sketch, chance, [x, 3.0 + chance.about(0.12), z], sketch.full ? 0.42 : 0.6)
  }
  for (const x of [-w / 2, w / 2])
    for (let y = 0.5; y < 2.8; y += sketch.full ? 0.5 : 1.1)
      vine(sketch, chance, [x + chance.about(0.08), y, d / 2 - 0.06], sketch.full ? 0.26 : 0.45)
}

function vine(sketch: Sketch, chance: Chance, at: readonly [number, number, number], size: number): void {
  const cell = sprayIndex(chance.next() < 0.45 ? 'rose' : 'hedge')
  sketch.tuft({
    at,
    size: size * chance.between(0.8, 1.2),
    heart: [at[0], at[1] - 0.4, at[2]],
    cell,
    tint: [1, chance.between(0.95, 1.15), 0.95],
    open: 0.85,
    turn: chance.next() * 7,
    sway: 0.02,
    through: 0.45,
  })
}

/** A ring beam under a round roof, faceted as a carpenter would make it. */
function ring(sketch: Sketch, booth: Booth, wood: Paint): void {
  const radius = booth.width / 2 + 0.1
  const sides = 16
  for (let i = 0; i < sides; i++) {
    const angle = ((i + 0.5) / sides) * Math.PI * 2
    sketch.box({
      at: [Math.sin(angle) * radius, EAVES + 0.03, Math.cos(angle) * radius],
      size: [(Math.PI * 2 * radius) / sides + 0.05, 0.18, 0.1],
      paint: wood,
      turn: [angle],
    })
  }
}

/** Where something hung between posts is, a share `t` of the way along the front: it sags between posts 3 m apart. */
function hung({ width, depth }: Booth, t: number, high: number, before: number): [number, number, number] {
  const spans = Math.max(1, Math.round(width / 3))
  return [-width / 2 + width * t, high - Math.sin(((t * spans) % 1) * Math.PI) * 0.14, depth / 2 - before]
}

/** A cable from post to post, in straight lengths. */
function cable(sketch: Sketch, booth: Booth, theme: Theme, high: number, before: number): void {
  const lengths = Math.max(6, Math.round(booth.width * 2))
  for (let i = 0; i < lengths; i++) {
    const a = hung(booth, i / lengths, high, before)
    const b = hung(booth, (i + 0.9999) / lengths, high, before)
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    sketch.box({
      at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 0.006, a[2]],
      size: [Math.hypot(dx, dy) + 0.01, 0.012, 0.012],
      paint: paint(theme.iron),
      stuff: 'paint',
      bevel: 0.003,
      turn: [0, 0, Math.atan2(dy, dx)],
    })
  }
}

/** Bulbs on a cable along the front. */
function lights(sketch: Sketch, booth: Booth, theme: Theme): void {
  if (!sketch.full) return
  cable(sketch, booth, theme, 2.3, 0.3)
  const count = Math.round(booth.width * 1.7)
  for (let i = 0; i < count; i++) {
    const [x, y, z] = hung(booth, (i + 0.5) / count, 2.3, 0.3)
    sketch.turnedPiece({
      at: [x, y - 0.085, z],
      radius: 0.032,
      height: 0.08,
      paint: paint(theme.lamp),
      stuff: 'lamp',
      bevel: 0.03,
    })
  }
}

/** Little flags on a cable, in the exhibitor's colour, linen and straw. */
function pennants(sketch: Sketch, booth: Booth, brand: Paint, theme: Theme, chance: Chance): void {
  if (!sketch.full) return
  cable(sketch, booth, theme, 2.3, 0.24)
  const count = Math.round(booth.width / 0.27)
  const colors = [brand, paint(theme.linen), paint('#d9b26a'), mixed(brand, paint(theme.linen), 0.5)]
  for (let i = 0; i < count; i++) {
    const [x, y, z] = hung(booth, (i + 0.5) / count, 2.3, 0.24)
    sketch.box({
      at: [x, y - 0.16, z],
      size: [0.125, 0.125, 0.006],
      paint: colors[i % colors.length] as Paint,
      stuff: 'cloth',
      bevel: 0.002,
      turn: [0, chance.about(0.25), Math.PI / 4],
      open: 0.95,
    })
  }
}

/** The name over the front, with the logo at its left end and the number on a plate at its right. */
function fascia(sketch: Sketch, stand: Stand, theme: Theme, wood: Paint): void {
  const { brand } = stand
  const { booth } = stand.place
  const design = DESIGNS[stand.place.pavilion]
  const { width: w, depth: d } = booth
  const height = Math.min(0.62, 0.4 + w * 0.025)
  const y = WALL_HEIGHT - height + 0.22
  const z = d / 2 + 0.055
  const painted = design.fascia === 'painted'
  const board = painted ? brand : lighter(wood, 1.08)
  const letters = painted ? paint('#fdf6e6') : mixed(brand, [0.02, 0.025, 0.02], 0.45)
  const long = w - 0.04
  sketch.box({
    at: [0, y, z - 0.03],
    size: [long, height, 0.06],
    paint: board,
    stuff: painted ? 'paint' : 'timber',
    bevel: 0.014,
  })
  if (sketch.full) {
    for (const edge of [y - 0.012, y + height - 0.028])
      sketch.box({
        at: [0, edge, z - 0.012],
        size: [long + 0.02, 0.04, 0.08],
        paint: painted ? lighter(wood, 1.05) : wood,
        bevel: 0.01,
      })
  }
  const badge = height * 0.78
  const left = -long / 2 + 0.12 + badge / 2
  const middle = y + height / 2
  if (stand.logo)
    sketch.logo({ at: [left, middle, z + 0.012], width: badge, height: badge, slot: stand.logo, paint: [1, 1, 1] })
  if (stand.fascia) {
    const start = stand.logo ? left + badge / 2 : -long / 2 + 0.1
    const room = long / 2 - 0.08 - start
    const wide = Math.min(room, height * 0.95 * aspectOf('fascia'))
    sketch.text({
      at: [start + room / 2, middle, z + 0.012],
      width: wide,
      height: wide / aspectOf('fascia'),
      slot: stand.fascia,
      paint: letters,
    })
  }
  if (!sketch.full) return
  // The number hangs under the fascia at the right post, for those who come along the row.
  const plate = 0.34
  const tall = plate / aspectOf('number') + 0.03
  const at = [long / 2 - plate / 2 - 0.12, y - tall - 0.06, z - 0.02] as const
  sketch.box({ at, size: [plate + 0.04, tall, 0.025], paint: paint(theme.paper), stuff: 'paint', bevel: 0.008 })
  sketch.text({
    at: [at[0], at[1] + tall / 2, at[2] + 0.016],
    width: plate,
    height: plate / aspectOf('number'),
    slot: stand.number,
    paint: [0.03, 0.045, 0.04],
  })
}

/** Too far to see furniture: back, roof and name. */
function far(sketch: Sketch, stand: Stand, theme: Theme, wood: Paint, chance: Chance): void {
  const { brand } = stand
  const { booth } = stand.place
  const { width: w, depth: d } = booth
  // Boards outside, as close by; the exhibitor's colour where the booth is open, dim as a room is in daylight.
  sketch.box({
    at: [0, 0, -d * 0.14],
    size: [w, WALL_HEIGHT, d * 0.72],
    paint: lighter(wood, 0.82),
    stuff: 'boards',
    open: 0.85,
  })
  sketch.box({
    at: [0, 0.1, d * 0.23],
    size: [w - 0.3, WALL_HEIGHT - 0.2, 0.06],
    paint: mixed(brand, wood, 0.2),
    stuff: 'paint',
    open: 0.6,
  })
  sketch.box({
    at: [0, WALL_HEIGHT - 0.32, d / 2],
    size: [w, 0.5, 0.1],
    paint: DESIGNS[stand.place.pavilion].fascia === 'painted' ? brand : wood,
    stuff: 'paint',
  })
  roof(sketch, stand, theme, chance)
}

/** Height of everything that stands there, metres: for picking. */
export const STAND_HEIGHT = 3.6
