/**
 * A hall without a server: the generator's plan, the demo's exhibitors repeated as often as needed, people who walk between
 * booths and stand in groups, and a visitor who obeys at once. The same numbers give the same hall.
 */
import demo from '../../../assets/demo/exhibitors.json' with { type: 'json' }
import { Crowd } from '../../../client/state/crowd.ts'
import type { HallNow } from '../../../client/state/hall.ts'
import type { Visitor } from '../../../client/state/visitor.ts'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import { generatePlan } from '../../../shared/floorplan/generate.ts'
import { type WalkGrid, walkGrid } from '../../../shared/floorplan/grid.ts'
import { type ExhibitorKind, type HallPlan, hallPlanOf, hallsOf } from '../../../shared/floorplan/model.ts'
import { arrival } from '../../../shared/floorplan/obstacles.ts'
import { findPath } from '../../../shared/floorplan/path.ts'
import { distance, type Point, toHall } from '../../../shared/floorplan/point.ts'
import { randomFrom } from '../../../shared/floorplan/random.ts'
import { anyLook } from '../../../shared/people/look.ts'
import { arrivesAt, headingAt, PACE, positionAt, type Walk } from '../../../shared/presence/walk.ts'
import type { ExhibitorCard } from '../../../shared/salon/model.ts'

export interface SampleHall extends HallNow {
  /** Sends on those who have arrived. */
  refresh(now: number): void
}

/** `booths` in one hall and `people` in sight; `clock` is the room clock, ms. */
export function sampleHall(booths: number, people: number, clock: () => number, seed = 1): SampleHall {
  const random = randomFrom(seed)
  const { plan, exhibitors } = samplePlan(booths)
  const grid = walkGrid(plan)
  const crowd = new Crowd()
  const routes = sampleRoutes(plan, grid, random)
  const now = clock()
  populate(crowd, plan, grid, routes, people, now, random)
  return {
    plan,
    grid,
    exhibitors,
    crowd,
    visitor: sampleVisitor(plan, grid, now),
    slot: 65_000,
    instance: 1,
    now: clock,
    refresh(at) {
      for (const person of crowd.people) {
        if (person.walk.path.length < 2 || arrivesAt(person.walk) + 6000 > at) continue
        person.walk = { path: person.walk.path.toReversed(), startsAt: at + random() * 4000, speed: person.walk.speed }
      }
    },
  }
}

function samplePlan(booths: number): { plan: HallPlan; exhibitors: Map<string, ExhibitorCard> } {
  const cards = Array.from({ length: booths }, (_, i) => {
    const one = demo[i % demo.length] as (typeof demo)[number]
    return {
      ...one,
      id: `${one.id}-${i}`,
      kind: one.kind as ExhibitorKind,
      logo: `/media/${one.logo}`,
      poster: `/media/${one.poster}`,
      video: one.video && `/media/${one.video}`,
    }
  })
  const stages = ['Большая сцена', 'Летняя сцена'].map((name, i) => ({
    id: `stage-${i}`,
    name: { ru: name, en: name },
  }))
  const document = generatePlan({ exhibitors: cards.map(({ id, kind }) => ({ id, kind })), stages, hallSize: 1000 })
  const plan = hallPlanOf(document, hallsOf(document)[0]?.id ?? '')
  if (!plan) throw new Error('The generator made no hall')
  return { plan, exhibitors: new Map(cards.map((card) => [card.id, card])) }
}

/** A hundred ways between booths, the gate and the plaza. */
function sampleRoutes(plan: HallPlan, grid: WalkGrid, random: () => number): Point[][] {
  const places = [...boothsOf(plan).values()].map((place) => place.visitor)
  const gate = plan.entrances[0]
  const start = gate ? arrival(gate) : { x: 0, z: 0 }
  const routes: Point[][] = []
  while (routes.length < 100) {
    const from = routes.length % 5 === 0 ? start : (places[Math.floor(random() * places.length)] as Point)
    const to = places[Math.floor(random() * places.length)] as Point
    const path = findPath(grid, from, to)
    if (path && path.length > 1) routes.push(path)
  }
  return routes
}

