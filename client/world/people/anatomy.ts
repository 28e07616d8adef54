/**
 * An adult of 1.75 m, seven and a half heads tall, standing upright at the origin and facing +z; the left hand is at +x.
 * Metres. Sculpture and pose share these joints; a person's own height scales everything.
 */
export const HEIGHT = 1.75

export const HIP = { x: 0.09, y: 0.93 }
export const KNEE_Y = 0.5
export const ANKLE_Y = 0.085
export const WAIST_Y = 1.0
export const SHOULDER_Y = 1.425
/** Half the distance between the shoulder joints, by build. */
export const SHOULDER_X = [0.15, 0.166, 0.184] as const
export const ELBOW_Y = 1.135
/** Where the head turns, and where the chin is. */
export const NECK = { y: 1.55, z: -0.012 }
export const CHIN_Y = 1.522
/** Seat of a bench, and how high a sitting person's hip joint is above the ground. */
export const SITTING_HIP_Y = 0.54

/** Statures by `look.height`, as shares of HEIGHT, and by build. */
export const STATURES = [0.925, 0.955, 0.985, 1.015, 1.05] as const
export const BUILD_STATURES = [0.965, 1, 1.02] as const

/** Metres of one gait cycle (two steps) at `speed` m/s: long strides when fast (after Grieve and Gear, 1966). */
export const strideAt = (speed: number): number => STRIDE_LEAST + STRIDE_GROWTH * speed
export const STRIDE_LEAST = 0.58
export const STRIDE_GROWTH = 0.6

/** Region of the body a vertex belongs to: decides how it moves and what it is clad in. */
export const REGION = { torso: 0, leg: 1, shoe: 2, arm: 3, hand: 4, neck: 5, head: 6, hair: 7, skirt: 8 } as const

/** Outfits and hair styles by `look.outfit` and `look.hairStyle`. */
export const OUTFIT = { shirt: 0, jacket: 1, dress: 2, coat: 3 } as const
export const HAIR_STYLE = { crop: 0, parted: 1, bob: 2, long: 3, bun: 4, curls: 5, cap: 6, scarf: 7 } as const

/** Where a sleeve ends, by outfit. */
export const SLEEVE_END = [1.235, 0.893, 1.2, 0.885] as const
