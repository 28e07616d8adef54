/** One hall of the park as records: the composition given measures, names, gates, stages and planting. */
import type { Localized } from '../../language.ts'
import type { Alley, Booth, Entrance, Hall, HallPlan, Plaza, Stage, Wall } from '../model.ts'
import { PILLAR } from '../obstacles.ts'
import type { Point } from '../point.ts'
import { type Composition, compose, lanesOf, type SideAlley } from './composition.ts'
import type { Order } from './frontage.ts'
import {
  BACKYARD,
  CROSS_AISLE,
  GATE,
  MAIN_AISLE,
  MAIN_STAGE,
  MARGIN,
  PLAZA_RADIUS,
  SIDE_AISLE,
  STAGE,
  TO_FRONT,
  TO_STAGE,
  UNIT,
} from './measures.ts'
import {
  type AlleyCharacter,
  CROSS_ALLEYS,
  crossAlley,
  gateTo,
  MAIN_ALLEY,
  MAIN_GATE,
  PLAZA,
  sideAlley,
} from './names.ts'
import { planting } from './planting.ts'

export interface HallOrder {
  readonly id: string
  readonly name: Localized
  readonly order: number
  /** One list a kind, in the order in which visitors meet them. */
  readonly orders: readonly (readonly Order[])[]
  readonly stages: readonly { readonly id: string; readonly name: Localized }[]
  /** Halls behind the south gate (null: the street) and behind the east gate (null: no such gate). */
  readonly previous: { readonly id: string; readonly name: Localized } | null
  readonly next: { readonly id: string; readonly name: Localized } | null
  /** Named alleys before this hall: names and letters go on. */
  readonly alleysBefore: number
}

/** A hall and, for numbering, the booths of each named alley as one walks it. */
export interface LaidHall {
  readonly plan: HallPlan
  readonly walks: readonly (readonly Booth[])[]
}

/** @throws RangeError when the hall cannot hold its orders */
export function layHall(order: HallOrder, random: () => number): LaidHall {
  const composition = compose(order.orders)
  const frame = frameOf(composition, order)
  const boothsOfAlleys = composition.alleys.map((alley) => boothsAlong(alley, order.id, frame))
  const plan: Omit<HallPlan, 'decorations'> = {
    hall: hallRecord(order, frame),
    alleys: alleysOf(composition, order, frame),
    plazas: [plaza(order.id, frame)],
    booths: boothsOfAlleys.flat(),
    stages: frame.stages,
    entrances: entrancesOf(order, frame),
    walls: [],
  }
  const hedged = { ...plan, walls: hedges(order.id, frame, plan.entrances) }
  return { plan: { ...hedged, decorations: planting(hedged, random) }, walks: walksOf(composition, boothsOfAlleys) }
}

/** Up one lane and back the other. */
function walksOf({ alleys }: Composition, booths: readonly (readonly Booth[])[]): Booth[][] {
  const lanes = lanesOf(alleys)
  const walks: Booth[][] = []
  lanes.forEach((lane, i) => {
    const walked = walks[lane]
    const here = booths[i] as readonly Booth[]
    if (walked) walked.push(...here.toReversed())
    else walks[lane] = [...here]
  })
  return walks
}

/** The composition on the hall's own plane, whose middle is (0, 0). */
interface Frame {
  readonly width: number
  readonly depth: number
  /** The plaza's middle. */
  readonly plazaZ: number
  readonly zOf: (alley: number) => number
  /** Middles of the last side alleys. */
  readonly south: number
  readonly north: number
  readonly promenade: number
  readonly stages: readonly Stage[]
}

/** A place for a stage, as seen from the composition: where its audience begins, and where it faces. */
interface StagePlace {
  readonly x: number
  readonly z: number
  readonly heading: number
}

