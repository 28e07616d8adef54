/**
 * What stands on a stage's plot: platform, backdrop and the benches of the audience, in curved rows round the platform.
 * As with booths, the walkable grid blocks it and the world draws it. Stage-local coordinates: the platform lies at the
 * back, the audience sits towards the front (+z) and looks to -z.
 */
import type { Stage } from './model.ts'
import type { Point } from './point.ts'

export interface StagePiece {
  readonly kind: 'platform' | 'backdrop' | 'screen' | 'bench'
  readonly x: number
  readonly z: number
  readonly width: number
  readonly depth: number
  /** From its foot to its top. */
  readonly height: number
  /** Its foot above the floor, metres. */
  readonly base: number
  /** Degrees, relative to the stage; a bench faces the platform. */
  readonly heading: number
  readonly blocks: boolean
}

export interface StageLayout {
  readonly pieces: readonly StagePiece[]
  /** Where someone who comes to listen stops: in the aisle between the benches. */
  readonly listener: Point
  /** Where a speaker stands, on the platform. */
  readonly speaker: Point
}

const PLATFORM_HEIGHT = 0.6
const ROW = 1.7
const BENCH = 2.4
/** Between the benches in the middle, metres: two abreast. */
const AISLE = 2

export function stageLayout(stage: Pick<Stage, 'width' | 'depth'>): StageLayout {
  const { width, depth } = stage
  const platformWidth = Math.min(width * 0.55, 14)
  const platformDepth = Math.min(depth * 0.3, 7)
  const platformZ = -depth / 2 + 0.8 + platformDepth / 2
  const edge = platformZ + platformDepth / 2
  const screenWidth = platformWidth * 0.55
  const back = -depth / 2 + 0.6
  const pieces: StagePiece[] = [
    piece('platform', 0, platformZ, platformWidth, platformDepth, PLATFORM_HEIGHT),
    { ...piece('backdrop', 0, back, platformWidth + 1, 0.3, 5.2) },
    { ...piece('screen', 0, back + 0.25, screenWidth, 0.1, (screenWidth * 9) / 16), base: 1.4, blocks: false },
    ...benches(width, depth, edge, platformDepth),
  ]
  return {
    pieces,
    listener: { x: 0, z: (edge + depth / 2) / 2 },
    speaker: { x: -platformWidth * 0.2, z: platformZ + platformDepth * 0.2 },
  }
}

/** Rows are arcs round a point on the platform, cut into benches, with an aisle down the middle. */
function benches(width: number, depth: number, edge: number, platformDepth: number): StagePiece[] {
  const centre = edge - platformDepth / 2
  const found: StagePiece[] = []
  for (let radius = platformDepth / 2 + 3.2; centre + radius < depth / 2 - 0.6; radius += ROW) {
    const step = (BENCH + 0.35) / radius
    for (const side of [-1, 1]) {
      for (let angle = (AISLE / 2 + BENCH / 2) / radius; angle < 0.95; angle += step) {
        const x = side * Math.sin(angle) * radius
        const z = centre + Math.cos(angle) * radius
        if (Math.abs(x) + BENCH / 2 > width / 2 - 0.4 || z < edge + 1.2) break
        const heading = 180 + side * ((angle * 180) / Math.PI)
        found.push({ ...piece('bench', x, z, BENCH, 0.45, 0.45), heading })
      }
    }
  }
  return found
}

const piece = (
  kind: StagePiece['kind'],
  x: number,
  z: number,
  width: number,
  depth: number,
  height: number,
): StagePiece => ({ kind, x, z, width, depth, height, base: 0, heading: 0, blocks: true })
