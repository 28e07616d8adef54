/** Measures of the park, metres: one place to widen an alley or a garden. Plots fall on a raster of half a metre. */

/** Clear aisles. A cross alley joins others and takes their people: DESIGN asks for 6 m. */
export const MAIN_AISLE = 8
export const SIDE_AISLE = 6
export const CROSS_AISLE = 6

/** Paved strip between aisle and booth front, in which the trees of the alley stand. */
export const FORECOURT = 2

export const UNIT = 3
export const ISLAND = 6

/** From the middle of a side alley to the fronts of its booths. */
export const TO_FRONT = SIDE_AISLE / 2 + FORECOURT

/** Green between two rows that stand back to back. */
const GARDEN = 6

/** Between the middles of two side alleys: two forecourts, two rows and the garden. */
export const PITCH = 2 * TO_FRONT + 2 * UNIT + GARDEN
export const PLAZA_RADIUS = 16
export const FOUNTAIN_RADIUS = 3.6
/** Islands stand at the four corners of the plaza, this far from its middle along both axes. */
export const ISLAND_CORNER = 13.8

/** Where blocks begin: beside the main alley with its two rows of trees, and beside the plaza with its islands. */
export const BESIDE_MAIN = MAIN_AISLE / 2 + 3
export const BESIDE_PLAZA = PLAZA_RADIUS + 4
/** From the middle of a cross alley to the blocks on both sides. */
export const BESIDE_CROSS = CROSS_AISLE / 2 + FORECOURT

/** No block longer than this without a cross alley, and none longer than the second without a footpath through. */
export const LONGEST_BLOCK = 64
export const LONGEST_RUN = 40
export const FOOTPATH = 4

/** Lawn between the outermost paths and the hedge. */
export const MARGIN = 11
/** From the last row's backs to the hedge, where there is no stage. */
export const BACKYARD = 14

export const STAGE = { width: 20, depth: 20 }
export const MAIN_STAGE = { width: 30, depth: 25 }
/** From the last side alley's middle to the edge of an audience, or to the exedra that ends the walk. */
export const TO_STAGE = TO_FRONT + UNIT + 8

export const GATE = 8

export const snap = (value: number): number => Math.round(value * 2) / 2
