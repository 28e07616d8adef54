/**
 * The hall room: one instance of a hall with people in it. It translates sockets and messages into the crowd's terms;
 * who sees what is decided in `presence/`.
 */
import { type AuthContext, type Client, CloseCode, Room, ServerError } from '@colyseus/core'
import type { z } from 'zod'
import { walkGrid } from '../../shared/floorplan/grid.ts'
import { distance, type Point } from '../../shared/floorplan/point.ts'
import { may } from '../../shared/people/rights.ts'
import { BadBytes } from '../../shared/presence/bytes.ts'
import { decodeWalk } from '../../shared/presence/codec.ts'
import type { Walk } from '../../shared/presence/walk.ts'
import * as hall from '../../shared/rooms/hall.ts'
import { Crowd, TICK_MS } from '../presence/crowd.ts'
import { type Arrival, arrival } from './arrival.ts'
import { Chat } from './chat.ts'
import type { Guest, RoomDeps, RoomLog } from './deps.ts'
import { FootfallLog } from './footfall-log.ts'
import { Heartbeat } from './heartbeat.ts'
import type { RoomsNewsroom } from './newsroom.ts'
import type { Register, Stay } from './register.ts'
import type { Roll } from './roll.ts'
import { StaffTeller } from './staff-teller.ts'
import { type SmallMessage, Visitor } from './visitor.ts'
import { ClientLine, packed, packing, socketOf } from './wire.ts'

/** What the directory knows about an instance, kept with the room's listing. */
export interface HallListing {
  readonly hallId: string
  /** 1, 2, 3 … as visitors see it. */
  readonly instance: number
  readonly people: number
  readonly simulated: number
}

export interface HallRoomDeps extends RoomDeps {
  readonly log: RoomLog
  readonly register: Register
  readonly newsroom: RoomsNewsroom
  readonly roll: Roll
  /** Refuses whoever joins too often. @throws ServerError 429 */
  limitJoins(guest: Guest): void
}

/** How long the place of somebody whose connection broke is kept, seconds. */
const KEPT_FOR = 20
/** How long a seat is kept for somebody who has asked for it, seconds. */
const SEAT_KEPT_FOR = 10
/** Figures are published at most this often, ms. */
const FIGURES_EVERY = 300
/** More than an honest client ever sends; whoever floods is cut off before a message is looked at. */
const MESSAGES_PER_SECOND = 60

/** These closings are final; from every other one people may come back. */
const FINAL: ReadonlySet<number | undefined> = new Set([
  CloseCode.CONSENTED,
  CloseCode.SERVER_SHUTDOWN,
  CloseCode.WITH_ERROR,
  hall.CLOSE_MISBEHAVED,
  hall.CLOSE_SIGNED_OUT,
  hall.CLOSE_ELSEWHERE,
  hall.CLOSE_MAKE_WAY,
])

export class HallRoom extends Room<{ metadata: HallListing }> {
  /** Set once, before the first room: Colyseus makes rooms, and checks who may join, without an instance of ours. */
  static deps: HallRoomDeps
  override maxMessagesPerSecond = MESSAGES_PER_SECOND
  override patchRate: number | null = null
  override seatReservationTimeout = SEAT_KEPT_FOR

  private readonly born = performance.now()
  private readonly visitors = new Map<string, Visitor>()
  private readonly stays = new Map<Visitor, Stay>()
  private simulated = 0
  private readonly chat = new Chat()
  private readonly heartbeat = new Heartbeat(0)
  private crowd!: Crowd<Buffer>
  private planVersion = -1
  private arrivalAt!: (wish: Point | null) => Arrival
  private figuresDue = false
  private staff!: StaffTeller
  private footfall!: FootfallLog
  private unwatch = (): void => {}

  static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<Guest> {
    const wish = hall.joinHall.safeParse(options)
    if (!wish.success) throw new ServerError(400, 'malformed')
    const guest = await HallRoom.deps.authenticate(context.headers)
    if (!guest) throw new ServerError(401, 'not-entered')
    if (!may(guest, 'hall.enter', { kind: 'hall', id: wish.data.hallId })) throw new ServerError(403, 'forbidden')
    HallRoom.deps.limitJoins(guest)
    return guest
  }

