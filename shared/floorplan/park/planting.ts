/**
 * Everything that grows and stands in the park. Trees line every alley so that crowns meet above it, always at the
 * boundary of two booths and never before the middle of a fascia; what is left is lawn with loose trees.
 */
import type { Alley, Decoration, HallPlan, Planting, Plaza } from '../model.ts'
import { between, distance, type Point, toHall } from '../point.ts'
import { contains, strip } from '../rectangle.ts'
import { Garden } from './garden.ts'
import { FOUNTAIN_RADIUS, TO_FRONT } from './measures.ts'

/** `plan` is everything but the decorations. */
export function planting(plan: Omit<HallPlan, 'decorations'>, random: () => number): Decoration[] {
  const garden = new Garden(plan, random)
  for (const plaza of plan.plazas) plantPlaza(garden, plaza)
  signposts(garden)
  gates(garden)
  for (const alley of plan.alleys) if (alley.role === 'main') lineAlley(garden, alley)
  for (const alley of plan.alleys) if (alley.role === 'cross') lineAlley(garden, alley)
  for (const alley of plan.alleys) if (alley.role === 'side') lineAlley(garden, alley)
  walkEnds(garden)
  backGardens(garden)
  parkTrees(garden)
  return garden.planted
}

/** Fountain, beds, benches that look at it, and a ring of blossoming trees with views left open. */
function plantPlaza(garden: Garden, plaza: Plaza): void {
  const around = (degrees: number, radius: number): Point =>
    toHall({ x: 0, z: radius }, { x: plaza.x, z: plaza.z, heading: degrees })
  garden.put('fountain', plaza, { size: FOUNTAIN_RADIUS })
  for (let degrees = 22.5; degrees < 360; degrees += 45) {
    garden.put('flowerbed', around(degrees, 8.6), { size: 1.5 })
  }
  for (const corner of [45, 135, 225, 315]) {
    for (const aside of [-9, 9]) {
      garden.put('bench', around(corner + aside, 11.6), { size: 2, heading: (corner + aside + 180) % 360 })
    }
    for (const aside of [-20, 20]) garden.tree(around(corner + aside, 14.6), 'cherry', 3.8, 2)
    garden.put('lamp', around(corner, 12.6), { size: 3.6 })
    garden.put('planter', around(corner - 12, 15.2), { size: 1.4, heading: corner })
    garden.put('planter', around(corner + 12, 15.2), { size: 1.4, heading: corner })
  }
}

/** At every crossing, on the corner that people see first. */
function signposts(garden: Garden): void {
  const { alleys } = garden.plan
  alleys.forEach((a, i) => {
    for (const b of alleys.slice(i + 1)) {
      const crossing = crossingOf(a, b)
      if (!crossing || garden.isNear(crossing, 8, 'signpost')) continue
      const corners = [1, -1].flatMap((x) => [1, -1].map((z) => ({ x, z })))
      for (const corner of corners) {
        const out = (alley: Alley): number => alley.width / 2 + 0.8
        const isA = Math.abs(a.toX - a.x) > Math.abs(a.toZ - a.z)
        const at = {
          x: crossing.x + corner.x * out(isA ? b : a),
          z: crossing.z + corner.z * out(isA ? a : b),
        }
        if (garden.put('signpost', at, { size: 3.2 })) break
      }
    }
  })
  for (const plaza of garden.plan.plazas) {
    for (const degrees of [25, 205]) {
      garden.put('signpost', toHall({ x: 0, z: plaza.radius - 2.6 }, { ...plaza, heading: degrees }), { size: 3.2 })
    }
  }
}

/** Where two straight alleys meet, or null when they don't. */
function crossingOf(a: Alley, b: Alley): Point | null {
  const ax = a.toX - a.x
  const az = a.toZ - a.z
  const bx = b.toX - b.x
  const bz = b.toZ - b.z
  const cross = ax * bz - az * bx
  if (Math.abs(cross) < 1e-9) return null
  const t = ((b.x - a.x) * bz - (b.z - a.z) * bx) / cross
  const u = ((b.x - a.x) * az - (b.z - a.z) * ax) / cross
  const slackA = b.width / 2 / Math.hypot(ax, az)
  const slackB = a.width / 2 / Math.hypot(bx, bz)
  const on = (share: number, slack: number): boolean => share >= -slack && share <= 1 + slack
  return on(t, slackA) && on(u, slackB) ? { x: a.x + ax * t, z: a.z + az * t } : null
}

