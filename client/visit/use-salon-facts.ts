import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Plan } from '../../shared/floorplan/model.ts'
import type { Localized } from '../../shared/language.ts'
import { zonedTime } from '../../shared/programme/zoned-time.ts'
import type { BoothOffer } from '../../shared/route/offers.ts'
import { placesOf } from '../../shared/route/places.ts'
import type { Subject } from '../../shared/route/visit.ts'
import { placeOf, type SalonFacts } from '../../shared/route/visit-problem.ts'
import type { ExhibitorCard, Salon, Session } from '../../shared/salon/model.ts'
import { api } from '../net/api.ts'
import { visitApi } from '../net/visit-api.ts'

/** What a visit is planned and told with. */
export interface SalonBook extends SalonFacts {
  readonly salon: Salon
  readonly plan: Plan
  readonly cards: ReadonlyMap<string, ExhibitorCard>
  readonly sessions: ReadonlyMap<string, Session>
  /** By exhibitor. */
  readonly products: ReadonlyMap<string, readonly { readonly id: string; readonly name: Localized }[]>
}

/** How a stop is told: what it is called, and where it is. */
export interface StopTexts {
  readonly title: Localized
  /** Number of the booth, or name of the stage. */
  readonly where: Localized | null
  readonly alley: Localized | null
  readonly hallId: string | null
}

interface Loaded {
  readonly book: SalonBook | null
  readonly error: Error | null
  readonly retry: () => void
}

/** The salon's book; loaded only where `wanted`. */
export function useSalonBook(wanted: boolean): Loaded {
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon, enabled: wanted })
  const version = salon.data?.planVersion
  const plan = useQuery({
    queryKey: ['plan', version],
    queryFn: () => api.plan(version ?? 0),
    enabled: wanted && version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: api.sessions, enabled: wanted })
  const cards = useQuery({ queryKey: ['exhibitors'], queryFn: visitApi.exhibitors, enabled: wanted })
  const offers = useQuery({ queryKey: ['offers'], queryFn: visitApi.offers, enabled: wanted })
  const all = [salon, plan, sessions, cards, offers]
  const book = useMemo((): SalonBook | null => {
    if (!salon.data || !plan.data || !sessions.data || !cards.data || !offers.data) return null
    const { timeZone } = salon.data
    return {
      salon: salon.data,
      plan: plan.data,
      places: placesOf(plan.data),
      sessions: new Map(sessions.data.map((one) => [one.id, one])),
      cards: new Map(cards.data.map((one) => [one.id, one])),
      hours: new Map(offers.data.map(({ exhibitorId, hours }) => [exhibitorId, spells(hours, timeZone)])),
      products: new Map(offers.data.map(({ exhibitorId, products }) => [exhibitorId, products])),
    }
  }, [salon.data, plan.data, sessions.data, cards.data, offers.data])
  return {
    book,
    error: all.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const one of all) if (one.isError) void one.refetch()
    },
  }
}

/** Seconds since the epoch. */
const spells = (hours: BoothOffer['hours'], timeZone: string) =>
  hours.map(({ date, from, to }) => ({
    from: zonedTime(timeZone, date, from).getTime() / 1000,
    to: zonedTime(timeZone, date, to).getTime() / 1000,
  }))

/** What is told of a stop; null: it is in the salon no more. */
export function stopTexts(about: Subject, book: SalonBook): StopTexts | null {
  const place = placeOf({ about }, book)
  const session = about.kind === 'session' ? book.sessions.get(about.sessionId) : undefined
  const exhibitorId = about.kind === 'booth' ? about.exhibitorId : session?.exhibitorId
  const card = book.cards.get(exhibitorId ?? '')
  const title = session?.title ?? (about.kind === 'booth' ? card?.name : undefined)
  if (!title) return null
  const stage = book.salon.stages.find(({ id }) => id === session?.stageId)
  const booth = book.places.booths.get(exhibitorId ?? '')
  return {
    title,
    where: stage?.name ?? (booth ? { ru: booth.number, en: booth.number } : null),
    alley: stage ? null : (booth?.alley ?? null),
    hallId: place?.hallId ?? null,
  }
}
