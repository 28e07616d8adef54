/**
 * The composition of a park: how many side alleys, how long, whose they are, and which plot stands where.
 *
 * The plan is an old one. A main alley leads north from the gate to a round plaza and on to the main stage; side alleys
 * cross it, west to east, each with booths on both sides; cross alleys join them, so that nobody has to walk back the
 * way they came. Blocks between side alleys are two rows with a garden between; large booths close some of their ends.
 * z = 0 is the plaza's middle.
 */
import type { ExhibitorKind } from '../model.ts'
import { type Frontage, type Order, type Plot, place, roomOf, total } from './frontage.ts'
import {
  BESIDE_CROSS,
  BESIDE_MAIN,
  BESIDE_PLAZA,
  FOOTPATH,
  ISLAND,
  ISLAND_CORNER,
  LONGEST_BLOCK,
  LONGEST_RUN,
  MARGIN,
  PITCH,
  snap,
  TO_FRONT,
  TO_STAGE,
  UNIT,
} from './measures.ts'

/** Half of a side alley: west of the main alley, or east of it. */
export type Wing = -1 | 1

export interface Skeleton {
  /** Middles of the side alleys, from the south (greatest z) to the north. */
  readonly alleys: readonly number[]
  /** Index of the side alley that meets the plaza. */
  readonly plaza: number
  /** Where the blocks end, metres from the main alley's middle, to the west as to the east. */
  readonly extent: number
  /** Middles of the cross alleys, and of the promenade behind the blocks, metres from the main alley's middle. */
  readonly crossings: readonly number[]
  readonly promenade: number
}

export interface SideAlley {
  /** Index into the skeleton's alleys. */
  readonly index: number
  readonly wings: readonly Wing[]
  readonly kind: ExhibitorKind
  readonly plots: readonly Plot[]
}

export interface Composition {
  readonly skeleton: Skeleton
  readonly alleys: readonly SideAlley[]
}

/**
 * The most compact composition for these orders, one list a kind. Kinds keep the order given, south to north.
 *
 * @throws RangeError when the orders are more than a hall can hold (some 4,000 units)
 */
export function compose(orders: readonly (readonly Order[])[]): Composition {
  let best: { composition: Composition; cost: number } | null = null
  let since = 0
  for (let alleys = 1; alleys <= MOST_ALLEYS && since < PATIENCE; alleys++) {
    const composition = shortest(orders, alleys)
    if (!composition) continue
    since++
    const cost = costOf(composition, orders.filter((kind) => kind.length > 0).length)
    if (best && best.cost <= cost) continue
    best = { composition, cost }
    since = 0
  }
  if (!best) throw new RangeError('More floor is ordered than one hall can hold')
  return best.composition
}

const MOST_ALLEYS = 40
/** Numbers of alleys tried without finding a better one. */
const PATIENCE = 4
const SHORTEST = BESIDE_PLAZA + ISLAND
const LONGEST = 140
/** Below this many orders no end-caps: a small park stays open to all sides. */
const CAPS_FROM = 40

/**
 * Which alley of the park each one is: two neighbours of a kind are the lanes of one alley, with one name, one letter
 * and the same trees. More would make a name useless for finding the way.
 */
export function lanesOf(alleys: readonly Pick<SideAlley, 'kind'>[]): number[] {
  const lanes: number[] = []
  alleys.forEach(({ kind }, i) => {
    const last = lanes.at(-1) ?? -1
    const isSecond = alleys[i - 1]?.kind === kind && lanes.at(-2) !== last
    lanes.push(isSecond ? last : last + 1)
  })
  return lanes
}
const namedAlleys = (alleys: readonly SideAlley[]): number => (lanesOf(alleys).at(-1) ?? 0) + 1

/** Ground needed, dearer where it is much longer than wide, and where a kind is torn over several alleys. */
function costOf({ skeleton, alleys }: Composition, kinds: number): number {
  const width = 2 * (skeleton.promenade + MARGIN)
  const depth = (skeleton.alleys[0] as number) - (skeleton.alleys.at(-1) as number) + 2 * TO_STAGE
  const shape = 1 + 0.3 * Math.abs(Math.log2(width / depth))
  return width * depth * shape * (1 + 0.15 * (namedAlleys(alleys) - kinds))
}

