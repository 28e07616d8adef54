/** The sheet, the lawn, and everything paved: painted in passes, so that alleys and forecourts join without seams. */
import type { BoothPlace } from '../../../shared/floorplan/booths.ts'
import type { Alley, Entrance, HallPlan, Plaza } from '../../../shared/floorplan/model.ts'
import { type Point, toHall } from '../../../shared/floorplan/point.ts'
import { randomFrom } from '../../../shared/floorplan/random.ts'
import { type Bounds, grown, placed, type Rectangle, strip } from '../../../shared/floorplan/rectangle.ts'
import { woodlandCrown } from './crowns.ts'
import { INK, PAVING } from './ink.ts'
import { around, aroundPoint, type Brush, type Item, pen, within } from './item.ts'
import { PAVING_SIDE, pavingAt } from './paving.ts'
import { mixed, veiled } from './tint.ts'
import { fillRepeating, keptBy, mottling } from './washes.ts'

/** How far the surroundings of a hall are drawn, metres beyond its edge; further out is bare paper. */
export const SURROUNDINGS = 46

/** The part of the floor that a drawing of the hall covers. */
export const sheetOf = ({ width, depth }: { readonly width: number; readonly depth: number }): Bounds => ({
  minX: -width / 2 - SURROUNDINGS,
  minY: -depth / 2 - SURROUNDINGS,
  maxX: width / 2 + SURROUNDINGS,
  maxY: depth / 2 + SURROUNDINGS,
})

/** Paper, a wash of green that runs out into it, and the lawn of the hall. */
export function lawn(plan: HallPlan): Item {
  const { width, depth } = plan.hall
  const sheet = sheetOf(plan.hall)
  return {
    bounds: sheet,
    paint(brush, scale) {
      brush.fillStyle = INK.paper
      brush.fillRect(sheet.minX, sheet.minY, sheet.maxX - sheet.minX, sheet.maxY - sheet.minY)
      for (const [out, opacity] of BLEED) {
        brush.fillStyle = veiled(INK.lawn, opacity)
        wandering(brush, width / 2 + out, depth / 2 + out, 2 + out * 0.22)
        brush.fill()
      }
      brush.fillStyle = INK.lawn
      brush.beginPath()
      brush.rect(-width / 2, -depth / 2, width, depth)
      brush.fill()
      fillRepeating(brush, mottles('light'), 46)
      fillRepeating(brush, mottles('deep'), 61)
      if (scale >= GRASS_FROM) {
        brush.beginPath()
        brush.rect(-width / 2, -depth / 2, width, depth)
        fillRepeating(brush, grass(512), 9)
      }
    },
  }
}

/** Layers of the wash outside the hedge: metres out, opacity. */
const BLEED = [
  [30, 0.12],
  [21, 0.16],
  [13, 0.22],
  [7, 0.3],
] as const
/** Pixels a metre from which single tufts are drawn. */
const GRASS_FROM = 13

/** A rounded rectangle whose edge runs as wet paint does. */
function wandering(brush: Brush, halfWidth: number, halfDepth: number, waves: number): void {
  brush.beginPath()
  const steps = 240
  for (let i = 0; i <= steps; i++) {
    const angle = (i / steps) * Math.PI * 2
    const cos = Math.cos(angle)
    const sin = Math.sin(angle)
    const bulge =
      waves * (0.5 * Math.sin(angle * 7 + 1) + 0.35 * Math.sin(angle * 17 + waves) + 0.25 * Math.sin(angle * 31))
    const x = Math.sign(cos) * Math.abs(cos) ** 0.32 * (halfWidth + bulge)
    const z = Math.sign(sin) * Math.abs(sin) ** 0.32 * (halfDepth + bulge)
    if (i === 0) brush.moveTo(x, z)
    else brush.lineTo(x, z)
  }
  brush.closePath()
}

/** Woods around the park, the paler the further out; none where the ways lead in. */
export function woodland(plan: HallPlan): Item[] {
  const { width, depth } = plan.hall
  const random = randomFrom(Math.round(width * 31 + depth))
  const area = (width + depth) * 2 * SURROUNDINGS
  const trees: Item[] = []
  for (let i = 0; i < area / 34; i++) {
    const x = (random() - 0.5) * (width + 2 * SURROUNDINGS)
    const z = (random() - 0.5) * (depth + 2 * SURROUNDINGS)
    const out = Math.max(Math.abs(x) - width / 2, Math.abs(z) - depth / 2)
    const size = 2.6 + random() * 2.6
    const fade = 1 - out / 34
    const draw = Math.floor(random() * 97)
    if (out < size * 0.8 || random() > fade ** 1.3) continue
    if (plan.entrances.some((gate) => onWayIn(gate, { x, z }, size))) continue
    trees.push(woodlandCrown(x, z, size, Math.max(0.1, fade) * 0.55, draw))
  }
  return trees
}

