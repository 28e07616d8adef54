import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { Heartbeat } from '../../../game-server/rooms/heartbeat.ts'

class Socket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  pings = 0
  alive = true

  ping(): void {
    this.pings++
    if (this.alive) this.emit('pong')
  }

  terminate(): void {
    this.readyState = 3
    this.emit('close')
  }
}

describe('the heartbeat', () => {
  test('pings everybody in turn, never many at once, and cuts off who does not answer', () => {
    const heartbeat = new Heartbeat(0)
    const sockets = Array.from({ length: 500 }, () => new Socket())
    for (const socket of sockets) heartbeat.watch(socket as unknown as WebSocket)
    const dead = sockets.filter((_, i) => i % 7 === 0)
    for (const socket of dead) socket.alive = false
    let before = 0
    let most = 0
    for (let now = 10; now <= 80_000; now += 10) {
      heartbeat.beat(now)
      const pings = sockets.reduce((sum, socket) => sum + socket.pings, 0)
      most = Math.max(most, pings - before)
      before = pings
    }
    expect(most).toBeLessThanOrEqual(2)
    expect(dead.every(({ readyState }) => readyState === 3)).toBe(true)
    const living = sockets.filter((socket) => !dead.includes(socket))
    expect(living.every(({ readyState, pings }) => readyState === 1 && pings >= 2)).toBe(true)
  })
})
