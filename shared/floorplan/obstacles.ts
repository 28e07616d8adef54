/** Everything nobody can walk through, as shapes on the floor of a hall: derived from the records, never stored. */
import type { BoothPlace } from './booths.ts'
import type { Decoration, DecorationKind, Entrance, Stage, Wall } from './model.ts'
import { type Point, toHall } from './point.ts'
import { type Rectangle, strip } from './rectangle.ts'
import { stageLayout } from './stage-layout.ts'

/** A rectangle, or a disc of diameter `width` where `round`. */
export interface Obstacle extends Rectangle {
  readonly round: boolean
}

export const boothObstacles = (place: BoothPlace): Obstacle[] => blocking(place.layout.pieces, place.booth)

export const stageObstacles = (stage: Stage): Obstacle[] => blocking(stageLayout(stage).pieces, stage)

/** Turned with their owner once, not piece by piece: sines are what costs here. */
function blocking(
  pieces: readonly (Rectangle & { readonly blocks: boolean })[],
  owner: Point & { readonly heading: number },
): Obstacle[] {
  const { x, z, heading } = owner
  const ahead = toHall({ x: 0, z: 1 }, { x: 0, z: 0, heading })
  const obstacles: Obstacle[] = []
  for (const piece of pieces) {
    if (!piece.blocks) continue
    obstacles.push({
      x: x + piece.x * ahead.z + piece.z * ahead.x,
      z: z - piece.x * ahead.x + piece.z * ahead.z,
      width: piece.width,
      depth: piece.depth,
      heading: heading + piece.heading,
      round: false,
    })
  }
  return obstacles
}

/** Thickness of walls and hedges, metres. */
export const WALL_THICKNESS = { hedge: 0.8, stone: 0.4 } as const

export const wallObstacle = (wall: Wall): Obstacle =>
  solid(strip(wall, { x: wall.toX, z: wall.toZ }, WALL_THICKNESS[wall.look]))

/** The two pillars of a gate, at both ends of its width. */
export function entranceObstacles(entrance: Entrance): Obstacle[] {
  return [-1, 1].map((side) => {
    const at = toHall({ x: side * (entrance.width / 2 + PILLAR / 2), z: 0 }, entrance)
    return solid({ ...at, width: PILLAR, depth: PILLAR, heading: entrance.heading })
  })
}
export const PILLAR = 0.8

/** Where those who come through a gate appear: on its inner side. */
export const arrival = (entrance: Entrance): Point => toHall({ x: 0, z: 2.5 }, entrance)

/** What a decoration takes up on the floor. */
export function decorationObstacle(decoration: Decoration): Obstacle {
  const { width, depth, round } = FOOTPRINT[decoration.kind](decoration.size)
  return { x: decoration.x, z: decoration.z, width, depth, heading: decoration.heading, round }
}

type Footprint = { readonly width: number; readonly depth: number; readonly round: boolean }

const disc = (diameter: number): Footprint => ({ width: diameter, depth: diameter, round: true })

const FOOTPRINT: Record<DecorationKind, (size: number) => Footprint> = {
  // A trunk: about a tenth of the crown.
  tree: (crown) => disc(Math.min(0.8, Math.max(0.3, crown * 0.1))),
  bench: (length) => ({ width: length, depth: 0.6, round: false }),
  lamp: () => disc(0.2),
  signpost: () => disc(0.2),
  planter: (length) => ({ width: length, depth: 0.5, round: false }),
  fountain: (radius) => disc(radius * 2),
  flowerbed: (radius) => disc(radius * 2),
}

const solid = (rect: Rectangle): Obstacle => ({
  x: rect.x,
  z: rect.z,
  width: rect.width,
  depth: rect.depth,
  heading: rect.heading,
  round: false,
})
