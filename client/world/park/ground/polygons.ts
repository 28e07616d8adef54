/**
 * What is underfoot, cut from the plan: flat polygons laid over the grass one after another, later over earlier.
 * Edges are geometry, so they stay crisp at any distance; the shader draws joints and pebbles in a polygon's own metres.
 */
import type { BoothPlace } from '../../../../shared/floorplan/booths.ts'
import type { Alley, HallPlan, Paving } from '../../../../shared/floorplan/model.ts'
import { type Point, toHall } from '../../../../shared/floorplan/point.ts'
import { contains, type Rectangle, strip } from '../../../../shared/floorplan/rectangle.ts'

export const COVERS = ['gravel', 'stone', 'brick', 'timber', 'slab', 'rings', 'soil', 'petals'] as const
type Cover = (typeof COVERS)[number]

/** A paved rectangle, or a disc when `round`: then width and depth are its diameter. */
export interface Laid extends Rectangle {
  readonly cover: Cover
  readonly round: boolean
  /** Index of the alley it belongs to, for the hue of its stone; −1 where to none. */
  readonly alley: number
}

const ROLE_ORDER: Readonly<Record<Alley['role'], number>> = { cross: 0, side: 1, main: 2 }

/** Everything laid on the ground of a hall, lowest first. */
export function laidOut(plan: HallPlan, booths: ReadonlyMap<string, BoothPlace>): Laid[] {
  const aisles = plan.alleys.map((alley) => strip(alley, { x: alley.toX, z: alley.toZ }, alley.width))
  const laid: Laid[] = []
  for (const place of booths.values()) {
    const alley = place.alley ? plan.alleys.indexOf(place.alley) : -1
    for (const rect of forecourts(place, plan, aisles)) laid.push({ ...rect, cover: 'slab', round: false, alley })
  }
  for (const stage of plan.stages) laid.push({ ...stage, cover: 'slab', round: false, alley: -1 })
  const order = plan.alleys
    .map((alley, index) => ({ alley, index }))
    .sort(
      (a, b) => ends(b.index, aisles) - ends(a.index, aisles) || ROLE_ORDER[a.alley.role] - ROLE_ORDER[b.alley.role],
    )
  for (const { alley, index } of order)
    laid.push({ ...(aisles[index] as Rectangle), cover: alley.paving satisfies Paving, round: false, alley: index })
  for (const entrance of plan.entrances) {
    // Who comes to the gate comes over gravel and a round of stone.
    const outside = { ...entrance, heading: entrance.heading + 180 }
    const way = toHall({ x: 0, z: 40 }, outside)
    laid.push({
      x: way.x,
      z: way.z,
      width: entrance.width * 0.72,
      depth: 80,
      heading: entrance.heading,
      cover: 'gravel',
      round: false,
      alley: -1,
    })
    const round = toHall({ x: 0, z: 7.5 }, outside)
    laid.push({ ...disc(round, entrance.width * 0.95, 'rings') })
  }
  for (const { booth } of booths.values()) laid.push({ ...booth, cover: 'timber', round: false, alley: -1 })
  for (const plaza of plan.plazas)
    laid.push({
      x: plaza.x,
      z: plaza.z,
      width: plaza.radius * 2,
      depth: plaza.radius * 2,
      heading: 0,
      cover: 'rings',
      round: true,
      alley: -1,
    })
  for (const decoration of plan.decorations) {
    if (decoration.kind !== 'tree') continue
    const pit = laid.some((one) => covers(one, decoration))
    if (pit) laid.push(disc(decoration, 0.78, 'soil'))
  }
  for (const decoration of plan.decorations)
    if (decoration.kind === 'tree' && (decoration.planting === 'cherry' || decoration.planting === 'apple'))
      laid.push(disc(decoration, decoration.size * 1.25, 'petals'))
  return laid
}

/** How many ends of an alley lie on others: one that runs into another lies beneath it, a through one on top. */
function ends(index: number, aisles: readonly Rectangle[]): number {
  const own = aisles[index] as Rectangle
  return [-0.5, 0.5].filter((share) => {
    const end = toHall({ x: 0, z: own.depth * share }, own)
    return aisles.some((other, i) => i !== index && contains(other, end))
  }).length
}

export function covers(laid: Laid, point: Point): boolean {
  return laid.round ? Math.hypot(point.x - laid.x, point.z - laid.z) <= laid.width / 2 : contains(laid, point)
}

const disc = (at: Point, radius: number, cover: Cover): Laid => ({
  x: at.x,
  z: at.z,
  width: radius * 2,
  depth: radius * 2,
  heading: 0,
  cover,
  round: true,
  alley: -1,
})

/** The plot itself with a rim, and paving from each open side to the aisle before it, so that a booth says «come in». */
function forecourts({ booth, openSides: open }: BoothPlace, plan: HallPlan, aisles: readonly Rectangle[]): Rectangle[] {
  const rim = 0.3
  const rects: Rectangle[] = [
    { x: booth.x, z: booth.z, heading: booth.heading, width: booth.width + rim * 2, depth: booth.depth + rim * 2 },
  ]
  const sides = [
    { open: open.front, turn: 0, out: booth.depth / 2, along: booth.width },
    { open: open.right, turn: 90, out: booth.width / 2, along: booth.depth },
    { open: open.back, turn: 180, out: booth.depth / 2, along: booth.width },
    { open: open.left, turn: 270, out: booth.width / 2, along: booth.depth },
  ]
  for (const side of sides) {
    if (!side.open) continue
    const heading = booth.heading + side.turn
    const ray = { x: booth.x, z: booth.z, heading }
    let reach = -1
    for (let d = 0.25; d <= 7 && reach < 0; d += 0.25) {
      const at = toHall({ x: 0, z: side.out + d }, ray)
      if (
        aisles.some((aisle) => contains(aisle, at)) ||
        plan.plazas.some((plaza) => Math.hypot(plaza.x - at.x, plaza.z - at.z) < plaza.radius)
      )
        reach = d + 0.4
    }
    if (reach < 0) {
      if (side.turn !== 0) continue
      reach = 2.4
    }
    rects.push({
      ...toHall({ x: 0, z: side.out + reach / 2 }, ray),
      width: side.along + rim * 2,
      depth: reach,
      heading,
    })
  }
  return rects
}
