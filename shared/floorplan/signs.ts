/** What a signpost says: the places worth walking to from where it stands, each with the way to set out. */
import type { Localized } from '../language.ts'
import type { Alley, Decoration, Entrance, HallPlan, Plaza, Stage } from './model.ts'
import { distance, type Point } from './point.ts'

export interface SignBoard {
  readonly text: Localized
  /** Where the board points, degrees as in model.ts. */
  readonly heading: number
  /** The place it names: an alley's kind or planting may colour the board. */
  readonly about: Alley | Plaza | Stage | Entrance
}

/** A post with more arms is a hedgehog. */
const MOST_BOARDS = 4
/** An alley belongs to a crossing when its aisle passes the post this near, metres. */
const AT_CROSSING = 3
/** Someone who sees a place needs no board to it, metres. */
const IN_SIGHT = 18

/**
 * The boards of a signpost, from top to bottom: alleys that meet here, the plaza, the nearest stage, the nearest gate.
 * Each name comes once, and a board to a place points along the alley by which one sets out for it.
 */
export function signpostBoards(signpost: Decoration, plan: HallPlan): SignBoard[] {
  const here = plan.alleys.filter((alley) => isAt(alley, signpost))
  const ways = here.flatMap((alley) => endsOf(alley)).filter((end) => distance(end, signpost) > AT_CROSSING * 2)
  const boards: SignBoard[] = []
  const add = (about: SignBoard['about'], to: Point): void => {
    const said = boards.some((board) => board.text.ru === about.name.ru && board.text.en === about.name.en)
    if (!said) boards.push({ text: about.name, heading: headingOf(signpost, to), about })
  }
  for (const alley of here) add(alley, furthest(endsOf(alley), signpost))
  for (const place of [...plan.plazas, ...nearestOf(plan.stages, signpost), ...nearestOf(plan.entrances, signpost)]) {
    if (distance(place, signpost) > IN_SIGHT) add(place, wayTo(place, signpost, ways))
  }
  return boards.slice(0, MOST_BOARDS)
}

const endsOf = (alley: Alley): Point[] => [
  { x: alley.x, z: alley.z },
  { x: alley.toX, z: alley.toZ },
]

function isAt(alley: Alley, point: Point): boolean {
  const [from, to] = endsOf(alley) as [Point, Point]
  const length = distance(from, to)
  if (length === 0) return false
  const along = ((point.x - from.x) * (to.x - from.x) + (point.z - from.z) * (to.z - from.z)) / length
  const aside = Math.abs((point.x - from.x) * (to.z - from.z) - (point.z - from.z) * (to.x - from.x)) / length
  return along > -AT_CROSSING && along < length + AT_CROSSING && aside < alley.width / 2 + AT_CROSSING
}

/** The end of an alley here that lies most toward the place; straight at it where no alley meets. */
function wayTo(place: Point, from: Point, ways: readonly Point[]): Point {
  const straight = direction(from, place)
  const toward = (way: Point): number => {
    const along = direction(from, way)
    return along.x * straight.x + along.z * straight.z
  }
  return [...ways].sort((a, b) => toward(b) - toward(a))[0] ?? place
}

function direction(from: Point, to: Point): Point {
  const length = distance(from, to)
  return { x: (to.x - from.x) / length, z: (to.z - from.z) / length }
}

const headingOf = (from: Point, to: Point): number =>
  Math.round((Math.atan2(to.x - from.x, to.z - from.z) * 180) / Math.PI)

const furthest = (points: readonly Point[], from: Point): Point =>
  points.reduce((best, point) => (distance(point, from) > distance(best, from) ? point : best))

const nearestOf = <Place extends Point>(places: readonly Place[], from: Point): Place[] =>
  [...places].sort((a, b) => distance(a, from) - distance(b, from)).slice(0, 1)