function frameOf({ skeleton }: Composition, order: HallOrder): Frame {
  const first = skeleton.alleys[0] as number
  const last = skeleton.alleys.at(-1) as number
  const places = stagePlaces(skeleton, order.next !== null).slice(0, order.stages.length)
  const built = places.map((place, i) => stageAt(place, i === 0 ? MAIN_STAGE : STAGE, order, i))
  const reach = (pick: (stage: Stage) => number, least: number): number => Math.max(least, ...built.map(pick))
  const across = (stage: Stage): number => Math.abs(Math.sin((stage.heading * Math.PI) / 180))
  const halfZ = (stage: Stage): number => (across(stage) * stage.width + (1 - across(stage)) * stage.depth) / 2
  const halfX = (stage: Stage): number => (across(stage) * stage.depth + (1 - across(stage)) * stage.width) / 2
  const behind = TO_FRONT + UNIT + BACKYARD
  const toSouth = reach((stage) => stage.z + halfZ(stage) + STAGE_MARGIN, first + behind)
  const toNorth = reach((stage) => halfZ(stage) - stage.z + STAGE_MARGIN, behind - last)
  const half = reach((stage) => Math.abs(stage.x) + halfX(stage) + STAGE_MARGIN, skeleton.promenade + MARGIN)
  // Whole metres, so that squares of the grid fall on the same places in every hall.
  const depth = 2 * Math.ceil((toSouth + toNorth) / 2)
  const shift = Math.round(toNorth) - depth / 2
  return {
    width: 2 * Math.ceil(half),
    depth,
    plazaZ: shift,
    zOf: (alley) => (skeleton.alleys[alley] as number) + shift,
    south: first + shift,
    north: last + shift,
    promenade: skeleton.promenade,
    stages: built.map((stage) => ({ ...stage, z: stage.z + shift })),
  }
}

/** Behind a stage, for trees and a hedge. */
const STAGE_MARGIN = 6

/**
 * The main stage ends the main alley; then the ends of cross alleys, north before south; then the ends of side alleys,
 * nearest the plaza first, in as many ranks as it takes.
 */
function stagePlaces(skeleton: Composition['skeleton'], withGate: boolean): StagePlace[] {
  const first = skeleton.alleys[0] as number
  const last = skeleton.alleys.at(-1) as number
  const middle = skeleton.crossings[Math.floor((skeleton.crossings.length - 1) / 2)]
  const column = middle ?? skeleton.promenade
  // Where the plaza is on the last alley, the main stage stands clear of its islands.
  const head = last - (skeleton.plaza === skeleton.alleys.length - 1 ? TO_STAGE + 6 : TO_STAGE)
  const north = last - TO_STAGE
  const south = first + TO_STAGE
  const places: StagePlace[] = [
    { x: 0, z: head, heading: 0 },
    { x: -column, z: north, heading: 0 },
    { x: column, z: north, heading: 0 },
    { x: -column, z: south, heading: 180 },
  ]
  // The east promenade leads to the next hall's gate.
  if (middle !== undefined || !withGate) places.push({ x: column, z: south, heading: 180 })
  const fromPlaza = [...skeleton.alleys].sort((a, b) => Math.abs(a) - Math.abs(b))
  for (let rank = 0; rank < 20; rank++) {
    const x = skeleton.promenade + CROSS_AISLE / 2 + 5 + rank * (STAGE.depth + 4)
    for (const z of fromPlaza) places.push({ x: -x, z, heading: 90 }, { x, z, heading: 270 })
  }
  return places
}

function stageAt(place: StagePlace, size: typeof STAGE, order: HallOrder, index: number): Stage {
  const angle = (place.heading * Math.PI) / 180
  const stage = order.stages[index] as HallOrder['stages'][number]
  return {
    type: 'stage',
    id: `stage-${stage.id}`.slice(0, 64),
    hallId: order.id,
    x: Math.round(place.x - (Math.sin(angle) * size.depth) / 2),
    z: Math.round((place.z - (Math.cos(angle) * size.depth) / 2) * 2) / 2,
    ...size,
    heading: place.heading,
    stageId: stage.id,
    name: stage.name,
  }
}