  override async onCreate({ hallId, instance }: { hallId: string; instance: number }): Promise<void> {
    this.metadata = { hallId, instance, people: 0, simulated: 0 }
    this.staff = new StaffTeller(() => HallRoom.deps.roll.staffSeenFrom(this.roomId))
    this.unwatch = HallRoom.deps.roll.watch(() => this.tellStaff())
    const { addFootfall = async () => {}, log } = HallRoom.deps
    this.footfall = new FootfallLog((sum) => addFootfall(hallId, sum), log, this.now())
    await this.unfold()
    // The first instance stays, so that an empty hall opens at once.
    this.autoDispose = instance > 1
    this.setTimestep(() => this.tick(), TICK_MS)
    // Set again now that there is a time step: no patches, and no second clock.
    this.patchRate = null

    this.onMessageBytes(hall.HALL_UP.walk, this.heed(this.allowed('walk', this.onWalk)))
    this.onMessage(hall.HALL_UP.say, this.heed(this.allowed('say', this.onSay)))
    this.onMessage(hall.HALL_UP.gesture, this.heed(this.allowed('gesture', this.onGesture)))
    this.onMessage(hall.HALL_UP.ping, this.heed(this.allowed('ping', this.onPing)))
    this.onMessage(hall.HALL_UP.listen, this.heed(this.allowed('listen', this.onListen)))
    this.onMessage('*', this.heed(this.bad))
  }

  override async onDispose(): Promise<void> {
    this.unwatch()
    await this.footfall.flush()
  }

  override async onJoin(client: Client, options: unknown, guest: Guest): Promise<void> {
    const { hallId, at } = hall.joinHall.parse(options)
    if (hallId !== this.metadata.hallId) throw new ServerError(404, 'not-found')
    // A hall that stood empty may have been laid out anew meanwhile.
    if (this.visitors.size === 0) await this.unfold()
    const before = this.visitors.get(guest.personId)
    if (before && at) this.remove(before)
    else if (!before) this.makeRoomFor(guest)
    const slot = before && !at ? before.slot : this.enter(guest, at)
    const visitor = new Visitor(guest, slot, client)
    if (guest.simulated && !this.visitors.has(guest.personId)) this.simulated++
    this.visitors.set(guest.personId, visitor)
    before?.dismiss(hall.CLOSE_ELSEWHERE)
    this.register(visitor)
    // Their session may have ended while they were on their way in.
    if (!visitor.dismissed) this.attach(visitor)
    this.publishFigures()
  }

  override onReconnect(client: Client): void {
    const visitor = visitorOf(client)
    if (!visitor || !this.isHere(visitor)) {
      client.leave(hall.CLOSE_ELSEWHERE)
      return
    }
    visitor.client = client
    this.attach(visitor)
  }

  override onDrop(client: Client, code?: number): void {
    const visitor = visitorOf(client)
    // Whoever was refused at the door, or goes on in another connection, has nothing here to come back to.
    if (visitor?.client !== client || !this.isHere(visitor)) return
    this.crowd.disconnect(visitor.slot)
    if (!FINAL.has(code) && !visitor.guest.simulated) this.allowReconnection(client, KEPT_FOR).catch(() => {})
  }

  override onLeave(client: Client): void {
    const visitor = visitorOf(client)
    if (visitor && this.isHere(visitor)) this.remove(visitor)
  }

  /** A bug in handling one message must not end everybody's visit. */
  override onUncaughtException(error: Error, method: string): void {
    if (error.cause instanceof ServerError) return
    HallRoom.deps.log.error({ err: error, method, roomId: this.roomId }, 'a hall room stumbled')
  }

  /** Lays the hall out as it is published now, unless it is so already or somebody is in it. */
  private async unfold(): Promise<void> {
    const published = await HallRoom.deps.publishedHall(this.metadata.hallId)
    if (!published) throw new ServerError(404, 'not-found')
    const { plan, version } = published
    if (version === this.planVersion || this.visitors.size > 0) return
    const grid = walkGrid(plan)
    this.planVersion = version
    this.staff.ask(plan)
    this.arrivalAt = (wish) => arrival(plan, grid, wish, Math.random)
    this.crowd = new Crowd(plan.hall, grid, packing, this.now())
    this.footfall.unfold(plan.hall)
  }

  private enter(guest: Guest, wish: Point | null): number {
    const { at, faces } = this.arrivalAt(wish)
    return this.crowd.enter(guest, at, faces, this.now())
  }

