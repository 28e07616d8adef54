/** How much floor an exhibitor orders: a row of 1–4 unit booths (3×3 m each), or an island open on every side. */
export const BOOTH_SIZES = ['1', '2', '3', '4', 'island'] as const
export type BoothSize = (typeof BOOTH_SIZES)[number]
