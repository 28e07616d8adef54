/**
 * Finds dead sockets: everyone is pinged once a `PERIOD`, a few in every beat, because pinging ten thousand at once
 * would hold up everything else. Whoever has not answered by their next turn is gone.
 */
import type { WebSocket } from 'ws'

const PERIOD = 25_000

export class Heartbeat {
  private readonly sockets: WebSocket[] = []
  private readonly silent = new Set<WebSocket>()
  private next = 0
  private due = 0
  private at: number

  constructor(now: number) {
    this.at = now
  }

  watch(socket: WebSocket): void {
    this.sockets.push(socket)
    socket.on('pong', () => this.silent.delete(socket))
    socket.once('close', () => this.forget(socket))
  }

  /** Call it often; `now` in ms. */
  beat(now: number): void {
    this.due = Math.min(this.sockets.length, this.due + ((now - this.at) / PERIOD) * this.sockets.length)
    this.at = now
    for (; this.due >= 1; this.due--) {
      this.next = (this.next + 1) % this.sockets.length
      this.check(this.sockets[this.next] as WebSocket)
    }
  }

  private check(socket: WebSocket): void {
    if (this.silent.has(socket)) socket.terminate()
    else if (socket.readyState === socket.OPEN) {
      this.silent.add(socket)
      socket.ping()
    }
  }

  private forget(socket: WebSocket): void {
    this.silent.delete(socket)
    this.sockets.splice(this.sockets.indexOf(socket), 1)
  }
}
