/** A booth on the plan: its shadow, its roof in the exhibitor's tempered colour, its walls, and a bright open front. */
import type { BoothPlace } from '../../../shared/floorplan/booths.ts'
import { INK } from './ink.ts'
import { around, type Brush, type Item, pen, within } from './item.ts'
import { paintRoof } from './roof.ts'
import { mixed, tempered, veiled } from './tint.ts'

/** From here on the roof grows thin and the furniture shows, pixels a metre. */
const FURNITURE_FROM = 30
/** Depth of the awning over the front, metres. */
const AWNING = 0.55

/** A booth nobody has taken yet. */
const VACANT = '#cfc4a6'

export const boothShade = ({ booth }: BoothPlace): Item => ({
  bounds: around(booth),
  paint(brush) {
    brush.fillStyle = veiled(INK.shade, 0.2)
    within(brush, { x: booth.x + 0.55, z: booth.z + 0.6, heading: booth.heading }, () =>
      brush.fillRect(-booth.width / 2, -booth.depth / 2, booth.width, booth.depth),
    )
  },
})

/** `colour`: the exhibitor's, #rrggbb; null for a vacant booth. */
export function pavilion(place: BoothPlace, colour: string | null): Item {
  const { booth } = place
  const brand = colour === null ? VACANT : tempered(colour)
  const roof = {
    light: mixed(brand, INK.paper, colour === null ? 0.5 : 0.66),
    shade: mixed(brand, INK.paper, colour === null ? 0.4 : 0.54),
    line: mixed(brand, INK.paper, 0.32),
  }
  return {
    bounds: around(booth),
    paint(brush, scale) {
      const { width, depth } = booth
      within(brush, booth, () => {
        const roofPen = pen(0.05, scale, 0.55)
        if (scale < FURNITURE_FROM) paintRoof(place.pavilion, brush, width, depth, { ...roof, pen: roofPen })
        else {
          brush.fillStyle = mixed(roof.light, '#fffdf4', 0.35)
          brush.fillRect(-width / 2, -depth / 2, width, depth)
          brush.globalAlpha = 0.4
          paintRoof(place.pavilion, brush, width, depth, { ...roof, pen: roofPen })
          brush.globalAlpha = 1
          furniture(brush, place, brand, scale)
        }
        awning(brush, width, depth, brand, scale)
        outline(brush, place, scale)
      })
    },
  }
}

/** The front, where one comes in: a band of full colour with the scallops of an awning. */
function awning(brush: Brush, width: number, depth: number, brand: string, scale: number): void {
  const z = depth / 2 - AWNING
  brush.fillStyle = brand
  brush.fillRect(-width / 2, z, width, AWNING)
  if (scale < 9) return
  const count = Math.max(4, Math.round(width / 0.6))
  const step = width / count
  brush.fillStyle = mixed(brand, '#fffaf0', 0.78)
  for (let i = 1; i < count; i += 2) brush.fillRect(-width / 2 + i * step, z, step, AWNING)
  brush.beginPath()
  for (let i = 0; i < count; i++) {
    const x = -width / 2 + (i + 0.5) * step
    brush.moveTo(x + step / 2, depth / 2)
    brush.arc(x, depth / 2, step / 2, 0, Math.PI)
  }
  brush.fillStyle = mixed(brand, '#fffaf0', 0.25)
  brush.fill()
}

/** Closed sides are walls, open ones a fine line. */
function outline(brush: Brush, { booth, openSides }: BoothPlace, scale: number): void {
  const [x, z] = [booth.width / 2, booth.depth / 2]
  brush.strokeStyle = veiled(INK.line, 0.85)
  brush.lineWidth = pen(0.05, scale, 0.7)
  brush.strokeRect(-x, -z, booth.width, booth.depth)
  brush.lineWidth = pen(0.16, scale, 1.1)
  brush.strokeStyle = INK.line
  brush.beginPath()
  for (const [open, x1, z1, x2, z2] of [
    [openSides.back, -x, -z, x, -z],
    [openSides.left, -x, -z, -x, z],
    [openSides.right, x, -z, x, z],
  ] as const) {
    if (open) continue
    brush.moveTo(x1, z1)
    brush.lineTo(x2, z2)
  }
  brush.stroke()
}

function furniture(brush: Brush, { layout }: BoothPlace, brand: string, scale: number): void {
  brush.lineWidth = pen(0.02, scale, 0.6)
  for (const piece of layout.pieces) {
    if (piece.kind === 'wall' || piece.kind === 'post') continue
    within(brush, piece, () => {
      brush.fillStyle =
        piece.kind === 'planter'
          ? '#a9c07a'
          : piece.kind === 'screen'
            ? INK.line
            : piece.kind === 'counter'
              ? mixed(brand, '#fffaf0', 0.3)
              : mixed(INK.timber, '#fffaf0', 0.55)
      brush.strokeStyle = veiled(INK.line, 0.55)
      brush.beginPath()
      if (piece.kind === 'table') brush.arc(0, 0, piece.width / 2, 0, Math.PI * 2)
      else brush.roundRect(-piece.width / 2, -piece.depth / 2, piece.width, piece.depth, 0.08)
      brush.fill()
      brush.stroke()
    })
  }
}
