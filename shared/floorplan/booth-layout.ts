/**
 * What stands inside a booth: walls on its closed sides and furniture, derived from the plot and its pavilion.
 *
 * One source for two readers: the walkable grid blocks what `blocks`, the world draws every piece. Coordinates are
 * booth-local (see model.ts): origin at the centre of the plot, +z towards the front, metres.
 *
 * Whoever comes in always finds a way at least 1 m wide from the front to the staff behind the counter.
 */
import { ISLAND_SIDE, type OpenSides } from './booth-type.ts'
import type { Booth, Pavilion } from './model.ts'
import type { Point } from './point.ts'
import { hashOf } from './random.ts'

export interface Piece {
  readonly kind: 'wall' | 'post' | 'counter' | 'screen' | 'seat' | 'table' | 'brochures' | 'shelf' | 'planter'
  readonly x: number
  readonly z: number
  readonly width: number
  readonly depth: number
  /** From its foot to its top. */
  readonly height: number
  /** Its foot above the floor: 0 but for what hangs on a wall. */
  readonly base: number
  /** Degrees, relative to the booth. */
  readonly heading: number
  /** Whether people walk around it. */
  readonly blocks: boolean
}

export interface BoothLayout {
  readonly pieces: readonly Piece[]
  /** Where a visitor who comes to the booth stops, facing in; in front of the open front. */
  readonly visitor: Point
  /** Where staff stand, facing out. */
  readonly staff: readonly Point[]
}

/** Wall height by DESIGN: 2.5 m in a row, up to 4 m on an island. */
export const WALL_HEIGHT = 2.6
const TOWER_HEIGHT = 3.6
const WALL = 0.12

/** How far before the front the visitor stops: within the forecourt, out of the stream of the aisle. */
const VISITOR_BEFORE = 0.85

/** What is left to a plot too small for furniture: walls, a screen and someone at the front. */
const SMALLEST_FURNISHED = 2.4

/** From this width there is room for a lounge beside the counter. */
const FURNISHED_LARGE = 5.5

type Plot = Pick<Booth, 'id' | 'width' | 'depth'>

export function boothLayout(plot: Plot, openSides: OpenSides, pavilion: Pavilion): BoothLayout {
  const shell = [...walls(plot, openSides), ...posts(plot, openSides)]
  const inside = isFreestanding(plot, openSides)
    ? aroundTower(plot, openSides)
    : plot.width < SMALLEST_FURNISHED || plot.depth < SMALLEST_FURNISHED
      ? bare(plot)
      : alongBackWall(plot, openSides, pavilion)
  return { pieces: [...shell, ...inside.pieces], visitor: inside.visitor, staff: inside.staff }
}

function isFreestanding(plot: Plot, sides: OpenSides): boolean {
  return sides.back && Math.min(plot.width, plot.depth) >= ISLAND_SIDE - 1
}

function walls(plot: Plot, sides: OpenSides): Piece[] {
  const { width, depth } = plot
  const pieces: Piece[] = []
  const side = (x: number): Piece => wall(x, 0, depth, 90)
  if (!sides.back) pieces.push(wall(0, -(depth - WALL) / 2, width, 0))
  if (!sides.left) pieces.push(side(-(width - WALL) / 2))
  if (!sides.right) pieces.push(side((width - WALL) / 2))
  return pieces
}

/** Posts carry the roof wherever two walls don't meet, and divide a long front into three bays. */
function posts(plot: Plot, sides: OpenSides): Piece[] {
  const x = (plot.width - WALL) / 2
  const z = (plot.depth - WALL) / 2
  const pieces = [post(-x, z), post(x, z)]
  if (sides.back || sides.left) pieces.push(post(-x, -z))
  if (sides.back || sides.right) pieces.push(post(x, -z))
  if (plot.width > 7) pieces.push(post(-plot.width / 6, z), post(plot.width / 6, z))
  return pieces
}

function bare(plot: Plot): BoothLayout {
  return {
    pieces: [screen(0, -plot.depth / 2 + WALL + 0.04, Math.min(1.4, plot.width * 0.6))],
    visitor: { x: 0, z: plot.depth / 2 + VISITOR_BEFORE },
    staff: [{ x: 0, z: 0 }],
  }
}

/**
 * A booth with a wall behind. `talk` is the side with the counter, `way` the other one, where people come in: at a
 * corner booth that is the open side.
 */
