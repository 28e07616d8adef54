/** A crowd with listeners that understand what they are told, and a clock that the test turns. */
import { Crowd, type Sightedness, TICK_MS } from '../../../game-server/presence/crowd.ts'
import type { Line } from '../../../game-server/presence/mail.ts'
import { distance, type Point } from '../../../shared/floorplan/point.ts'
import { anyLook } from '../../../shared/people/look.ts'
import { decodeFrame, decodePeople, type Frame } from '../../../shared/presence/codec.ts'
import { type Company, Surroundings } from '../../../shared/presence/surroundings.ts'
import { positionAt, type Walk } from '../../../shared/presence/walk.ts'
import type { PresentPerson } from '../../../shared/rooms/hall.ts'

type Packet = { readonly frame: Frame } | { readonly people: PresentPerson[] }

/** Somebody who listens, and what they believe. */
export class Listener implements Line<Packet>, Company {
  readonly slot: number
  readonly company = new Map<number, { person: PresentPerson; walk: Walk }>()
  readonly frames: Frame[] = []
  distant: Company['distant'] = []
  /** Whether the connection takes messages. */
  open = true
  private readonly surroundings: Surroundings

  constructor(slot: number) {
    this.slot = slot
    this.surroundings = new Surroundings(this, slot)
  }

  ready(): boolean {
    return this.open
  }

  send(...packets: Packet[]): void {
    for (const packet of packets) {
      if ('people' in packet) this.surroundings.introduce(packet.people)
      else {
        this.frames.push(packet.frame)
        this.surroundings.see(packet.frame)
      }
    }
  }

  look(now: number): void {
    this.surroundings.look(now)
  }

  meet(person: PresentPerson, walk: Walk): void {
    this.company.set(person.slot, { person, walk })
  }

  walk(slot: number, walk: Walk): void {
    const known = this.company.get(slot)
    if (known) this.company.set(slot, { ...known, walk })
  }

  leave(slot: number): void {
    this.company.delete(slot)
  }
}

export class World {
  now = 0
  readonly crowd: Crowd<Packet>
  readonly listeners = new Map<number, Listener>()
  /** Everybody in the hall, by slot. */
  readonly names = new Map<number, string>()
  private people = 0

  constructor(hall: { width: number; depth: number }, inSight?: Sightedness) {
    const packing = {
      frame: (bytes: Uint8Array): Packet => ({ frame: decodeFrame(bytes) }),
      people: (bytes: Uint8Array): Packet => ({ people: decodePeople(bytes) }),
    }
    this.crowd = new Crowd(hall, { free: () => true }, packing, this.now, inSight)
  }

  /** Somebody comes in and listens. */
  enter(at: Point): number {
    const name = `person ${this.people++}`
    const look = anyLook(() => 0)
    const slot = this.crowd.enter({ personId: name, name, look, simulated: false }, at, 0, this.now)
    this.names.set(slot, name)
    this.connect(slot)
    return slot
  }

  connect(slot: number): void {
    const listener = new Listener(slot)
    this.listeners.set(slot, listener)
    this.crowd.connect(slot, listener)
  }

  disconnect(slot: number): void {
    this.listeners.delete(slot)
    this.crowd.disconnect(slot)
  }

  leave(slot: number): void {
    this.listeners.delete(slot)
    this.names.delete(slot)
    this.crowd.leave(slot, this.now)
  }

  walk(slot: number, to: readonly Point[], speed = 1.4): void {
    const path = [this.crowd.at(slot, this.now), ...to]
    this.crowd.walk(slot, { path, startsAt: this.now, speed }, this.now)
  }

  /** Time goes by. */
  pass(milliseconds: number): void {
    for (const until = this.now + milliseconds; this.now < until; ) {
      this.now += TICK_MS
      this.crowd.tick(this.now)
      if (this.now % 500 === 0) for (const listener of this.listeners.values()) listener.look(this.now)
    }
  }

  /** How far from where they are a listener believes somebody to be, metres; Infinity when it knows nothing of them. */
  error(listener: Listener, slot: number): number {
    const known = listener.company.get(slot)
    if (!known || known.person.name !== this.names.get(slot)) return Number.POSITIVE_INFINITY
    return distance(positionAt(known.walk, this.now), this.crowd.at(slot, this.now))
  }
}