const hallRecord = (order: HallOrder, frame: Frame): Hall => ({
  type: 'hall',
  id: order.id,
  name: order.name,
  width: frame.width,
  depth: frame.depth,
  theme: 'park',
  order: order.order,
})

const plaza = (hallId: string, frame: Frame): Plaza => ({
  type: 'plaza',
  id: `${hallId}-plaza`,
  hallId,
  x: 0,
  z: frame.plazaZ,
  radius: PLAZA_RADIUS,
  name: PLAZA,
})

function boothsAlong(alley: SideAlley, hallId: string, frame: Frame): Booth[] {
  const eastward = alley.wings.includes(1)
  return alley.plots
    .map(
      ({ order, x, z, heading }): Booth => ({
        type: 'booth',
        id: boothId(order.exhibitorId),
        hallId,
        x,
        z: z + frame.plazaZ,
        width: order.width,
        depth: order.depth,
        heading,
        number: '?',
        exhibitorId: order.exhibitorId,
        pavilion: null,
      }),
    )
    .sort((a, b) => (eastward ? a.x - b.x : b.x - a.x) || a.z - b.z)
}

/** A booth keeps its id when the salon is laid out anew, so links to it stay good. */
function boothId(exhibitorId: string): string {
  const id = `booth-${exhibitorId}`
  return id.length <= 64 ? id : exhibitorId
}

function entrancesOf(order: HallOrder, frame: Frame): Entrance[] {
  const gate = (id: string, x: number, name: Localized, leadsTo: string | null): Entrance => ({
    type: 'entrance',
    id: `${order.id}-${id}`,
    hallId: order.id,
    x,
    z: frame.depth / 2 - HEDGE_INSET,
    width: GATE,
    heading: 180,
    name,
    leadsTo,
  })
  const { previous, next } = order
  const main = gate('gate', 0, previous ? gateTo(previous.name) : MAIN_GATE, previous?.id ?? null)
  return next ? [main, gate('gate-next', frame.promenade, gateTo(next.name), next.id)] : [main]
}

const HEDGE_INSET = 1

/** Hedges round the hall, open at the gates. */
function hedges(hallId: string, frame: Frame, entrances: readonly Entrance[]): Wall[] {
  const x = frame.width / 2 - HEDGE_INSET
  const z = frame.depth / 2 - HEDGE_INSET
  const hedge = (id: string, from: Point, to: Point): Wall => ({
    type: 'wall',
    id: `${hallId}-hedge-${id}`,
    hallId,
    ...from,
    toX: to.x,
    toZ: to.z,
    height: 2.4,
    look: 'hedge',
  })
  const openings = entrances
    .map((entrance) => ({
      from: entrance.x - entrance.width / 2 - PILLAR,
      to: entrance.x + entrance.width / 2 + PILLAR,
    }))
    .sort((a, b) => a.from - b.from)
  const starts = [-x, ...openings.map((opening) => opening.to)]
  const ends = [...openings.map((opening) => opening.from), x]
  return [
    hedge('north', { x: -x, z: -z }, { x, z: -z }),
    hedge('west', { x: -x, z: -z }, { x: -x, z }),
    hedge('east', { x, z: -z }, { x, z }),
    ...starts.map((start, i) => hedge(`south-${i + 1}`, { x: start, z }, { x: ends[i] as number, z })),
  ]
}