  private attach(visitor: Visitor): void {
    const { client, slot } = visitor
    client.userData = visitor
    const now = this.now()
    const welcome: hall.Welcome = {
      slot,
      now,
      instance: this.metadata.instance,
      planVersion: this.planVersion,
      at: this.crowd.at(slot, now),
      recent: this.chat.recent,
    }
    client.send(hall.HALL_DOWN.welcome, welcome)
    if (!visitor.guest.simulated) client.send(hall.HALL_DOWN.staff, this.staff.whole())
    this.crowd.connect(slot, new ClientLine(client))
    this.heartbeat.watch(socketOf(client))
  }

  private register(visitor: Visitor): void {
    const { personId, session, simulated } = visitor.guest
    if (simulated) return
    const { hallId } = this.metadata
    const stay: Stay = {
      place: { hallId, roomId: this.roomId },
      session,
      dismiss: (code) => this.dismiss(visitor, code),
      present: (as) => this.present(visitor, as),
      tell: (news) => visitor.client.send(hall.HALL_DOWN.news, news),
    }
    this.stays.set(visitor, stay)
    HallRoom.deps.register.arrive(personId, stay)
    if (visitor.guest.roles.length > 0) void HallRoom.deps.roll.look(personId)
  }

  private dismiss(visitor: Visitor, code: number): void {
    visitor.dismiss(code)
    if (this.isHere(visitor)) this.remove(visitor)
  }

  private present(visitor: Visitor, as: Pick<Guest, 'name' | 'look'>): void {
    visitor.guest = { ...visitor.guest, ...as }
    if (this.isHere(visitor)) this.crowd.present(visitor.slot, visitor.guest, this.now())
    void HallRoom.deps.roll.look(visitor.guest.personId)
  }

  private remove(visitor: Visitor): void {
    this.visitors.delete(visitor.guest.personId)
    if (visitor.guest.simulated) this.simulated--
    this.crowd.leave(visitor.slot, this.now())
    const stay = this.stays.get(visitor)
    this.stays.delete(visitor)
    if (stay) {
      HallRoom.deps.newsroom.listen(stay, null)
      HallRoom.deps.register.depart(visitor.guest.personId, stay)
      void HallRoom.deps.roll.look(visitor.guest.personId)
    }
    this.publishFigures()
  }

  private tellStaff(): void {
    const news = this.staff.news()
    if (!news) return
    const packet = packed(hall.HALL_DOWN.staff, news)
    for (const { client, guest } of this.visitors.values()) if (!guest.simulated) client.enqueueRaw(packet)
  }

  /** People fill an instance up to its cap. The rehearsal crowd takes what they leave, and gives it back. */
  private makeRoomFor(guest: Guest): void {
    const { hallCapacity } = HallRoom.deps
    const { people, simulated } = this.figures()
    const taken = guest.simulated ? people + simulated : people
    if (taken >= hallCapacity) throw new ServerError(409, 'hall-full')
    if (people + simulated < hallCapacity) return
    const extra = [...this.visitors.values()].find((visitor) => visitor.guest.simulated)
    if (extra) this.dismiss(extra, hall.CLOSE_MAKE_WAY)
  }

  private isHere(visitor: Visitor): boolean {
    return this.visitors.get(visitor.guest.personId) === visitor
  }

  /** Handles messages for as long as their sender is welcome. */
  private heed<T>(handle: (visitor: Visitor, message: T) => void): (client: Client, message: T) => void {
    return (client, message) => {
      const visitor = visitorOf(client)
      if (visitor && !visitor.dismissed) handle.call(this, visitor, message)
    }
  }

  /** Handles a message only when its sender may send such messages here, by the matrix. */
  private allowed<T>(
    action: keyof typeof hall.HALL_UP,
    handle: (this: HallRoom, visitor: Visitor, message: T) => void,
  ): (visitor: Visitor, message: T) => void {
    const here = { kind: 'hall', id: this.metadata.hallId } as const
    return (visitor, message) => {
      if (may(visitor.guest, `hall.${action}`, here)) handle.call(this, visitor, message)
      else this.refuse(visitor, { action, reason: 'forbidden' })
    }
  }

  private onWalk(visitor: Visitor, bytes: Uint8Array): void {
    const now = this.now()
    const walk = readWalk(bytes)
    if (visitor.may.walk.take(now) > 0) this.correct(visitor, 'too-often')
    else if (walk === null) this.correct(visitor, 'malformed')
    else {
      const refusal = this.crowd.walk(visitor.slot, walk, now)
      if (refusal) this.correct(visitor, refusal)
    }
  }

