/** Where simulated visitors go: the booths of a hall, and the ways between those that lie near one another. */
import { boothsOf } from '../../shared/floorplan/booths.ts'
import { type WalkGrid, walkGrid } from '../../shared/floorplan/grid.ts'
import type { HallPlan } from '../../shared/floorplan/model.ts'
import { findPath } from '../../shared/floorplan/path.ts'
import { distance, type Point } from '../../shared/floorplan/point.ts'
import { oneOf } from './names.ts'

/** Booths that one goes on to from a booth: few, so that the ways between them are found once. */
const NEXT_BOOTHS = 4
/** As far as one goes for the next booth, metres. */
const STROLL = 70
/** How far from the very spot in front of a booth people stop, metres. */
const SPREAD = 1.2

interface Stop {
  readonly at: Point
  /** Towards the booth, radians as three.js rotation.y. */
  readonly faces: number
}

export interface Visit {
  readonly stop: number
  readonly path: readonly Point[]
  readonly faces: number
}

export class Ground {
  readonly grid: WalkGrid
  private readonly stops: readonly Stop[]
  private readonly next = new Map<number, number[]>()
  private readonly ways = new Map<string, readonly Point[] | null>()

  constructor(plan: HallPlan) {
    this.grid = walkGrid(plan)
    this.stops = [...boothsOf(plan).values()].map(({ booth, visitor }) => ({
      at: visitor,
      faces: Math.atan2(booth.x - visitor.x, booth.z - visitor.z),
    }))
  }

  /** Finds every way there is at once, before anybody asks: for crowds of thousands. */
  survey(random: () => number): void {
    for (const stop of this.stops.keys()) for (const to of this.nextTo(stop, random)) this.way(stop, to)
  }

  /** A booth to begin at, and a place in front of it. */
  begin(random: () => number): { stop: number; at: Point } {
    const stop = Math.floor(random() * this.stops.length)
    return { stop, at: this.spotAt(stop, random) }
  }

  /** A booth to go to from a place near `stop`, and the way there; null when there is none. */
  visit(stop: number, from: Point, random: () => number): Visit | null {
    const to = oneOf(this.nextTo(stop, random), random)
    const way = to === undefined ? null : this.way(stop, to)
    if (to === undefined || !way) return null
    const spot = this.spotAt(to, random)
    return { stop: to, path: [from, ...way, spot], faces: (this.stops[to] as Stop).faces }
  }

  private nextTo(stop: number, random: () => number): number[] {
    const known = this.next.get(stop)
    if (known) return known
    const { at } = this.stops[stop] as Stop
    const near = this.stops.flatMap((other, i) => (i !== stop && distance(at, other.at) < STROLL ? [i] : []))
    const picked = Array.from({ length: Math.min(NEXT_BOOTHS, near.length) }, () => oneOf(near, random))
    this.next.set(stop, picked)
    return picked
  }

  private way(from: number, to: number): readonly Point[] | null {
    const key = `${from} ${to}`
    const known = this.ways.get(key)
    if (known !== undefined) return known
    const way = findPath(this.grid, (this.stops[from] as Stop).at, (this.stops[to] as Stop).at)
    this.ways.set(key, way)
    return way
  }

  private spotAt(stop: number, random: () => number): Point {
    const { at } = this.stops[stop] as Stop
    const spot = { x: at.x + (random() - 0.5) * 2 * SPREAD, z: at.z + (random() - 0.5) * 2 * SPREAD }
    return this.grid.free(at, spot) ? spot : at
  }
}
