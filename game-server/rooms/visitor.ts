import type { Client } from '@colyseus/core'
import type { Guest } from './deps.ts'
import { Patience } from './patience.ts'
import { TokenBucket } from './token-bucket.ts'
import { socketOf } from './wire.ts'

/** A socket that ignores being closed is cut off after this long, ms. */
const CUT_AFTER = 1500

/** Messages other than walks. */
export type SmallMessage = Exclude<keyof Visitor['may'], 'walk'>

/** Somebody in a hall room: who they are, their slot, their present connection and what they may still do. */
export class Visitor {
  guest: Guest
  readonly slot: number
  client: Client
  /** No message counts any more: they are being shown out. */
  dismissed = false
  /** How often they may do what: so many at once, so many a second. */
  readonly may = {
    // Steering asks for at most ten walks a second; a late bunch of them is no offence.
    walk: new TokenBucket(15, 10),
    say: new TokenBucket(4, 0.7),
    gesture: new TokenBucket(2, 0.5),
    ping: new TokenBucket(10, 2),
    listen: new TokenBucket(20, 2),
  }
  readonly patience = new Patience()

  constructor(guest: Guest, slot: number, client: Client) {
    this.guest = guest
    this.slot = slot
    this.client = client
  }

  /** Close the connection for good. */
  dismiss(code: number): void {
    if (this.dismissed) return
    this.dismissed = true
    this.client.leave(code)
    const socket = socketOf(this.client)
    setTimeout(() => socket.terminate(), CUT_AFTER).unref()
  }
}
