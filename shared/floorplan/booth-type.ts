/**
 * Which sides of a booth are open and what type that makes it (ISO 25639): derived from where it stands, never stored.
 *
 * The front is always open: facing the aisle is what the organizer decided by its heading. Another side is open when
 * nothing stands close before it and an aisle runs there; a plot of island size needs no aisle, free ground will do,
 * because in a park people walk round a pavilion on the lawn.
 */
import RBush from 'rbush'
import type { Alley, Booth, Hall, HallPlan, Plaza, Stage, Wall } from './model.ts'
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
  const around = new Surroundings(plan.hall)
  around.load([...plan.booths, ...plan.stages, ...plan.walls, ...plan.alleys, ...plan.plazas])
  return new Map(plan.booths.map((booth) => [booth.id, around.settingOf(booth)]))
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

type Surrounding = Booth | Stage | Wall | Alley | Plaza

/** What decides a booth's sides, indexed by place; kept up to date record by record while a plan is edited. */
export class Surroundings {
  private readonly solids = new RBush<Neighbour>()
  private readonly aisles = new RBush<Neighbour>()
  private readonly items = new Map<string, Neighbour>()
  private readonly edges: readonly Rectangle[]

  constructor({ width, depth }: Hall) {
    const edge = (x: number, z: number, w: number, d: number): Rectangle => ({ x, z, width: w, depth: d, heading: 0 })
    this.edges = [
      edge(0, -depth / 2, width, 0.1),
      edge(0, depth / 2, width, 0.1),
      edge(-width / 2, 0, 0.1, depth),
      edge(width / 2, 0, 0.1, depth),
    ]
  }

  load(records: readonly Surrounding[]): void {
    this.solids.load(records.filter(isSolid).map((record) => this.itemOf(record)))
    this.aisles.load(records.filter((record) => !isSolid(record)).map((record) => this.itemOf(record)))
  }

  add(record: Surrounding): void {
    this.indexOf(record).insert(this.itemOf(record))
  }

  remove(record: Surrounding): void {
    const item = this.items.get(record.id)
    if (item) this.indexOf(record).remove(item)
    this.items.delete(record.id)
  }

  settingOf(booth: Booth): Setting {
    const open = (side: Side): boolean => this.isOpen(booth, side)
    const openSides: OpenSides = { front: true, right: open('right'), back: open('back'), left: open('left') }
    return { openSides, type: this.typeOf(booth, openSides) }
  }

  private itemOf(record: Surrounding): Neighbour {
    const rect = groundOf(record)
    const item = { ...boundsOf(rect), rect, booth: record.type === 'booth' ? record : null }
    this.items.set(record.id, item)
    return item
  }

  private indexOf(record: Surrounding): RBush<Neighbour> {
    return isSolid(record) ? this.solids : this.aisles
  }

  private isOpen(booth: Booth, side: Side): boolean {
    const island = Math.min(booth.width, booth.depth) >= ISLAND_SIDE
    if (neighboursOn(booth, side, island ? ROUND_ISLAND : NEIGHBOUR_WITHIN, this.solids).length > 0) return false
    return island || neighboursOn(booth, side, AISLE_WITHIN, this.aisles).length > 0
  }

  private typeOf(booth: Booth, sides: OpenSides): BoothType {
    const closed = SIDES.filter((side) => !sides[side])
    if (closed.length === 0) return 'island'
    if (closed.length === 1) {
      const behind = neighboursOn(booth, closed[0] as Side, NEIGHBOUR_WITHIN, this.solids)
      return behind.some((one) => one.booth && isAcross(one.booth, booth)) ? 'end-cap' : 'peninsula'
    }
    if (closed.length === 2) return 'corner'
    const back = groundBefore(booth, 'back', NEIGHBOUR_WITHIN)
    return this.edges.some((edge) => overlaps(back, edge)) ? 'perimeter' : 'inline'
  }
}

const isSolid = (record: Surrounding): record is Booth | Stage | Wall =>
  record.type === 'booth' || record.type === 'stage' || record.type === 'wall'

function groundOf(record: Surrounding): Rectangle {
  switch (record.type) {
    case 'alley':
      return strip(record, { x: record.toX, z: record.toZ }, record.width)
    case 'wall':
      return strip(record, { x: record.toX, z: record.toZ }, 0.3)
    case 'plaza': {
      // A square a little smaller than the circle is enough to tell that a side is on the plaza.
      const side = record.radius * 1.9
      return { x: record.x, z: record.z, width: side, depth: side, heading: 0 }
    }
    default:
      return record
  }
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
