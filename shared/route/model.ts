/**
 * An individual route: what somebody wants to see, and the visit that comes of it. Plain data both ways, so that it
 * crosses to a worker or over the wire as it is.
 *
 * Times are seconds of one clock whose zero the caller chooses: the epoch, midnight, the start of the visit. Lengths of
 * time are seconds too, distances metres.
 */
import { z } from 'zod'

const id = z.string().min(1).max(200)
const place = z.number().int().min(0)
const time = z.number().finite()
const duration = z.number().finite().nonnegative()

/** A while in which a place is staffed. */
const hours = z
  .object({ from: time, to: time })
  .refine(({ from, to }) => to > from, { error: 'They end before they begin', path: ['to'] })

/** When a stop can be visited. */
const when = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('any-time') }),
  /** Staff hours: a visit begins and ends within one of them. */
  z.object({ kind: z.literal('hours'), hours: z.array(hours).min(1) }),
  /** A session: it begins without us, and whoever comes more than `lateBy` after that is not let in. */
  z.object({ kind: z.literal('session'), startsAt: time, lateBy: duration }),
])

export const routeStop = z.object({
  id,
  /** Number of its place in `travel`. */
  place,
  /** How long one stays; of a session, how long it lasts. */
  dwell: duration,
  when,
  /** Required stops come before all wished ones together; among equals the value decides. */
  required: z.boolean(),
  /** What it is worth to the visitor, in any unit. */
  value: z.number().min(0.001).max(1_000_000),
})

/**
 * How long the ways between places take and how far they are: `places` rows of `places` figures each. A way takes as
 * long there as back. Infinity: there is none.
 */
export const travel = z
  .object({ places: z.number().int().min(1), seconds: z.instanceof(Float64Array), metres: z.instanceof(Float64Array) })
  .refine(({ places, seconds, metres }) => seconds.length === places ** 2 && metres.length === places ** 2, {
    error: 'A table of ways has a row and a column for each place',
    abort: true,
  })
  .refine(({ places, seconds }) => isWalkable(seconds, places), {
    error: 'Ways take no negative time, as long there as back, and lead on from wherever they lead',
    path: ['seconds'],
  })

export const routeProblem = z
  .object({
    stops: z.array(routeStop),
    travel,
    start: z.object({ place, at: time }),
    /** Where the visit must end; null: wherever the last stop is. */
    end: place.nullable(),
    /** When the visit must be over, its end reached; null: no hurry. */
    until: time.nullable(),
  })
  .superRefine(({ stops, travel, start, end }, refinement) => {
    const blame = (path: (string | number)[], message: string) =>
      refinement.addIssue({ code: 'custom', path, message, input: undefined })
    const known = (place: number) => place < travel.places
    const seen = new Set<string>()
    stops.forEach((stop, i) => {
      if (!known(stop.place)) blame(['stops', i, 'place'], 'There is no such place')
      if (seen.has(stop.id)) blame(['stops', i, 'id'], 'Another stop has this id')
      seen.add(stop.id)
    })
    if (!known(start.place)) blame(['start', 'place'], 'There is no such place')
    if (end !== null && !known(end)) blame(['end'], 'There is no such place')
  })

export type RouteStop = Readonly<z.infer<typeof routeStop>>
export type Travel = Readonly<z.infer<typeof travel>>
export type RouteProblem = Readonly<z.infer<typeof routeProblem>>

/** A stop of the plan. It begins when its door opens: `startsAt` is `arrivesAt` or later, and the wait is between. */
export interface Visit {
  readonly id: string
  readonly arrivesAt: number
  readonly startsAt: number
  readonly endsAt: number
  readonly waits: number
  /** The way here from the stop before, or from the start. */
  readonly walk: Walked
}

export interface Walked {
  readonly seconds: number
  readonly metres: number
}

/** Why a stop is not in the plan: what an interface puts into words. */
export type Reason =
  /** No way leads there. */
  | { readonly kind: 'unreachable' }
  /** It is closed, or has begun, whenever one could be there. */
  | { readonly kind: 'closed' }
  /** Even at its best place among the others the visit would be over `short` seconds late. */
  | { readonly kind: 'no-time'; readonly short: number }
  /** It would fit but for another stop that has hours or begins at a fixed time. */
  | { readonly kind: 'collides'; readonly with: string }

export interface LeftOut {
  readonly id: string
  readonly reason: Reason
}

export interface RoutePlan {
  readonly visits: readonly Visit[]
  /** The way from the last stop to the end; nothing where the visit ends at the last stop. */
  readonly toEnd: Walked
  readonly endsAt: number
  /** Altogether. */
  readonly walk: Walked
  readonly waits: number
  readonly leftOut: readonly LeftOut[]
  /** Whether no plan is better, rather than none was found. */
  readonly proven: boolean
}

function isWalkable(seconds: Float64Array, places: number): boolean {
  // Places that hang together share the first of them.
  const parts = new Int32Array(places)
  for (let a = 0; a < places; a++) {
    let part = 0
    while (part < a && seconds[a * places + part] === Number.POSITIVE_INFINITY) part++
    parts[a] = part
    for (let b = 0; b <= a; b++) {
      const there = seconds[a * places + b] as number
      if (!(there >= 0) || there !== seconds[b * places + a]) return false
      if (there < Number.POSITIVE_INFINITY !== (parts[b] === parts[a])) return false
    }
  }
  return true
}
