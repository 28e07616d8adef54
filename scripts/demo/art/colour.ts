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

// Accents that sit well beside anything under warm light: sun, blossom, leaf, water, terracotta.
const ACCENTS = [82, 8, 125, 215, 45]

/** `turn` picks among the accents that are far enough from the brand's own hue to be seen. */
export function paletteOf(hex: string, turn: number): Palette {
  const { l, c, h } = toOklch(hex)
  const apart = (a: number): number => Math.min(Math.abs(a - h), 360 - Math.abs(a - h))
  const seen = ACCENTS.filter((a) => apart(a) > 50)
  const accent = seen[turn % seen.length] ?? 82
  const chroma = Math.min(c, 0.15)
  return {
    paper: oklch(0.968, 0.018, 82),
    soft: oklch(0.895, Math.min(0.055, chroma * 0.5), h),
    mid: oklch(0.74, chroma * 0.82, h),
    brand: oklch(Math.min(Math.max(l, 0.42), 0.66), chroma, h),
    panel: oklch(Math.min(l, 0.5), chroma, h),
    deep: oklch(0.33, Math.min(0.075, chroma * 0.7), h),
    ink: oklch(0.25, Math.min(0.035, chroma * 0.4), h),
    accent: oklch(accent === 82 ? 0.8 : 0.7, 0.135, accent),
    accentDeep: oklch(accent === 82 ? 0.66 : 0.55, 0.13, accent - 8),
    white: oklch(0.99, 0.006, 85),
    hue: h,
  }
}
