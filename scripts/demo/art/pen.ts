/**
 * A terse pen over a 2D canvas, so that a motif reads as a list of shapes. Angles in turns (1 = full circle),
 * because everything that moves here loops.
 */
export interface Pen {
  readonly g: CanvasRenderingContext2D
  disc(x: number, y: number, r: number, fill: string, ry?: number): void
  /** Part of a circle, `from`…`to` in turns from three o'clock, clockwise. */
  arc(x: number, y: number, r: number, width: number, stroke: string, from?: number, to?: number): void
  /** Top left corner, size. */
  box(x: number, y: number, w: number, h: number, fill: string, radius?: number | number[]): void
  poly(points: readonly (readonly [number, number])[], fill: string): void
  /** SVG path data. */
  path(d: string, fill: string): void
  line(d: string, stroke: string, width: number): void
  /** Draws with the origin at (x, y), turned by `turn`, scaled by `scale`. */
  put(x: number, y: number, turn: number, scale: number, draw: () => void): void
  faded(alpha: number, draw: () => void): void
  letter(text: string, x: number, y: number, size: number, fill: string, font?: string): void
}

export const SERIF = '"Literata Variable", serif'
export const SANS = '"Onest Variable", sans-serif'

/** A sine that returns to where it was when `t` has gone from 0 to 1. */
export const swing = (t: number, times = 1, phase = 0): number => Math.sin(2 * Math.PI * (t * times + phase))

export function penOn(g: CanvasRenderingContext2D): Pen {
  const scoped = (draw: () => void): void => {
    g.save()
    draw()
    g.restore()
  }
  const filled = (fill: string): void => {
    g.fillStyle = fill
    g.fill()
  }
  return {
    g,
    disc(x, y, r, fill, ry = r) {
      g.beginPath()
      g.ellipse(x, y, r, ry, 0, 0, Math.PI * 2)
      filled(fill)
    },
    arc(x, y, r, width, stroke, from = 0, to = 1) {
      g.beginPath()
      g.arc(x, y, r, from * Math.PI * 2, to * Math.PI * 2)
      g.lineWidth = width
      g.lineCap = 'round'
      g.strokeStyle = stroke
      g.stroke()
    },
    box(x, y, w, h, fill, radius = 0) {
      g.beginPath()
      g.roundRect(x, y, w, h, radius)
      filled(fill)
    },
    poly(points, fill) {
      g.beginPath()
      for (const [x, y] of points) g.lineTo(x, y)
      g.closePath()
      filled(fill)
    },
    path(d, fill) {
      g.fillStyle = fill
      g.fill(new Path2D(d))
    },
    line(d, stroke, width) {
      g.lineWidth = width
      g.lineCap = 'round'
      g.lineJoin = 'round'
      g.strokeStyle = stroke
      g.stroke(new Path2D(d))
    },
    put(x, y, turn, scale, draw) {
      scoped(() => {
        g.translate(x, y)
        g.rotate(turn * Math.PI * 2)
        g.scale(scale, scale)
        draw()
      })
    },
    faded(alpha, draw) {
      scoped(() => {
        g.globalAlpha *= alpha
        draw()
      })
    },
    letter(text, x, y, size, fill, font = SERIF) {
      g.font = `700 ${size}px ${font}`
      g.textAlign = 'center'
      g.textBaseline = 'alphabetic'
      g.fillStyle = fill
      g.fillText(text, x, y + size * 0.35)
    },
  }
}
