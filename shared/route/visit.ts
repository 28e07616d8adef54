/**
 * A visit as its visitor keeps it: what they want to see, how they mean to go about it, and how far they have come. The
 * planner (`plan.ts`) makes a route of it; this is what is stored, shared and published.
 */
import { z } from 'zod'

const id = z.string().min(1).max(64)
/** ISO 8601 with offset. */
const moment = z.iso.datetime({ offset: true })
const minutes = z.number().int().min(1).max(240)

/** No limit to a visit, only to a request: more than the largest salon has booths and sessions together. */
export const MOST_WISHES = 2000
export const MOST_PRODUCTS = 20

/** What a stop is about. A product is seen at its booth; an exhibitor is found wherever their booth stands by then. */
const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('booth'), exhibitorId: id, productIds: z.array(id).max(MOST_PRODUCTS) }),
  z.object({ kind: z.literal('session'), sessionId: id }),
])
export type Subject = Readonly<z.infer<typeof subject>>

/** What a visit knows a subject by: there is one stop of each. */
export const keyOf = (about: Subject): string =>
  about.kind === 'booth' ? `booth:${about.exhibitorId}` : `session:${about.sessionId}`

const key = z.string().min(1).max(80)

export const wish = z.object({
  about: subject,
  /** Others give way to it. */
  required: z.boolean(),
  /** Set aside for now: kept, but not planned. */
  skipped: z.boolean(),
  /** How long to stay; null: as long as the visit says. A session lasts as long as it lasts. */
  minutes: minutes.nullable(),
})
export type Wish = Readonly<z.infer<typeof wish>>

const wishes = z
  .array(wish)
  .max(MOST_WISHES)
  .refine((all) => new Set(all.map(({ about }) => keyOf(about))).size === all.length, {
    error: 'Something is wished for twice',
  })

/** Metres a second that a visitor's body strolls at each pace. */
export const PACES = { easy: 1.4, usual: 2, brisk: 2.6 } as const
export type Pace = keyof typeof PACES

const settings = z.object({
  /** When the visit begins; null: now. */
  startsAt: moment.nullable(),
  /** Minutes it may take; null: no hurry. */
  budget: z.number().int().min(5).max(1440).nullable(),
  pace: z.enum(Object.keys(PACES) as [Pace, ...Pace[]]),
  /** How long a stay at a booth is meant to be. */
  minutes,
  /** `best`: the planner orders the stops; `own`: they are visited as they are listed. */
  order: z.enum(['best', 'own']),
})
export type VisitSettings = Readonly<z.infer<typeof settings>>

export const USUAL_SETTINGS: VisitSettings = { startsAt: null, budget: null, pace: 'usual', minutes: 5, order: 'best' }

/** Where «walk me» has got to. `stop` is the key of a wish. */
const guide = z.discriminatedUnion('at', [
  /** Nobody is being walked. */
  z.object({ at: z.literal('rest') }),
  z.object({ at: z.literal('walking'), stop: key }),
  /** The way goes on in another hall, once the visitor agrees. */
  z.object({ at: z.literal('gate'), stop: key, hallId: id }),
  z.object({ at: z.literal('stop'), stop: key, until: moment }),
  /** `left`: seconds of the stay that was interrupted; null: it was a walk. */
  z.object({ at: z.literal('paused'), stop: key, left: z.number().int().min(0).nullable() }),
])
export type Guide = Readonly<z.infer<typeof guide>>

const done = z.object({ stop: key, how: z.enum(['visited', 'skipped']) })

export const visit = z.object({ wishes, settings, done: z.array(done).max(MOST_WISHES), guide })
export type Visit = Readonly<z.infer<typeof visit>>

export const NO_VISIT: Visit = { wishes: [], settings: USUAL_SETTINGS, done: [], guide: { at: 'rest' } }

/** A visit with the moment at which its visitor last changed it: of two, the later one stands. */
export const keptVisit = z.object({ visit, changedAt: moment })
export type KeptVisit = z.infer<typeof keptVisit>

/** Two visits of one person, such as a guest who signs in: the later one, with what only the other wished for. */
export function merged(later: Visit, earlier: Visit): Visit {
  const known = new Set(later.wishes.map(({ about }) => keyOf(about)))
  return { ...later, wishes: [...later.wishes, ...earlier.wishes.filter(({ about }) => !known.has(keyOf(about)))] }
}
