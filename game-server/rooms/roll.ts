/**
 * The roll: who staffs which booth just now, over all processes. Each knows its own by those who are connected to it, and
 * calls them out on a channel of Colyseus's presence: at once when they change, and again every few seconds, so that a
 * process which began late, or for which Redis was away, learns of them by itself; of a process that died nothing is
 * left soon after.
 */
import { isDeepStrictEqual } from 'node:util'
import { matchMaker } from '@colyseus/core'
import { z } from 'zod'
import { staffRole } from '../../shared/people/attendance.ts'
import type { StaffMember } from '../../shared/rooms/hall.ts'
import type { Attendance } from '../services/attendance.ts'
import type { RoomDeps } from './deps.ts'
import type { Register } from './register.ts'

const CHANNEL = 'alleya:staff'
/** How often staff is called out again, and how long a silent process is believed, ms. */
const EVERY = 5000
const BELIEVED_FOR = 16_000
/** Changes within so long are told as one, ms. */
const TOGETHER = 150

const attendant = z.object({
  personId: z.string(),
  name: z.string(),
  roomId: z.string(),
  booths: z.array(z.object({ exhibitorId: z.string(), role: staffRole })),
})
type Attendant = z.infer<typeof attendant>

const call = z.object({
  processId: z.string(),
  /** All who are connected to that process. */
  staff: z.array(attendant).optional(),
  /** Somebody to be looked up again, wherever they are. */
  renew: z.string().optional(),
})
type Call = z.infer<typeof call>

export class Roll implements Attendance {
  private readonly register: Register
  private readonly lookUp: NonNullable<RoomDeps['attendantBy']>
  private readonly own = new Map<string, Attendant>()
  private readonly elsewhere = new Map<string, { readonly staff: readonly Attendant[]; readonly heardAt: number }>()
  /** The latest look at each person: an earlier one that comes back later says nothing. */
  private readonly looks = new Map<string, symbol>()
  /** Who could not be looked up. */
  private readonly missed = new Set<string>()
  private readonly watchers = new Set<() => void>()
  private telling: NodeJS.Timeout | null = null
  private beat: NodeJS.Timeout | null = null
  private readonly hear = (message: unknown): void => {
    const heard = call.safeParse(message)
    if (heard.success && heard.data.processId !== matchMaker.processId) this.heed(heard.data)
  }

  constructor(register: Register, lookUp: RoomDeps['attendantBy']) {
    this.register = register
    this.lookUp = lookUp ?? (async () => null)
  }

  async open(): Promise<void> {
    await matchMaker.presence.subscribe(CHANNEL, this.hear)
    this.callOut()
    this.beat = setInterval(() => this.again(), EVERY).unref()
  }

  async close(): Promise<void> {
    if (this.beat) clearInterval(this.beat)
    if (this.telling) clearTimeout(this.telling)
    this.publish({ processId: matchMaker.processId, staff: [] })
    await matchMaker.presence.unsubscribe(CHANNEL, this.hear)
  }

  /** Calls `tell` whenever booths are staffed by others than before. @returns what ends it */
  watch(tell: () => void): () => void {
    this.watchers.add(tell)
    return () => void this.watchers.delete(tell)
  }

  renew(personId: string): void {
    void this.look(personId)
    this.publish({ processId: matchMaker.processId, renew: personId })
  }

  /** Somebody came here, left, or may have changed. */
  async look(personId: string): Promise<void> {
    const stay = this.register.stayOf(personId)
    const look = Symbol()
    this.looks.set(personId, look)
    try {
      const found = stay ? await this.lookUp(personId) : null
      if (this.looks.get(personId) !== look) return
      this.missed.delete(personId)
      this.note(personId, found && stay ? { ...found, booths: [...found.booths], roomId: stay.place.roomId } : null)
    } catch {
      // The database is away: asked again when staff is called out next.
      this.missed.add(personId)
    } finally {
      if (this.looks.get(personId) === look) this.looks.delete(personId)
    }
  }

  /** Who staffs booths now, by exhibitor, as those in a room are told; owners first, then by name. */
  staffSeenFrom(roomId: string): ReadonlyMap<string, readonly StaffMember[]> {
    const booths = new Map<string, StaffMember[]>()
    for (const { personId, name, roomId: where, booths: theirs } of this.everybody())
      for (const { exhibitorId, role } of theirs) {
        const staff = booths.get(exhibitorId) ?? []
        staff.push({ personId, name, role, here: where === roomId })
        booths.set(exhibitorId, staff)
      }
    for (const staff of booths.values()) staff.sort(inOrder)
    return booths
  }

  /** One person, one body: whoever is here is not elsewhere, even when that is not known there yet. */
  private everybody(): Iterable<Attendant> {
    const all = new Map<string, Attendant>()
    for (const { staff } of this.elsewhere.values()) for (const one of staff) all.set(one.personId, one)
    for (const one of this.own.values()) all.set(one.personId, one)
    return all.values()
  }

  private note(personId: string, now: Attendant | null): void {
    if (isDeepStrictEqual(this.own.get(personId) ?? null, now)) return
    if (now) this.own.set(personId, now)
    else this.own.delete(personId)
    this.changed(true)
  }

  private heed({ processId, staff, renew }: Call): void {
    if (renew !== undefined) void this.look(renew)
    if (!staff) return
    const before = this.elsewhere.get(processId)
    this.elsewhere.set(processId, { staff, heardAt: performance.now() })
    // A process that has just begun knows nobody yet.
    if (!before) this.callOut()
    if (!isDeepStrictEqual(before?.staff ?? [], staff)) this.changed(false)
  }

  private again(): void {
    for (const personId of this.missed) void this.look(personId)
    const since = performance.now() - BELIEVED_FOR
    for (const [processId, { staff, heardAt }] of this.elsewhere) {
      if (heardAt > since) continue
      this.elsewhere.delete(processId)
      if (staff.length > 0) this.changed(false)
    }
    this.callOut()
  }

  private changed(own: boolean): void {
    if (own) this.callOut()
    this.telling ??= setTimeout(() => {
      this.telling = null
      for (const tell of this.watchers) tell()
    }, TOGETHER).unref()
  }

  private callOut(): void {
    this.publish({ processId: matchMaker.processId, staff: [...this.own.values()] })
  }

  // Without Redis each process knows its own.
  private publish(message: Call): void {
    void Promise.resolve(matchMaker.presence.publish(CHANNEL, message)).catch(() => {})
  }
}

const inOrder = (a: StaffMember, b: StaffMember): number =>
  a.role === b.role ? a.name.localeCompare(b.name) : a.role === 'owner' ? -1 : 1