/** With so many side alleys, the shortest that hold everybody; null when even the longest don't. */
function shortest(orders: readonly (readonly Order[])[], count: number): Composition | null {
  const islands = islandsOf(orders)
  const rest = orders.map((kind) => kind.filter((order) => !islands.includes(order)))
  const need = rest.reduce((sum, kind) => sum + total(kind), 0)
  const withCaps = orders.flat().length >= CAPS_FROM
  let plain: Composition | null = null
  for (let extent = SHORTEST; extent <= LONGEST; extent += UNIT) {
    const skeleton = skeletonOf(count, extent)
    if (plain && extent - plain.skeleton.extent > WORTH_CAPS) break
    const wings = wingsOf(skeleton)
    if (wings.reduce((sum, wing) => sum + wing.room, 0) < need) continue
    const capped = withCaps ? fill(rest, skeleton, wings, true) : null
    const composed = (alleys: SideAlley[]): Composition => ({
      skeleton,
      alleys: withIslands(alleys, islands, skeleton),
    })
    if (capped) return composed(capped)
    const alleys = plain ? null : fill(rest, skeleton, wings, false)
    if (alleys) plain = composed(alleys)
    if (plain && !withCaps) return plain
  }
  return plain
}
/** End-caps are worth alleys this much longer, metres. */
const WORTH_CAPS = 9

/** Half a side alley and the metres of booths that will go there. */
interface WingRoom {
  readonly index: number
  readonly wing: Wing
  readonly room: number
}

function wingsOf(skeleton: Skeleton): WingRoom[] {
  return skeleton.alleys.flatMap((_, index) => {
    // Without end-caps both wings mirror each other.
    const room = roomOf(frontagesOf(skeleton, index, 1, new Set()))
    return ([-1, 1] as const).map((wing) => ({ index, wing, room }))
  })
}

function skeletonOf(count: number, extent: number): Skeleton {
  const plaza = Math.floor(count / 2)
  const alleys = Array.from({ length: count }, (_, i) => (plaza - i) * PITCH)
  const ends = 2 * BESIDE_CROSS
  const span = extent - BESIDE_MAIN
  const between = Math.max(0, Math.ceil((span - LONGEST_BLOCK) / (LONGEST_BLOCK + ends)))
  const block = snap((span - between * ends) / (between + 1))
  const crossings = Array.from({ length: between }, (_, i) => BESIDE_MAIN + (i + 1) * block + i * ends + BESIDE_CROSS)
  return { alleys, plaza, extent, crossings, promenade: extent + BESIDE_CROSS }
}

/** The first islands ordered stand round the plaza, at most four. */
function islandsOf(orders: readonly (readonly Order[])[]): Order[] {
  return orders
    .flat()
    .filter((order) => order.depth >= ISLAND)
    .slice(0, 4)
}

/** `withCaps`: whether booths of four units may close blocks, which costs the rows behind them some metres. */
function fill(
  orders: readonly (readonly Order[])[],
  skeleton: Skeleton,
  wings: readonly WingRoom[],
  withCaps: boolean,
): SideAlley[] | null {
  const shares = share(orders, wings, true) ?? share(orders, wings, false)
  if (!shares) return null
  const caps = withCaps ? capBlocks(shares, skeleton) : []
  const capped = new Set(caps.map((cap) => nameOf(cap.end)))
  const alleys: SideAlley[] = []
  for (const one of shares) {
    const own = caps.filter((cap) => cap.owner === one)
    const frontages = one.wings.flatMap((wing) => frontagesOf(skeleton, one.index, wing, capped))
    const plots = place(
      one.orders.filter((order) => !own.some((cap) => cap.plot.order === order)),
      frontages.sort(byWalk),
    )
    if (!plots) return null
    alleys.push({ ...one, plots: [...plots, ...own.map((cap) => cap.plot)] })
  }
  return alleys
}

/** West to east; of two that face each other the northern first. */
const byWalk = (a: Frontage, b: Frontage): number => middle(a) - middle(b) || a.from.z - b.from.z
const middle = (frontage: Frontage): number => frontage.from.x + (frontage.along.x * frontage.length) / 2

