import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import type { DrawnStop } from '../../shared/route/drawn.ts'
import { PACES, type Visit } from '../../shared/route/visit.ts'
import { problemOf, type VisitProblem } from '../../shared/route/visit-problem.ts'
import type { SalonPlace } from '../../shared/route/ways.ts'
import { type PlannedRoute, RoutePlanner } from '../net/route-planner.ts'
import type { RouteStep, RouteWish } from '../net/route-protocol.ts'
import { useHall } from '../state/hall.ts'
import { type Planned, useVisit } from '../state/visit.ts'
import type { SalonBook } from './use-salon-facts.ts'

/** Changes that follow one another so closely are planned together, ms. */
const REST = 120
/** How often somebody looks whether the plan is still true, ms; so much it may be off, and so old be, seconds. */
const LOOK = 10_000
const LATE = 90
const OLD = 600

/** How the planner gets on. */
export const usePlanningState = create<{ step: RouteStep | 'failed' | null }>()(() => ({ step: null }))

/** Plans the visit whenever it changes, and anew when we have fallen behind. */
export function usePlanning(book: SalonBook | null): void {
  const { wishes, settings, done, guide } = useVisit((state) => state.visit)
  const hallId = useHall((state) => state.hall?.plan.hall.id ?? null)
  const planner = useRef<RoutePlanner | null>(null)
  useEffect(
    () => () => {
      planner.current?.dispose()
      planner.current = null
    },
    [],
  )
  const stop = guide.at === 'rest' ? null : guide.stop
  // biome-ignore lint/correctness/useExhaustiveDependencies: on the way nothing is planned anew but for these
  useEffect(() => {
    if (!book) return
    const plan = (): void => {
      planner.current ??= new RoutePlanner()
      void planned(planner.current, book)
    }
    const soon = setTimeout(plan, REST)
    const timer = setInterval(() => {
      if (isStale()) plan()
    }, LOOK)
    return () => {
      clearTimeout(soon)
      clearInterval(timer)
    }
  }, [book, wishes, settings, done, hallId, stop])
}

/** Whether what was planned cannot be any more: a stop is due that we are not at, or time has gone on without us. */
function isStale(): boolean {
  const { visit, planned } = useVisit.getState()
  const now = Date.now() / 1000
  if (!planned || document.hidden) return false
  if (visit.guide.at === 'paused' || visit.guide.at === 'gate') return false
  const [next] = planned.visits
  if (visit.guide.at !== 'rest') return next !== undefined && now > next.endsAt + LATE
  return visit.settings.startsAt === null && now > planned.madeAt / 1000 + OLD
}

async function planned(planner: RoutePlanner, book: SalonBook): Promise<void> {
  const { visit } = useVisit.getState()
  const problem = problemOf(visit, book)
  const wish = wishOf(visit, problem, book)
  if (wish.stops.length === 0) {
    planner.cancel()
    usePlanningState.setState({ step: null })
    useVisit.getState().set({ planned: nothingPlanned(wish.at, problem.gone) })
    return
  }
  try {
    const route = await planner.route(book.plan, wish, (step) => usePlanningState.setState({ step }))
    if (!route) return
    usePlanningState.setState({ step: null })
    useVisit.getState().set({ planned: told(route, wish, problem.gone, visit.done.length) })
  } catch {
    usePlanningState.setState({ step: 'failed' })
  }
}

/** From where we are, now; or from the entrance, where the visit begins later. */
function wishOf(visit: Visit, { stops, places }: VisitProblem, book: SalonBook): RouteWish {
  const { settings, guide } = visit
  const now = Date.now() / 1000
  const begins = settings.startsAt === null ? now : Date.parse(settings.startsAt) / 1000
  const at = Math.max(now, begins)
  const first = guide.at === 'rest' ? undefined : guide.stop
  return {
    version: book.salon.planVersion,
    stops: stops.map((stop) => (stop.id === first ? { ...stop, dwell: stayOf(visit, stop.dwell, now) } : stop)),
    places,
    start: begins > now + OLD ? book.places.entrance : here(book),
    at,
    until: settings.budget === null ? null : begins + settings.budget * 60,
    pace: PACES[settings.pace],
    order: settings.order,
    ...(first !== undefined && { first }),
  }
}

/** Of a stop that one is at, only the rest of the stay is ahead. */
function stayOf({ guide }: Visit, dwell: number, now: number): number {
  if (guide.at === 'stop') return Math.max(0, Date.parse(guide.until) / 1000 - now)
  return guide.at === 'paused' && guide.left !== null ? guide.left : dwell
}

/** Where we stand; without a hall, at the entrance. */
export function here(book: SalonBook): SalonPlace {
  const { hall } = useHall.getState()
  if (!hall) return book.places.entrance
  const { x, z } = hall.visitor.at(hall.now())
  return { hallId: hall.plan.hall.id, at: { x, z } }
}

function told({ plan, ways }: PlannedRoute, wish: RouteWish, gone: readonly string[], seen: number): Planned {
  const placeOf = new Map(wish.stops.map((stop) => [stop.id, wish.places[stop.place]]))
  const stops = plan.visits.flatMap((visit, i): DrawnStop[] => {
    const place = placeOf.get(visit.id)
    return place ? [{ ...place, key: visit.id, number: seen + i + 1, way: (ways[i] ?? []).map(rounded) }] : []
  })
  const { visits, leftOut, walk, waits, endsAt } = plan
  return { visits, leftOut, gone, walk, waits, startsAt: wish.at, endsAt, stops, madeAt: Date.now() }
}

/** Centimetres: what is kept on this machine need not be longer. */
const rounded = ({ hallId, path }: DrawnStop['way'][number]) => ({
  hallId,
  path: path.map(({ x, z }) => ({ x: Math.round(x * 100) / 100, z: Math.round(z * 100) / 100 })),
})

const nothingPlanned = (at: number, gone: readonly string[]): Planned => ({
  ...{ visits: [], leftOut: [], gone, stops: [], waits: 0, startsAt: at, endsAt: at },
  walk: { seconds: 0, metres: 0 },
  madeAt: Date.now(),
})
