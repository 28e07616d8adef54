import { hashOf } from '../../../shared/floorplan/random.ts'
import type { Look } from '../../../shared/people/look.ts'
import { BUILD_STATURES, STATURES } from './anatomy.ts'

/** Floats of an instance: lanes 0 to 2 of `pose.ts`. */
export const STRIDE = 12

/** Writes lane 2 of somebody: their look in three numbers, and a seed in [0, 1) that is theirs for good. */
export function encodeLook(look: Look, personId: string, into: Float32Array, offset: number): void {
  into[offset] = look.build + 3 * look.outfit + 12 * look.hairStyle
  into[offset + 1] = look.skin + 6 * look.hair + 48 * look.shirt
  into[offset + 2] = look.trousers + 8 * look.height
  into[offset + 3] = (hashOf(personId) % 65_536) / 65_536
}

/** Their height as a share of the sculpture's. */
export const statureOf = (look: Look): number => (STATURES[look.height] ?? 1) * (BUILD_STATURES[look.build] ?? 1)
