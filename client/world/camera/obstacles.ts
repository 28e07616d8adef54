/**
 * What a camera must not enter: walls, hedges, trunks, and the roofs over booths. Tall things only; it looks over benches.
 */
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import type { HallPlan } from '../../../shared/floorplan/model.ts'
import { entranceObstacles, WALL_THICKNESS } from '../../../shared/floorplan/obstacles.ts'
import { placed, type Rectangle, strip } from '../../../shared/floorplan/rectangle.ts'
import { stageLayout } from '../../../shared/floorplan/stage-layout.ts'

interface Block {
  readonly x: number
  readonly z: number
  readonly sin: number
  readonly cos: number
  /** Half of width and depth with the margin, metres. */
  readonly wide: number
  readonly deep: number
  readonly from: number
  readonly to: number
}

/** How far the lens stays away, metres: more than the near plane. */
const MARGIN = 0.28
const CELL = 8
/** Eaves and ridge of the highest pavilions. */
const ROOF = { from: 2.35, to: 5.2 }

export class CameraObstacles {
  private readonly cells = new Map<number, Block[]>()

  constructor(plan: HallPlan) {
    for (const { booth, layout } of boothsOf(plan).values()) {
      this.add(booth, ROOF.from, ROOF.to, 0.1)
      for (const piece of layout.pieces) {
        if (piece.kind === 'wall' || piece.kind === 'shelf') this.add(placed(piece, booth), piece.base, piece.height)
      }
    }
    for (const stage of plan.stages) {
      for (const piece of stageLayout(stage).pieces) {
        if (piece.kind !== 'bench') this.add(placed(piece, stage), piece.base, piece.base + piece.height)
      }
    }
    for (const wall of plan.walls) {
      this.add(strip(wall, { x: wall.toX, z: wall.toZ }, WALL_THICKNESS[wall.look]), 0, wall.height)
    }
    for (const entrance of plan.entrances) for (const pillar of entranceObstacles(entrance)) this.add(pillar, 0, 5)
    for (const { kind, x, z, size } of plan.decorations) {
      if (kind === 'tree') this.add({ x, z, width: size * 0.12, depth: size * 0.12, heading: 0 }, 0, 4)
    }
  }

  /** Whether a lens may be there, metres. */
  blocks(x: number, y: number, z: number): boolean {
    const list = this.cells.get(keyOf(x, z))
    if (!list) return false
    for (let i = 0; i < list.length; i++) {
      const block = list[i] as Block
      if (y < block.from - MARGIN || y > block.to + MARGIN) continue
      const dx = x - block.x
      const dz = z - block.z
      if (Math.abs(dx * block.cos - dz * block.sin) > block.wide) continue
      if (Math.abs(dx * block.sin + dz * block.cos) <= block.deep) return true
    }
    return false
  }

  private add({ x, z, width, depth, heading }: Rectangle, from: number, to: number, margin = MARGIN): void {
    const angle = (heading * Math.PI) / 180
    const block = {
      x,
      z,
      sin: Math.sin(angle),
      cos: Math.cos(angle),
      wide: width / 2 + margin,
      deep: depth / 2 + margin,
      from,
      to,
    }
    const reach = Math.hypot(block.wide, block.deep)
    for (let column = Math.floor((x - reach) / CELL); column <= Math.floor((x + reach) / CELL); column++) {
      for (let rank = Math.floor((z - reach) / CELL); rank <= Math.floor((z + reach) / CELL); rank++) {
        const key = column * 65_536 + rank
        const list = this.cells.get(key)
        if (list) list.push(block)
        else this.cells.set(key, [block])
      }
    }
  }
}

const keyOf = (x: number, z: number): number => Math.floor(x / CELL) * 65_536 + Math.floor(z / CELL)
