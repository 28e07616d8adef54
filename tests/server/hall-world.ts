/** Rooms on a server of our own, with a small hall, and visitors who join them through the client's own library. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type Room } from 'colyseus.js'
import { vi } from 'vitest'
import type { RoomDeps } from '../../game-server/rooms/deps.ts'
import { type MountedRooms, mountRooms } from '../../game-server/rooms/mount.ts'
import type { ConversationNews } from '../../shared/conversations/model.ts'
import type { Point } from '../../shared/floorplan/point.ts'
import { decodeFrame, decodePeople, encodeWalk, type Frame } from '../../shared/presence/codec.ts'
import type { Walk } from '../../shared/presence/walk.ts'
import {
  type Correction,
  type Gestured,
  HALL_DOWN,
  HALL_UP,
  type PresentPerson,
  type RefusedMessage,
  type Said,
  type Staffing,
  type Welcome,
} from '../../shared/rooms/hall.ts'
import { guest, PARK } from './small-hall.ts'

// The library tells the console about every attempt to reconnect.
for (const method of ['info', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {})

export interface HallWorld {
  readonly url: string
  readonly rooms: MountedRooms
  close(): Promise<void>
}

/** The session of a visitor is simply their name in a header. */
export async function openHallWorld(deps: Partial<RoomDeps> = {}): Promise<HallWorld> {
  const server = createServer((request, response) => rooms.listener(request, response))
  const rooms = await mountRooms(server, {
    authenticate: async (headers) => {
      const person = headers.get('x-person')
      return person ? guest(person) : null
    },
    publishedHall: async (hallId) => (hallId === 'park' ? { plan: PARK, version: 7 } : null),
    hallCapacity: 500,
    publicUrl: null,
    redisUrl: null,
    ...deps,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rooms,
    async close() {
      await rooms.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A visitor in a hall, with everything they were told. */
export class TestVisitor {
  readonly room: Room
  readonly frames: Frame[] = []
  readonly people: PresentPerson[] = []
  readonly said: Said[] = []
  readonly gestured: Gestured[] = []
  readonly corrections: Correction[] = []
  readonly refused: RefusedMessage[] = []
  readonly welcomes: Welcome[] = []
  readonly news: ConversationNews[] = []
  readonly staffing: Staffing[] = []
  readonly left: Promise<number>
  private welcomedAt = 0

  constructor(room: Room) {
    this.room = room
    Object.assign(room.reconnection, { minUptime: 0, delay: 50, maxDelay: 200 })
    room.onMessage(HALL_DOWN.welcome, (welcome: Welcome) => {
      this.welcomes.push(welcome)
      this.welcomedAt = performance.now()
    })
    room.onMessage(HALL_DOWN.frame, (bytes: Uint8Array) => this.frames.push(decodeFrame(bytes)))
    room.onMessage(HALL_DOWN.people, (bytes: Uint8Array) => this.people.push(...decodePeople(bytes)))
    room.onMessage(HALL_DOWN.said, (said: Said) => this.said.push(said))
    room.onMessage(HALL_DOWN.gestured, (gestured: Gestured) => this.gestured.push(gestured))
    room.onMessage(HALL_DOWN.correction, (correction: Correction) => this.corrections.push(correction))
    room.onMessage(HALL_DOWN.refused, (refused: RefusedMessage) => this.refused.push(refused))
    room.onMessage(HALL_DOWN.news, (news: ConversationNews) => this.news.push(news))
    room.onMessage(HALL_DOWN.staff, (staffing: Staffing) => this.staffing.push(staffing))
    room.onMessage(HALL_DOWN.pong, () => {})
    this.left = new Promise((resolve) => {
      room.onLeave((code) => resolve(code))
    })
  }

  get welcome(): Welcome {
    return this.welcomes.at(-1) as Welcome
  }

  /** The room clock, ms. */
  now(): number {
    return this.welcome.now + performance.now() - this.welcomedAt
  }

  walk(path: readonly Point[], speed = 1.4): void {
    this.room.sendBytes(HALL_UP.walk, encodeWalk({ path, startsAt: this.now(), speed }))
  }

  /** The last walk of somebody that this visitor was told of. */
  seen(slot: number): Walk | undefined {
    return this.frames.flatMap(({ walks }) => walks).findLast((seen) => seen.slot === slot)?.walk
  }
}

/** Somebody takes a seat and joins; `at` (0, 0) unless told otherwise. */
export async function visit(
  world: HallWorld,
  person: string,
  options: { at?: Point | null; roomId?: string; hallId?: string } = {},
): Promise<TestVisitor> {
  const { at = { x: 0, z: 0 }, hallId = 'park' } = options
  const roomId = options.roomId ?? (await world.rooms.directory.seat(hallId, null))
  const visitor = new TestVisitor(await clientOf(world, person).joinById(roomId, { hallId, at }))
  await until(() => visitor.welcomes.length > 0)
  return visitor
}

export const clientOf = (world: { url: string }, person: string): Client =>
  new Client(world.url, { headers: { 'x-person': person } })

/** Waits until something is so. @throws Error when it is not within five seconds */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const late = performance.now() + 5000; performance.now() < late; await sleep(10)) if (await isSo()) return
  throw new Error(`not within five seconds: ${isSo}`)
}