function populate(
  crowd: Crowd,
  plan: HallPlan,
  grid: WalkGrid,
  routes: Point[][],
  people: number,
  now: number,
  random: () => number,
): void {
  const booths = [...boothsOf(plan).values()]
  const names = [
    'Анна Котова',
    'Илья',
    'Мария Серова',
    'Тимур',
    'Olga K.',
    'Ярослава',
    'Пётр Ильич',
    'Jean',
    'Софья',
    'Г. Ахметов',
  ]
  const meet = (slot: number, walk: Walk): void =>
    crowd.meet(
      {
        slot,
        personId: `p${slot}`,
        name: `${names[slot % names.length]}`,
        look: anyLook(random),
        simulated: slot % 3 === 0,
      },
      walk,
    )
  const benches = plan.decorations.filter((one) => one.kind === 'bench')
  let slot = 0
  while (slot < people) {
    const bench = random() < 0.12 ? benches[Math.floor(random() * benches.length)] : undefined
    if (bench) {
      const at = toHall({ x: (random() - 0.5) * bench.size * 0.7, z: 0.7 }, bench)
      meet(slot++, { path: [at], startsAt: now, speed: 0, faces: (bench.heading * Math.PI) / 180 })
      continue
    }
    if (random() < 0.72) {
      const route = routes[Math.floor(random() * routes.length)] as Point[]
      const path = beside(random() < 0.5 ? route : route.toReversed(), (random() - 0.5) * 3, grid)
      const speed = PACE * (0.75 + random() * 0.4)
      meet(slot++, { path, startsAt: now - random() * 60_000, speed })
      continue
    }
    // A group that talks, near a booth.
    const near = booths[Math.floor(random() * booths.length)]?.visitor ?? { x: 0, z: 0 }
    const size = 1 + Math.floor(random() * 3)
    for (let k = 0; k < size && slot < people; k++) {
      const angle = (k / size) * Math.PI * 2 + random()
      const at = { x: near.x + Math.sin(angle) * 0.65, z: near.z + Math.cos(angle) * 0.65 }
      meet(slot++, { path: [at], startsAt: now, speed: 0, faces: size > 1 ? angle + Math.PI : random() * 6 })
      const person = crowd.people.at(-1)
      if (person && k === 0 && random() < 0.3)
        person.bubble = { text: 'Здравствуйте! Расскажите, пожалуйста, о программе.', until: now + 1e9 }
      if (person && random() < 0.08) person.wavesUntil = now + 1e9
    }
  }
}

/** The route, kept `aside` metres to the side where there is room. */
function beside(route: readonly Point[], aside: number, grid: WalkGrid): Point[] {
  return route.map((point, i) => {
    const next = route[i + 1] ?? point
    const before = route[i - 1] ?? point
    const length = distance(before, next) || 1
    const moved = {
      x: point.x - ((next.z - before.z) / length) * aside,
      z: point.z + ((next.x - before.x) / length) * aside,
    }
    return grid.stands(moved) ? moved : point
  })
}

function sampleVisitor(plan: HallPlan, grid: WalkGrid, now: number): Visitor {
  const gate = plan.entrances[0]
  const start = gate ? arrival(gate) : { x: 0, z: 0 }
  let walk: Walk = {
    path: [grid.nearest(start) ?? start],
    startsAt: now,
    speed: PACE,
    faces: ((gate?.heading ?? 0) * Math.PI) / 180,
  }
  let clock = now
  const here = (): Point => positionAt(walk, clock)
  const go = (place: Point, faces?: number): boolean => {
    const path = findPath(grid, here(), place)
    if (path) walk = { path, startsAt: clock, speed: PACE, ...(faces === undefined ? {} : { faces }) }
    return path !== null
  }
  return {
    at(now) {
      clock = now
      const { x, z } = here()
      return { x, z, heading: headingAt(walk, now), speed: now < arrivesAt(walk) ? walk.speed : 0 }
    },
    walkTo: (place, options) => go(place, options?.faces),
    walkToBooth(boothId) {
      const place = boothsOf(plan).get(boothId)
      return place ? go(place.visitor, ((place.booth.heading + 180) * Math.PI) / 180) : false
    },
    steer(direction, hurry) {
      const heading = headingAt(walk, clock)
      const at = here()
      const length = Math.hypot(direction.x, direction.z)
      if (length === 0) {
        walk = { path: [at], startsAt: clock, speed: 0, faces: heading }
        return
      }
      const reach = { x: at.x + (direction.x / length) * 1.5, z: at.z + (direction.z / length) * 1.5 }
      if (grid.free(at, reach)) walk = { path: [at, reach], startsAt: clock, speed: PACE * length * (hurry ? 1.8 : 1) }
    },
    ahead(now) {
      if (now >= arrivesAt(walk)) return []
      let left = (Math.max(0, now - walk.startsAt) / 1000) * walk.speed
      for (let i = 1; i < walk.path.length; i++) {
        const length = distance(walk.path[i - 1] as Point, walk.path[i] as Point)
        if (left < length) return [positionAt(walk, now), ...walk.path.slice(i)]
        left -= length
      }
      return []
    },
    wave() {},
    say() {},
  }
}
