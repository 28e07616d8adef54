import { Color } from 'three'

/** A colour in linear light, as lanes carry it. */
export type Paint = readonly [number, number, number]

const known = new Map<string, Paint>()
const color = new Color()

/** From #rrggbb. */
export function paint(hex: string): Paint {
  const found = known.get(hex)
  if (found) return found
  color.set(hex)
  const made: Paint = [color.r, color.g, color.b]
  known.set(hex, made)
  return made
}

export const lighter = (p: Paint, by: number): Paint => [p[0] * by, p[1] * by, p[2] * by]

export const mixed = (a: Paint, b: Paint, share: number): Paint => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
]

const hsl = { h: 0, s: 0, l: 0 }

/**
 * A brand's colour as it looks painted on wood in this light: its hue, but no louder and no darker than the park can
 * bear. Purely grey stays grey.
 */
export function tempered(hex: string): Paint {
  color.set(hex).getHSL(hsl)
  const lightness = Math.min(0.52, Math.max(0.3, hsl.l))
  // Greens and blues scream sooner than ochres do.
  const cap = hsl.h > 0.22 && hsl.h < 0.75 ? 0.36 : 0.46
  color.setHSL(hsl.h, Math.min(hsl.s, cap), lightness)
  const mild = mixed([color.r, color.g, color.b], [0.5, 0.42, 0.3], 0.06)
  // Cream letters must stay readable on it: 4.5:1 against a luminance of 0.92.
  const luminance = 0.2126 * mild[0] + 0.7152 * mild[1] + 0.0722 * mild[2]
  return lighter(mild, Math.min(1, 0.165 / luminance))
}
