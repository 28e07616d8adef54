/**
 * Who is where in one instance of a hall, who sees whom, and what each of them is told.
 *
 * A person is a slot: a body on the floor and, while connected, a line. Lines are grouped by the cell their person is
 * in, their *home*; whatever happens in the nine cells around a home is gathered for it, and once every `PERIOD` it
 * becomes one frame for all lines of that home, built once, and only if there was anything. Homes take turns, tick by
 * tick, so no tick is a burst. Crossings from cell to cell come out of a queue ordered by time: they tell the homes
 * that begin to see somebody, and give whoever crossed a frame of their own with what has come into their sight.
 *
 * Frames are absolute. A line that cannot take one is *behind* and gets everything in sight as soon as it can.
 */
import type { Point } from '../../shared/floorplan/point.ts'
import { Cells, ladder } from '../../shared/presence/cells.ts'
import { granted, headingAt, type Refusal, type Walk } from '../../shared/presence/walk.ts'
import type { PresentPerson } from '../../shared/rooms/hall.ts'
import { Bodies } from './bodies.ts'
import { FarView } from './far-view.ts'
import { Homes } from './homes.ts'
import { type Line, Mail, type Packing } from './mail.ts'
import { nextCrossing } from './next-crossing.ts'
import { Queue } from './queue.ts'

/** Milliseconds between two calls of `tick`. */
export const TICK_MS = 10
/** A home hears news at most this often, ms: with the way there, 95 of 100 walks are seen within 300 ms. */
const PERIOD = 240
const TURNS = PERIOD / TICK_MS
/** After a stall at most this many turns are caught up in one tick; the others wait, which spreads the load. */
const TURNS_AT_ONCE = 4

/** How often the size of cells is reconsidered, ms. */
const RESIZES = 2000
/** The people in sight of somebody, on average, between which it is kept: enough for a lively alley. */
const IN_SIGHT = { fewest: 36, most: 64 }

export interface Floor {
  /** Whether the straight line between two points is walkable. */
  free(from: Point, to: Point): boolean
}

/** Every `now` is the room clock, ms. */
export class Crowd<P> {
  private readonly bodies = new Bodies()
  private readonly hall: { readonly width: number; readonly depth: number }
  private readonly floor: Floor
  private readonly sizes: readonly number[]
  private readonly farView: FarView
  private readonly mail: Mail<P>
  private readonly crossings = new Queue()
  private readonly movers = new Set<number>()
  private rung: number
  private homes: Homes
  private turns: number[][]
  private turn = 0
  private turnAt: number
  private resizeAt: number

  /** The hall is `width` × `depth` metres around (0, 0). */
  constructor(hall: { width: number; depth: number }, floor: Floor, packing: Packing<P>, now: number) {
    this.hall = hall
    this.floor = floor
    this.sizes = ladder(hall.width, hall.depth)
    this.rung = this.sizes.length - 1
    this.homes = this.homesOn(this.rung, now)
    this.turns = turnsOf(this.homes.cells)
    this.farView = new FarView(hall.width, hall.depth, now)
    this.mail = new Mail(this.bodies, this.farView, packing)
    this.turnAt = now
    this.resizeAt = now + RESIZES
  }

  /** How many people there are, connected or about to come back. */
  get count(): number {
    return this.bodies.count
  }

  /** Somebody comes in and stands at `at`, facing `faces` (radians). @returns their slot */
  enter(person: Omit<PresentPerson, 'slot'>, at: Point, faces: number, now: number): number {
    const slot = this.bodies.enter({ path: [at], startsAt: now, speed: 0, faces }, now)
    this.mail.register({ ...person, slot })
    this.homes.enter(slot, this.homes.cells.at(at.x, at.z))
    this.homes.tell(slot, now)
    return slot
  }

  /** Somebody is gone for good. */
  leave(slot: number, now: number): void {
    this.disconnect(slot)
    this.homes.leave(slot, now)
    this.mail.unregister(slot)
    this.crossings.remove(slot)
    this.bodies.leave(slot, now)
  }

  /** From now on this line hears what the person of `slot` sees, starting with all of it. */
  connect(slot: number, line: Line<P>): void {
    this.disconnect(slot)
    this.mail.connect(slot, line)
    this.homes.settle(slot, this.homes.cell(slot))
  }

  /** The line of `slot` is dead; the body stays, and walks on to where it was going. */
  disconnect(slot: number): void {
    if (!this.mail.connected(slot)) return
    this.mail.disconnect(slot)
    this.homes.unsettle(slot, this.homes.home(slot))
    this.movers.delete(slot)
  }

  at(slot: number, now: number): Point {
    return this.bodies.at(slot, now)
  }