/** What one alley gets. */
interface Share {
  readonly index: number
  readonly wings: Wing[]
  readonly kind: ExhibitorKind
  readonly orders: Order[]
}

/**
 * Gives each kind as many wings as it needs, one kind after another. `whole`: a kind that needs more than a wing begins
 * on an alley of its own. A wing that nobody needs goes to the alley across.
 */
function share(orders: readonly (readonly Order[])[], wings: readonly WingRoom[], whole: boolean): Share[] | null {
  const shares: Share[] = []
  let next = 0
  for (const kind of orders) {
    const first = kind[0]
    if (!first) continue
    const need = total(kind)
    if (whole && next % 2 === 1 && need > (wings[next]?.room ?? 0)) next++
    const from = next
    for (let room = 0; room < need; next++) {
      const wing = wings[next]
      if (!wing) return null
      room += wing.room
    }
    shares.push(...divide(kind, first.kind, wings.slice(from, next)))
  }
  for (const { index, wing } of wings) {
    const there = shares.filter((one) => one.index === index)
    if (there.length === 1 && !there[0]?.wings.includes(wing)) there[0]?.wings.push(wing)
  }
  return shares
}

/** A kind's orders over its alleys, in proportion to their room. */
function divide(orders: readonly Order[], kind: ExhibitorKind, wings: readonly WingRoom[]): Share[] {
  const room = wings.reduce((sum, wing) => sum + wing.room, 0)
  const need = total(orders)
  const queue = [...orders]
  let given = 0
  let due = 0
  return [...new Set(wings.map((wing) => wing.index))].map((index, position, all) => {
    const here = wings.filter((wing) => wing.index === index)
    due += (need * here.reduce((sum, wing) => sum + wing.room, 0)) / room
    const taken: Order[] = []
    while (queue[0] && (position === all.length - 1 || given + queue[0].width / 2 <= due)) {
      given += queue[0].width
      taken.push(queue.shift() as Order)
    }
    return { index, wings: here.map((wing) => wing.wing), kind, orders: taken }
  })
}

/** An end of a block: `facing` 1 looks away from the main alley, −1 toward it. */
interface BlockEnd {
  readonly block: number
  readonly wing: Wing
  readonly x: number
  readonly facing: 1 | -1
}
const nameOf = ({ block, wing, x }: BlockEnd): string => `${block} ${wing} ${x}`

/** The ends of one block on one side of the main alley, from the main alley outwards. */
function endsOf(skeleton: Skeleton, block: number, wing: Wing): BlockEnd[] {
  if (block < 0 || block >= skeleton.alleys.length - 1) return []
  const ends = blocksOf(skeleton).flatMap(([from, to]): BlockEnd[] => [
    { block, wing, x: from, facing: -1 },
    { block, wing, x: to, facing: 1 },
  ])
  // Beside the plaza the blocks make way for islands.
  return isBesidePlaza(skeleton, block) ? ends.slice(1) : ends
}

const isBesidePlaza = ({ plaza }: Skeleton, block: number): boolean => block === plaza || block + 1 === plaza

/** A booth that closes an end of a block, and the alley it counts to. */
interface Cap {
  readonly end: BlockEnd
  readonly owner: Share
  readonly plot: Plot
}

/**
 * Booths of four units close the ends of blocks: an end-cap is the best place of a row. Every alley keeps half of its
 * own for the rows, which would look all alike without them.
 */
function capBlocks(shares: readonly Share[], skeleton: Skeleton): Cap[] {
  const ends = skeleton.alleys.flatMap((_, block) => [...endsOf(skeleton, block, -1), ...endsOf(skeleton, block, 1)])
  const left = new Map(shares.map((one) => [one, one.orders.filter((order) => order.width === 4 * UNIT)]))
  const toGive = new Map(shares.map((one) => [one, Math.ceil((left.get(one)?.length ?? 0) / 2)]))
  const caps: Cap[] = []
  // The main alley first: everybody passes there.
  for (const end of ends.toSorted((a, b) => a.x - b.x)) {
    const { block, wing, x, facing } = end
    const owner = shares
      .filter((one) => (one.index === block || one.index === block + 1) && one.wings.includes(wing))
      .sort((a, b) => (toGive.get(b) ?? 0) - (toGive.get(a) ?? 0))[0]
    const order = owner && (toGive.get(owner) ?? 0) > 0 ? left.get(owner)?.shift() : undefined
    if (!owner || !order) continue
    toGive.set(owner, (toGive.get(owner) ?? 0) - 1)
    const middle = ((skeleton.alleys[block] as number) + (skeleton.alleys[block + 1] as number)) / 2
    const plot: Plot = { order, x: wing * (x - (facing * UNIT) / 2), z: middle, heading: facing * wing * 90 }
    caps.push({ end, owner, plot })
  }
  return caps
}

