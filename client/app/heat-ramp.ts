/**
 * Colours of a heat map, from little to much: a part of «magma» (van der Walt & Smith, 2015). Steps that are alike in the
 * figures are alike to the eye, also for those who see fewer colours, and in grey.
 */
const RAMP = [
  [254, 207, 146],
  [254, 159, 109],
  [247, 112, 92],
  [222, 73, 104],
  [183, 55, 121],
  [140, 41, 129],
  [100, 26, 128],
  [59, 15, 112],
] as const

type Colour = readonly [red: number, green: number, blue: number]

/**
 * How hot `value` is where `most` is hottest, 0–1. A root, so that quiet places are told apart, too: a few busy ones have
 * most of the minutes.
 */
export const heatOf = (value: number, most: number): number => Math.sqrt(Math.min(1, value / most))

/** What is shown in the middle of the ramp, for a legend. */
export const middleOfHeat = (most: number): number => most / 4

/** The colour of a heat of 0–1. */
export function heatColour(heat: number): Colour {
  const place = Math.max(0, Math.min(1, heat)) * (RAMP.length - 1)
  const step = Math.min(RAMP.length - 2, Math.floor(place))
  const [from, to] = [RAMP[step] as Colour, RAMP[step + 1] as Colour]
  const mixed = (channel: 0 | 1 | 2): number =>
    Math.round(from[channel] + (to[channel] - from[channel]) * (place - step))
  return [mixed(0), mixed(1), mixed(2)]
}

/** The ramp as a gradient of a style sheet, from left to right. */
export const HEAT_GRADIENT = `linear-gradient(90deg, ${RAMP.map((one) => `rgb(${one.join(' ')})`).join(', ')})`
