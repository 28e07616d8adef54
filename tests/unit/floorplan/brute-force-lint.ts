/** The rules of a floor plan once more, slowly and plainly: what the quick ones are checked against. */
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import { rasterise, rasterOf } from '../../../shared/floorplan/grid.ts'
import { AISLE_RULES } from '../../../shared/floorplan/lint.ts'
import {
  type Booth,
  type HallPlan,
  hallPlanOf,
  hallsOf,
  type Plan,
  type Stage,
} from '../../../shared/floorplan/model.ts'
import { arrival, decorationObstacle, type Obstacle, wallObstacle } from '../../../shared/floorplan/obstacles.ts'
import { type Point, toHall, toLocal } from '../../../shared/floorplan/point.ts'
import { stageLayout } from '../../../shared/floorplan/stage-layout.ts'

/** Every finding as `code id id…`, sorted; ids within one sorted too. */
export function bruteForce(plan: Plan): string[] {
  const found = hallsOf(plan).flatMap((hall) => ofHall(hallPlanOf(plan, hall.id) as HallPlan))
  const booths = Object.values(plan.records).filter((record) => record.type === 'booth')
  for (const number of new Set(booths.map((booth) => booth.number))) {
    const same = booths.filter((booth) => booth.number === number)
    if (same.length > 1) found.push(line('duplicate-number', ...same.map((booth) => booth.id)))
  }
  return found.sort()
}

export const line = (code: string, ...ids: readonly string[]): string => [code, ...[...ids].sort()].join(' ')

function ofHall(plan: HallPlan): string[] {
  const found: string[] = []
  const { hall } = plan
  const inHall = ({ x, z }: Point): boolean => Math.abs(x) <= hall.width / 2 && Math.abs(z) <= hall.depth / 2
  const plots = [...plan.booths, ...plan.stages]
  const footOf = (plot: Booth | Stage): Obstacle => ({ ...plot, round: false })
  const things = [
    ...plan.walls.map((wall) => ({ id: wall.id, foot: wallObstacle(wall), code: 'overlap' })),
    ...plan.decorations.map((thing) => ({ id: thing.id, foot: decorationObstacle(thing), code: 'in-the-way' })),
  ]
  plots.forEach((plot, i) => {
    for (const other of plots.slice(i + 1)) {
      if (share(footOf(plot), footOf(other))) found.push(line('overlap', plot.id, other.id))
    }
    for (const { id, foot, code } of things) if (share(footOf(plot), foot)) found.push(line(code, plot.id, id))
  })
  for (const { id, foot } of [...plots.map((plot) => ({ id: plot.id, foot: footOf(plot) })), ...things]) {
    if (!samples(foot).every(inHall)) found.push(line('outside', id))
  }
  for (const { id, x, z, toX, toZ } of plan.alleys) {
    if (!inHall({ x, z }) || !inHall({ x: toX, z: toZ })) found.push(line('outside', id))
  }
  for (const entrance of plan.entrances) if (!inHall(entrance)) found.push(line('outside', entrance.id))

  for (const booth of plan.booths) {
    if (booth.exhibitorId === null) found.push(line('no-exhibitor', booth.id))
    const depth = AISLE_RULES.aisle
    const before = { ...toHall({ x: 0, z: (booth.depth + depth) / 2 }, booth), width: booth.width, depth }
    const ground: Obstacle = { ...before, heading: booth.heading, round: false }
    const others = [
      ...plots.filter((plot) => plot.id !== booth.id).map((plot) => ({ id: plot.id, foot: footOf(plot) })),
      ...things.filter((thing) => thing.code === 'overlap'),
    ].filter(({ foot }) => share(ground, foot))
    if (others.length > 0 || !samples(ground).every(inHall)) {
      found.push(line('narrow-aisle', booth.id, ...others.map((other) => other.id)))
    }
  }
  for (const alley of plan.alleys) {
    const rule = alley.role === 'cross' ? AISLE_RULES.crossAisle : AISLE_RULES.aisle
    if (alley.width < rule || isNarrowed(plan, alley, rule)) found.push(line('narrow-aisle', alley.id))
  }
  return [...found, ...unreachable(plan)]
}

