/**
 * What the connected are told: frames to a home, built once for all its residents, and frames to one person.
 * Before somebody is mentioned to a listener for the first time, they are introduced.
 */
import { ByteWriter } from '../../shared/presence/bytes.ts'
import { beginPeople, type FrameHead, writeFrameHead, writePerson } from '../../shared/presence/codec.ts'
import type { PresentPerson } from '../../shared/rooms/hall.ts'
import { Acquaintances } from './acquaintances.ts'
import type { Bodies } from './bodies.ts'
import type { FarView } from './far-view.ts'
import type { Homes } from './homes.ts'

/** One person's connection. `P` is a message made ready for sending, once for many lines. */
export interface Line<P> {
  /** Whether it takes a message now: it has joined, and not too much is still unsent. */
  ready(): boolean
  /** All in one write. */
  send(...packets: P[]): void
}

/** Makes messages ready for sending; the bytes are only lent. */
export interface Packing<P> {
  frame(bytes: Uint8Array): P
  people(bytes: Uint8Array): P
}

/** Listeners looked after in one go: many come at once after a restart, and everything in sight is a long message. */
const AT_ONCE = 32

interface Listener<P> {
  readonly line: Line<P>
  readonly met: Acquaintances
}

export class Mail<P> {
  private readonly bodies: Bodies
  private readonly farView: FarView
  private readonly packing: Packing<P>
  private readonly listeners: (Listener<P> | undefined)[] = []
  /** Listeners that missed a frame or have had none yet: what they need is everything in sight. */
  private readonly behind = new Set<number>()
  private readonly cards: (Uint8Array | undefined)[] = []
  private readonly writer = new ByteWriter()
  private toldFar: number[] = []

  constructor(bodies: Bodies, farView: FarView, packing: Packing<P>) {
    this.bodies = bodies
    this.farView = farView
    this.packing = packing
  }

  /** The name and look that go with a slot from now on. */
  register(person: PresentPerson): void {
    this.cards[person.slot] = writePerson(this.writer.clear(), person).done()
  }

  /** The slot is nobody now. */
  unregister(slot: number): void {
    this.cards[slot] = undefined
    for (const listener of this.listeners) listener?.met.remove(slot)
  }

  connect(slot: number, line: Line<P>): void {
    const met = new Acquaintances()
    met.add(slot)
    this.listeners[slot] = { line, met }
    this.behind.add(slot)
  }

  disconnect(slot: number): void {
    this.listeners[slot] = undefined
    this.behind.delete(slot)
  }

  connected(slot: number): boolean {
    return this.listeners[slot] !== undefined
  }

  /** The line of a slot that is connected. */
  line(slot: number): Line<P> {
    return (this.listeners[slot] as Listener<P>).line
  }

  /** Every listener gets everything anew. */
  startOver(): void {
    this.toldFar = []
    this.listeners.forEach((listener, slot) => {
      if (listener) this.behind.add(slot)
    })
  }

  /** Tell a home's residents what has happened since the last time. */
  tellHome(homes: Homes, home: number, now: number): void {
    const news = homes.newsOf(home)
    const packet = this.mergedFrame(homes, home, now)
    const only = homes.goneOf(home).length === 0 && news.length === 1 ? news[0] : undefined
    // Nobody needs to be told what they do themselves.
    for (const slot of homes.residentsOf(home)) if (slot !== only) this.deliver(slot, packet, news)
    homes.clear(home)
  }

  /** Tell somebody who came home from `before` what has come into their sight. */
  tellMover(homes: Homes, slot: number, before: number, now: number): void {
    const home = homes.home(slot)
    // What the old home was about to hear, the new one may have heard already.
    const mentioned = [...homes.newsOf(before)]
    for (const cell of homes.newInSight(home, before)) mentioned.push(...homes.membersOf(cell))
    const head = { now, sight: homes.cells.sight(home), gone: homes.goneOf(before) }
    this.deliver(slot, this.frame(head, mentioned), mentioned)
  }

  /** Tell some of those who are behind everything in their sight. */
  catchUp(homes: Homes, now: number): void {
    let left = AT_ONCE
    for (const slot of this.behind) {
      if (left-- === 0) return
      this.behind.delete(slot)
      // Whoever is not ready goes to the end of the line.
      if (this.listeners[slot]?.line.ready()) this.tellEverything(homes, slot, now)
      else this.behind.add(slot)
    }
  }

  private tellEverything(homes: Homes, slot: number, now: number): void {
    const home = homes.home(slot)
    const mentioned = homes.cells.around(home).flatMap((cell) => homes.membersOf(cell))
    const head = { now, whole: true, sight: homes.cells.sight(home), distant: this.farView.bytes }
    this.deliver(slot, this.frame(head, mentioned), mentioned)
  }

  private mergedFrame(homes: Homes, home: number, now: number): P {
    const { version, bytes } = this.farView
    const distant = this.toldFar[home] === version ? null : bytes
    this.toldFar[home] = version
    return this.frame({ now, gone: homes.goneOf(home), distant }, homes.newsOf(home))
  }

  private frame(head: FrameHead, mentioned: readonly number[]): P {
    const writer = writeFrameHead(this.writer.clear(), head)
    for (const slot of mentioned) if (this.bodies.has(slot)) this.bodies.write(writer, slot, head.now)
    return this.packing.frame(writer.lent())
  }

  private deliver(slot: number, packet: P, mentioned: readonly number[]): void {
    const { line, met } = this.listeners[slot] as Listener<P>
    if (this.behind.has(slot)) return
    if (!line.ready()) this.behind.add(slot)
    else if (mentioned.every((other) => met.has(other))) line.send(packet)
    else line.send(this.introduction(met, mentioned), packet)
  }

  private introduction(met: Acquaintances, mentioned: readonly number[]): P {
    const writer = beginPeople(this.writer.clear())
    for (const slot of mentioned) {
      const card = this.cards[slot]
      if (!card || met.has(slot)) continue
      met.add(slot)
      writer.bytes(card, 0, card.length)
    }
    return this.packing.people(writer.lent())
  }
}
