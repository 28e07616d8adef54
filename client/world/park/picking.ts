import type { Ray } from 'three'
import type { Piece } from '../../../shared/floorplan/booth-layout.ts'
import type { BoothPlace } from '../../../shared/floorplan/booths.ts'
import type { Booth, HallPlan } from '../../../shared/floorplan/model.ts'
import { toHall } from '../../../shared/floorplan/point.ts'
import type { BoothPart } from '../../state/shown-part.ts'
import { boardPlace } from '../booth-life/board-place.ts'
import { STAND_HEIGHT } from './pavilions/pavilion.ts'

export type Picking = (ray: Ray) => string | null

/** What of a booth can be pointed at by itself: its counter and its brochures hold the materials. */
const MATERIALS: readonly Piece['kind'][] = ['counter', 'brochures']

/** Which part of a booth's page a ray that meets the booth points at; null: the booth as a whole. */
export function partAlong(place: BoothPlace): (ray: Ray) => BoothPart | null {
  const { booth, layout } = place
  const board = boardPlace(booth)
  const papers = layout.pieces
    .filter(({ kind }) => MATERIALS.includes(kind))
    .map((piece) => ({ ...toHall(piece, booth), ...block(piece), heading: booth.heading + piece.heading }))
  return (ray) => {
    const products = entry(ray, { ...board, depth: 0.1 }, [0, board.height])
    const materials = Math.min(...papers.map((piece) => entry(ray, piece, [piece.foot, piece.top])))
    if (!Number.isFinite(Math.min(products, materials))) return null
    return products < materials ? 'products' : 'materials'
  }
}

/** A piece as a block; a hand's breadth higher, with what lies on it. */
const block = ({ width, depth, base, height }: Piece) => ({ width, depth, foot: base, top: base + height + 0.12 })

/** Finds the booth whose block (plot × height of a pavilion) a ray meets first. Cheap enough for every pointer move. */
export function boothAlong(plan: HallPlan): Picking {
  return (ray) => {
    let nearest = Number.POSITIVE_INFINITY
    let found: string | null = null
    for (const booth of plan.booths) {
      const reach = entry(ray, booth, [0, STAND_HEIGHT])
      if (reach < nearest) {
        nearest = reach
        found = booth.id
      }
    }
    return found
  }
}

type Block = Pick<Booth, 'x' | 'z' | 'width' | 'depth' | 'heading'>

/** Distance at which the ray enters a block between two heights, or infinity (slab test in the block's frame). */
function entry({ origin, direction }: Ray, booth: Block, [foot, top]: readonly [number, number]): number {
  const angle = (booth.heading * Math.PI) / 180
  const sin = Math.sin(angle)
  const cos = Math.cos(angle)
  const x = origin.x - booth.x
  const z = origin.z - booth.z
  let near = 0
  let far = Number.POSITIVE_INFINITY
  const slab = (from: number, along: number, low: number, high: number): void => {
    if (Math.abs(along) < 1e-9) {
      if (from < low || from > high) far = -1
      return
    }
    const a = (low - from) / along
    const b = (high - from) / along
    near = Math.max(near, Math.min(a, b))
    far = Math.min(far, Math.max(a, b))
  }
  slab(x * cos - z * sin, direction.x * cos - direction.z * sin, -booth.width / 2, booth.width / 2)
  slab(x * sin + z * cos, direction.x * sin + direction.z * cos, -booth.depth / 2, booth.depth / 2)
  slab(origin.y, direction.y, foot, top)
  return near <= far ? near : Number.POSITIVE_INFINITY
}
