/**
 * A palette of one brand colour, mixed in OKLCH so that all 130 stands look lit by the same spring sun:
 * lightness is ours, only the hue and (within reason) the chroma are the brand's.
 */
export interface Palette {
  readonly paper: string
  readonly soft: string
  readonly mid: string
  readonly brand: string
  /** The brand dark enough to carry white words. */
  readonly panel: string
  readonly deep: string
  readonly ink: string
  readonly accent: string
  readonly accentDeep: string
  readonly white: string
  /** Hue of the brand, degrees: scenes shift their skies toward it. */
  readonly hue: number
}

export interface Oklch {
  readonly l: number
  readonly c: number
  readonly h: number
}

export const oklch = (l: number, c: number, h: number, alpha = 1): string =>
  `oklch(${l.toFixed(3)} ${c.toFixed(3)} ${(((h % 360) + 360) % 360).toFixed(1)} / ${alpha})`

/** #rrggbb → OKLCH (Ottosson 2020). */
export function toOklch(hex: string): Oklch {
  const channel = (at: number): number => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  }
  const r = channel(1)
  const g = channel(3)
  const b = channel(5)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  }
}

/** Accents that sit well beside anything under warm light: sun, blossom, leaf, water, terracotta. */
const ACCENTS = [
  { l: 0.81, c: 0.135, h: 82 },
  { l: 0.74, c: 0.11, h: 8 },
  { l: 0.71, c: 0.105, h: 128 },
  { l: 0.7, c: 0.082, h: 222 },
  { l: 0.7, c: 0.13, h: 45 },
] as const

/** `turn` picks among the accents that are far enough from the brand's own hue to be seen. */
export function paletteOf(hex: string, turn: number): Palette {
  const { l, c, h } = toOklch(hex)
  const apart = (a: number): number => Math.min(Math.abs(a - h), 360 - Math.abs(a - h))
  const seen = ACCENTS.filter((a) => apart(a.h) > 50)
  const accent = seen[turn % seen.length] ?? ACCENTS[0]
  const chroma = Math.min(c, 0.15)
  // Yellow turns to mud when it darkens: the dark shades of a golden brand lean to amber, and only it may stay bright.
  const golden = h > 62 && h < 108
  const dark = golden ? h - 20 : h
  return {
    paper: oklch(0.968, 0.018, 82),
    soft: oklch(0.895, Math.min(0.05, chroma * 0.5), h),
    mid: oklch(golden ? 0.8 : 0.74, chroma * 0.82, h),
    brand: oklch(Math.min(Math.max(l, 0.42), golden ? 0.76 : 0.64), chroma, h),
    panel: oklch(Math.min(l, golden ? 0.48 : 0.49), Math.min(chroma, 0.105), dark),
    deep: oklch(0.33, Math.min(0.07, chroma * 0.65), dark),
    ink: oklch(0.25, Math.min(0.035, chroma * 0.4), dark),
    accent: oklch(accent.l, accent.c, accent.h),
    accentDeep: oklch(accent.l - 0.15, accent.c, accent.h - 8),
    white: oklch(0.99, 0.006, 85),
    hue: h,
  }
}