function gates(garden: Garden): void {
  for (const entrance of garden.plan.entrances) {
    for (const side of [-1, 1]) {
      const at = (x: number, z: number): Point => toHall({ x: side * x, z }, entrance)
      garden.put('flowerbed', at(entrance.width / 2 + 3.2, 3.4), { size: 1.6 })
      garden.put('planter', at(entrance.width / 2 + 0.6, 3.2), { size: 1.2, heading: 90 })
      garden.put('lamp', at(entrance.width / 2 + 0.6, 5.2), { size: 3.6 })
    }
  }
}

/** How an alley is lined: where its trees stand and how far apart. */
const LINES = {
  main: { offset: 1.3, crown: 5.4, apart: 8 },
  side: { offset: 0.9, crown: 4.6, apart: 7.5 },
  cross: { offset: 1, crown: 4, apart: 8 },
} as const

/** Trees on both sides, lamps between them, benches where there is room. */
function lineAlley(garden: Garden, alley: Alley): void {
  const line = LINES[alley.role]
  const length = distance(alley, { x: alley.toX, z: alley.toZ })
  for (const side of [-1, 1]) {
    const planted: number[] = []
    const at = (t: number, offset = line.offset): Point => beside(alley, t, side, offset)
    for (let t = 1; t <= length - 0.5; t += 0.5) {
      const last = planted.at(-1)
      if (last !== undefined && t - last < line.apart) continue
      const point = at(t)
      if (garden.onPlaza(point, 1) || isBeforeFascia(garden, point)) continue
      if (garden.tree(point, alley.planting, line.crown, line.apart * 0.7)) planted.push(t)
    }
    planted.forEach((t, i) => {
      const next = planted[i + 1]
      if (next === undefined || next - t > 20) return
      furnish(garden, alley, side, t, next, i)
    })
  }
}

/** Between two trees: a lamp every second time, otherwise a bench where no booth is, or a planter. */
function furnish(garden: Garden, alley: Alley, side: number, from: number, to: number, index: number): void {
  const middle = (from + to) / 2
  // Furniture faces the alley: to the left of its direction lies side −1.
  const heading = strip(alley, { x: alley.toX, z: alley.toZ }, 1).heading - side * 90
  const spots = [0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2].map((shift) => middle + shift)
  if (index % 2 === 0) {
    for (const t of spots) {
      const at = beside(alley, t, side, 0.5)
      if (!isBeforeFascia(garden, at) && garden.put('lamp', at, { size: 3.6 })) return
    }
  }
  for (const t of spots) {
    const at = beside(alley, t, side, alley.role === 'side' ? TO_FRONT - alley.width / 2 - 0.6 : 1.1)
    const foot = { ...at, width: 1.9, depth: 0.7, heading }
    if (garden.plotsNear(foot, 1.3).length > 0) continue
    if (garden.put('bench', at, { size: 1.8, heading })) return
  }
  const at = beside(alley, middle, side, 0.7)
  if (garden.plotsNear({ ...at, width: 1, depth: 1, heading: 0 }, 2.2).length === 0) {
    garden.put('planter', at, { size: 1.2, heading: heading + 90 })
  }
}

/** A point `offset` metres beyond the aisle's edge, `t` metres along it; side −1 is left of the walk. */
function beside(alley: Alley, t: number, side: number, offset: number): Point {
  const length = distance(alley, { x: alley.toX, z: alley.toZ })
  const on = between(alley, { x: alley.toX, z: alley.toZ }, t / length)
  const out = side * (alley.width / 2 + offset)
  return { x: on.x - ((alley.toZ - alley.z) / length) * out, z: on.z + ((alley.toX - alley.x) / length) * out }
}

/** Whether something here would hide a booth's front: anywhere before it but close to its two ends. */
function isBeforeFascia(garden: Garden, at: Point): boolean {
  const here = { ...at, width: 0.1, depth: 0.1, heading: 0 }
  return garden.plotsNear(here, 3).some(({ booth }) => {
    if (!booth) return false
    const before = toHall({ x: 0, z: booth.depth / 2 + 1.5 }, booth)
    return contains({ ...before, width: booth.width - 1.1, depth: 3, heading: booth.heading }, at)
  })
}

