/**
 * Booths from above: the shade they throw, the floor one steps onto, a roof in the exhibitor's tempered colour whose
 * shape follows the pavilion, and an awning striped in the colour of the kind along the open front.
 */
import type { BoothPlace } from '../../../shared/floorplan/booths.ts'
import type { ExhibitorKind, Pavilion } from '../../../shared/floorplan/model.ts'
import { PALETTE } from '../../app/palette.ts'
import { INK } from './ink.ts'
import { around, type Brush, type Item, pen, within } from './item.ts'
import { mixed, tempered, veiled } from './tint.ts'

/** Who stands there; null on a free plot. */
export interface Occupant {
  readonly color: string
  readonly kind: ExhibitorKind
}

/** Depth of the awning before the roof, metres. */
export const AWNING = 0.55
/** Free strip between the roofs of neighbours, metres on each side. */
const GAP = 0.12
/** Pixels a metre from which a roof shows how it is made, and from which the awning has stripes. */
const SHAPED_FROM = 6
const STRIPED_FROM = 14
/** How far shadows fall, metres; the sun of printed plans stands in the north-west. */
const SHADE = { x: 0.55, z: 0.7 }

export const boothShade = ({ booth, pavilion }: BoothPlace): Item => ({
  bounds: around(booth),
  paint(brush) {
    brush.save()
    brush.translate(SHADE.x, SHADE.z)
    within(brush, booth, () => {
      brush.fillStyle = veiled(INK.shade, 0.2)
      brush.beginPath()
      if (pavilion === 'rotunda') brush.arc(0, 0, Math.min(booth.width, booth.depth) / 2, 0, Math.PI * 2)
      else brush.rect(-booth.width / 2 + GAP, -booth.depth / 2 + GAP, booth.width - 2 * GAP, booth.depth - 2 * GAP)
      brush.fill()
    })
    brush.restore()
  },
})

export function pavilion(place: BoothPlace, occupant: Occupant | null): Item {
  const { booth } = place
  const brand = occupant ? tempered(occupant.color) : VACANT
  const kind = occupant ? PALETTE[occupant.kind] : INK.line
  return {
    bounds: around(booth),
    paint(brush, scale) {
      const roof: Roof = {
        width: booth.width - 2 * GAP,
        depth: booth.depth - 2 * GAP - AWNING,
        // From afar kinds must tell themselves apart, close by exhibitors.
        colour: mixed(mixed(brand, kind, scale < SHAPED_FROM ? 0.34 : 0.06), INK.paper, occupant ? 0.3 : 0.5),
        heading: booth.heading,
        scale,
      }
      within(brush, booth, () => {
        floor(brush, booth.width, booth.depth, scale)
        brush.translate(0, -AWNING / 2)
        ROOFS[place.pavilion](brush, roof)
        brush.translate(0, AWNING / 2)
        awning(brush, booth.width - 2 * GAP, booth.depth / 2 - GAP, kind, scale)
      })
    },
  }
}

const VACANT = '#d9cfb6'

interface Roof {
  readonly width: number
  readonly depth: number
  readonly colour: string
  /** Of the booth, degrees: which slope lies in the light. */
  readonly heading: number
  /** Pixels a metre. */
  readonly scale: number
}

type Corner = readonly [x: number, z: number]

/** A plane of a roof that looks towards `facing` (booth frame): light toward the sun, in shade away from it. */
function plane(brush: Brush, roof: Roof, facing: Corner, corners: readonly Corner[]): void {
  const turn = (roof.heading * Math.PI) / 180
  const x = facing[0] * Math.cos(turn) + facing[1] * Math.sin(turn)
  const z = -facing[0] * Math.sin(turn) + facing[1] * Math.cos(turn)
  const lit = -0.6 * x - 0.8 * z
  brush.fillStyle = lit > 0 ? mixed(roof.colour, '#fffaea', lit * 0.36) : mixed(roof.colour, '#3d4238', -lit * 0.17)
  trace(brush, corners)
  brush.fill()
}

