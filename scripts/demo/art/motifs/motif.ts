import type { Palette } from '../colour.ts'
import type { Pen } from '../pen.ts'

/**
 * An illustration about 400 units across with the origin in its middle, standing on y ≈ 170 where it stands at all.
 * `t` in [0, 1) is the place in the loop: t = 0 is the still of the poster, and t → 1 runs into t = 0 without a seam.
 */
export type Motif = (p: Pen, c: Palette, t: number) => void

/** Contact shade, so that things stand on the page. */
export const shade = (p: Pen, c: Palette, width: number, y = 172, x = 0): void =>
  p.faded(0.16, () => p.disc(x, y, width, c.ink, width * 0.09))
