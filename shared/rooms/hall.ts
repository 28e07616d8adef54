/**
 * The hall room: one instance («channel») of one hall with people in it.
 *
 * Presence travels as bytes (`shared/presence/codec.ts`): client → server `walk` (`encodeWalk`), server → client
 * `frame` (`decodeFrame`) and `people` (`decodePeople`); `shared/presence/surroundings.ts` makes people in sight of
 * them. Everything else is small and rare and travels as the messages below. A malformed message is answered with
 * `refused` or `correction`; twenty of them in ten seconds disconnect.
 */
import { z } from 'zod'
import type { StaffRole } from '../people/attendance.ts'
import type { Look } from '../people/look.ts'

export const HALL_ROOM = 'hall'

/** Close codes of our own, besides Colyseus's: too many bad messages. */
export const CLOSE_MISBEHAVED = 4401
/** The person left the salon for good, or was shown the door. */
export const CLOSE_SIGNED_OUT = 4403
/** The same person came in elsewhere (another tab, another machine), which goes on where this one was. */
export const CLOSE_ELSEWHERE = 4409
/** A simulated visitor makes room for a person. */
export const CLOSE_MAKE_WAY = 4410

/** What `joinById` sends along. `at`: come in beside a booth or at a place instead of the entrance. */
export const joinHall = z.object({
  hallId: z.string().min(1).max(64),
  at: z.object({ x: z.number().finite(), z: z.number().finite() }).nullable().default(null),
})
export type JoinHall = z.input<typeof joinHall>

/** Text said aloud: a bubble for those within earshot and a line in the hall's chat. */
export const say = z.object({ text: z.string().trim().min(1).max(300) })

export const gesture = z.object({ kind: z.enum(['wave']) })

/** Round-trip measuring for the room clock; `sent` is the client's own clock, returned untouched. */
export const ping = z.object({ sent: z.number().finite() })

/** From now on news of what is said at this exhibitor's booth; null: of none. News for oneself come without asking. */
export const listen = z.object({ exhibitorId: z.string().min(1).max(64).nullable() })

/** Client → server message names. What is sent all the time has a number, which is one byte on the wire. */
export const HALL_UP = { walk: 1, say: 'say', gesture: 'gesture', ping: 'ping', listen: 'listen' } as const

/** Server → client message names. */
export const HALL_DOWN = {
  welcome: 'welcome',
  frame: 1,
  people: 2,
  correction: 'correction',
  said: 'said',
  gestured: 'gestured',
  pong: 'pong',
  refused: 'refused',
  /** `ConversationNews` of `shared/conversations/model.ts`. */
  news: 'news',
  /** `Staffing` */
  staff: 'staff',
} as const

/** First message after joining and after every reconnection. `slot` is your number in frames; `now` the room clock (ms). */
export interface Welcome {
  readonly slot: number
  readonly now: number
  readonly instance: number
  readonly planVersion: number
  readonly at: { readonly x: number; readonly z: number }
  /** What was said lately, oldest first. */
  readonly recent: readonly Said[]
}

/** Somebody seen for the first time. Slots are reused, so a newer `People` entry replaces an older one. */
export interface PresentPerson {
  readonly slot: number
  readonly personId: string
  readonly name: string
  readonly look: Look
  /** A visitor of the rehearsal crowd: always labelled as one. */
  readonly simulated: boolean
}

/** Somebody who staffs a booth just now, by the server's own records. */
export interface StaffMember {
  readonly personId: string
  readonly name: string
  readonly role: StaffRole
  /** Whether they are in this very instance of the hall; otherwise elsewhere in the salon. */
  readonly here: boolean
}

/** Who staffs the booths of this hall, by exhibitor. `whole`: of all of them; otherwise of those that changed. */
export interface Staffing {
  readonly whole: boolean
  /** An exhibitor that nobody staffs any more has an empty list. */
  readonly booths: Readonly<Record<string, readonly StaffMember[]>>
}

/** A walk was refused: the server has you standing here. */
export interface Correction {
  readonly x: number
  readonly z: number
  readonly reason: 'too-fast' | 'not-here' | 'through-a-wall' | 'malformed' | 'too-often' | 'moved'
}

export interface Said {
  readonly id: string
  readonly slot: number
  readonly personId: string
  readonly name: string
  readonly text: string
  /** Milliseconds of the room clock. */
  readonly at: number
  /** Whether the reader stands within earshot: then it is a bubble too. */
  readonly near: boolean
}

export interface Gestured {
  readonly slot: number
  readonly kind: 'wave'
}

export interface Pong {
  readonly sent: number
  readonly now: number
}

/** A request that was not done, and why. `retryAfterMs` where waiting helps; `text` gives back words not said. */
export interface RefusedMessage {
  readonly action: keyof typeof HALL_UP
  readonly reason: 'malformed' | 'too-often' | 'forbidden'
  readonly retryAfterMs?: number
  readonly text?: string
}

/** How far a voice carries, metres. */
export const EARSHOT = 10