function trace(brush: Brush, corners: readonly Corner[]): void {
  brush.beginPath()
  for (const [i, [x, z]] of corners.entries()) {
    if (i === 0) brush.moveTo(x, z)
    else brush.lineTo(x, z)
  }
  brush.closePath()
}

function outlined(brush: Brush, { width, depth, scale }: Roof): void {
  brush.strokeStyle = veiled(INK.line, 0.85)
  brush.lineWidth = pen(0.05, scale, 0.75)
  brush.strokeRect(-width / 2, -depth / 2, width, depth)
}

/** Fine lines in the roof's own darker tone. */
function ruled(brush: Brush, roof: Roof, opacity: number, draw: () => void): void {
  if (roof.scale < SHAPED_FROM) return
  brush.strokeStyle = veiled(mixed(roof.colour, INK.line, 0.62), opacity)
  brush.lineWidth = pen(0.03, roof.scale, 0.55)
  brush.beginPath()
  draw()
  brush.stroke()
}

const box = ({ width, depth }: Roof): [Corner, Corner, Corner, Corner] => [
  [-width / 2, -depth / 2],
  [width / 2, -depth / 2],
  [width / 2, depth / 2],
  [-width / 2, depth / 2],
]

const ROOFS: Record<Pavilion, (brush: Brush, roof: Roof) => void> = {
  /** A barrel along the front: the tone turns over it, ribs cross it. */
  vault(brush, roof) {
    const { width, depth } = roof
    const bands = roof.scale < SHAPED_FROM ? 2 : 7
    for (let i = 0; i < bands; i++) {
      const from = -depth / 2 + (depth * i) / bands
      const to = from + depth / bands + 0.01
      const tilt = ((i + 0.5) / bands) * 2 - 1
      plane(
        brush,
        roof,
        [0, tilt],
        [
          [-width / 2, from],
          [width / 2, from],
          [width / 2, to],
          [-width / 2, to],
        ],
      )
    }
    const ribs = Math.max(3, Math.round(width / 0.75))
    ruled(brush, roof, 0.45, () => {
      for (let i = 1; i < ribs; i++) {
        const x = -width / 2 + (width * i) / ribs
        brush.moveTo(x, -depth / 2)
        brush.quadraticCurveTo(x + 0.12, 0, x, depth / 2)
      }
    })
    outlined(brush, roof)
  },
  /** A ridge along the front, rafters down both slopes. */
  gable(brush, roof) {
    const { width, depth } = roof
    const [a, b, c, d] = box(roof)
    plane(brush, roof, [0, -1], [a, b, [width / 2, 0], [-width / 2, 0]])
    plane(brush, roof, [0, 1], [d, c, [width / 2, 0], [-width / 2, 0]])
    ruled(brush, roof, 0.36, () => {
      for (let z = 0.35; z < depth / 2; z += 0.35) {
        for (const side of [-1, 1]) {
          brush.moveTo(-width / 2, z * side)
          brush.lineTo(width / 2, z * side)
        }
      }
    })
    ruled(brush, roof, 0.95, () => {
      brush.moveTo(-width / 2, 0)
      brush.lineTo(width / 2, 0)
    })
    outlined(brush, roof)
  },
  /** Slats on beams, with something growing over the corners. */
  pergola(brush, roof) {
    const { width, depth, scale } = roof
    brush.fillStyle = mixed(roof.colour, INK.paper, 0.38)
    trace(brush, box(roof))
    brush.fill()
    if (scale >= SHAPED_FROM) {
      brush.fillStyle = mixed(roof.colour, INK.line, 0.12)
      const slats = Math.max(4, Math.round(width / 0.45))
      for (let i = 0; i < slats; i++) {
        const x = -width / 2 + (width * (i + 0.28)) / slats
        brush.fillRect(x, -depth / 2, (width / slats) * 0.44, depth)
      }
      brush.fillStyle = veiled('#7f9d57', 0.75)
      for (const [x, z, r] of [
        [-0.46, -0.4, 0.42],
        [-0.38, -0.46, 0.3],
        [0.47, 0.36, 0.34],
        [0.44, -0.44, 0.26],
      ] as const) {
        brush.beginPath()
        brush.arc(width * x, depth * z, r, 0, Math.PI * 2)
        brush.fill()
      }
    }
    outlined(brush, roof)
  },
  /** Two wings that fall to a gutter in the middle. */
  butterfly(brush, roof) {
    const { width, depth } = roof
    const [a, b, c, d] = box(roof)
    plane(brush, roof, [1, 0], [a, [0, -depth / 2], [0, depth / 2], d])
    plane(brush, roof, [-1, 0], [[0, -depth / 2], b, c, [0, depth / 2]])
    ruled(brush, roof, 0.3, () => {
      for (const side of [-1, 1]) {
        for (let x = 0.55; x < width / 2; x += 0.55) {
          brush.moveTo(x * side, -depth / 2)
          brush.lineTo(x * side, depth / 2)
        }
      }
    })
    ruled(brush, roof, 0.95, () => {
      brush.moveTo(0, -depth / 2)
      brush.lineTo(0, depth / 2)
    })
    outlined(brush, roof)
  },
  /** A tent of four slopes. */
  kiosk(brush, roof) {
    const [a, b, c, d] = box(roof)
    const top: Corner = [0, 0]
    plane(brush, roof, [0, -1], [a, b, top])
    plane(brush, roof, [1, 0], [b, c, top])
    plane(brush, roof, [0, 1], [c, d, top])
    plane(brush, roof, [-1, 0], [d, a, top])
    ruled(brush, roof, 0.7, () => {
      for (const [x, z] of [a, b, c, d]) {
        brush.moveTo(0, 0)
        brush.lineTo(x, z)
      }
    })
    outlined(brush, roof)
  },
  /** A cone of wedges on a square floor. */
  rotunda(brush, roof) {
    const radius = Math.min(roof.width, roof.depth) / 2
    const wedges = 16
    for (let i = 0; i < wedges; i++) {
      const from = (i / wedges) * Math.PI * 2
      const to = ((i + 1.04) / wedges) * Math.PI * 2
      const middle = (from + to) / 2
      const at = (angle: number): Corner => [Math.cos(angle) * radius, Math.sin(angle) * radius]
      plane(brush, roof, [Math.cos(middle), Math.sin(middle)], [[0, 0], at(from), at(middle), at(to)])
    }
    ruled(brush, roof, 0.4, () => {
      for (let i = 0; i < wedges; i++) {
        const angle = (i / wedges) * Math.PI * 2
        brush.moveTo(Math.cos(angle) * radius * 0.2, Math.sin(angle) * radius * 0.2)
        brush.lineTo(Math.cos(angle) * radius, Math.sin(angle) * radius)
      }
    })
    brush.strokeStyle = veiled(INK.line, 0.85)
    brush.lineWidth = pen(0.05, roof.scale, 0.75)
    brush.beginPath()
    brush.arc(0, 0, radius, 0, Math.PI * 2)
    if (roof.scale >= SHAPED_FROM) {
      brush.moveTo(radius * 0.2, 0)
      brush.arc(0, 0, radius * 0.2, 0, Math.PI * 2)
    }
    brush.stroke()
  },
  /** Panes on a ridge; the colour is only in the frame. */
  glasshouse(brush, roof) {
    const { width, depth } = roof
    const glass: Roof = { ...roof, colour: mixed(roof.colour, '#cfe3e4', 0.6) }
    const [a, b, c, d] = box(roof)
    plane(brush, glass, [0, -1], [a, b, [width / 2, 0], [-width / 2, 0]])
    plane(brush, glass, [0, 1], [d, c, [width / 2, 0], [-width / 2, 0]])
    ruled(brush, roof, 0.55, () => {
      const columns = Math.max(3, Math.round(width / 0.6))
      for (let i = 1; i < columns; i++) {
        const x = -width / 2 + (width * i) / columns
        brush.moveTo(x, -depth / 2)
        brush.lineTo(x, depth / 2)
      }
      for (const z of [-0.25, 0, 0.25]) {
        brush.moveTo(-width / 2, depth * z)
        brush.lineTo(width / 2, depth * z)
      }
    })
    outlined(brush, roof)
  },
  /** Cloth stretched between masts: its edges curve inwards. */
  sail(brush, roof) {
    const { width, depth, scale } = roof
    const [a, b, c, d] = box(roof)
    const sag = Math.min(width, depth) * 0.09
    const cloth = (from: Corner, over: Corner, to: Corner, facing: Corner): void => {
      const turned = { ...roof }
      plane(brush, turned, facing, [from, over, to])
    }
    brush.save()
    brush.beginPath()
    brush.moveTo(...a)
    brush.quadraticCurveTo(0, -depth / 2 + sag, ...b)
    brush.quadraticCurveTo(width / 2 - sag, 0, ...c)
    brush.quadraticCurveTo(0, depth / 2 - sag, ...d)
    brush.quadraticCurveTo(-width / 2 + sag, 0, ...a)
    brush.closePath()
    brush.clip()
    cloth(a, b, d, [-0.5, -0.5])
    cloth(b, c, d, [0.5, 0.5])
    brush.restore()
    brush.strokeStyle = veiled(INK.line, 0.8)
    brush.lineWidth = pen(0.05, scale, 0.7)
    brush.beginPath()
    brush.moveTo(...a)
    brush.quadraticCurveTo(0, -depth / 2 + sag, ...b)
    brush.quadraticCurveTo(width / 2 - sag, 0, ...c)
    brush.quadraticCurveTo(0, depth / 2 - sag, ...d)
    brush.quadraticCurveTo(-width / 2 + sag, 0, ...a)
    brush.stroke()
    ruled(brush, roof, 0.4, () => {
      brush.moveTo(...b)
      brush.quadraticCurveTo(-sag, -sag, ...d)
    })
  },
}

