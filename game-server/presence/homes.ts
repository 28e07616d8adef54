/**
 * The cells of a hall with people in them: who is in a cell, who has their home in it, what has happened in sight of a
 * home since its last frame, and when those at home there must have heard of it.
 */
import type { Cells } from '../../shared/presence/cells.ts'
import { Queue } from './queue.ts'

/** Others see a walk at the latest this long, ms, after the server heard of it; what follows it goes along. */
const SOON = 245
/**
 * In a very large crowd what happens a cell away waits longer, ms: so much for everybody there is, up to a limit. Fewer
 * and fuller frames are what lets ten thousand people be in one hall.
 */
const CROWDED = { each: 0.05, most: 600 }
/** That somebody comes into sight, far off, can wait longer, ms. */
const LATER = 800

/** Somebody who stepped out of a cell is still told about there for this long, ms; see `Surroundings.look`. */
const LINGERS = 2000

export class Homes {
  readonly cells: Cells
  /** Homes by when they must be told. */
  readonly due = new Queue()
  private readonly members: number[][]
  private readonly residents: number[][]
  private readonly news: number[][]
  private readonly gone: number[][]
  private readonly cellOf: number[] = []
  private readonly homeOf: number[] = []
  private people = 0
  private readonly cameFrom: number[] = []
  private readonly cameAt: number[] = []

  constructor(cells: Cells) {
    this.cells = cells
    this.members = lists(cells.count)
    this.residents = lists(cells.count)
    this.news = lists(cells.count)
    this.gone = lists(cells.count)
  }

  /** The cell a slot is in. */
  cell(slot: number): number {
    return this.cellOf[slot] as number
  }

  /** The home of a resident. */
  home(slot: number): number {
    return this.homeOf[slot] as number
  }

  membersOf(cell: number): readonly number[] {
    return this.members[cell] as number[]
  }

  residentsOf(home: number): readonly number[] {
    return this.residents[home] as number[]
  }

  /** Slots that those at home here have something to hear about. */
  newsOf(home: number): readonly number[] {
    return this.news[home] as number[]
  }

  /** Slots that left the hall in their sight. */
  goneOf(home: number): readonly number[] {
    return this.gone[home] as number[]
  }

  /** There is something new for everybody, and `within` milliseconds all must know; not all at once. */
  tellAll(now: number, within: number): void {
    for (let home = 0; home < this.cells.count; home++) {
      if (this.residentsOf(home).length > 0) this.due.hasten(home, now + ((home * 7) % 16) * (within / 16))
    }
  }

  /** Everybody at home here has heard. */
  clear(home: number): void {
    clear(this.news[home] as number[])
    clear(this.gone[home] as number[])
    this.due.remove(home)
  }

  /** Somebody is in a cell who was in none. */
  enter(slot: number, cell: number): void {
    this.people++
    this.cellOf[slot] = cell
    this.cameAt[slot] = Number.NEGATIVE_INFINITY
    ;(this.members[cell] as number[]).push(slot)
  }

  /** Somebody goes from their cell to another; those who begin to see them will hear. */
  move(slot: number, to: number, now: number): void {
    const from = this.cell(slot)
    drop(this.members[from] as number[], slot)
    ;(this.members[to] as number[]).push(slot)
    this.cellOf[slot] = to
    this.cameFrom[slot] = from
    this.cameAt[slot] = now
    for (const home of this.cells.around(to)) if (!this.cells.sees(home, from)) this.hear(home, slot, now + LATER)
  }

  /** Somebody is in no cell any more; those who see them will hear. */
  leave(slot: number, now: number): void {
    this.people--
    drop(this.members[this.cell(slot)] as number[], slot)
    for (const home of this.witnesses(slot, now)) {
      if (this.residentsOf(home).length === 0) continue
      ;(this.gone[home] as number[]).push(slot)
      this.due.hasten(home, now + SOON)
    }
  }

  /** Somebody does something new; those who see them, or did a moment ago, will hear. */
  tell(slot: number, now: number): void {
    const cell = this.cell(slot)
    const near = now + SOON
    const far = now + Math.max(SOON, Math.min(CROWDED.most, this.people * CROWDED.each))
    for (const home of this.witnesses(slot, now)) this.hear(home, slot, home === cell ? near : far)
  }

  /** From now on `home` is the home of somebody, who may be moving there from another. */
  settle(slot: number, home: number): void {
    this.homeOf[slot] = home
    ;(this.residents[home] as number[]).push(slot)
  }

  /** Somebody lives in `home` no more. The last one's news is nobody's. */
  unsettle(slot: number, home: number): void {
    drop(this.residents[home] as number[], slot)
    if (this.residentsOf(home).length === 0) this.clear(home)
  }

  /** Cells that `home` sees and `before` did not. */
  *newInSight(home: number, before: number): Iterable<number> {
    for (const cell of this.cells.around(home)) if (!this.cells.sees(before, cell)) yield cell
  }

  /** How many people somebody of this hall has in sight, on average. */
  meanInSight(): number {
    let people = 0
    let sights = 0
    for (let cell = 0; cell < this.cells.count; cell++) {
      const here = this.membersOf(cell).length
      if (here === 0) continue
      people += here
      for (const seen of this.cells.around(cell)) sights += here * this.membersOf(seen).length
    }
    return people === 0 ? 0 : sights / people
  }

  private *witnesses(slot: number, now: number): Iterable<number> {
    const cell = this.cell(slot)
    yield* this.cells.around(cell)
    if (now - (this.cameAt[slot] as number) > LINGERS) return
    for (const home of this.cells.around(this.cameFrom[slot] as number)) if (!this.cells.sees(home, cell)) yield home
  }

  private hear(home: number, slot: number, by: number): void {
    if (this.residentsOf(home).length === 0) return
    const news = this.news[home] as number[]
    if (!news.includes(slot)) news.push(slot)
    this.due.hasten(home, by)
  }
}

const lists = (count: number): number[][] => Array.from({ length: count }, () => [])

function clear(list: number[]): void {
  if (list.length > 0) list.length = 0
}

function drop(list: number[], slot: number): void {
  const last = list.pop() as number
  if (last !== slot) list[list.indexOf(slot)] = last
}
