/** What is said between the page and the worker that plans routes. */
import type { Plan } from '../../shared/floorplan/model.ts'
import type { RoutePlan, RouteStop } from '../../shared/route/model.ts'
import type { SalonPlace, WayPart } from '../../shared/route/ways.ts'

/** A route to be planned. Times are seconds since the epoch. */
export interface RouteWish {
  /** Version of the plan of the salon. */
  readonly version: number
  readonly stops: readonly RouteStop[]
  /** Of the stops, by their `place`. */
  readonly places: readonly SalonPlace[]
  readonly start: SalonPlace
  readonly at: number
  readonly until: number | null
  /** Metres a second. */
  readonly pace: number
  readonly order: 'best' | 'own'
  /** The stop that one is at or on the way to: it comes first. */
  readonly first?: string
}

export type RouteStep = 'measuring' | 'ordering' | 'drawing'

export type RouteAsk =
  /** Once a version, before anything is planned on it. */
  | { readonly kind: 'load'; readonly version: number; readonly plan: Plan }
  /** Whatever was asked before is not wanted any more. */
  | { readonly kind: 'plan'; readonly id: number; readonly wish: RouteWish }

export type RouteNews =
  | { readonly kind: 'step'; readonly id: number; readonly step: RouteStep }
  | { readonly kind: 'planned'; readonly id: number; readonly plan: RoutePlan }
  /** The ways to the plan's visits, in their order. */
  | { readonly kind: 'drawn'; readonly id: number; readonly ways: readonly (readonly WayPart[])[] }
  /** For developers; the page has words of its own. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
