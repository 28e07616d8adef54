import type { Booth } from '../../../shared/floorplan/model.ts'
import { toHall } from '../../../shared/floorplan/point.ts'

/** Metres. */
export const BOARD = { width: 0.72, height: 1.01 } as const

/** Where the board of a booth's products stands: at the left of its front, turned a little to who comes along. */
export function boardPlace(booth: Booth): {
  x: number
  y: number
  z: number
  heading: number
  width: number
  height: number
} {
  const at = toHall({ x: -(booth.width / 2 - BOARD.width / 2), z: booth.depth / 2 + 0.28 }, booth)
  return { ...at, ...BOARD, y: 0, heading: booth.heading + 12 }
}
