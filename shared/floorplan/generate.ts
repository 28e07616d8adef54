/**
 * The generator: any list of exhibitors becomes a park (or several, joined by gates) in which every lint rule holds.
 * The same input gives the same plan.
 */
import type { Localized } from '../language.ts'
import type { BoothSize } from '../salon/booth-size.ts'
import { type Booth, EXHIBITOR_KINDS, type ExhibitorKind, PLAN_VERSION, type Plan, type PlanRecord } from './model.ts'
import { numbered } from './numbering.ts'
import type { Order } from './park/frontage.ts'
import { layHall } from './park/hall.ts'
import { ISLAND, UNIT } from './park/measures.ts'
import { hallName } from './park/names.ts'
import { hashOf, randomFrom } from './random.ts'

export interface LayoutRequest {
  /** 1–1,000 exhibitors; those of a kind stand together, in the order given here. */
  readonly exhibitors: readonly {
    readonly id: string
    readonly kind: ExhibitorKind
    /** What they ordered; null or absent: the layout decides. */
    readonly size?: BoothSize | null
  }[]
  readonly stages: readonly { readonly id: string; readonly name: Localized }[]
  /** Another seed, another park: sizes nobody ordered, and every tree. */
  readonly seed?: number
  /** Most booths in a hall, 200 by default. */
  readonly hallSize?: number
}

/** @throws RangeError without exhibitors, or when a hall cannot hold what is ordered */
export function generatePlan(request: LayoutRequest): Plan {
  const { exhibitors, stages, seed = 1, hallSize = 200 } = request
  if (exhibitors.length === 0) throw new RangeError('A salon needs at least one exhibitor')
  const random = randomFrom(seed)
  const free = new Set(exhibitors.filter((exhibitor) => !exhibitor.size).map((exhibitor) => exhibitor.id))
  const groups = intoHalls(
    exhibitors.map((exhibitor) => orderOf(exhibitor, seed)),
    hallSize,
  )
  const halls = groups.map((orders, order) => ({
    id: `hall-${order + 1}`,
    name: groups.length === 1 ? { ru: 'Парк', en: 'The Park' } : hallName(order),
    order,
    orders: withIslands(orders, free),
    stages: stages.filter((_, stage) => stage % groups.length === order),
  }))

  const records: Record<string, PlanRecord> = {}
  const walks: (readonly Booth[])[] = []
  const laid = halls.map((hall, i) => {
    const previous = halls[i - 1] ?? null
    const next = halls.length > 1 ? (halls[(i + 1) % halls.length] ?? null) : null
    const one = layHall({ ...hall, previous, next, alleysBefore: walks.length }, random)
    walks.push(...one.walks)
    return one
  })
  for (const { plan } of laid) {
    const { hall, alleys, plazas, stages, entrances, walls, decorations } = plan
    for (const record of [hall, ...alleys, ...plazas, ...stages, ...entrances, ...walls, ...decorations]) {
      records[record.id] = record
    }
  }
  const digits = Math.max(2, ...walks.map((walk) => String(walk.length).length))
  walks.forEach((walk, alley) => {
    for (const booth of numbered(alley, walk, digits)) records[booth.id] = booth
  })
  return { version: PLAN_VERSION, records }
}

type Group = readonly (readonly Order[])[]

/** What a kind takes when nobody ordered a size, by chance in these shares of 1, 2, 3 and 4 units. */
const USUAL: Record<ExhibitorKind, readonly number[]> = {
  business: [0.35, 0.35, 0.18, 0.12],
  region: [0.3, 0.42, 0.18, 0.1],
  institution: [0.48, 0.34, 0.12, 0.06],
  community: [0.6, 0.32, 0.08, 0],
}

function orderOf({ id, kind, size }: LayoutRequest['exhibitors'][number], seed: number): Order {
  if (size === 'island') return { exhibitorId: id, kind, width: ISLAND, depth: ISLAND }
  return { exhibitorId: id, kind, width: (size ? Number(size) : usualUnits(id, kind, seed)) * UNIT, depth: UNIT }
}

function usualUnits(id: string, kind: ExhibitorKind, seed: number): number {
  let draw = randomFrom(hashOf(id) ^ seed)()
  for (const [units, share] of USUAL[kind].entries()) {
    draw -= share
    if (draw < 0) return units + 1
  }
  return 1
}

/** A kind stays in one hall where it fits and is spread evenly where it doesn't; kinds share halls as they fit. */
function intoHalls(orders: readonly Order[], hallSize: number): Group[] {
  const parts = EXHIBITOR_KINDS.flatMap((kind) => {
    const ofKind = orders.filter((order) => order.kind === kind)
    const count = Math.ceil(ofKind.length / hallSize)
    return Array.from({ length: count }, (_, i) =>
      ofKind.slice(Math.floor((i * ofKind.length) / count), Math.floor(((i + 1) * ofKind.length) / count)),
    )
  })
  const halls: { readonly parts: Order[][]; room: number }[] = []
  for (const part of parts.toSorted((a, b) => b.length - a.length)) {
    const roomy = halls.find((hall) => hall.room >= part.length)
    const hall = roomy ?? { parts: [], room: hallSize }
    if (!roomy) halls.push(hall)
    hall.parts.push(part)
    hall.room -= part.length
  }
  // In each hall, and from hall to hall, kinds come in their own order.
  const rank = (part: readonly Order[]): number => parts.indexOf(part as Order[])
  return halls
    .map((hall) => hall.parts.toSorted((a, b) => rank(a) - rank(b)))
    .toSorted((a, b) => rank(a[0] ?? []) - rank(b[0] ?? []))
}

/** Corners of the plaza that no order fills go to exhibitors who left the size to us, one of each kind in turn. */
function withIslands(group: Group, free: ReadonlySet<string>): Group {
  const count = group.flat().length
  let wanted = count < 24 ? 0 : count < 60 ? 2 : 4
  wanted -= group.flat().filter((order) => order.depth >= ISLAND).length
  const result = group.map((kind) => [...kind])
  for (let turn = 0; wanted > 0 && turn < 4; turn++) {
    for (const kind of result) {
      const index = kind.findIndex((order) => order.depth < ISLAND && free.has(order.exhibitorId))
      if (wanted <= 0 || index < 0) continue
      kind[index] = { ...(kind[index] as Order), width: ISLAND, depth: ISLAND }
      wanted--
    }
  }
  return result
}
