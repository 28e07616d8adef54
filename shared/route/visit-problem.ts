/** From what somebody wishes to see to what the planner is asked. Times are seconds since the epoch. */
import type { RouteStop } from './model.ts'
import type { SalonPlaces } from './places.ts'
import { keyOf, type Visit, type Wish } from './visit.ts'
import type { SalonPlace } from './ways.ts'

/** Whoever comes so much after the beginning is not let in to a session, seconds; nor after half of it. */
const LATE = 15 * 60

/** What the planner needs to know of the salon. */
export interface SalonFacts {
  readonly places: SalonPlaces
  readonly sessions: ReadonlyMap<
    string,
    {
      readonly startsAt: string
      readonly endsAt: string
      readonly stageId: string | null
      readonly exhibitorId: string | null
    }
  >
  /** When booths are staffed, by exhibitor; those without hours always are. */
  readonly hours: ReadonlyMap<string, readonly { readonly from: number; readonly to: number }[]>
}

/** Stops to plan, each at the place of the same number, and what cannot be planned because it is not there any more. */
export interface VisitProblem {
  readonly stops: readonly RouteStop[]
  readonly places: readonly SalonPlace[]
  readonly gone: readonly string[]
}

/** What is still to be seen of a visit. */
export function problemOf({ wishes, settings, done }: Visit, facts: SalonFacts): VisitProblem {
  const behind = new Set(done.map(({ stop }) => stop))
  const stops: RouteStop[] = []
  const places: SalonPlace[] = []
  const gone: string[] = []
  for (const wish of wishes) {
    const id = keyOf(wish.about)
    if (wish.skipped || behind.has(id)) continue
    const place = placeOf(wish, facts)
    const timing = place && timingOf(wish, facts, (wish.minutes ?? settings.minutes) * 60)
    if (!place || !timing) {
      gone.push(id)
      continue
    }
    stops.push({ id, place: places.length, ...timing, required: wish.required, value: 1 })
    places.push({ hallId: place.hallId, at: place.at })
  }
  return { stops, places, gone }
}

/** Where a wish is fulfilled; undefined: nowhere any more. */
export function placeOf({ about }: Pick<Wish, 'about'>, { places, sessions }: SalonFacts): SalonPlace | undefined {
  if (about.kind === 'booth') return places.booths.get(about.exhibitorId)
  const session = sessions.get(about.sessionId)
  if (!session) return undefined
  return session.stageId === null
    ? places.booths.get(session.exhibitorId ?? '')
    : (places.stages.get(session.stageId) ?? places.booths.get(session.exhibitorId ?? ''))
}

function timingOf({ about }: Wish, facts: SalonFacts, dwell: number): Pick<RouteStop, 'when' | 'dwell'> | undefined {
  if (about.kind === 'booth') {
    const hours = facts.hours.get(about.exhibitorId) ?? []
    return { dwell, when: hours.length === 0 ? { kind: 'any-time' } : { kind: 'hours', hours: [...hours] } }
  }
  const session = facts.sessions.get(about.sessionId)
  if (!session) return undefined
  const [startsAt, endsAt] = [session.startsAt, session.endsAt].map((moment) => Date.parse(moment) / 1000) as [
    number,
    number,
  ]
  const lasts = endsAt - startsAt
  return { dwell: lasts, when: { kind: 'session', startsAt, lateBy: Math.min(LATE, lasts / 2) } }
}