  private correct(visitor: Visitor, reason: hall.Correction['reason']): void {
    const now = this.now()
    this.crowd.stop(visitor.slot, now)
    const correction: hall.Correction = { ...this.crowd.at(visitor.slot, now), reason }
    visitor.client.send(hall.HALL_DOWN.correction, correction)
    this.bad(visitor)
  }

  private onSay(visitor: Visitor, payload: unknown): void {
    const message = this.admit(visitor, 'say', hall.say, payload)
    if (!message) return
    const now = this.now()
    const { slot, guest } = visitor
    const said = this.chat.say({ slot, personId: guest.personId, name: guest.name, text: message.text, at: now })
    const far = packed(hall.HALL_DOWN.said, said)
    const near = packed(hall.HALL_DOWN.said, { ...said, near: true })
    const from = this.crowd.at(slot, now)
    for (const listener of this.visitors.values()) {
      const hears = distance(from, this.crowd.at(listener.slot, now)) <= hall.EARSHOT
      listener.client.enqueueRaw(hears ? near : far)
    }
  }

  private onGesture(visitor: Visitor, payload: unknown): void {
    const message = this.admit(visitor, 'gesture', hall.gesture, payload)
    if (!message) return
    const gestured: hall.Gestured = { slot: visitor.slot, kind: message.kind }
    const packet = packed(hall.HALL_DOWN.gestured, gestured)
    for (const line of this.crowd.witnesses(visitor.slot)) if (line.ready()) line.send(packet)
  }

  private onPing(visitor: Visitor, payload: unknown): void {
    const message = this.admit(visitor, 'ping', hall.ping, payload)
    if (!message) return
    const pong: hall.Pong = { sent: message.sent, now: this.now() }
    visitor.client.send(hall.HALL_DOWN.pong, pong)
  }

  private onListen(visitor: Visitor, payload: unknown): void {
    const message = this.admit(visitor, 'listen', hall.listen, payload)
    const stay = this.stays.get(visitor)
    if (message && stay) HallRoom.deps.newsroom.listen(stay, message.exhibitorId)
  }

  /** A message that is well-formed and not too soon after others of its kind; any other is refused. */
  private admit<T extends object>(
    visitor: Visitor,
    action: SmallMessage,
    schema: z.ZodType<T>,
    payload: unknown,
  ): T | null {
    const message = schema.safeParse(payload)
    if (!message.success) {
      this.refuse(visitor, { action, reason: 'malformed' })
      this.bad(visitor)
      return null
    }
    const wait = visitor.may[action].take(this.now())
    if (wait === 0) return message.data
    const words = 'text' in message.data ? { text: String(message.data.text) } : {}
    this.refuse(visitor, { action, reason: 'too-often', retryAfterMs: wait, ...words })
    return null
  }

  private refuse(visitor: Visitor, refused: hall.RefusedMessage): void {
    visitor.client.send(hall.HALL_DOWN.refused, refused)
  }

  private bad(visitor: Visitor): void {
    if (visitor.patience.lose(this.now())) this.dismiss(visitor, hall.CLOSE_MISBEHAVED)
  }

  private tick(): void {
    const now = this.now()
    this.heartbeat.beat(now)
    this.footfall.tick(this.visitors, (slot) => this.crowd.at(slot, now), now)
    this.tellCrowd()
  }

  private tellCrowd(): void {
    if (this.crowd.tick(this.now())) setImmediate(() => this.tellCrowd())
  }

  private figures(): { people: number; simulated: number } {
    return { people: this.visitors.size - this.simulated, simulated: this.simulated }
  }

  private publishFigures(): void {
    if (this.figuresDue) return
    this.figuresDue = true
    this.clock.setTimeout(() => {
      this.figuresDue = false
      void this.setMetadata({ ...this.metadata, ...this.figures() })
    }, FIGURES_EVERY)
  }

  /** The room clock, ms. */
  private now(): number {
    return performance.now() - this.born
  }
}

const visitorOf = (client: Client): Visitor | undefined => client.userData

function readWalk(bytes: Uint8Array): Walk | null {
  try {
    return decodeWalk(bytes)
  } catch (error) {
    if (error instanceof BadBytes) return null
    throw error
  }
}
