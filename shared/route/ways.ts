/** Ways through the whole salon: on the grid of a hall, and from hall to hall through the gates. */
import type { WalkGrid } from '../floorplan/grid.ts'
import type { HallPlan } from '../floorplan/model.ts'
import { findPath } from '../floorplan/path.ts'
import type { Point } from '../floorplan/point.ts'
import { PACE } from '../presence/walk.ts'
import { type Gates, gatesOf } from './gates.ts'
import type { Travel } from './model.ts'
import { metresBetween, metresFrom } from './survey.ts'

/** A place in the salon. */
export interface SalonPlace {
  readonly hallId: string
  readonly at: Point
}

/** A part of a way that lies in one hall. */
export interface WayPart {
  readonly hallId: string
  /** Legs that are free on the hall's grid, metres. */
  readonly path: readonly Point[]
}

interface Options {
  /** Metres a second; by default people's comfortable pace. */
  readonly pace?: number
  /** Seconds that coming into another hall takes: it loads, and one looks round. */
  readonly passageSeconds?: number
}

/** Shortest ways between gates: tables of gates × gates. */
interface GateWays {
  readonly seconds: Float64Array
  readonly metres: Float64Array
  /** The gate after the first on the way from one to another. */
  readonly next: Int32Array
}

export class Ways {
  private readonly grids: ReadonlyMap<string, WalkGrid>
  private readonly gates: Gates
  private readonly pace: number
  private readonly passageSeconds: number
  private gateWays: GateWays | null = null

  constructor(
    halls: readonly { readonly plan: HallPlan; readonly grid: WalkGrid }[],
    { pace = PACE, passageSeconds = 20 }: Options = {},
  ) {
    this.grids = new Map(halls.map(({ plan, grid }) => [plan.hall.id, grid]))
    this.gates = gatesOf(halls.map(({ plan }) => plan))
    this.pace = pace
    this.passageSeconds = passageSeconds
  }

