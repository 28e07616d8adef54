import type { Point } from '../../shared/floorplan/point.ts'

/**
 * What a view can ask of the visitor's own body. The three views (world, map, list) steer through this and nothing
 * else, so that switching between them keeps the same person in the same place. `client/net/own-walk.ts` implements it:
 * it plans on the grid, moves at once, tells the server, and stands corrected.
 */
export interface Visitor {
  /** Where we are and which way we face (radians, three.js rotation.y) at `now` (ms, room clock). */
  at(now: number): Point & { readonly heading: number; readonly speed: number }
  /**
   * Walk to a place; false when there is no way there. `faces`: turn that way on arrival (radians); `pace`: metres a
   * second, by default a stroll.
   */
  walkTo(place: Point, options?: { readonly faces?: number; readonly pace?: number }): boolean
  /** Walk to where a visitor of this booth stands. False when the booth is not in this hall or out of reach. */
  walkToBooth(boothId: string, options?: { readonly pace?: number }): boolean
  /**
   * Steer: direction in hall coordinates, length 0…1 (0 stops). Called as often as input changes; `hurry` is a fast
   * pace.
   */
  steer(direction: Point, hurry?: boolean): void
  /** The rest of the way ahead, from where we are; empty when standing. For drawing the target and the path. */
  ahead(now: number): readonly Point[]
  wave(): void
  say(text: string): void
}