function alongBackWall(plot: Plot, sides: OpenSides, pavilion: Pavilion): BoothLayout {
  const { width, depth } = plot
  const hash = hashOf(`${plot.id} furniture`)
  const way = sides.right === sides.left ? (hash % 2 === 0 ? 1 : -1) : sides.right ? 1 : -1
  const talk = -way
  const front = depth / 2
  const back = -depth / 2 + (sides.back ? 0 : WALL)
  const inner = width / 2 - WALL
  const pieces: Piece[] = []

  const small = width < FURNISHED_LARGE
  const bar = counterWidth(width, pavilion)
  // The counter leaves room for staff to come round its outer end, except in a unit booth, where it meets the wall.
  const counterX = talk * (inner - bar / 2 - (small ? 0.1 : 0.9))
  const counterZ = front - 0.8
  pieces.push(counter(counterX, counterZ, bar))
  const staff = staffBehind(counterX, counterZ, bar)

  const screenWidth = Math.min(pavilion === 'butterfly' ? 4.2 : 3.2, Math.max(1.4, width * 0.36))
  const screenX = small ? 0 : way * Math.min(width * 0.08, 0.6)
  if (sides.back) pieces.push({ ...screen(talk * (inner - 0.04), 0, Math.min(1.6, depth * 0.5)), heading: talk * -90 })
  else pieces.push(screen(screenX, back + 0.04, screenWidth))

  // Shelves stand against walls only, brochures where people pass.
  const closedTalk = talk > 0 ? !sides.right : !sides.left
  const closedWay = way > 0 ? !sides.right : !sides.left
  if (closedTalk && depth >= 2.9 && pavilion !== 'pergola') {
    pieces.push(shelf(talk * (inner - 0.17), back + 0.75, 0.9, talk * -90))
  }
  if (!small && pavilion === 'glasshouse' && !sides.back) {
    pieces.push(planter(screenX + talk * (screenWidth / 2 + 0.5), back + 0.2, 0.8, 0.9))
  }
  if (!closedWay) pieces.push(brochures(way * (width / 2 - 0.4), front - 0.4, 0))
  else pieces.push(brochures(way * (inner - 0.25), small ? back + 0.4 : front - 0.55, way * -90))

  if (!small) pieces.push(...lounges(plot, way, bar, hash, back))
  pieces.push(...forecourt(plot, sides, pavilion, talk))

  const visitorX = small ? way * 0.35 : counterX + way * Math.min(0.6, bar / 4)
  return { pieces, visitor: { x: visitorX, z: front + VISITOR_BEFORE }, staff }
}

function counterWidth(width: number, pavilion: Pavilion): number {
  if (width < FURNISHED_LARGE) return pavilion === 'kiosk' ? Math.min(1.5, width * 0.5) : Math.min(1.2, width * 0.4)
  if (width < 8) return pavilion === 'kiosk' || pavilion === 'sail' ? 2.2 : 1.8
  return pavilion === 'butterfly' ? 3 : 2.4
}

function staffBehind(x: number, z: number, bar: number): Point[] {
  const behind = z - 0.75
  return bar < 1.6
    ? [{ x, z: behind }]
    : [
        { x: x - bar / 4, z: behind },
        { x: x + bar / 4, z: behind },
      ]
}

/** Places to sit beside the counter: round tables, or rows of seats that look at the screen. */
function lounges(plot: Plot, way: number, bar: number, hash: number, back: number): Piece[] {
  const inner = plot.width / 2 - WALL
  const counterEnd = -(inner - bar - 0.9)
  const z = plot.depth > 4 ? 0 : back + LOUNGE
  const seats = plot.depth > 4 ? 4 : 2 + (hash % 2)
  const pieces: Piece[] = []
  // From the way's wall inwards, each with a metre to whatever comes next.
  for (let x = inner - LOUNGE; x - LOUNGE > counterEnd + WAY; x -= 2 * LOUNGE + WAY) {
    const isRow = (hash >>> (3 + pieces.length)) % 3 === 0
    pieces.push(...(isRow ? seatRow(way * x, z) : tableWithSeats(way * x, z, seats, (hash >>> 3) % 60)))
  }
  return pieces
}

/** Half of what a table with its seats takes. */
const LOUNGE = 1.05
const WAY = 0.95

function seatRow(x: number, z: number): Piece[] {
  return [-0.68, 0, 0.68].map((aside): Piece => ({ ...seat(x + aside, z + 0.35), heading: 180 }))
}

function forecourt(plot: Plot, sides: OpenSides, pavilion: Pavilion, talk: number): Piece[] {
  const z = plot.depth / 2 + 0.3
  const x = plot.width / 2 - 0.55
  if (plot.width < FURNISHED_LARGE) return [planter(talk * (plot.width / 2 - 0.45), z, 0.7)]
  const pieces = [planter(-x, z, 0.9), planter(x, z, 0.9)]
  const side = (at: number, where: number): Piece => ({ ...planter(at, where, 0.9), heading: 90 })
  const green = pavilion === 'pergola' || pavilion === 'glasshouse'
  for (const [open, sign] of [
    [sides.left, -1],
    [sides.right, 1],
  ] as const) {
    if (!open) continue
    const edge = sign * (plot.width / 2 + 0.3)
    pieces.push(side(edge, -plot.depth / 2 + 0.6))
    if (green && plot.depth > 5) pieces.push(side(edge, plot.depth / 2 - 1.5))
  }
  return pieces
}