  /** Between all pairs of places, in their order. A place in a hall that is not there cannot be reached. */
  travel(places: readonly SalonPlace[]): Travel {
    const { gates } = this.gates
    const count = places.length
    const metres = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY)
    const seconds = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY)
    const toGates = new Float64Array(count * gates.length).fill(Number.POSITIVE_INFINITY)
    for (const [hallId, grid] of this.grids) {
      const here = indexes(places, hallId)
      const doors = indexes(gates, hallId)
      const all = [...here.map((i) => places[i] as SalonPlace), ...doors.map((i) => gates[i] as SalonPlace)]
      const lengths = metresBetween(
        grid,
        all.map((place) => place.at),
      )
      here.forEach((a, i) => {
        const row = i * all.length
        here.forEach((b, j) => {
          metres[a * count + b] = lengths[row + j] as number
          seconds[a * count + b] = (lengths[row + j] as number) / this.pace
        })
        doors.forEach((gate, j) => {
          toGates[a * gates.length + gate] = lengths[row + here.length + j] as number
        })
      })
    }
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < a; b++) {
        const way = this.throughGates(toGates, a, b)
        if (!way || way.seconds >= (seconds[a * count + b] as number)) continue
        seconds[a * count + b] = seconds[b * count + a] = way.seconds
        metres[a * count + b] = metres[b * count + a] = way.metres
      }
    }
    return { places: count, seconds, metres }
  }

  /** From one place to others: a row of `travel` for a place that is not in the table, at a fraction of its cost. */
  row(from: SalonPlace, places: readonly SalonPlace[]): Pick<Travel, 'seconds' | 'metres'> {
    const { gates } = this.gates
    const metres = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY)
    const seconds = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY)
    // Rows of ways to the gates, as `travel` has them: ours is the last.
    const toGates = new Float64Array((places.length + 1) * gates.length).fill(Number.POSITIVE_INFINITY)
    for (const [hallId, grid] of this.grids) {
      const here = indexes(places, hallId)
      const doors = indexes(gates, hallId)
      const targets = here.map((i) => (places[i] as SalonPlace).at)
      if (hallId === from.hallId) {
        const walked = metresFrom(grid, from.at, [...targets, ...doors.map((gate) => (gates[gate] as SalonPlace).at)])
        here.forEach((i, n) => {
          metres[i] = walked[n] as number
          seconds[i] = (walked[n] as number) / this.pace
        })
        doors.forEach((gate, n) => {
          toGates[places.length * gates.length + gate] = walked[here.length + n] as number
        })
      }
      if (here.length === 0) continue
      for (const gate of doors) {
        const walked = metresFrom(grid, (gates[gate] as SalonPlace).at, targets)
        here.forEach((i, n) => {
          toGates[i * gates.length + gate] = walked[n] as number
        })
      }
    }
    places.forEach((_, i) => {
      const way = this.throughGates(toGates, places.length, i)
      if (!way || way.seconds >= (seconds[i] as number)) return
      seconds[i] = way.seconds
      metres[i] = way.metres
    })
    return { seconds, metres }
  }

  /** The way from one place to another, hall by hall; null when there is none. */
  way(from: SalonPlace, to: SalonPlace): WayPart[] | null {
    const stations = this.stations(from, to)
    const parts: WayPart[] = []
    for (const [i, station] of stations.entries()) {
      const next = stations[i + 1]
      // Two stations of one hall are walked between; from hall to hall one is let through.
      if (!next || next.hallId !== station.hallId) continue
      const grid = this.grids.get(station.hallId)
      const path = grid && findPath(grid, station.at, next.at)
      if (!path) return null
      parts.push({ hallId: station.hallId, path })
    }
    return parts.length > 0 && parts.at(-1)?.hallId === to.hallId ? parts : null
  }

  /** Both ends and the gates between. */
  private stations(from: SalonPlace, to: SalonPlace): SalonPlace[] {
    const grid = this.grids.get(from.hallId)
    if (from.hallId === to.hallId && grid && findPath(grid, from.at, to.at)) return [from, to]
    const { gates } = this.gates
    const toGates = new Float64Array(2 * gates.length).fill(Number.POSITIVE_INFINITY)
    for (const [row, place] of [from, to].entries()) {
      const here = this.grids.get(place.hallId)
      if (!here) continue
      const doors = indexes(gates, place.hallId)
      const lengths = metresBetween(here, [place.at, ...doors.map((gate) => (gates[gate] as SalonPlace).at)])
      doors.forEach((gate, i) => {
        toGates[row * gates.length + gate] = lengths[i + 1] as number
      })
    }
    const way = this.throughGates(toGates, 0, 1)
    if (!way) return []
    const between: SalonPlace[] = []
    for (let gate = way.first; gate !== way.last; ) {
      between.push(gates[gate] as SalonPlace)
      gate = this.betweenGates().next[gate * gates.length + way.last] as number
    }
    return [from, ...between, gates[way.last] as SalonPlace, to]
  }

  /** The shortest way between two places that know their way to the gates of their halls: rows a and b of `toGates`. */
  private throughGates(toGates: Float64Array, a: number, b: number) {
    const count = this.gates.gates.length
    const { seconds, metres } = this.betweenGates()
    let best: { seconds: number; metres: number; first: number; last: number } | null = null
    for (let first = 0; first < count; first++) {
      const out = toGates[a * count + first] as number
      if (out === Number.POSITIVE_INFINITY) continue
      for (let last = 0; last < count; last++) {
        const walk = out + (toGates[b * count + last] as number)
        const whole = walk / this.pace + (seconds[first * count + last] as number)
        if (whole >= (best?.seconds ?? Number.POSITIVE_INFINITY)) continue
        best = { seconds: whole, metres: walk + (metres[first * count + last] as number), first, last }
      }
    }
    return best
  }

  private betweenGates(): GateWays {
    this.gateWays ??= shortestBetween(this.gates, this.grids, this.pace, this.passageSeconds)
    return this.gateWays
  }
}

const indexes = (places: readonly SalonPlace[], hallId: string): number[] =>
  places.flatMap((place, i) => (place.hallId === hallId ? [i] : []))

/** All pairs of gates (Floyd & Warshall). */
function shortestBetween(
  { gates, passages }: Gates,
  grids: ReadonlyMap<string, WalkGrid>,
  pace: number,
  passageSeconds: number,
): GateWays {
  const count = gates.length
  const seconds = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY)
  const metres = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY)
  const next = new Int32Array(count * count).fill(-1)
  const link = (a: number, b: number, took: number, walked: number): void => {
    if (took >= (seconds[a * count + b] as number)) return
    seconds[a * count + b] = took
    metres[a * count + b] = walked
    next[a * count + b] = b
  }
  for (const [hallId, grid] of grids) {
    const doors = indexes(gates, hallId)
    const lengths = metresBetween(
      grid,
      doors.map((gate) => (gates[gate] as SalonPlace).at),
    )
    doors.forEach((a, i) => {
      doors.forEach((b, j) => {
        const walked = lengths[i * doors.length + j] as number
        link(a, b, walked / pace, walked)
      })
    })
  }
  for (const [a, b] of passages) {
    link(a, b, passageSeconds, 0)
    link(b, a, passageSeconds, 0)
  }
  for (let via = 0; via < count; via++) {
    for (let a = 0; a < count; a++) {
      const first = seconds[a * count + via] as number
      if (first === Number.POSITIVE_INFINITY) continue
      for (let b = 0; b < count; b++) {
        const took = first + (seconds[via * count + b] as number)
        if (took >= (seconds[a * count + b] as number)) continue
        seconds[a * count + b] = took
        metres[a * count + b] = (metres[a * count + via] as number) + (metres[via * count + b] as number)
        next[a * count + b] = next[a * count + via] as number
      }
    }
  }
  return { seconds, metres, next }
}
