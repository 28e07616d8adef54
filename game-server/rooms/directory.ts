/**
 * The instances of halls, over all processes: how full they are, and a seat in one.
 *
 * People are brought together: the fullest instance that has room comes first, and only when none has another opens.
 * Listings lag behind by a moment, so seats given out just now are counted too, until those who took them must show in
 * the listing. Whoever comes a moment too late all the same is refused by the room, asks again and gets another.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { matchMaker } from '@colyseus/core'
import type { Look } from '../../shared/people/look.ts'
import { HALL_ROOM } from '../../shared/rooms/hall.ts'
import type { HallInstance } from '../../shared/salon/model.ts'
import { Refused } from '../services/refused.ts'
import type { Whereabouts } from '../services/whereabouts.ts'
import type { HallListing } from './hall.ts'
import { inTime } from './in-time.ts'
import type { Register } from './register.ts'

/** How long a seat given out is counted before the listing must show it, ms. */
const PROMISED_FOR = 2500
/** Opening an instance takes far less; a process that died while at it blocks the others no longer than this, seconds. */
const OPENING_LASTS = 3
const OPENING = 'alleya:opening'

interface SeatPromise {
  readonly moment: number
  /** People listed just then. */
  readonly people: number
}

export class HallDirectory implements Whereabouts {
  private readonly capacity: number
  private readonly register: Register
  private readonly promises = new Map<string, SeatPromise[]>()

  constructor(capacity: number, register: Register) {
    this.capacity = capacity
    this.register = register
  }

  async instances(hallId: string): Promise<HallInstance[]> {
    const rooms = await inTime(matchMaker.query({ name: HALL_ROOM }))
    return rooms
      .map(({ roomId, metadata }) => ({ roomId, listing: metadata as HallListing }))
      .filter(({ listing }) => listing.hallId === hallId)
      .map(({ roomId, listing: { instance, people, simulated } }) => ({
        roomId,
        instance,
        people,
        simulated,
        capacity: this.capacity,
      }))
      .sort((a, b) => b.people - a.people || a.instance - b.instance)
  }

  async seat(hallId: string, wish: string | null): Promise<string> {
    return inTime(this.takeSeat(hallId, wish))
  }

  async find(personId: string): Promise<{ hallId: string; roomId: string } | null> {
    const place = await inTime(this.register.find(personId))
    return place && (await inTime(Promise.resolve(matchMaker.driver.has(place.roomId)))) ? place : null
  }

  async release(personId: string, sessionIds: readonly string[]): Promise<void> {
    this.register.end(personId, sessionIds)
  }

  async present(personId: string, as: { readonly name: string; readonly look: Look }): Promise<void> {
    this.register.present(personId, as)
  }

  private async takeSeat(hallId: string, wish: string | null): Promise<string> {
    const instances = await this.instances(hallId)
    if (wish === null) {
      const open = instances.find((instance) => this.hasRoom(instance))
      return open ? this.promise(open) : this.openAnother(hallId)
    }
    const wished = instances.find(({ roomId }) => roomId === wish)
    if (!wished) throw new Refused('not-found')
    if (!this.hasRoom(wished)) throw new Refused('hall-full')
    return this.promise(wished)
  }

  private hasRoom({ roomId, people }: Pick<HallInstance, 'roomId' | 'people'>): boolean {
    const since = performance.now() - PROMISED_FOR
    const promised = (this.promises.get(roomId) ?? []).filter(({ moment }) => moment > since)
    if (promised.length > 0) this.promises.set(roomId, promised)
    else this.promises.delete(roomId)
    return Math.max(people, (promised[0]?.people ?? 0) + promised.length) < this.capacity
  }

  private promise({ roomId, people }: Pick<HallInstance, 'roomId' | 'people'>): string {
    const promised = this.promises.get(roomId) ?? []
    this.promises.set(roomId, [...promised, { moment: performance.now(), people }])
    return roomId
  }

  /** Opens one more instance; of several who find a hall full at once, one does and the others take what it opened. */
  private async openAnother(hallId: string): Promise<string> {
    const late = performance.now() + OPENING_LASTS * 1000
    while ((await matchMaker.presence.hincrbyex(OPENING, hallId, 1, OPENING_LASTS)) > 1 && performance.now() < late) {
      await sleep(30)
    }
    try {
      const opened = (await this.instances(hallId)).find((instance) => this.hasRoom(instance))
      return this.promise(opened ?? { roomId: await this.open(hallId), people: 0 })
    } finally {
      await matchMaker.presence.hdel(OPENING, hallId)
    }
  }

  private async open(hallId: string): Promise<string> {
    const taken = new Set((await this.instances(hallId)).map(({ instance }) => instance))
    let instance = 1
    while (taken.has(instance)) instance++
    try {
      const { roomId } = await matchMaker.createRoom(HALL_ROOM, { hallId, instance })
      return roomId
    } catch (error) {
      throw (error as { code?: number }).code === 404 ? new Refused('not-found') : error
    }
  }
}
