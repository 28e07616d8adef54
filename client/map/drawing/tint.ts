/** Colours as watercolours: brand colours tempered to the paper, so that a hundred of them make one picture. */

type Rgb = readonly [number, number, number]

/** A share `t` (0…1) of the way from colour `a` to colour `b`, both #rrggbb. */
export function mixed(a: string, b: string, t: number): string {
  const from = rgbOf(a)
  const to = rgbOf(b)
  return hexOf(from.map((channel, i) => channel + ((to[i] as number) - channel) * t) as unknown as Rgb)
}

/** `colour` with an opacity of 0…1. */
export function veiled(colour: string, opacity: number): string {
  const [r, g, b] = rgbOf(colour)
  return `rgba(${r},${g},${b},${opacity})`
}

/** A brand colour as if painted with the map's own box of paints: greyer, warmer, never glaring or black. */
export function tempered(colour: string): string {
  const [r, g, b] = rgbOf(colour)
  const grey = 0.3 * r + 0.59 * g + 0.11 * b
  const soft = hexOf([r, g, b].map((channel) => grey + (channel - grey) * 0.78) as unknown as Rgb)
  const lifted = mixed(soft, '#d8c9a8', 0.14)
  return grey < 70 ? mixed(lifted, '#8d8a76', 0.25) : lifted
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

const hexOf = (rgb: Rgb): string =>
  `#${rgb
    .map((channel) =>
      Math.max(0, Math.min(255, Math.round(channel)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
