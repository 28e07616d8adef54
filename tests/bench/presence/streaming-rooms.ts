/**
 * What walks are measured against: rooms that stream positions the way the framework's examples do, to everybody and to
 * the nearest fifty. Movement is not checked, which is in their favour.
 */
import { type Client, Room } from '@colyseus/core'
import { Encoder, StateView, schema, t } from '@colyseus/schema'
import { HALL_DOWN, HALL_UP } from '../../../shared/rooms/hall.ts'

Encoder.BUFFER_SIZE = 1024 * 1024

/** Positions a second. */
export const STREAM_HZ = 10
/** People that somebody sees, and how often who that is is looked at anew, ms. */
const NEAREST = 50
const LOOKS = 1000
const CELL = 8

const Body = schema({ x: t.number(), z: t.number() }, 'Body')
type Body = InstanceType<typeof Body>
const PlainState = schema({ bodies: t.map(Body) }, 'PlainState')
const ViewState = schema({ bodies: t.map(Body).view() }, 'ViewState')

interface Place {
  readonly x: number
  readonly z: number
}

abstract class StreamingRoom extends Room {
  override patchRate = 1000 / STREAM_HZ
  protected readonly bodies = new Map<string, Body>()
  private readonly born = performance.now()

  protected abstract hold(client: Client, body: Body): void

  override onCreate(): void {
    this.autoDispose = false
    this.onMessageBytes(HALL_UP.walk, (client: Client, bytes: Buffer) => {
      const body = this.bodies.get(client.sessionId)
      if (!body) return
      body.x = bytes.readDoubleLE(0)
      body.z = bytes.readDoubleLE(8)
    })
    this.onMessage('*', () => {})
  }

  override onJoin(client: Client, { at }: { at: Place }): void {
    const body = new Body()
    body.x = at.x
    body.z = at.z
    this.hold(client, body)
    this.bodies.set(client.sessionId, body)
    client.send(HALL_DOWN.welcome, { slot: this.bodies.size, now: performance.now() - this.born, at })
  }

  override onLeave(client: Client): void {
    this.bodies.delete(client.sessionId)
  }
}

/** Everybody streams to everybody. */
export class PlainRoom extends StreamingRoom {
  override state = new PlainState()

  protected hold(client: Client, body: Body): void {
    this.state.bodies.set(client.sessionId, body)
  }
}

/** Everybody streams to the fifty people nearest to them. */
export class NearestRoom extends StreamingRoom {
  override state = new ViewState()
  private readonly seen = new Map<string, Set<Body>>()
  private next = 0

  override onCreate(): void {
    super.onCreate()
    // A share of the people every tick, so that looking around is no burst.
    const tick = 50
    this.clock.setInterval(() => this.lookAround(Math.ceil((this.clients.length * tick) / LOOKS)), tick)
  }

  protected hold(client: Client, body: Body): void {
    this.state.bodies.set(client.sessionId, body)
    client.view = new StateView()
    client.view.add(body)
    this.seen.set(client.sessionId, new Set([body]))
  }

  private lookAround(count: number): void {
    const cells = new Map<string, Body[]>()
    for (const body of this.bodies.values()) {
      const key = keyOf(body.x, body.z)
      const cell = cells.get(key)
      if (cell) cell.push(body)
      else cells.set(key, [body])
    }
    for (let i = 0; i < count; i++) {
      this.next = (this.next + 1) % this.clients.length
      this.look(this.clients[this.next] as Client, cells)
    }
  }

  private look(client: Client, cells: ReadonlyMap<string, Body[]>): void {
    const self = this.bodies.get(client.sessionId)
    const seen = this.seen.get(client.sessionId)
    if (!self || !seen || !client.view) return
    const nearest = new Set(nearestTo(self, cells))
    for (const body of seen) if (!nearest.has(body)) client.view.remove(body)
    for (const body of nearest) if (!seen.has(body)) client.view.add(body)
    this.seen.set(client.sessionId, nearest)
  }
}

function nearestTo(self: Body, cells: ReadonlyMap<string, Body[]>): Body[] {
  const near: Body[] = []
  for (let ring = 0; ring < 4; ring++) {
    for (let dx = -ring; dx <= ring; dx++)
      for (let dz = -ring; dz <= ring; dz++)
        if (Math.max(Math.abs(dx), Math.abs(dz)) === ring)
          near.push(...(cells.get(keyOf(self.x + dx * CELL, self.z + dz * CELL)) ?? []))
    if (near.length > 2 * NEAREST) break
  }
  const far = (body: Body): number => (body.x - self.x) ** 2 + (body.z - self.z) ** 2
  return near.sort((a, b) => far(a) - far(b)).slice(0, NEAREST)
}

const keyOf = (x: number, z: number): string => `${Math.floor(x / CELL)} ${Math.floor(z / CELL)}`
