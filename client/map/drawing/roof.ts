/** Roofs from above: each pavilion is known by its ridges, drawn over two tones of its wash. */
import type { Pavilion } from '../../../shared/floorplan/model.ts'
import type { Brush } from './item.ts'

export interface RoofPaint {
  readonly light: string
  readonly shade: string
  readonly line: string
  /** Width of a line, metres. */
  readonly pen: number
}

/** Paints the roof of a plot `w` × `d` metres around (0, 0), front towards +y. */
export function paintRoof(pavilion: Pavilion, brush: Brush, w: number, d: number, paint: RoofPaint): void {
  brush.fillStyle = paint.light
  brush.fillRect(-w / 2, -d / 2, w, d)
  brush.strokeStyle = paint.line
  brush.lineWidth = paint.pen
  brush.fillStyle = paint.shade
  ROOF[pavilion](brush, w, d)
}

type Roof = (brush: Brush, w: number, d: number) => void

const ROOF: Record<Pavilion, Roof> = {
  // A barrel: bows across, the side away from the sun darker.
  vault(brush, w, d) {
    brush.fillRect(-w / 2, d * 0.12, w, d * 0.38)
    lines(brush, [[-w / 2, -d * 0.12, w / 2, -d * 0.12]])
    lines(brush, spread(w, 1.5).map((x): Line => [x, -d / 2, x, d / 2]))
  },
  // A ridge along, and hips.
  gable(brush, w, d) {
    brush.fillRect(-w / 2, 0, w, d / 2)
    lines(brush, [[-w / 2, 0, w / 2, 0]])
  },
  pergola(brush, w, d) {
    lines(brush, spread(w, 0.5).map((x): Line => [x, -d / 2, x, d / 2]))
  },
  // A valley in the middle, both wings rising.
  butterfly(brush, w, d) {
    brush.fillRect(-w / 2, -d / 2, w / 2, d)
    lines(brush, [
      [0, -d / 2, 0, d / 2],
      [-w / 4, -d / 2, -w / 4, d / 2],
      [w / 4, -d / 2, w / 4, d / 2],
    ])
  },
  // A pyramid.
  kiosk(brush, w, d) {
    triangle(brush, [-w / 2, d / 2], [w / 2, d / 2], [0, 0])
    triangle(brush, [w / 2, -d / 2], [w / 2, d / 2], [0, 0])
    lines(brush, [
      [-w / 2, -d / 2, w / 2, d / 2],
      [w / 2, -d / 2, -w / 2, d / 2],
    ])
  },
  rotunda(brush, w, d) {
    const radius = Math.min(w, d) / 2
    brush.beginPath()
    brush.arc(0, 0, radius * 0.97, -Math.PI * 0.2, Math.PI * 0.8)
    brush.fill()
    brush.beginPath()
    brush.arc(0, 0, radius * 0.97, 0, Math.PI * 2)
    brush.stroke()
    brush.beginPath()
    brush.arc(0, 0, radius * 0.3, 0, Math.PI * 2)
    brush.stroke()
    lines(
      brush,
      Array.from({ length: 16 }, (_, i): Line => {
        const angle = (i / 16) * Math.PI * 2
        const [x, y] = [Math.cos(angle) * radius, Math.sin(angle) * radius]
        return [x * 0.3, y * 0.3, x * 0.97, y * 0.97]
      }),
    )
  },
  glasshouse(brush, w, d) {
    brush.fillRect(-w / 2, 0, w, d / 2)
    lines(brush, [
      ...spread(w, 0.8).map((x): Line => [x, -d / 2, x, d / 2]),
      ...spread(d, 0.8).map((y): Line => [-w / 2, y, w / 2, y]),
    ])
  },
  // Cloth between two high corners and two low ones.
  sail(brush, w, d) {
    triangle(brush, [-w / 2, d / 2], [w / 2, d / 2], [w / 2, -d / 2])
    lines(brush, [[-w / 2, d / 2, w / 2, -d / 2]])
    brush.beginPath()
    brush.moveTo(-w / 2, -d / 2)
    brush.quadraticCurveTo(0, -d * 0.22, w / 2, -d / 2)
    brush.moveTo(-w / 2, d / 2)
    brush.quadraticCurveTo(0, d * 0.22, w / 2, d / 2)
    brush.stroke()
  },
}

type Line = [number, number, number, number]

function lines(brush: Brush, all: readonly Line[]): void {
  brush.beginPath()
  for (const [x1, y1, x2, y2] of all) {
    brush.moveTo(x1, y1)
    brush.lineTo(x2, y2)
  }
  brush.stroke()
}

function triangle(brush: Brush, a: [number, number], b: [number, number], c: [number, number]): void {
  brush.beginPath()
  brush.moveTo(a[0], a[1])
  brush.lineTo(b[0], b[1])
  brush.lineTo(c[0], c[1])
  brush.fill()
}

/** Places about `apart` metres from each other along `length`, ends left out. */
function spread(length: number, apart: number): number[] {
  const count = Math.max(2, Math.round(length / apart))
  return Array.from({ length: count - 1 }, (_, i) => -length / 2 + ((i + 1) * length) / count)
}
