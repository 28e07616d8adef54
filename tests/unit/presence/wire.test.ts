import { type Client, ClientState, Protocol } from '@colyseus/core'
import { describe, expect, test } from 'vitest'
import { ClientLine, packing } from '../../../game-server/rooms/wire.ts'
import { HALL_DOWN } from '../../../shared/rooms/hall.ts'

/** A client as far as a line needs one; what is written to its socket while that is corked becomes one write. */
function clientWith(state: number, bufferedAmount: number) {
  const writes: Buffer[][] = []
  let corked: Buffer[] | null = null
  const tcp = {
    cork: () => {
      corked = []
    },
    uncork: () => {
      writes.push(corked ?? [])
      corked = null
    },
  }
  const raw = (packet: Buffer): void => {
    if (corked) corked.push(packet)
    else writes.push([packet])
  }
  return { client: { state, raw, ref: { bufferedAmount, _socket: tcp } } as unknown as Client, writes }
}

describe('the line to a client', () => {
  test('takes messages once it has joined, and while little is unsent', () => {
    expect(new ClientLine(clientWith(ClientState.JOINED, 0).client).ready()).toBe(true)
    expect(new ClientLine(clientWith(ClientState.JOINING, 0).client).ready()).toBe(false)
    expect(new ClientLine(clientWith(ClientState.JOINED, 100_000).client).ready()).toBe(false)
  })

  test('sends an introduction and a frame in one write', () => {
    const { client, writes } = clientWith(ClientState.JOINED, 0)
    const [people, frame] = [packing.people(Uint8Array.of(1)), packing.frame(Uint8Array.of(2))]
    new ClientLine(client).send(people, frame)
    new ClientLine(client).send(frame)
    expect(writes).toEqual([[people, frame], [frame]])
  })

  test('puts two bytes before a message', () => {
    expect([...packing.frame(Uint8Array.of(7, 8))]).toEqual([Protocol.ROOM_DATA_BYTES, HALL_DOWN.frame, 7, 8])
    expect([...packing.people(Uint8Array.of(9))]).toEqual([Protocol.ROOM_DATA_BYTES, HALL_DOWN.people, 9])
  })
})