/** Every quarter of a metre along the aisle, looks across it in steps of 5 cm for the widest free stretch. */
function isNarrowed(plan: HallPlan, alley: HallPlan['alleys'][number], rule: number): boolean {
  const feet = [...plan.booths, ...plan.stages].map((plot): Obstacle => ({ ...plot, round: false }))
  feet.push(...plan.walls.map(wallObstacle), ...plan.decorations.map(decorationObstacle))
  const length = Math.hypot(alley.toX - alley.x, alley.toZ - alley.z)
  const along = { x: (alley.toX - alley.x) / length, z: (alley.toZ - alley.z) / length }
  for (let t = 0.125; t < length; t += 0.25) {
    let clear = 0
    let widest = 0
    for (let s = -alley.width / 2 + 0.025; s < alley.width / 2; s += 0.05) {
      const at = { x: alley.x + along.x * t - along.z * s, z: alley.z + along.z * t + along.x * s }
      clear = feet.some((foot) => covers(boxed(foot), at)) ? 0 : clear + 0.05
      widest = Math.max(widest, clear)
    }
    if (widest < rule - 0.01) return true
  }
  return false
}

/** A disc counts as the box around it along the aisle. */
const boxed = (foot: Obstacle): Obstacle => (foot.round ? { ...foot, round: false, heading: 0 } : foot)

function unreachable(plan: HallPlan): string[] {
  const raster = rasterOf(plan.hall)
  const counts = rasterise(plan, raster)
  const squareAt = ({ x, z }: Point): [number, number] => [
    Math.floor((x - raster.origin.x) / raster.cell),
    Math.floor((z - raster.origin.z) / raster.cell),
  ]
  const isFree = (column: number, row: number): boolean =>
    column >= 0 &&
    row >= 0 &&
    column < raster.columns &&
    row < raster.rows &&
    counts[row * raster.columns + column] === 0
  const goals = [
    ...[...boothsOf(plan).values()].map(({ booth, visitor }) => ({ id: booth.id, at: visitor })),
    ...plan.stages.map((stage) => ({ id: stage.id, at: toHall(stageLayout(stage).listener, stage) })),
  ]
  if (plan.entrances.length === 0) return goals.length > 0 ? [line('no-entrance', plan.hall.id)] : []
  const reach = plan.entrances.map((entrance) => reachedFrom(squareAt(arrival(entrance)), isFree))
  const comesTo = (squares: ReadonlySet<string>, at: Point): boolean => {
    const [column, row] = squareAt(at)
    return [-1, 0, 1].some((dx) => [-1, 0, 1].some((dz) => squares.has(`${column + dx} ${row + dz}`)))
  }
  const visits = reach.map((squares) => goals.filter((goal) => comesTo(squares, goal.at)).length)
  const most = Math.max(...visits)
  return [
    ...goals
      .filter((goal) => !reach.some((squares) => comesTo(squares, goal.at)))
      .map((goal) => line('unreachable', goal.id)),
    ...plan.entrances
      .filter((_, i) => (reach[i] as Set<string>).size === 0 || (visits[i] as number) < most)
      .map((entrance) => line('blocked-entrance', entrance.id)),
  ]
}

function reachedFrom(start: [number, number], isFree: (column: number, row: number) => boolean): Set<string> {
  const seen = new Set<string>()
  const queue = [start]
  for (let square = queue.pop(); square; square = queue.pop()) {
    const [column, row] = square
    if (!isFree(column, row) || seen.has(`${column} ${row}`)) continue
    seen.add(`${column} ${row}`)
    queue.push([column + 1, row], [column - 1, row], [column, row + 1], [column, row - 1])
  }
  return seen
}

/** Whether two feet share floor, by points 20 cm apart in one or the other. */
const share = (a: Obstacle, b: Obstacle): boolean =>
  Math.hypot(a.x - b.x, a.z - b.z) < (a.width + a.depth + b.width + b.depth) / 2 && pointsShared(a, b)

const pointsShared = (a: Obstacle, b: Obstacle): boolean =>
  samples(a).some((point) => covers(b, point)) || samples(b).some((point) => covers(a, point))

function samples(foot: Obstacle): Point[] {
  const points: Point[] = []
  const inset = 0.01
  const steps = (length: number): number[] => {
    const count = Math.max(1, Math.ceil(length / 0.2))
    return Array.from({ length: count + 1 }, (_, i) => -length / 2 + inset + ((length - 2 * inset) * i) / count)
  }
  for (const x of steps(foot.width)) {
    for (const z of steps(foot.depth)) {
      if (!foot.round || Math.hypot(x, z) < foot.width / 2) points.push(toHall({ x, z }, foot))
    }
  }
  return points
}

function covers(foot: Obstacle, point: Point): boolean {
  const { x, z } = toLocal(point, foot)
  if (foot.round) return Math.hypot(x, z) < foot.width / 2 - 1e-6
  return Math.abs(x) < foot.width / 2 - 1e-6 && Math.abs(z) < foot.depth / 2 - 1e-6
}