/** The way on which people come to a gate from outside. */
export const wayIn = (gate: Entrance): Rectangle => {
  const middle = toHall({ x: 0, z: -WAY_IN / 2 }, gate)
  return { ...middle, width: gate.width * 0.8, depth: WAY_IN, heading: gate.heading }
}
const WAY_IN = 26
const onWayIn = (gate: Entrance, { x, z }: Point, size: number): boolean => {
  const way = grown(wayIn(gate), size + 1)
  return Math.abs(x - way.x) < Math.max(way.width, 8) / 2 + 3 && Math.abs(z - way.z) < way.depth / 2 && size > 0
}

/** The way to a gate, running out into the paper. */
export const approach = (gate: Entrance): Item => {
  const way = wayIn(gate)
  return {
    bounds: around(way),
    paint(brush) {
      within(brush, way, () => {
        const fade = brush.createLinearGradient(0, way.depth / 2, 0, -way.depth / 2)
        fade.addColorStop(0, PAVING.gravel.wash)
        fade.addColorStop(0.35, PAVING.gravel.wash)
        fade.addColorStop(1, veiled(PAVING.gravel.wash, 0))
        brush.fillStyle = fade
        brush.fillRect(-way.width / 2, -way.depth / 2, way.width, way.depth)
      })
    },
  }
}

/** Alleys and forecourts: first one ink edge around all of them, then all washes, then the joints. */
export function paved(plan: HallPlan, booths: ReadonlyMap<string, BoothPlace>): Item[] {
  const courts = [...booths.values()].flatMap(forecourts)
  const alleys = plan.alleys
    .map((alley) => ({ alley, rect: aisle(alley) }))
    .sort((a, b) => RANK[a.alley.role] - RANK[b.alley.role])
  return [
    ...courts.map((rect) => edge(rect)),
    ...alleys.map(({ rect }) => edge(rect)),
    ...plan.plazas.map(plazaEdge),
    ...courts.map((rect) => wash(rect, INK.forecourt)),
    ...alleys.map(({ alley, rect }) => laid(alley, rect)),
    ...plan.plazas.map(plaza),
  ]
}

const RANK: Record<Alley['role'], number> = { side: 0, cross: 1, main: 2 }

const aisle = (alley: Alley): Rectangle => strip(alley, { x: alley.toX, z: alley.toZ }, alley.width)

/** Paving before each open side of a booth, as deep as the alley's edge is away, with a little to join it. */
function forecourts({ booth, openSides }: BoothPlace): Rectangle[] {
  const { width, depth } = booth
  const found = [placed({ x: 0, z: depth / 2 + 1.1, width: width + 2 * BESIDE, depth: 2.3, heading: 0 }, booth)]
  const beside = (x: number): Rectangle => placed({ x, z: 0.2, width: 1.4, depth: depth + 0.4, heading: 0 }, booth)
  if (openSides.right) found.push(beside(width / 2 + 0.6))
  if (openSides.left) found.push(beside(-width / 2 - 0.6))
  if (openSides.back) found.push(placed({ x: 0, z: -depth / 2 - 0.6, width, depth: 1.4, heading: 0 }, booth))
  return found
}

/** Forecourts reach this far beyond a booth, metres: over the gaps of a row and to the cross alley at its end. */
const BESIDE = 3

const edge = (rect: Rectangle): Item => ({
  bounds: around(rect),
  paint(brush, scale) {
    const line = pen(0.07, scale, 0.8)
    const { width, depth } = grown(rect, line)
    within(brush, rect, () => {
      brush.fillStyle = mixed(INK.line, INK.lawn, 0.42)
      brush.fillRect(-width / 2, -depth / 2, width, depth)
    })
  },
})

const wash = (rect: Rectangle, colour: string): Item => ({
  bounds: around(rect),
  paint(brush) {
    within(brush, rect, () => {
      brush.fillStyle = colour
      brush.fillRect(-rect.width / 2, -rect.depth / 2, rect.width, rect.depth)
    })
  },
})

