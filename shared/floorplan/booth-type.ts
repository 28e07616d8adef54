/**
 * Which sides of a booth are open and what type that makes it (ISO 25639): derived from where it stands, never stored.
 *
 * The front is always open: facing the aisle is what the organizer decided by its heading. Another side is open when
 * nothing stands close before it and an aisle runs there; a plot of island size needs no aisle, free ground will do,
 * because in a park people walk round a pavilion on the lawn.
 */
import RBush from 'rbush'
import type { Booth, HallPlan } from './model.ts'
import { type Point, toHall } from './point.ts'
import { type Bounds, boundsOf, overlaps, type Rectangle, strip } from './rectangle.ts'

/** Sides in the booth's own frame: front is +z, right is +x (to the right of whoever looks at the front). */
export interface OpenSides {
  readonly front: boolean
  readonly right: boolean
  readonly back: boolean
  readonly left: boolean
}
type Side = keyof OpenSides

export type BoothType = 'inline' | 'corner' | 'end-cap' | 'peninsula' | 'island' | 'perimeter'

export interface Setting {
  readonly openSides: OpenSides
  readonly type: BoothType
}

/** Smallest side of an island, metres. */
export const ISLAND_SIDE = 6

/** The setting of every booth of a hall, by booth id. */
export function settingsOf(plan: HallPlan): Map<string, Setting> {
  const around = surroundings(plan)
  return new Map(plan.booths.map((booth) => [booth.id, settingOf(booth, around)]))
}

// How near an aisle must run for a side to be on it: a forecourt of 2 m, and as much again for trees.
const AISLE_WITHIN = 4.5
// What stands nearer than this closes a side: nobody passes there in comfort.
const NEIGHBOUR_WITHIN = 1.5
// An island's free ground.
const ROUND_ISLAND = 1

const SIDES: readonly Side[] = ['front', 'right', 'back', 'left']

interface Neighbour extends Bounds {
  readonly rect: Rectangle
  readonly booth: Booth | null
}

interface Surroundings {
  readonly solids: RBush<Neighbour>
  readonly aisles: RBush<Neighbour>
  readonly edges: readonly Rectangle[]
}

function surroundings(plan: HallPlan): Surroundings {
  const item = (rect: Rectangle, booth: Booth | null = null): Neighbour => ({ ...boundsOf(rect), rect, booth })
  const solids = new RBush<Neighbour>()
  solids.load([
    ...plan.booths.map((booth) => item(booth, booth)),
    ...plan.stages.map((stage) => item(stage)),
    ...plan.walls.map((wall) => item(wallStrip(wall))),
  ])
  const aisles = new RBush<Neighbour>()
  aisles.load([
    ...plan.alleys.map((alley) => item(strip(alley, { x: alley.toX, z: alley.toZ }, alley.width))),
    // A square inside the circle is enough to tell that a side is on the plaza.
    ...plan.plazas.map((plaza) =>
      item({ x: plaza.x, z: plaza.z, width: plaza.radius * 1.8, depth: plaza.radius * 1.8, heading: 0 }),
    ),
  ])
  const { width, depth } = plan.hall
  const edge = (x: number, z: number, w: number, d: number): Rectangle => ({ x, z, width: w, depth: d, heading: 0 })
  const edges = [
    edge(0, -depth / 2, width, 0.1),
    edge(0, depth / 2, width, 0.1),
    edge(-width / 2, 0, 0.1, depth),
    edge(width / 2, 0, 0.1, depth),
  ]
  return { solids, aisles, edges }
}

const wallStrip = (wall: HallPlan['walls'][number]): Rectangle => strip(wall, { x: wall.toX, z: wall.toZ }, 0.3)

function settingOf(booth: Booth, around: Surroundings): Setting {
  const open = (side: Side): boolean => side === 'front' || isOpen(booth, side, around)
  const openSides: OpenSides = { front: true, right: open('right'), back: open('back'), left: open('left') }
  return { openSides, type: typeOf(booth, openSides, around) }
}

function isOpen(booth: Booth, side: Side, around: Surroundings): boolean {
  const island = Math.min(booth.width, booth.depth) >= ISLAND_SIDE
  if (neighboursOn(booth, side, island ? ROUND_ISLAND : NEIGHBOUR_WITHIN, around.solids).length > 0) return false
  if (island) return true
  return neighboursOn(booth, side, AISLE_WITHIN, around.aisles).length > 0
}

function typeOf(booth: Booth, sides: OpenSides, around: Surroundings): BoothType {
  const closed = SIDES.filter((side) => !sides[side])
  if (closed.length === 0) return 'island'
  if (closed.length === 1) {
    const behind = neighboursOn(booth, closed[0] as Side, NEIGHBOUR_WITHIN, around.solids)
    return behind.some((one) => one.booth && isAcross(one.booth, booth)) ? 'end-cap' : 'peninsula'
  }
  if (closed.length === 2) return 'corner'
  const back = groundBefore(booth, 'back', NEIGHBOUR_WITHIN)
  return around.edges.some((edge) => overlaps(back, edge)) ? 'perimeter' : 'inline'
}

/** Whether one booth faces sideways of the other: rows that an end-cap closes do. */
function isAcross(a: Booth, b: Booth): boolean {
  return Math.abs(Math.sin(((a.heading - b.heading) * Math.PI) / 180)) > 0.7
}

function neighboursOn(booth: Booth, side: Side, reach: number, index: RBush<Neighbour>): Neighbour[] {
  const before = groundBefore(booth, side, reach)
  return index.search(boundsOf(before)).filter((one) => one.booth?.id !== booth.id && overlaps(before, one.rect))
}

/** The ground before a side, `reach` metres deep; a little shorter than the side, so that corners don't count. */
function groundBefore(booth: Booth, side: Side, reach: number): Rectangle {
  const along = side === 'front' || side === 'back'
  const out = (along ? booth.depth : booth.width) / 2 + reach / 2
  const centre: Point =
    side === 'front'
      ? { x: 0, z: out }
      : side === 'back'
        ? { x: 0, z: -out }
        : side === 'right'
          ? { x: out, z: 0 }
          : { x: -out, z: 0 }
  const length = (along ? booth.width : booth.depth) * 0.8
  return {
    ...toHall(centre, booth),
    width: along ? length : reach,
    depth: along ? reach : length,
    heading: booth.heading,
  }
}
