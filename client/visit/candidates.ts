import { distance } from '../../shared/floorplan/point.ts'
import type { Localized } from '../../shared/language.ts'
import type { Candidate } from '../../shared/route/suggest.ts'
import { keyOf, NO_VISIT, PACES, type Subject, type Wish } from '../../shared/route/visit.ts'
import { placeOf, problemOf } from '../../shared/route/visit-problem.ts'
import type { RouteWish } from '../net/route-protocol.ts'
import { useVisit } from '../state/visit.ts'
import { here } from './use-planning.ts'
import type { SalonBook } from './use-salon-facts.ts'

/** A session further ahead is no answer to «what now», ms. */
const AHEAD = 24 * 3_600_000

/** What can be suggested: booths with somebody in them, and sessions that begin within a day. */
export function candidatesOf(book: SalonBook, say: (text: Localized) => string): Candidate[] {
  const now = Date.now()
  const booths = [...book.cards.values()].flatMap((card): Candidate[] => {
    if (!book.places.booths.has(card.id)) return []
    const { kind, tags } = card
    const products = (book.products.get(card.id) ?? []).map(({ id, name }) => ({ id, name: say(name) }))
    return [{ key: `booth:${card.id}`, kind, tags, name: say(card.name), summary: say(card.summary), products }]
  })
  const sessions = [...book.sessions.values()].flatMap((session): Candidate[] => {
    const begins = Date.parse(session.startsAt)
    const about: Subject = { kind: 'session', sessionId: session.id }
    if (begins < now || begins > now + AHEAD || !placeOf({ about }, book)) return []
    const tags = book.cards.get(session.exhibitorId ?? '')?.tags ?? []
    const texts = { name: say(session.title), summary: say(session.summary) }
    return [{ key: keyOf(about), kind: 'session', tags, ...texts, products: [] }]
  })
  return [...booths, ...sessions]
}

/** What is near where we stand, nearest first. */
export function nearest(candidates: readonly Candidate[], book: SalonBook, most: number): Candidate[] {
  const from = here(book)
  const away = (candidate: Candidate): number => {
    const place = placeOf({ about: subjectOf(candidate.key, []) }, book)
    return place?.hallId === from.hallId ? distance(place.at, from.at) : Number.POSITIVE_INFINITY
  }
  return candidates
    .map((candidate) => ({ candidate, metres: away(candidate) }))
    .filter(({ metres }) => metres < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** A short visit to these, from here and now, worth as much as they were scored. */
export function briefVisit(
  keys: ReadonlyMap<string, number>,
  productIds: ReadonlyMap<string, readonly string[]>,
  minutes: number,
  book: SalonBook,
): RouteWish {
  const { settings } = useVisit.getState().visit
  const wishes = [...keys.keys()].map(
    (key): Wish => ({
      about: subjectOf(key, productIds.get(key) ?? []),
      ...{ required: false, skipped: false, minutes: null },
    }),
  )
  const { stops, places } = problemOf({ ...NO_VISIT, wishes, settings }, book)
  const at = Date.now() / 1000
  return {
    version: book.salon.planVersion,
    stops: stops.map((stop) => ({ ...stop, value: keys.get(stop.id) ?? 1 })),
    places,
    start: here(book),
    ...{ at, until: at + minutes * 60, pace: PACES[settings.pace], order: 'best' },
  }
}

export function subjectOf(key: string, productIds: readonly string[]): Subject {
  const id = key.slice(key.indexOf(':') + 1)
  return key.startsWith('session:')
    ? { kind: 'session', sessionId: id }
    : { kind: 'booth', exhibitorId: id, productIds: [...productIds] }
}
