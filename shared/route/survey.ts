/**
 * How far places of one hall are from one another, along the paths that `findPath` finds: instead of a path for every
 * pair, one flood over the grid for every place. In a hall of many places most floods end near by, and what is further
 * away is counted over other places: some metres too much, on ways that a good route through so many never takes.
 */
import { squareOf, type WalkGrid } from '../floorplan/grid.ts'
import { distance, type Point } from '../floorplan/point.ts'
import { Flood } from './flood.ts'

/** Up to so many places of a hall every pair is measured. */
const FEW = 64
/** Of more, so many that lie furthest apart are measured to all others, and the others to so many nearest. */
const LANDMARKS = 16
const NEAR = 48

/** Metres between all pairs of `points`, row by row, the same both ways; Infinity where there is no way. */
export function metresBetween(grid: WalkGrid, points: readonly Point[]): Float64Array {
  const survey = new Survey(grid, points)
  if (points.length <= FEW) survey.measureAll()
  else survey.measureByLandmarks()
  return survey.metres
}

/** Metres from one point to others, as `metresBetween` has them between all: a single flood. */
export function metresFrom(grid: WalkGrid, from: Point, to: readonly Point[]): Float64Array {
  const survey = new Survey(grid, [from, ...to])
  survey.measureFirst()
  return survey.metres.slice(1, to.length + 1)
}

class Survey {
  readonly metres: Float64Array
  private readonly count: number
  private readonly standing: readonly Point[]
  private readonly squares: readonly number[]
  /** Points from which one can walk at all. */
  private readonly places: readonly number[]
  /** What the ways cost those who walk them: of two ways people take the easier one, not the shorter. */
  private readonly efforts: Float64Array
  private readonly flood: Flood

  constructor(grid: WalkGrid, points: readonly Point[]) {
    this.count = points.length
    this.metres = new Float64Array(points.length ** 2).fill(Number.POSITIVE_INFINITY)
    this.efforts = new Float64Array(points.length ** 2).fill(Number.POSITIVE_INFINITY)
    this.standing = points.map((point) => grid.nearest(point) ?? point)
    this.squares = this.standing.map((point) => squareOf(grid, point))
    this.places = [...points.keys()].filter((i) => this.squares[i] !== -1)
    this.flood = new Flood(grid)
  }

  measureAll(): void {
    this.places.forEach((place, turn) => {
      this.measure(place, this.places.slice(turn), Number.POSITIVE_INFINITY)
    })
  }

  measureFirst(): void {
    if (this.squares[0] !== -1) this.measure(0, this.places, Number.POSITIVE_INFINITY)
  }

  measureByLandmarks(): void {
    const { places, metres, count } = this
    const landmarks: number[] = []
    const away = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
    while (landmarks.length < Math.min(LANDMARKS, places.length)) {
      const landmark = places.reduce((a, b) => ((away[b] as number) > (away[a] as number) ? b : a))
      landmarks.push(landmark)
      this.measure(landmark, places, Number.POSITIVE_INFINITY)
      for (const place of places) {
        away[place] = Math.min(away[place] as number, metres[landmark * count + place] as number)
      }
    }
    for (const place of places) if (!landmarks.includes(place)) this.measure(place, places, NEAR)
    this.bridge()
  }

  /** Notes down how far others are from a place; what the flood does not come to stays as it is. */
  private measure(from: number, others: readonly number[], most: number): void {
    const here = this.standing[from] as Point
    const ways = this.flood.waysTo(
      this.squares[from] as number,
      others.map((to) => this.squares[to] as number),
      most,
    )
    ways.forEach((way, i) => {
      const to = others[i] as number
      // Two places of one square are apart, though there is no step between them.
      if (way) this.note(from, to, way.effort, way.metres || distance(here, this.standing[to] as Point))
    })
  }

  /** A way that no flood found goes by other places, whichever make it easiest (Floyd & Warshall). */
  private bridge(): void {
    const { count, metres, efforts } = this
    for (const via of this.places) {
      for (const a of this.places) {
        const effort = efforts[a * count + via] as number
        if (effort === Number.POSITIVE_INFINITY) continue
        const walked = metres[a * count + via] as number
        for (let b = 0; b < count; b++) {
          const whole = effort + (efforts[via * count + b] as number)
          if (whole >= (efforts[a * count + b] as number)) continue
          efforts[a * count + b] = whole
          metres[a * count + b] = walked + (metres[via * count + b] as number)
        }
      }
    }
  }

  private note(a: number, b: number, effort: number, metres: number): void {
    const { count } = this
    if (effort >= (this.efforts[a * count + b] as number)) return
    for (const pair of [a * count + b, b * count + a]) {
      this.efforts[pair] = effort
      this.metres[pair] = metres
    }
  }
}