/**
 * An island: a tower with screens on its four sides, counters before two of them, tables at the corners. Where a
 * neighbour closes a side there is one counter: behind the other one nobody would come out.
 */
function aroundTower(plot: Plot, sides: OpenSides): BoothLayout {
  const { width, depth } = plot
  const tower = 1.5
  const out = tower / 2 + 0.04
  const pieces: Piece[] = [{ ...wall(0, 0, tower, 0), depth: tower, height: TOWER_HEIGHT }]
  for (const heading of [0, 90, 180, 270]) {
    const angle = (heading * Math.PI) / 180
    const facing = screen(Math.round(Math.sin(angle)) * out, Math.round(Math.cos(angle)) * out, 1.4)
    pieces.push({ ...facing, base: 1.3, height: 1.6, heading })
  }
  const counterX = -width / 2 + 1.6
  const counterZ = depth / 2 - 0.9
  const both = sides.left && sides.right
  pieces.push(counter(counterX, counterZ, 1.8))
  if (both) pieces.push({ ...counter(-counterX, -counterZ, 1.8), heading: 180 })
  const tableX = width / 2 - 1.4
  const tableZ = depth / 2 - 1.4
  pieces.push(...tableWithSeats(tableX, tableZ, 3, 20), ...tableWithSeats(-tableX, -tableZ, 3, 200))
  pieces.push(brochures(0.9, counterZ + 0.25, 0), brochures(-0.9, -counterZ - 0.25, 180))
  const x = width / 2 - 0.55
  const z = depth / 2 + 0.3
  pieces.push(planter(-x, z, 0.9), planter(x, z, 0.9), planter(-x, -z, 0.9), planter(x, -z, 0.9))
  const behind = counterZ - 0.75
  return {
    pieces,
    visitor: { x: counterX + 0.8, z: depth / 2 + VISITOR_BEFORE },
    staff: [{ x: counterX, z: behind }, ...(both ? [{ x: -counterX, z: -behind }] : [])],
  }
}

function tableWithSeats(x: number, z: number, seats: number, turn: number): Piece[] {
  const round: Piece = { ...plain, kind: 'table', x, z, width: 0.7, depth: 0.7, height: 0.74 }
  const chairs = Array.from({ length: seats }, (_, index): Piece => {
    const heading = turn + (index * 360) / seats
    const angle = (heading * Math.PI) / 180
    // A seat faces its table.
    return { ...seat(x + Math.sin(angle) * 0.68, z + Math.cos(angle) * 0.68), heading: (heading + 180) % 360 }
  })
  return [round, ...chairs]
}

const plain = { base: 0, heading: 0, blocks: true }

const seat = (x: number, z: number): Piece => ({
  ...plain,
  kind: 'seat',
  x,
  z,
  width: 0.45,
  depth: 0.45,
  height: 0.8,
})
const wall = (x: number, z: number, width: number, heading: number): Piece => ({
  ...plain,
  kind: 'wall',
  x,
  z,
  width,
  depth: WALL,
  height: WALL_HEIGHT,
  heading,
})
const post = (x: number, z: number): Piece => ({
  ...plain,
  kind: 'post',
  x,
  z,
  width: WALL,
  depth: WALL,
  height: WALL_HEIGHT,
})
const counter = (x: number, z: number, width: number): Piece => ({
  ...plain,
  kind: 'counter',
  x,
  z,
  width,
  depth: 0.55,
  height: 1.05,
})
/** 16:9, hung so that its middle is at eye level of someone standing. */
const screen = (x: number, z: number, width: number): Piece => ({
  ...plain,
  kind: 'screen',
  x,
  z,
  width,
  depth: 0.08,
  height: (width * 9) / 16,
  base: Math.max(0.75, 1.55 - (width * 9) / 32),
  blocks: false,
})
const shelf = (x: number, z: number, width: number, heading: number): Piece => ({
  ...plain,
  kind: 'shelf',
  x,
  z,
  width,
  depth: 0.32,
  height: 1.9,
  heading,
})
const brochures = (x: number, z: number, heading: number): Piece => ({
  ...plain,
  kind: 'brochures',
  x,
  z,
  width: 0.45,
  depth: 0.35,
  height: 1.5,
  heading,
})
const planter = (x: number, z: number, width: number, height = 0.45): Piece => ({
  ...plain,
  kind: 'planter',
  x,
  z,
  width,
  depth: 0.35,
  height,
})
