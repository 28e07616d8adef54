/** Where simulated visitors go: the booths of a hall, its benches, and the ways between those that lie near one another. */
import { boothsOf } from '../../shared/floorplan/booths.ts'
import { type WalkGrid, walkGrid } from '../../shared/floorplan/grid.ts'
import type { HallPlan } from '../../shared/floorplan/model.ts'
import { findPath } from '../../shared/floorplan/path.ts'
import { distance, type Point, toHall } from '../../shared/floorplan/point.ts'
import { oneOf } from './names.ts'

/** Stops that one goes on to from a stop: few, so that the ways between them are found once. */
const NEXT_BOOTHS = 4
/** As far as one goes for the next stop, metres. */
const STROLL = 70
/** As much room as people take in front of a booth, metres. */
const SPREAD = 1.2

interface Stop {
  readonly at: Point
  /** Towards the booth, or the way the bench faces: radians as three.js rotation.y. */
  readonly faces: number
  /** How far from the very spot people stop, metres. */
  readonly spread: number
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
    const booths = [...boothsOf(plan).values()].map(({ booth, visitor }) => ({
      at: visitor,
      faces: Math.atan2(booth.x - visitor.x, booth.z - visitor.z),
      spread: SPREAD,
    }))
    this.stops = [...booths, ...this.benches(plan)]
  }

  /** Finds every way there is at once, before anybody asks: for crowds of thousands. */
  survey(random: () => number): void {
    for (const stop of this.stops.keys()) for (const to of this.nextTo(stop, random)) this.way(stop, to)
  }

  /** A booth or bench to begin at, and a place in front of it. */
  begin(random: () => number): { stop: number; at: Point } {
    const stop = Math.floor(random() * this.stops.length)
    return { stop, at: this.spotAt(stop, random) }
  }

  /** A booth or bench to go to from a place near `stop`, and the way there; null when there is none. */
  visit(stop: number, from: Point, random: () => number): Visit | null {
    const to = oneOf(this.nextTo(stop, random), random)
    const way = to === undefined ? null : this.way(stop, to)
    if (to === undefined || !way) return null
    const spot = this.spotAt(to, random)
    return { stop: to, path: [from, ...way, spot], faces: (this.stops[to] as Stop).faces }
  }

  /** In front of every bench, close enough to sit down. */
  private benches(plan: HallPlan): Stop[] {
    return plan.decorations.flatMap((decoration) => {
      if (decoration.kind !== 'bench') return []
      const at = this.grid.nearest(toHall({ x: 0, z: 0.7 }, decoration), 0.5)
      return at ? [{ at, faces: (decoration.heading * Math.PI) / 180, spread: 0.25 }] : []
    })
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
    const { at, spread } = this.stops[stop] as Stop
    const spot = { x: at.x + (random() - 0.5) * 2 * spread, z: at.z + (random() - 0.5) * 2 * spread }
    return this.grid.free(at, spot) ? spot : at
  }
}
