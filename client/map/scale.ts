/** Lengths that a scale bar may show, metres: what people say, not what fits exactly. */
const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 200] as const

/** The longest round length no wider than `most` pixels at `scale` pixels a metre, and its width. */
export function barFor(scale: number, most: number): { readonly metres: number; readonly width: number } {
  const metres = LENGTHS.findLast((length) => length * scale <= most) ?? LENGTHS[0]
  return { metres, width: metres * scale }
}