/** Everything on one side of the main alley that faces a side alley; `capped`: ends of blocks that are closed. */
function frontagesOf(skeleton: Skeleton, index: number, wing: Wing, capped: ReadonlySet<string>): Frontage[] {
  const z = skeleton.alleys[index] as number
  // The row to the north of the alley faces south, the other one north.
  return ([-1, 1] as const).flatMap((side) => {
    const block = side < 0 ? index : index - 1
    const closed = endsOf(skeleton, block, wing).filter((end) => capped.has(nameOf(end)))
    return rowsOf(skeleton, index, block, closed).map(
      ([from, to]): Frontage => ({
        from: { x: wing * from, z: z + side * TO_FRONT },
        along: { x: wing, z: 0 },
        length: to - from,
        heading: side < 0 ? 0 : 180,
        away: from,
      }),
    )
  })
}

/** The rows of one block along one alley, as distances from the main alley's middle. */
function rowsOf(skeleton: Skeleton, index: number, block: number, closed: readonly BlockEnd[]): [number, number][] {
  const isClosed = (x: number): boolean => closed.some((end) => end.x === x)
  return blocksOf(skeleton).flatMap(([from, to]) =>
    runs(from, to).flatMap(([a, b]): [number, number][] => {
      const besidePlaza = index === skeleton.plaza || isBesidePlaza(skeleton, block)
      const left = Math.max(a + (isClosed(a) ? UNIT : 0), besidePlaza && from === BESIDE_MAIN ? BESIDE_PLAZA : 0)
      const right = b - (isClosed(b) ? UNIT : 0)
      return right - left < UNIT ? [] : [[left, right]]
    }),
  )
}

/** Blocks between crossings, as distances from the main alley's middle. */
function blocksOf({ crossings, extent }: Skeleton): [number, number][] {
  const starts = [BESIDE_MAIN, ...crossings.map((x) => x + BESIDE_CROSS)]
  const ends = [...crossings.map((x) => x - BESIDE_CROSS), extent]
  return starts.map((start, i) => [start, ends[i] as number])
}

/** A long block is cut by a footpath. */
function runs(from: number, to: number): [number, number][] {
  if (to - from <= LONGEST_RUN) return [[from, to]]
  const cut = snap((from + to) / 2)
  return [
    [from, cut - FOOTPATH / 2],
    [cut + FOOTPATH / 2, to],
  ]
}

/** Islands at the four corners of the plaza, looking at the fountain; each counts to an alley of its kind. */
function withIslands(alleys: readonly SideAlley[], islands: readonly Order[], skeleton: Skeleton): SideAlley[] {
  const corner = ISLAND_CORNER
  const corners = [
    { x: -corner, z: corner, heading: 135 },
    { x: corner, z: corner, heading: 225 },
    { x: -corner, z: -corner, heading: 45 },
    { x: corner, z: -corner, heading: 315 },
  ]
  const plots = islands.map((order, i): Plot => ({ order, ...(corners[i] as (typeof corners)[number]) }))
  const homes = alleys.length > 0 || !islands[0] ? alleys : [emptyAlley(skeleton, islands[0].kind)]
  const homeOf = (kind: ExhibitorKind): SideAlley | undefined => homes.find((home) => home.kind === kind) ?? homes[0]
  return homes.map((home) => ({
    ...home,
    plots: [...home.plots, ...plots.filter((plot) => homeOf(plot.order.kind) === home)],
  }))
}

const emptyAlley = (skeleton: Skeleton, kind: ExhibitorKind): SideAlley => ({
  index: skeleton.plaza,
  wings: [-1, 1],
  kind,
  plots: [],
})
