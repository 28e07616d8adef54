/**
 * What stands inside a booth: walls on its closed sides and furniture, derived from the plot and its pavilion.
 *
 * One source for two readers: the walkable grid blocks what `blocks`, the world draws every piece. Coordinates are
 * booth-local (see model.ts): origin at the centre of the plot, +z towards the front, metres.
 */
import type { Point } from './point.ts'

export interface Piece {
  readonly kind: 'wall' | 'post' | 'counter' | 'screen' | 'seat' | 'table' | 'brochures' | 'shelf' | 'planter'
  readonly x: number
  readonly z: number
  readonly width: number
  readonly depth: number
  readonly height: number
  /** Degrees, relative to the booth. */
  readonly heading: number
  /** Whether people walk around it. */
  readonly blocks: boolean
}

export interface BoothLayout {
  readonly pieces: readonly Piece[]
  /** Where a visitor who comes to the booth stops, facing in; in front of the open front. */
  readonly visitor: Point
  /** Where staff stand, facing out. */
  readonly staff: readonly Point[]
}
