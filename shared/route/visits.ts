import type { RoutePlan, RouteProblem, RouteStop, Visit, Walked } from './model.ts'
import { Timetable } from './timetable.ts'

/** What happens when, where stops are visited in this order: numbers in `problem.stops`. */
export function timedVisits(problem: RouteProblem, order: readonly number[]): Omit<RoutePlan, 'leftOut' | 'proven'> {
  const { stops, travel, start, end } = problem
  const timetable = new Timetable(stops, start.at)
  const walked = (from: number, to: number): Walked => ({
    seconds: travel.seconds[from * travel.places + to] as number,
    metres: travel.metres[from * travel.places + to] as number,
  })
  let place = start.place
  let now = 0
  const visits = order.map((i): Visit => {
    const stop = stops[i] as RouteStop
    const walk = walked(place, stop.place)
    const arrival = now + walk.seconds
    const begin = timetable.begins(i, arrival)
    now = timetable.leaves(i, begin)
    place = stop.place
    return {
      id: stop.id,
      arrivesAt: start.at + arrival,
      startsAt: start.at + begin,
      endsAt: start.at + now,
      waits: begin - arrival,
      walk,
    }
  })
  const toEnd = end === null ? { seconds: 0, metres: 0 } : walked(place, end)
  const walks = [...visits.map((visit) => visit.walk), toEnd]
  return {
    visits,
    toEnd,
    endsAt: start.at + now + toEnd.seconds,
    walk: {
      seconds: walks.reduce((sum, walk) => sum + walk.seconds, 0),
      metres: walks.reduce((sum, walk) => sum + walk.metres, 0),
    },
    waits: visits.reduce((sum, visit) => sum + visit.waits, 0),
  }
}