const laid = (alley: Alley, rect: Rectangle): Item => ({
  bounds: around(rect),
  paint(brush, scale) {
    const { width, depth } = rect
    within(brush, rect, () => {
      brush.fillStyle = PAVING[alley.paving].wash
      brush.fillRect(-width / 2, -depth / 2, width, depth)
      const joints = pavingAt(alley.paving, scale)
      brush.beginPath()
      brush.rect(-width / 2, -depth / 2, width, depth)
      if (joints) fillRepeating(brush, joints, PAVING_SIDE[alley.paving])
      fillRepeating(brush, mottles('sand'), 23)
      // A kerb: the fine second line that engraved plans give their walks.
      if (scale < 5) return
      brush.strokeStyle = veiled(PAVING[alley.paving].joint, 0.9)
      brush.lineWidth = pen(0.05, scale, 0.6)
      brush.beginPath()
      for (const x of [-width / 2 + 0.35, width / 2 - 0.35]) {
        brush.moveTo(x, -depth / 2)
        brush.lineTo(x, depth / 2)
      }
      brush.stroke()
    })
  },
})

const plazaEdge = ({ x, z, radius }: Plaza): Item => ({
  bounds: aroundPoint({ x, z }, radius),
  paint(brush, scale) {
    disc(brush, x, z, radius + pen(0.07, scale, 0.8), mixed(INK.line, INK.lawn, 0.42))
  },
})

/** Rings of stone around the middle, each laid in its own number of wedges. */
const plaza = ({ x, z, radius }: Plaza): Item => ({
  bounds: aroundPoint({ x, z }, radius),
  paint(brush, scale) {
    disc(brush, x, z, radius, INK.plaza)
    const rings = Math.max(3, Math.round(radius / 2.2))
    const step = radius / rings
    for (let ring = 1; ring <= rings; ring++) {
      const outer = ring * step
      if (ring % 3 === 0) annulus(brush, x, z, outer - step, outer, mixed(INK.plaza, '#dcb893', 0.34))
      brush.strokeStyle = veiled('#b79c74', ring === rings ? 0.9 : 0.5)
      brush.lineWidth = pen(0.05, scale, 0.55)
      brush.beginPath()
      brush.arc(x, z, outer, 0, Math.PI * 2)
      if (scale >= 3.6 && ring > 1) {
        const wedges = ring * (scale >= 12 ? 12 : 6)
        for (let i = 0; i < wedges; i++) {
          const angle = ((i + (ring % 2) / 2) / wedges) * Math.PI * 2
          brush.moveTo(x + Math.cos(angle) * (outer - step), z + Math.sin(angle) * (outer - step))
          brush.lineTo(x + Math.cos(angle) * outer, z + Math.sin(angle) * outer)
        }
      }
      brush.stroke()
    }
    brush.beginPath()
    brush.arc(x, z, radius, 0, Math.PI * 2)
    fillRepeating(brush, mottles('sand'), 23)
  },
})

function disc(brush: Brush, x: number, z: number, radius: number, colour: string): void {
  brush.fillStyle = colour
  brush.beginPath()
  brush.arc(x, z, radius, 0, Math.PI * 2)
  brush.fill()
}

function annulus(brush: Brush, x: number, z: number, inner: number, outer: number, colour: string): void {
  brush.fillStyle = colour
  brush.beginPath()
  brush.arc(x, z, outer, 0, Math.PI * 2)
  brush.arc(x, z, inner, 0, Math.PI * 2, true)
  brush.fill()
}

const mottles = keptBy((kind: 'light' | 'deep' | 'sand') => {
  if (kind === 'light') return mottling(512, '#f0f2d6', 60, 0.3, 3)
  if (kind === 'deep') return mottling(512, INK.lawnDeep, 54, 0.34, 5)
  return mottling(256, '#d8b98a', 30, 0.1, 9)
})

const grass = keptBy((side: number) => {
  const canvas = new OffscreenCanvas(side, side)
  const brush = canvas.getContext('2d')
  if (!brush) return canvas
  const random = randomFrom(29)
  brush.strokeStyle = veiled(INK.hedgeDeep, 0.34)
  brush.lineWidth = 1.1
  for (let i = 0; i < 70; i++) {
    const x = random() * side
    const y = random() * side
    const size = 4 + random() * 5
    brush.beginPath()
    for (const lean of [-0.6, 0, 0.6]) {
      brush.moveTo(x, y)
      brush.lineTo(x + lean * size, y - size * (lean === 0 ? 1.15 : 0.85))
    }
    brush.stroke()
  }
  return canvas
})
