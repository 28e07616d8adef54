/**
 * Trees from above as a botanical garden's plan has them: a wash that is lighter toward the sun, pigment gathered at
 * the edge, blossom, and a broken ink line. Painted once for each species, variant and size, then stamped.
 */
import type { Decoration, Planting } from '../../../shared/floorplan/model.ts'
import { hashOf, randomFrom } from '../../../shared/floorplan/random.ts'
import { CROWN, INK } from './ink.ts'
import { aroundPoint, type Brush, type Item } from './item.ts'
import { mixed, veiled } from './tint.ts'
import { blob, keptBy, sheet } from './washes.ts'

const VARIANTS = 5
/** Stamp sizes grow by this ratio; a stamp is scaled by at most its square root. */
const SIZE_STEP = 1.4
/** Of a stamp's side, the crown's diameter: the rest is room for lobes. */
const FILLED = 0.8

/** A tree of the park. Its `radius` on the plan is less than in life where crowns would hide what one comes for. */
export function crown(tree: Decoration, radius: number): Item {
  const planting = tree.planting ?? 'none'
  const draw = hashOf(tree.id)
  return {
    bounds: aroundPoint(tree, radius),
    paint(brush, scale) {
      stamp(brush, tree.x, tree.z, radius, planting, draw, scale)
    },
  }
}

/** Shadows lie on the ground under all crowns, so they are painted before any of them. */
export const crownShade = (tree: Decoration, radius: number): Item => ({
  bounds: aroundPoint(tree, radius),
  paint(brush) {
    brush.fillStyle = veiled(INK.shade, 0.16)
    brush.beginPath()
    brush.ellipse(tree.x + radius * 0.26, tree.z + radius * 0.32, radius * 0.98, radius * 0.94, 0, 0, Math.PI * 2)
    brush.fill()
  },
})

/** A tree beyond the hedge: the park's surroundings, the paler the further out. */
export const woodlandCrown = (x: number, z: number, size: number, strength: number, draw: number): Item => ({
  bounds: aroundPoint({ x, z }, size),
  paint(brush, scale) {
    brush.globalAlpha = strength
    stamp(brush, x, z, size, WOODS[draw % WOODS.length] ?? 'none', draw, scale)
    brush.globalAlpha = 1
  },
})

const WOODS: readonly Planting[] = ['none', 'birch', 'none', 'linden']

function stamp(
  brush: Brush,
  x: number,
  z: number,
  size: number,
  planting: Planting,
  draw: number,
  scale: number,
): void {
  const diameter = (size * 2 * scale) / FILLED
  const step = Math.max(0, Math.round(Math.log(diameter / 8) / Math.log(SIZE_STEP)))
  const picture = stamps(`${planting} ${draw % VARIANTS} ${step}`)
  const side = (size * 2) / FILLED
  brush.drawImage(picture, x - side / 2, z - side / 2, side, side)
}

const stamps = keptBy((key: string) => {
  const [planting, variant, step] = key.split(' ') as [Planting, string, string]
  const side = Math.ceil(8 * SIZE_STEP ** Number(step))
  const { canvas, brush } = sheet(side, side)
  paintCrown(brush, side, planting, Number(variant))
  return canvas
})

function paintCrown(brush: OffscreenCanvasRenderingContext2D, side: number, planting: Planting, variant: number): void {
  const { wash, edge, bloom } = CROWN[planting]
  const random = randomFrom(hashOf(planting) + variant * 977)
  const c = side / 2
  const radius = (side * FILLED) / 2
  const outline = (): void =>
    blob(brush, c, c, radius * 0.93, 9 + (variant % 3) * 2, 0.075, randomFrom(variant * 31 + hashOf(planting)))

  outline()
  const light = brush.createRadialGradient(c - radius * 0.4, c - radius * 0.45, radius * 0.05, c, c, radius * 1.08)
  light.addColorStop(0, mixed(wash, '#fffbe2', 0.5))
  light.addColorStop(0.55, wash)
  light.addColorStop(1, mixed(wash, edge, 0.5))
  brush.globalAlpha = 0.93
  brush.fillStyle = light
  brush.fill()

  brush.save()
  outline()
  brush.clip()
  const tufts = side < 24 ? 6 : 22
  for (let i = 0; i < tufts; i++) {
    const angle = random() * Math.PI * 2
    const out = Math.sqrt(random()) * radius * 0.86
    const x = c + Math.cos(angle) * out
    const y = c + Math.sin(angle) * out
    // Toward the sun tufts are lit, away from it they are in shade.
    const shade = (Math.cos(angle - 0.8) * out) / radius
    brush.globalAlpha = 0.16 + random() * 0.14
    brush.fillStyle = shade > 0.1 ? mixed(edge, INK.shade, 0.12) : mixed(wash, '#fffdf0', 0.55)
    blob(brush, x, y, radius * (0.12 + random() * 0.17), 5, 0.16, random)
    brush.fill()
  }
  brush.globalAlpha = 0.34
  brush.strokeStyle = edge
  brush.lineWidth = radius * 0.16
  outline()
  brush.stroke()
  if (bloom && side >= 18) {
    brush.fillStyle = bloom
    const flowers = Math.min(90, Math.round(side * 0.55))
    for (let i = 0; i < flowers; i++) {
      const angle = random() * Math.PI * 2
      const out = Math.sqrt(random()) * radius * 0.9
      brush.globalAlpha = 0.5 + random() * 0.45
      brush.beginPath()
      brush.arc(
        c + Math.cos(angle) * out,
        c + Math.sin(angle) * out,
        Math.max(0.55, radius * (0.018 + random() * 0.026)),
        0,
        7,
      )
      brush.fill()
    }
  }
  brush.restore()

  if (side >= 40) leaves(brush, c, radius, edge, random)
  brush.globalAlpha = side < 24 ? 0.5 : 0.72
  brush.strokeStyle = mixed(edge, INK.line, 0.5)
  brush.lineWidth = Math.max(0.6, Math.min(1.5, side / 150))
  if (side >= 40) brush.setLineDash([radius * 0.5, radius * 0.07, radius * 0.22, radius * 0.05])
  outline()
  brush.stroke()
  brush.setLineDash([])
}

/** The draughtsman's shorthand for foliage: small arcs, thicker on the shaded side. */
function leaves(
  brush: OffscreenCanvasRenderingContext2D,
  c: number,
  radius: number,
  edge: string,
  random: () => number,
): void {
  brush.strokeStyle = mixed(edge, INK.line, 0.55)
  brush.lineWidth = Math.max(0.6, radius / 90)
  for (let i = 0; i < 26; i++) {
    const angle = random() * Math.PI * 2
    const out = Math.sqrt(random()) * radius * 0.8
    const shaded = Math.cos(angle - 0.8) > -0.1
    if (!shaded && random() < 0.65) continue
    brush.globalAlpha = shaded ? 0.5 : 0.3
    const x = c + Math.cos(angle) * out
    const y = c + Math.sin(angle) * out
    const size = radius * (0.05 + random() * 0.05)
    brush.beginPath()
    brush.arc(x, y, size, angle - 1.1, angle + 1.1)
    brush.stroke()
  }
}
