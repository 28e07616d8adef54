/**
 * One visitor's connection to a hall room, as light as can be: thousands of them fit into a process. It speaks the
 * protocol of the client's SDK, and only as much of it as a hall room needs.
 */
import type { Socket } from 'node:net'
import { Protocol } from '@colyseus/core'
import { pack, unpack } from 'msgpackr'
import { WebSocket } from 'ws'
import { TICK } from '../../shared/presence/codec.ts'
import { type Correction, HALL_DOWN, HALL_UP, type JoinHall, type Welcome } from '../../shared/rooms/hall.ts'

export interface Listener {
  onWelcome(welcome: Welcome): void
  onCorrection(correction: Correction): void
  onFrame?(bytes: Uint8Array): void
  onPeople?(bytes: Uint8Array): void
  onClose(code: number): void
}

/** The way into a room was closed; `status` as HTTP has it. */
export class NotLetIn extends Error {
  readonly status: number
  constructor(status: number) {
    super(`refused with ${status}`)
    this.status = status
  }
}

export class HallSocket {
  /** Bytes that came in, as counted by the TCP socket. */
  get received(): number {
    return this.transport?.bytesRead ?? 0
  }

  private readonly socket: WebSocket
  private readonly listener: Listener
  private transport: Socket | undefined
  /** Room clock minus our own, ms. Whatever arrives was sent earlier, so the largest we saw is the nearest to it. */
  private ahead = Number.NEGATIVE_INFINITY

  /** @throws NotLetIn */
  static async join(
    url: string,
    roomId: string,
    options: JoinHall,
    headers: Record<string, string>,
    listener: Listener,
  ): Promise<HallSocket> {
    const answer = await fetch(`${url}/matchmake/joinById/${roomId}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(options),
    })
    if (!answer.ok) throw new NotLetIn(answer.status)
    const seat = (await answer.json()) as { processId: string; roomId: string; sessionId: string }
    const address = `${url.replace(/^http/, 'ws')}/${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`
    return new HallSocket(new WebSocket(address, { headers, perMessageDeflate: false }), listener)
  }

  private constructor(socket: WebSocket, listener: Listener) {
    this.socket = socket
    this.listener = listener
    socket.on('upgrade', (response) => {
      this.transport = response.socket
    })
    socket.on('message', (data: Buffer) => this.hear(data))
    socket.on('close', (code) => listener.onClose(code))
    socket.on('error', () => socket.terminate())
  }

  /** The room clock, ms. */
  now(): number {
    return performance.now() + this.ahead
  }

  walk(bytes: Uint8Array): void {
    this.sendBytes(HALL_UP.walk, bytes)
  }

  wave(): void {
    this.send(HALL_UP.gesture, { kind: 'wave' })
  }

  /** Measures the clock, as the client does every few seconds. */
  ping(): void {
    this.send(HALL_UP.ping, { sent: performance.now() })
  }

  /** Any message of bytes under a number. */
  sendBytes(type: number, bytes: Uint8Array): void {
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(Buffer.concat([Buffer.of(Protocol.ROOM_DATA_BYTES, type), bytes]))
    }
  }

  close(): void {
    this.socket.close()
  }

  /** From now on what comes in is counted and thrown away unread: for measuring those who send more than we can read. */
  stopListening(): void {
    this.transport?.removeAllListeners('data')
    this.transport?.on('data', () => {})
  }

  private send(type: string, message: object): void {
    const name = Buffer.from(type)
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(Buffer.concat([Buffer.of(Protocol.ROOM_DATA, 0xa0 | name.length), name, pack(message)]))
    }
  }

  private hear(data: Buffer): void {
    if (data[0] === Protocol.ROOM_DATA_BYTES) this.hearBytes(data)
    else if (data[0] === Protocol.ROOM_DATA) this.hearWords(data)
    else if (data[0] === Protocol.JOIN_ROOM) this.socket.send(Buffer.of(Protocol.JOIN_ROOM))
  }

  private hearBytes(data: Buffer): void {
    const bytes = data.subarray(2)
    if (data[1] === HALL_DOWN.people) this.listener.onPeople?.(bytes)
    if (data[1] !== HALL_DOWN.frame) return
    this.tellTime(bytes.readUInt32LE(1) * TICK)
    this.listener.onFrame?.(bytes)
  }

  private hearWords(data: Buffer): void {
    const length = (data[1] as number) & 0x1f
    const type = data.toString('latin1', 2, 2 + length)
    const message = (): unknown => unpack(data.subarray(2 + length))
    if (type === HALL_DOWN.welcome) {
      const welcome = message() as Welcome
      this.tellTime(welcome.now)
      this.listener.onWelcome(welcome)
    } else if (type === HALL_DOWN.correction) this.listener.onCorrection(message() as Correction)
  }

  private tellTime(room: number): void {
    this.ahead = Math.max(this.ahead, room - performance.now())
  }
}