function floor(brush: Brush, width: number, depth: number, scale: number): void {
  brush.fillStyle = FLOOR
  brush.fillRect(-width / 2, -depth / 2, width, depth)
  brush.strokeStyle = veiled(INK.line, 0.4)
  brush.lineWidth = pen(0.03, scale, 0.5)
  brush.strokeRect(-width / 2, -depth / 2, width, depth)
}

const FLOOR = '#ecdfc3'

/** Where one walks in. From afar a line in the colour of the kind, close by a scalloped awning. */
function awning(brush: Brush, width: number, front: number, kind: string, scale: number): void {
  const top = front - AWNING
  if (scale < STRIPED_FROM) {
    brush.fillStyle = kind
    const thick = Math.min(AWNING, Math.max(0.26, 2.2 / scale))
    brush.fillRect(-width / 2, front - thick, width, thick)
    return
  }
  const stripes = Math.max(4, Math.round(width / 0.42))
  const stripe = width / stripes
  for (let i = 0; i < stripes; i++) {
    const x = -width / 2 + i * stripe
    brush.fillStyle = i % 2 === 0 ? kind : '#fffaf0'
    brush.beginPath()
    brush.rect(x, top, stripe, AWNING * 0.72)
    brush.ellipse(x + stripe / 2, top + AWNING * 0.72, stripe / 2, AWNING * 0.3, 0, 0, Math.PI)
    brush.fill()
  }
  brush.strokeStyle = veiled(INK.line, 0.7)
  brush.lineWidth = pen(0.025, scale, 0.5)
  brush.beginPath()
  brush.moveTo(-width / 2, top)
  brush.lineTo(width / 2, top)
  for (let i = 0; i < stripes; i++) {
    const x = -width / 2 + i * stripe
    brush.moveTo(x, top + AWNING * 0.72)
    brush.ellipse(x + stripe / 2, top + AWNING * 0.72, stripe / 2, AWNING * 0.3, 0, Math.PI, 0, true)
  }
  brush.stroke()
}
