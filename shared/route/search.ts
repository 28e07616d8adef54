/**
 * Routes over many stops with hours, sessions or too little time for all: ruin and recreate. Each round takes some
 * stretches of the route near one another out, puts stops back one by one where they cost least, and keeps the result
 * by simulated annealing (after Christiaens & Vanden Berghe, Slack induction by string removals, 2020).
 */
import { type Instance, isBetter, type Worth } from './instance.ts'
import { isOver, type Limits } from './limits.ts'
import { nearestNodes } from './nearest-nodes.ts'
import { improvePath } from './tour.ts'
import { WorkingRoute } from './working-route.ts'

/** Most stops taken out in a round, and in one stretch. */
const MOST_RUINED = 14
const STRETCH = 8
/** How many neighbours of a stop a ruin spreads to. */
const NEIGHBOURS = 24
/** Chance that a place is overlooked: without, the same ruin would always be mended the same way. */
const BLINK = 0.05
/** Rounds, by the stops and those of them that are open at any time: whoever is bound to hours can only be in few places. */
const roundsFor = (stops: number, free: number): number => Math.min(20_000, 1500 + 40 * stops + 75 * free)
/** How many rounds pass between two looks at the clock. */
const LOOK = 16
/** What a stop of mean value left out counts for, and the heat at the beginning and the end, in steps between stops. */
const FINE = 3
const HOTTEST = 1.5
const COLDEST = 0.03

/** A good order of some of `candidates`, each of which is possible alone. */
export function search(
  instance: Instance,
  candidates: readonly number[],
  random: () => number,
  limits: Limits,
): number[] {
  const near = nearestNodes(instance.legs, instance.size, Math.min(NEIGHBOURS, instance.size - 1))
  const step = stepOf(instance, candidates, near)
  const free = candidates.filter((stop) => !instance.timetable.isBound(stop))
  const rounds = roundsFor(candidates.length, free.length)
  const cooling = (COLDEST / HOTTEST) ** (1 / rounds)
  const crew = new RepairCrew(instance, candidates, near, random)
  const current = new WorkingRoute(instance)
  const trial = new WorkingRoute(instance)
  const energyOf = (worth: Worth): number => worth.cost + FINE * step * crew.missed(trial)

  crew.recreate(trial)
  trial.load(straightened(instance, trial.stops(), random, limits))
  current.copy(trial)
  let energy = energyOf(trial.worth())
  let best = { order: trial.stops(), worth: trial.worth() }
  let heat = HOTTEST * step
  for (let round = 0; round < rounds; round++) {
    if (round % LOOK === 0 && isOver(limits)) break
    heat *= cooling
    crew.ruin(trial)
    crew.recreate(trial)
    const worth = trial.worth()
    if (isBetter(worth, best.worth)) best = { order: trial.stops(), worth }
    const found = energyOf(worth)
    if (found < energy - heat * Math.log(random())) {
      current.copy(trial)
      energy = found
    } else {
      trial.copy(current)
    }
  }
  return straightened(instance, best.order, random, limits)
}

/** Who takes stops out of a route and puts others in. */
class RepairCrew {
  private readonly instance: Instance
  private readonly candidates: readonly number[]
  private readonly near: Int32Array
  private readonly random: () => number
  private readonly urgency: Float64Array
  private seed = 0

  constructor(instance: Instance, candidates: readonly number[], near: Int32Array, random: () => number) {
    this.instance = instance
    this.candidates = candidates
    this.near = near
    this.random = random
    this.urgency = new Float64Array(instance.count)
  }

  /** The weights of what is not in the route. */
  missed(route: WorkingRoute): number {
    let missed = 0
    for (const stop of this.candidates) if (!route.has(stop)) missed += this.instance.weights[stop] as number
    return missed
  }

  ruin(route: WorkingRoute): void {
    const seed = this.candidates[this.below(this.candidates.length)] as number
    this.seed = seed
    const width = this.near.length / this.instance.size
    let left = 1 + this.below(Math.min(MOST_RUINED, route.length - 2))
    for (let i = -1; i < width && left > 0 && route.length > 2; i++) {
      const stop = i < 0 ? seed : (this.near[seed * width + i] as number)
      if (stop >= this.instance.count || !route.has(stop)) continue
      const length = Math.min(1 + this.below(STRETCH), left, route.length - 2)
      const at = route.nodes.indexOf(stop)
      const from = Math.min(Math.max(1, at - this.below(length)), route.length - 1 - length)
      route.remove(from, length)
      left -= length
    }
  }

  /** Puts in what fits, the most urgent first; what is urgent changes from time to time. */
  recreate(route: WorkingRoute): void {
    const { timetable, weights } = this.instance
    const absent = this.candidates.filter((stop) => !route.has(stop))
    const mood = this.random()
    for (const stop of absent) {
      const chance = this.random()
      let urgency = chance
      if (mood < 0.4) urgency = (weights[stop] as number) * (0.5 + chance)
      else if (mood < 0.7 && timetable.isBound(stop)) urgency = 1 + chance
      else if (mood > 0.8)
        urgency = -(this.instance.legs[this.seed * this.instance.size + stop] as number) * (0.5 + chance)
      this.urgency[stop] = urgency
    }
    absent.sort((a, b) => (this.urgency[b] as number) - (this.urgency[a] as number))
    const blinks = (): boolean => this.random() < BLINK
    for (const stop of absent) {
      const opening = route.openingFor(stop, blinks)
      if (opening) route.insert(stop, opening.position)
    }
  }

  private below(bound: number): number {
    return Math.floor(this.random() * bound)
  }
}

/** Seconds from a stop to those next to it, about: what costs are measured by. */
function stepOf({ size, legs, count }: Instance, candidates: readonly number[], near: Int32Array): number {
  const width = near.length / size
  let sum = 0
  let known = 0
  for (const stop of candidates) {
    for (let i = 0; i < Math.min(width, 5); i++) {
      const other = near[stop * width + i] as number
      const length = legs[stop * size + other] as number
      if (other >= count || length === 0 || length === Number.POSITIVE_INFINITY) continue
      sum += length
      known++
    }
  }
  return known === 0 ? 1 : sum / known
}

/**
 * Every run of stops that are open at any time, between two that are not, walked the shortest way. Who arrives earlier
 * is never worse off, so the rest of the route holds.
 */
function straightened(instance: Instance, order: readonly number[], random: () => number, limits: Limits): number[] {
  const straight: number[] = []
  let run = [instance.start]
  for (const stop of [...order, instance.end]) {
    run.push(stop)
    if (stop !== instance.end && !instance.timetable.isBound(stop)) continue
    straight.push(...improvePath(instance, run, random, limits).slice(1))
    run = [stop]
  }
  return straight.slice(0, -1)
}
