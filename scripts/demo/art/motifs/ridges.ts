/** Horizons, one behind another: hills, peaks, woods, roofs. */
import { oklch } from '../colour.ts'
import { type Pen, swing } from '../pen.ts'
import type { Random } from '../random.ts'
import type { Ridge } from './lands.ts'

export interface Range {
  readonly p: Pen
  readonly random: Random
  readonly w: number
  /** Where it meets the ground. */
  readonly base: number
  readonly height: number
  readonly fill: string
  readonly night: boolean
  readonly t: number
}

export function drawRidge(kind: Ridge, range: Range): void {
  const { p, random, w, base, height, fill } = range
  const a = random.between(0, 6)
  const b = random.between(0, 6)
  const swell = (x: number): number => 0.5 + 0.3 * Math.sin((x / w) * 5 + a) + 0.2 * Math.sin((x / w) * 11 + b)
  const outline = (share: number): void => {
    let d = `M0 ${base + 60}`
    for (let x = 0; x <= w + 8; x += 8) d += ` L${x} ${(base - height * share * swell(x)).toFixed(1)}`
    p.path(`${d} L${w} ${base + 60} Z`, fill)
  }
  if (kind === 'hills') outline(0.75)
  else if (kind === 'flat') outline(0.16)
  else if (kind === 'city') skyline(range)
  else if (kind === 'volcano') volcano(range)
  else if (kind === 'peaks') peaks(range)
  else {
    outline(0.22)
    wood(kind, range, swell)
  }
}

function peaks(range: Range): void {
  const { random, w, height } = range
  const count = 3 + random.below(2)
  for (let i = 0; i < count; i++) {
    const at = w * ((i + random.between(0.2, 0.8)) / count)
    mountain(range, at, height * random.between(0.85, 1.35), random.between(1, 1.35), 0)
  }
}

function volcano(range: Range): void {
  const { p, random, w, base, height, t } = range
  const at = w * 0.62
  const tall = height * 2.1
  mountain(range, at, tall, random.between(1, 1.35), 0.12)
  for (let i = 0; i < 6; i++) {
    const up = (i / 6 + t) % 1
    p.faded(0.6 * (1 - up), () =>
      p.disc(at + 60 * up + 8 * swing(up), base - tall - 4 - height * 0.9 * up, 12 + 44 * up, oklch(0.92, 0.02, 50)),
    )
  }
}

/** `spread`: half its foot in heights; `crater`: half its top in feet. */
function mountain({ p, base, fill, night }: Range, at: number, tall: number, spread: number, crater: number): void {
  const half = tall * spread
  const top = base - tall
  const cut = half * crater
  const foot = base + 40
  const snow = 0.34
  p.path(`M${at - half} ${foot} L${at - cut} ${top} L${at + cut} ${top} L${at + half} ${foot} Z`, fill)
  p.faded(night ? 0.25 : 0.8, () =>
    p.path(
      `M${at - cut} ${top} L${at + cut} ${top} L${at + cut + half * snow * 0.9} ${top + tall * snow} l${-half * 0.12} ${-tall * 0.06} l${-half * 0.1} ${tall * 0.09} l${-half * 0.12} ${-tall * 0.1} l${-half * 0.1} ${tall * 0.07} L${at - half * snow} ${top + tall * snow * 0.9} Z`,
      oklch(0.98, 0.012, 80),
    ),
  )
  p.faded(0.13, () =>
    p.path(
      `M${at + cut} ${top} L${at + half} ${foot} L${at + half * 0.1} ${foot} L${at - half * 0.08} ${top + tall * 0.5} Z`,
      oklch(0.3, 0.05, 270),
    ),
  )
}

function skyline({ p, random, w, base, height, fill }: Range): void {
  for (let x = -10; x < w; ) {
    const step = random.between(w * 0.035, w * 0.075)
    const wide = step - 3
    const top = base - height * random.between(0.5, 1.5)
    p.box(x, top, wide, base - top + 60, fill)
    const roof = random.below(4)
    if (roof === 0)
      p.poly(
        [
          [x, top],
          [x + wide / 2, top - step * 0.5],
          [x + wide, top],
        ],
        fill,
      )
    if (roof === 1) p.path(`M${x} ${top} A${wide / 2} ${step * 0.5} 0 0 1 ${x + wide} ${top} Z`, fill)
    if (roof === 2) p.box(x + step * 0.4, top - step * 0.7, 4, step * 0.7, fill)
    for (let row = 0; row < (base - top) / 24 - 1; row++)
      for (let column = 0; column < 3; column++)
        if (random.next() < 0.5)
          p.faded(0.5, () =>
            p.box(x + step * (0.16 + column * 0.26), top + 12 + row * 24, step * 0.13, 10, oklch(0.95, 0.08, 85)),
          )
    x += step
  }
}

function wood(
  kind: 'spruce' | 'birch',
  { p, random, w, base, height, fill, t }: Range,
  swell: (x: number) => number,
): void {
  const apart = kind === 'spruce' ? w / 17 : w / 26
  for (let x = -10; x < w + 10; x += apart * random.between(0.28, 0.6)) {
    const y = base - height * 0.18 * swell(x) + 8
    const s = height * random.between(0.32, 0.66)
    const lean = 1.6 * swing(t, 1, x / w)
    if (kind === 'spruce')
      p.poly(
        [
          [x + lean, y - s],
          [x + s * 0.2, y],
          [x - s * 0.2, y],
        ],
        fill,
      )
    else p.disc(x + lean, y - s * 0.42, s * 0.36, fill, s * 0.44)
  }
}
