/**
 * Who is where in one instance of a hall, who sees whom, and what each of them is told.
 *
 * A person is a slot: a body on the floor and, while connected, a line. Lines are grouped by the cell their person is
 * in, their *home*. Whatever happens in the nine cells around a home is gathered for it until the first of it must be
 * told; then it becomes one frame for all lines of that home, built once. News comes at random, so frames do, and no
 * tick is a burst. Crossings from cell to cell come out of a queue ordered by time: they tell the homes that begin to
 * see somebody, and give whoever crossed a frame of their own with what has come into their sight.
 *
 * Frames are absolute. A line that cannot take one is *behind* and gets everything in sight as soon as it can.
 */
import type { Point } from '../../shared/floorplan/point.ts'
import { Cells, ladder } from '../../shared/presence/cells.ts'
import { type Floor, granted, headingAt, type Refusal, type Walk } from '../../shared/presence/walk.ts'
import type { PresentPerson } from '../../shared/rooms/hall.ts'
import { Bodies } from './bodies.ts'
import { FAR_VIEW_LASTS, FarView } from './far-view.ts'
import { Homes } from './homes.ts'
import { type Line, Mail, type Packing } from './mail.ts'
import { nextCrossing } from './next-crossing.ts'
import { Queue } from './queue.ts'

/** Milliseconds between two calls of `tick`. */
export const TICK_MS = 20
/** Most messages at once; the others wait a moment, so that everything else gets its turn too. */
const MESSAGES_AT_ONCE = 80

/** Soonest that somebody's place is looked at again, ms: at a border rounding may find them on either side. */
const AGAIN = 5

/** How often the size of cells is reconsidered, ms. */
const RESIZES = 2000
/**
 * How many people somebody has in sight, on average: at least enough for a lively alley, and as many as a process can
 * afford to tell about, which is all of them up to 256.
 */
export interface Sightedness {
  readonly least: number
  readonly most: number
  /** People in sight, summed over everybody. */
  readonly told: number
}
const IN_SIGHT: Sightedness = { least: 56, most: 256, told: 64_000 }
/** Cells grow when fewer than this share of them would be in sight. */
const SPARSE = 0.6

/** Every `now` is the room clock, ms. */
export class Crowd<P> {
  private readonly bodies = new Bodies()
  private readonly hall: { readonly width: number; readonly depth: number }
  private readonly floor: Floor
  private readonly sizes: readonly number[]
  private readonly inSight: Sightedness
  private readonly farView: FarView
  private readonly mail: Mail<P>
  private readonly crossings = new Queue()
  private readonly movers = new Set<number>()
  private rung: number
  private homes: Homes
  private resizeAt: number

  /** The hall is `width` × `depth` metres around (0, 0). */
  constructor(
    hall: { width: number; depth: number },
    floor: Floor,
    packing: Packing<P>,
    now: number,
    inSight: Sightedness = IN_SIGHT,
  ) {
    this.hall = hall
    this.inSight = inSight
    this.floor = floor
    this.sizes = ladder(hall.width, hall.depth)
    this.rung = this.sizes.length - 1
    this.homes = this.homesOn(this.rung, now)
    this.farView = new FarView(hall.width, hall.depth, now)
    this.mail = new Mail(this.bodies, this.farView, packing)
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

  /** Somebody has another name or look: whoever meets them is told again who they are. */
  present(slot: number, person: Omit<PresentPerson, 'slot'>, now: number): void {
    this.mail.unregister(slot)
    this.mail.register({ ...person, slot })
    this.homes.tell(slot, now)
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

  /** Call it every `TICK_MS`. @returns whether there is more to be told at once: then call it again soon */
  tick(now: number): boolean {
    this.cross(now)
    if (this.farView.count(this.bodies, now)) this.homes.tellAll(now, FAR_VIEW_LASTS)
    this.mail.catchUp(this.homes, now)
    this.tellHomes(now)
    if (now >= this.resizeAt) this.resize(now)
    return this.homes.due.next <= now
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
    this.crossings.set(slot, Math.max(crossing, now + AGAIN))
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

  private tellHomes(now: number): void {
    const { due } = this.homes
    for (let messages = 0; messages < MESSAGES_AT_ONCE && due.next <= now; ) {
      const home = due.first
      messages += this.homes.residentsOf(home).length
      this.mail.tellHome(this.homes, home, now)
    }
  }

  /** Cells as large as the crowd allows: the fewer the people, the farther everyone sees. */
  private resize(now: number): void {
    this.resizeAt = now + RESIZES
    const { least, most: limit, told } = this.inSight
    const most = Math.max(least, Math.min(limit, told / this.count))
    const mean = this.homes.meanInSight()
    if (mean > most) this.shrink(most, now)
    else if (mean < most * SPARSE && this.rung < this.sizes.length - 1) {
      const larger = this.homesOn(this.rung + 1, now)
      if (larger.meanInSight() <= most) this.adopt(larger, this.rung + 1, now)
    }
  }

  private shrink(most: number, now: number): void {
    for (let rung = this.rung - 1; rung >= 0; rung--) {
      const smaller = this.homesOn(rung, now)
      if (rung > 0 && smaller.meanInSight() > most) continue
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
    this.movers.clear()
    this.mail.startOver()
    for (const slot of this.bodies.slots()) {
      if (this.mail.connected(slot)) homes.settle(slot, homes.cell(slot))
      this.locate(slot, now)
    }
  }
}
