/**
 * The order of a frame. Parts register at a step; each step says what it reads and writes, so that nothing is drawn
 * from last frame's truth.
 *
 * 1. input       keys, stick, pointer → the visitor's steering
 * 2. walks       room clock → `crowd.sample`, the visitor's own place
 * 3. crowd       places → instance attributes
 * 4. camera      the visitor's place → camera, clamped against the grid
 * 5. visibility  camera → levels of detail, cells in view
 * 6. video       camera, cells in view → which screens play
 * 7. labels      camera → name tags, bubbles, signs
 * 8. render
 */
import type { Object3D, PerspectiveCamera } from 'three'

export const STEPS = ['input', 'walks', 'crowd', 'camera', 'visibility', 'video', 'labels'] as const
export type Step = (typeof STEPS)[number]

/** What a step may read. One object, reused every frame. */
export interface Frame {
  /** Room clock, ms. */
  now: number
  /** Seconds since the last frame, at most 0.1. */
  delta: number
  /** Seconds since the world was mounted, for wind, water and petals; stands still when motion is to be reduced. */
  time: number
  readonly camera: PerspectiveCamera
  /** Set by a step that goes on next frame, so that the loop does not rest before everything is there. */
  unfinished: boolean
  /** The visitor's own place. */
  readonly self: { x: number; z: number; heading: number; speed: number }
}

/**
 * A piece of the world: mounted once for a hall, updated at its steps, disposed with the hall. Plain classes with typed
 * arrays; React decides only which parts exist.
 */
export interface Part {
  readonly object: Object3D
  readonly steps: Partial<Record<Step, (frame: Frame) => void>>
  dispose(): void
}
