/** A frontage: a straight line along which booths stand side by side, and how ordered plots are put on it. */
import type { ExhibitorKind } from '../model.ts'
import type { Point } from '../point.ts'
import { UNIT } from './measures.ts'

/** Floor an exhibitor is to get. */
export interface Order {
  readonly exhibitorId: string
  readonly kind: ExhibitorKind
  readonly width: number
  readonly depth: number
}

export interface Frontage {
  /** Where the line begins, and the unit vector along it; booth fronts lie on it. */
  readonly from: Point
  readonly along: Point
  readonly length: number
  /** Where the fronts face. */
  readonly heading: number
  /** Metres from the main alley: nearer ones fill first. */
  readonly away: number
}

export interface Plot {
  readonly order: Order
  readonly x: number
  readonly z: number
  readonly heading: number
}

/**
 * Puts `orders` on `frontages`, in order as one walks from the first frontage to the last, each filled to the same
 * share so that no row ends early; null when they don't fit.
 */
export function place(orders: readonly Order[], frontages: readonly Frontage[]): Plot[] | null {
  const used = nearestEnough(orders, frontages)
  const share = total(orders) / Math.max(1, lengthOf(used))
  const rows = used.map((frontage) => ({ frontage, orders: [] as Order[], left: frontage.length }))
  const queue = [...orders]
  for (const row of rows) {
    const target = share * row.frontage.length
    for (let next = nextFor(row, target, queue); next >= 0; next = nextFor(row, target, queue)) {
      add(row, queue.splice(next, 1)[0] as Order)
    }
  }
  for (const order of queue.sort((a, b) => b.width - a.width)) {
    const roomy = rows.filter((row) => fits(row, order)).sort((a, b) => b.left - a.left)[0]
    if (!roomy) return null
    add(roomy, order)
  }
  return rows.flatMap((row) => spread(row.frontage, row.orders))
}

export const total = (orders: readonly Order[]): number => orders.reduce((sum, order) => sum + order.width, 0)
const lengthOf = (frontages: readonly Frontage[]): number =>
  frontages.reduce((sum, frontage) => sum + frontage.length, 0)

/** Metres of booths that frontages will take: whole units, less a gap to breathe, less what doesn't come out even. */
export function roomOf(frontages: readonly Frontage[]): number {
  const units = frontages.reduce((sum, { length }) => sum + Math.floor((length - breathing(length)) / UNIT), 0)
  return units * UNIT * YIELD
}
const YIELD = 0.96

/** How far ahead in the queue one may reach for a plot that fits: order along the alley stays near what was given. */
const AHEAD = 12
/** Between pavilions: less would be a slit, more a hole. */
const NARROWEST_GAP = 1.5
const WIDEST_GAP = 6

interface Row {
  readonly frontage: Frontage
  readonly orders: Order[]
  left: number
}

/** Few booths gather near the main alley instead of standing far apart. */
function nearestEnough(orders: readonly Order[], frontages: readonly Frontage[]): Frontage[] {
  const need = total(orders)
  const byDistance = [...new Set(frontages.map((frontage) => frontage.away))].sort((a, b) => a - b)
  for (const away of byDistance) {
    const near = frontages.filter((frontage) => frontage.away <= away)
    if (roomOf(near) >= need) return near
  }
  return [...frontages]
}

function nextFor(row: Row, target: number, queue: readonly Order[]): number {
  const taken = row.frontage.length - row.left
  for (let i = 0; i < Math.min(AHEAD, queue.length); i++) {
    const order = queue[i] as Order
    if (fits(row, order, breathing(row.frontage.length)) && taken + order.width / 2 <= target) return i
  }
  return -1
}

/** A long row keeps at least one gap. */
const breathing = (length: number): number => (length > 18 ? NARROWEST_GAP : 0)

const fits = (row: Row, order: Order, spare = 0): boolean => order.width + spare <= row.left

function add(row: Row, order: Order): void {
  row.orders.push(order)
  row.left -= order.width
}

/**
 * Gaps between pavilions take what is left: few wide ones with a bench rather than many slits, so that pavilions stand
 * in groups and the row ends where its block ends.
 */
function spread(frontage: Frontage, orders: readonly Order[]): Plot[] {
  const left = frontage.length - total(orders)
  const places = Math.min(orders.length - 1, Math.floor(left / NARROWEST_GAP), Math.ceil(left / WIDEST_GAP))
  const each = places > 0 ? Math.min(WIDEST_GAP, Math.floor((left / places) * 2) / 2) : 0
  const crumbs = each < WIDEST_GAP ? left - each * places : 0
  const plots: Plot[] = []
  let at = 0
  orders.forEach((order, index) => {
    for (let i = 1; i <= places; i++) {
      if (index === Math.round((i * orders.length) / (places + 1))) at += each + (i === 1 ? crumbs : 0)
    }
    plots.push(plotAt(frontage, order, at))
    at += order.width
  })
  return plots
}

function plotAt(frontage: Frontage, order: Order, start: number): Plot {
  const angle = (frontage.heading * Math.PI) / 180
  const middle = start + order.width / 2
  return {
    order,
    x: tidy(frontage.from.x + frontage.along.x * middle - (Math.sin(angle) * order.depth) / 2),
    z: tidy(frontage.from.z + frontage.along.z * middle - (Math.cos(angle) * order.depth) / 2),
    heading: frontage.heading,
  }
}

/** Without the crumbs that sines leave: plots lie on quarters of a metre. */
const tidy = (value: number): number => Math.round(value * 100) / 100
