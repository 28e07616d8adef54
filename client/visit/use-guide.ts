import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { distance, type Point } from '../../shared/floorplan/point.ts'
import { type GuideEvent, guided } from '../../shared/route/guide.ts'
import { keyOf, PACES, type Wish } from '../../shared/route/visit.ts'
import { placeOf } from '../../shared/route/visit-problem.ts'
import type { SalonPlace } from '../../shared/route/ways.ts'
import { useOverlays } from '../app/hall/overlays.ts'
import { type HallNow, useHall } from '../state/hall.ts'
import { type Planned, useVisit } from '../state/visit.ts'
import type { SalonBook } from './use-salon-facts.ts'

/** How often somebody looks how the walk gets on, ms. */
const LOOK = 250
/** So near to a place is there, metres. */
const THERE = 1.6
/** Standing somewhere else for so many looks means that somebody took the reins. */
const PATIENCE = 6

/** Something happens to the walk. */
export function happens(event: GuideEvent): void {
  const { visit, change } = useVisit.getState()
  change(guided(visit, event))
}

/** The stop after the present one, as it is planned. */
export function nextStop(): string | null {
  const { visit, planned } = useVisit.getState()
  const present = visit.guide.at === 'rest' ? null : visit.guide.stop
  return planned?.visits.find(({ id }) => id !== present)?.id ?? null
}

/** Where in this hall one walks to: the stop itself, or the gate on the way to it; null: this is not on the way. */
function legIn(hall: HallNow, wish: Wish, book: SalonBook, planned: Planned | null) {
  const hallId = hall.plan.hall.id
  const place = placeOf(wish, book)
  if (!place) return null
  if (place.hallId === hallId) return { to: place.at, next: null }
  const way = planned?.stops.find(({ key }) => key === keyOf(wish.about))?.way ?? []
  const part = way.findIndex((one) => one.hallId === hallId)
  const to = way[part]?.path.at(-1)
  const entry = way[part + 1]
  const at = entry?.path[0]
  return to && entry && at ? { to, next: { hallId: entry.hallId, at } } : null
}

/** Walks our body along the route while it is to be walked, and says what happens. */
export function useGuide(book: SalonBook | null): void {
  const at = useVisit(({ visit }) => visit.guide.at)
  const stop = useVisit(({ visit }) => (visit.guide.at === 'rest' ? null : visit.guide.stop))
  const hall = useHall((state) => state.hall)
  useEffect(() => {
    if (at !== 'walking' || stop === null || !hall || !book) return
    useHall.getState().set({ openBooth: null })
    let target: Point | null = null
    let goal: Point | null = null
    let elsewhere = 0
    const look = (): void => {
      const { visit, planned } = useVisit.getState()
      const wish = visit.wishes.find(({ about }) => keyOf(about) === stop)
      const leg = wish && legIn(hall, wish, book, planned)
      // The way through the halls is not planned yet.
      if (!wish || !leg) return
      if (target === null || distance(target, leg.to) > THERE) {
        target = leg.to
        if (setOut(hall, wish, leg, book)) goal = hall.visitor.ahead(hall.now()).at(-1) ?? null
        else happens({ kind: 'paused', now: new Date() })
        return
      }
      const ahead = hall.visitor.ahead(hall.now()).at(-1)
      const standing = hall.visitor.at(hall.now())
      if (!ahead && distance(standing, goal ?? leg.to) < THERE) {
        arrived(leg.next, wish, book)
        return
      }
      // A line that breaks or a correction stops us for a moment; whoever steers goes on.
      elsewhere = ahead && goal && distance(ahead, goal) < THERE ? 0 : elsewhere + 1
      if (elsewhere >= PATIENCE || (ahead && elsewhere > 1)) happens({ kind: 'paused', now: new Date() })
    }
    look()
    const timer = setInterval(look, LOOK)
    return () => {
      clearInterval(timer)
      // Whoever pauses stands still; whoever has taken the reins is not stopped.
      const { guide } = useVisit.getState().visit
      const ahead = hall.visitor.ahead(hall.now()).at(-1)
      if (guide.at === 'paused' && ahead && goal && distance(ahead, goal) < THERE) {
        hall.visitor.walkTo(hall.visitor.at(hall.now()))
      }
    }
  }, [at, stop, hall, book])
}

function setOut(hall: HallNow, wish: Wish, leg: { to: Point; next: SalonPlace | null }, book: SalonBook): boolean {
  const pace = PACES[useVisit.getState().visit.settings.pace]
  const boothId = leg.next === null ? boothOf(wish, book) : null
  return boothId === null ? hall.visitor.walkTo(leg.to, { pace }) : hall.visitor.walkToBooth(boothId, { pace })
}

function arrived(next: SalonPlace | null, wish: Wish, book: SalonBook): void {
  if (next) {
    happens({ kind: 'gate', hallId: next.hallId })
    return
  }
  const { settings } = useVisit.getState().visit
  const session = wish.about.kind === 'session' ? book.sessions.get(wish.about.sessionId) : undefined
  const stay = (wish.minutes ?? settings.minutes) * 60_000
  happens({ kind: 'arrived', until: session ? new Date(session.endsAt) : new Date(Date.now() + stay) })
  const boothId = boothOf(wish, book)
  if (boothId === null) return
  useOverlays.getState().set({ panel: null })
  useHall.getState().set({ openBooth: boothId })
}

/** The booth where a wish is fulfilled; null on a stage. */
function boothOf({ about }: Wish, book: SalonBook): string | null {
  const session = about.kind === 'session' ? book.sessions.get(about.sessionId) : undefined
  if (session?.stageId != null) return null
  const exhibitorId = about.kind === 'booth' ? about.exhibitorId : session?.exhibitorId
  return book.places.booths.get(exhibitorId ?? '')?.boothId ?? null
}

/** Through the gate: to the next hall on the way to the present stop. */
export function usePassage(book: SalonBook | null): () => void {
  const [, navigate] = useLocation()
  return () => {
    const { visit, planned } = useVisit.getState()
    const { hall } = useHall.getState()
    const { guide } = visit
    if (guide.at !== 'gate' || !hall || !book) return
    const wish = visit.wishes.find(({ about }) => keyOf(about) === guide.stop)
    const next = wish && legIn(hall, wish, book, planned)?.next
    happens({ kind: 'agreed' })
    const at = next && `?at=${next.at.x.toFixed(2)},${next.at.z.toFixed(2)}`
    navigate(`/hall/${encodeURIComponent(guide.hallId)}${at ?? ''}`)
  }
}