  /** Somebody asks for a walk. Refused, they stand where they are: everybody's truth is the same again. */
  walk(slot: number, asked: Walk, now: number): Refusal | null {
    const walk = granted(asked, this.bodies.walk(slot), now, this.floor)
    if (typeof walk === 'string') this.stop(slot, now)
    else this.begin(slot, walk, now)
    return typeof walk === 'string' ? walk : null
  }

  stop(slot: number, now: number): void {
    const walk = this.bodies.walk(slot)
    this.begin(slot, { path: [this.at(slot, now)], startsAt: now, speed: 0, faces: headingAt(walk, now) }, now)
  }

  /** The lines of those who have somebody in sight, their own included. */
  *witnesses(slot: number): Iterable<Line<P>> {
    for (const home of this.homes.cells.around(this.homes.cell(slot)))
      for (const resident of this.homes.residentsOf(home)) yield this.mail.line(resident)
  }

  /** Call it every `TICK_MS`. */
  tick(now: number): void {
    this.cross(now)
    this.farView.count(this.bodies, now)
    for (let i = 0; i < TURNS_AT_ONCE && this.turnAt <= now; i++) this.takeTurn(now)
    if (this.turnAt <= now) this.turnAt = now + TICK_MS
    if (now >= this.resizeAt) this.resize(now)
  }

  private begin(slot: number, walk: Walk, now: number): void {
    this.bodies.set(slot, walk)
    this.locate(slot, now)
    this.homes.tell(slot, now)
  }

  /** Put a body into the cell where it is, and note when it will leave that. */
  private locate(slot: number, now: number): void {
    const { cells } = this.homes
    const { x, z } = this.bodies.at(slot, now)
    const cell = cells.at(x, z)
    if (cell !== this.homes.cell(slot)) {
      this.homes.move(slot, cell, now)
      if (this.mail.connected(slot)) this.movers.add(slot)
    }
    const crossing = nextCrossing(this.bodies.walk(slot), cells, cell, now)
    // At the border itself rounding may find us on either side: look again a little later.
    this.crossings.set(slot, Math.max(crossing, now + TICK_MS / 2))
  }

  private cross(now: number): void {
    while (this.crossings.next <= now) this.locate(this.crossings.first, now)
    for (const slot of this.movers) {
      const before = this.homes.home(slot)
      const home = this.homes.cell(slot)
      if (home === before) continue
      this.homes.settle(slot, home)
      this.mail.tellMover(this.homes, slot, before, now)
      this.homes.unsettle(slot, before)
    }
    this.movers.clear()
  }

  private takeTurn(now: number): void {
    for (const home of this.turns[this.turn] as number[]) this.mail.tellHome(this.homes, home, now)
    this.turn = (this.turn + 1) % TURNS
    this.turnAt += TICK_MS
  }

  /** Cells as large as the crowd allows: the fewer the people, the farther everyone sees. */
  private resize(now: number): void {
    this.resizeAt = now + RESIZES
    const mean = this.homes.meanInSight()
    if (mean > IN_SIGHT.most) this.shrink(now)
    else if (mean < IN_SIGHT.fewest && this.rung < this.sizes.length - 1) {
      const larger = this.homesOn(this.rung + 1, now)
      if (larger.meanInSight() <= IN_SIGHT.most) this.adopt(larger, this.rung + 1, now)
    }
  }

  private shrink(now: number): void {
    for (let rung = this.rung - 1; rung >= 0; rung--) {
      const smaller = this.homesOn(rung, now)
      if (rung > 0 && smaller.meanInSight() > IN_SIGHT.most) continue
      this.adopt(smaller, rung, now)
      return
    }
  }

  private homesOn(rung: number, now: number): Homes {
    const homes = new Homes(new Cells(this.hall.width, this.hall.depth, this.sizes[rung] as number))
    for (const slot of this.bodies.slots()) {
      const { x, z } = this.bodies.at(slot, now)
      homes.enter(slot, homes.cells.at(x, z))
    }
    return homes
  }

  private adopt(homes: Homes, rung: number, now: number): void {
    this.homes = homes
    this.rung = rung
    this.turns = turnsOf(homes.cells)
    this.movers.clear()
    this.mail.startOver()
    for (const slot of this.bodies.slots()) {
      if (this.mail.connected(slot)) homes.settle(slot, homes.cell(slot))
      this.locate(slot, now)
    }
  }
}

/** Homes spread over the turns, neighbours on different ones: where many stand together, the load is spread too. */
function turnsOf(cells: Cells): number[][] {
  const turns = Array.from({ length: TURNS }, (): number[] => [])
  for (let cell = 0; cell < cells.count; cell++) {
    const turn = ((cell % cells.columns) * 7 + Math.floor(cell / cells.columns) * 11) % TURNS
    turns[turn]?.push(cell)
  }
  return turns
}
