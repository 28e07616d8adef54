/** Watercolour: edges that wander, pigment that gathers, mottling that repeats without a seam. */
import { randomFrom } from '../../../shared/floorplan/random.ts'
import type { Brush } from './item.ts'
import { veiled } from './tint.ts'

/** A sheet to prepare a texture on, pixels. */
export function sheet(
  width: number,
  height: number,
): { canvas: OffscreenCanvas; brush: OffscreenCanvasRenderingContext2D } {
  const canvas = new OffscreenCanvas(Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)))
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('This browser paints no canvas')
  return { canvas, brush }
}

/** A closed line around (x, y) that wanders as a hand does: `lobes` bulges of about `depth` (a share of the radius). */
export function blob(
  brush: Brush,
  x: number,
  y: number,
  radius: number,
  lobes: number,
  depth: number,
  random: () => number,
): void {
  const waves = [lobes, lobes * 2 + 1, 3].map((count, i) => ({
    count,
    phase: random() * Math.PI * 2,
    height: depth * (i === 0 ? 0.6 : 0.35) * (0.6 + random() * 0.8),
  }))
  const steps = Math.max(24, lobes * 6)
  brush.beginPath()
  for (let i = 0; i <= steps; i++) {
    const angle = (i / steps) * Math.PI * 2
    let r = radius
    for (const { count, phase, height } of waves) r += radius * height * Math.sin(angle * count + phase)
    const px = x + Math.cos(angle) * r
    const py = y + Math.sin(angle) * r
    if (i === 0) brush.moveTo(px, py)
    else brush.lineTo(px, py)
  }
  brush.closePath()
}

/** A square of soft blots of `colour` (#rrggbb) that repeats without a seam. */
export function mottling(size: number, colour: string, blots: number, opacity: number, seed: number): OffscreenCanvas {
  const { canvas, brush } = sheet(size, size)
  const random = randomFrom(seed)
  for (let i = 0; i < blots; i++) {
    const x = random() * size
    const y = random() * size
    const radius = size * (0.06 + random() ** 2 * 0.2)
    brush.globalAlpha = opacity * (0.35 + random() * 0.65)
    for (const dx of [-size, 0, size]) {
      for (const dy of [-size, 0, size]) {
        const cx = x + dx
        const cy = y + dy
        if (cx + radius < 0 || cx - radius > size || cy + radius < 0 || cy - radius > size) continue
        const glow = brush.createRadialGradient(cx, cy, 0, cx, cy, radius)
        glow.addColorStop(0, colour)
        glow.addColorStop(0.55, colour)
        // Not to `transparent`, which is black: the rim would be dirty.
        glow.addColorStop(1, veiled(colour, 0))
        brush.fillStyle = glow
        brush.fillRect(cx - radius, cy - radius, radius * 2, radius * 2)
      }
    }
  }
  return canvas
}

/** Fills the current path with a repeating picture whose side is `metres`. */
export function fillRepeating(brush: Brush, picture: OffscreenCanvas, metres: number): void {
  const pattern = brush.createPattern(picture, 'repeat')
  if (!pattern) return
  pattern.setTransform(new DOMMatrix().scale(metres / picture.width, metres / picture.height))
  brush.fillStyle = pattern
  brush.fill()
}

/** What is made once for a key: pictures cost more to paint than to keep. */
export function keptBy<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}