function alleysOf({ skeleton, alleys }: Composition, order: HallOrder, frame: Frame): Alley[] {
  const hallId = order.id
  const laid: Alley[] = []
  const lay = (
    id: string,
    from: Point,
    to: Point,
    width: number,
    role: Alley['role'],
    { name, planting, paving }: AlleyCharacter,
    kind: Alley['kind'] = null,
  ): void => {
    if (Math.hypot(to.x - from.x, to.z - from.z) < 1) return
    laid.push({
      type: 'alley',
      id: `${hallId}-${id}`,
      hallId,
      ...from,
      toX: to.x,
      toZ: to.z,
      width,
      name,
      role,
      kind,
      planting,
      paving,
    })
  }

  const { plazaZ } = frame
  const stageEdge = (x: number, north: boolean): number | null => {
    const there = frame.stages.find((stage) => stage.x === Math.round(x) && stage.heading === (north ? 0 : 180))
    return there ? there.z + ((north ? 1 : -1) * there.depth) / 2 : null
  }
  const gateZ = frame.depth / 2 - HEDGE_INSET
  lay('main', { x: 0, z: gateZ }, { x: 0, z: plazaZ + PLAZA_RADIUS }, MAIN_AISLE, 'main', MAIN_ALLEY)
  const head = stageEdge(0, true) ?? frame.north - EXEDRA
  lay('main-north', { x: 0, z: plazaZ - PLAZA_RADIUS }, { x: 0, z: head }, MAIN_AISLE, 'main', MAIN_ALLEY)

  const crossings: [number, string, AlleyCharacter][] = skeleton.crossings.flatMap((x, i) => [
    [-x, `cross-west-${i + 1}`, crossAlley(2 * i)] as [number, string, AlleyCharacter],
    [x, `cross-east-${i + 1}`, crossAlley(2 * i + 1)] as [number, string, AlleyCharacter],
  ])
  crossings.push([-skeleton.promenade, 'promenade-west', CROSS_ALLEYS.west])
  crossings.push([skeleton.promenade, 'promenade-east', CROSS_ALLEYS.east])
  for (const [x, id, character] of crossings) {
    const north = stageEdge(x, true) ?? frame.north - OUT
    const toGate = order.next && x === skeleton.promenade ? gateZ : null
    const south = toGate ?? stageEdge(x, false) ?? frame.south + OUT
    lay(id, { x, z: south }, { x, z: north }, CROSS_AISLE, 'cross', character)
  }

  const lanes = lanesOf(alleys)
  alleys.forEach((alley, i) => {
    const z = frame.zOf(alley.index)
    const character = sideAlley(order.alleysBefore + (lanes[i] as number))
    const end = (wing: -1 | 1): number => {
      const atStage = frame.stages.find((stage) => stage.z === z && stage.heading === (wing < 0 ? 90 : 270))
      return atStage ? atStage.x - (wing * atStage.depth) / 2 : wing * endOf(alley, wing, skeleton)
    }
    const start = alley.index === skeleton.plaza ? PLAZA_RADIUS : MAIN_AISLE / 2
    const both = alley.wings.length === 2
    if (both && alley.index !== skeleton.plaza) {
      lay(`alley-${i + 1}`, { x: end(-1), z }, { x: end(1), z }, SIDE_AISLE, 'side', character, alley.kind)
      return
    }
    for (const wing of alley.wings) {
      const id = `alley-${i + 1}${both ? (wing < 0 ? '-west' : '-east') : ''}`
      const ends: [Point, Point] = [
        { x: wing * start, z },
        { x: end(wing), z },
      ]
      const [from, to] = wing < 0 ? ends.toReversed() : ends
      lay(id, from as Point, to as Point, SIDE_AISLE, 'side', character, alley.kind)
    }
  })
  return laid
}

/** Where the main alley ends without a stage, and how far cross alleys lead out onto the lawn. */
const EXEDRA = 13
const OUT = TO_FRONT + UNIT + 4

/** An alley ends at the first crossing behind its last booth, or soon after it when that is far. */
function endOf(alley: SideAlley, wing: -1 | 1, skeleton: Composition['skeleton']): number {
  const reaches = alley.plots.filter((plot) => plot.x * wing > 0).map((plot) => plot.x * wing + plot.order.width / 2)
  const reach = Math.max(skeleton.alleys.length > 1 ? 0 : PLAZA_RADIUS + 6, ...reaches)
  const crossing = [...skeleton.crossings, skeleton.promenade].find((x) => x > reach) ?? skeleton.promenade
  return crossing - reach > 24 ? reach + 2 : crossing
}
