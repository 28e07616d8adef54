/** Presence over Colyseus: messages made once for many, and the line to one client. */

import type { Socket } from 'node:net'
import { type Client, ClientState, getMessageBytes, Protocol } from '@colyseus/core'
import type { WebSocket } from 'ws'
import { HALL_DOWN } from '../../shared/rooms/hall.ts'
import type { Line, Packing } from '../presence/mail.ts'

/** Bytes still unsent from which a socket is left alone: half a minute of frames. */
const TOO_MUCH = 8 * 1024

const bytes = (type: number, message: Uint8Array): Buffer =>
  getMessageBytes.raw(Protocol.ROOM_DATA_BYTES, type, undefined, message)

export const packing: Packing<Buffer> = {
  frame: (message) => bytes(HALL_DOWN.frame, message),
  people: (message) => bytes(HALL_DOWN.people, message),
}

/** A message of words, made once for many. */
export const packed = (type: string, message: unknown): Buffer => getMessageBytes.raw(Protocol.ROOM_DATA, type, message)

export const socketOf = (client: Client): WebSocket => client.ref as WebSocket

export class ClientLine implements Line<Buffer> {
  private readonly client: Client
  private readonly socket: WebSocket

  constructor(client: Client) {
    this.client = client
    this.socket = socketOf(client)
  }

  ready(): boolean {
    return this.client.state === ClientState.JOINED && this.socket.bufferedAmount < TOO_MUCH
  }

  send(packet: Buffer, ...more: Buffer[]): void {
    if (more.length === 0) this.client.raw(packet)
    else this.sendTogether([packet, ...more])
  }

  // `ws` makes a write of every message; the socket under it makes one of them all.
  private sendTogether(packets: readonly Buffer[]): void {
    const { _socket: tcp } = this.socket as unknown as { _socket: Socket }
    tcp.cork()
    for (const packet of packets) this.client.raw(packet)
    tcp.uncork()
  }
}