/** A bed and benches where an alley ends on the lawn. */
function walkEnds(garden: Garden): void {
  for (const alley of garden.plan.alleys) {
    const end = { x: alley.toX, z: alley.toZ }
    for (const [from, to] of [
      [alley, end],
      [end, alley],
    ] as const) {
      const out = { x: from.x - to.x, z: from.z - to.z }
      const length = Math.hypot(out.x, out.z)
      const heading = (Math.atan2(-out.x, -out.z) * 180) / Math.PI
      const at = (x: number, z: number): Point => toHall({ x, z: -z }, { x: from.x, z: from.z, heading })
      const foot = { ...at(0, 2.4), width: 9, depth: 3, heading }
      if (length < 8 || garden.isInTheWay(foot) || garden.onPlaza(from, 3) || garden.plotsNear(foot, 3).length) continue
      garden.put('flowerbed', at(0, 2.4), { size: 1.6 })
      for (const side of [-1, 1]) {
        garden.put('bench', at(side * 3.4, 1.6), { size: 1.8, heading: heading + side * -20 })
        garden.tree(at(side * 5.4, 2.6), alley.planting, 3.6, 1)
      }
    }
  }
}

/** Small trees in the green between rows that stand back to back, and benches where it opens to the main alley. */
function backGardens(garden: Garden): void {
  const { hall, booths, alleys } = garden.plan
  const side = alleys.filter((alley) => alley.role === 'side')
  const lines = [...new Set(side.map((alley) => alley.z))].sort((a, b) => a - b)
  const reach = Math.max(0, ...booths.map((booth) => Math.abs(booth.x) + booth.width / 2))
  lines.slice(1).forEach((line, i) => {
    const north = lines[i] as number
    const middle = (north + line) / 2
    const plantings = side.filter((alley) => alley.z === north || alley.z === line).map((alley) => alley.planting)
    for (const wing of [-1, 1]) {
      const mouth = wing * 9.2
      garden.put('bench', { x: mouth, z: middle }, { size: 2, heading: -wing * 90 })
      garden.put('flowerbed', { x: wing * 11.2, z: middle }, { size: 1 })
      for (let x = 14; x < Math.min(reach, hall.width / 2); x += 6.5 + garden.random() * 2) {
        const at = { x: wing * x, z: middle + (garden.random() - 0.5) * 1.6 }
        const planting = plantings[Math.floor(garden.random() * plantings.length)] ?? 'linden'
        const isOpen = garden.plotsNear({ ...at, width: 2.4, depth: 2.4, heading: 0 }, 0).length === 0
        if (isOpen && garden.awayFromAisles(at, 2) && !garden.onPlaza(at, 1)) garden.tree(at, planting, 3, 4)
      }
    }
  })
}

/** Loose trees on the lawns, thicker toward the hedge: a park has no edge but a wood. */
function parkTrees(garden: Garden): void {
  const { hall } = garden.plan
  const kinds: Planting[] = ['linden', 'linden', 'birch', 'birch', 'apple', 'cherry']
  const tries = Math.round((hall.width * hall.depth) / 14)
  for (let i = 0; i < tries; i++) {
    const at = { x: (garden.random() - 0.5) * (hall.width - 5), z: (garden.random() - 0.5) * (hall.depth - 5) }
    const toEdge = Math.min(hall.width / 2 - Math.abs(at.x), hall.depth / 2 - Math.abs(at.z))
    // Groves: a slow wave over the lawn decides where trees may gather.
    const grove = Math.sin(at.x / 9 + 1.7) + Math.cos(at.z / 11) + (toEdge < 9 ? 1.2 : 0)
    if (grove < -0.3) continue
    const foot = { ...at, width: 1, depth: 1, heading: 0 }
    if (garden.plotsNear(foot, 3.4).length > 0 || !garden.awayFromAisles(at, 4.2) || garden.onPlaza(at, 2.5)) continue
    const planting = kinds[Math.floor(garden.random() * kinds.length)] as Planting
    garden.tree(at, planting, 3.2 + garden.random() * 2.2, 4.6 + garden.random() * 1.5)
  }
}
