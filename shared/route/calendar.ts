import type { CalendarEvent } from '../programme/icalendar.ts'
import type { RoutePlan, RouteStop } from './model.ts'

/** What a calendar says of a stop. */
export type StopTexts = Pick<CalendarEvent, 'title' | 'description' | 'location' | 'url'>

/**
 * The sessions of a planned visit as events, whole as they are announced even where one comes later; stops without a
 * fixed time move with the day and are no appointments. The problem's clock counts from the epoch.
 *
 * @param owner whose visit it is: the same session of two people's visits are two events
 */
export function timedEvents(
  problem: { readonly stops: readonly RouteStop[] },
  plan: { readonly visits: readonly Pick<RoutePlan['visits'][number], 'id'>[] },
  owner: string,
  textsOf: (stopId: string) => StopTexts,
): CalendarEvent[] {
  const visited = new Set(plan.visits.map((visit) => visit.id))
  return problem.stops
    .flatMap(({ id, when, dwell }) =>
      when.kind === 'session' && visited.has(id)
        ? [{ id, startsAt: when.startsAt, endsAt: when.startsAt + dwell }]
        : [],
    )
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ id, startsAt, endsAt }) => ({
      uid: `${id}.${owner}@alleya`,
      startsAt: new Date(startsAt * 1000),
      endsAt: new Date(endsAt * 1000),
      ...textsOf(id),
    }))
}
