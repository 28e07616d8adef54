/** The API of visits and routes, apart from `api.ts`, so that whoever only strolls does not load it. */
import type { BoothOffer } from '../../shared/route/offers.ts'
import type { Publisher, RouteContent, SharedRoute, ThemedRoute } from '../../shared/route/published.ts'
import type { KeptVisit } from '../../shared/route/visit.ts'
import type { ExhibitorCard } from '../../shared/salon/model.ts'
import { get, send } from './api.ts'

export const visitApi = {
  visit: () => get<KeptVisit | null>('/api/visit'),
  /** @returns the visit that stands: another device's, where that was changed later */
  keep: (kept: KeptVisit) => send<KeptVisit>('PUT', '/api/visit', kept),
  /** Of the whole salon. */
  exhibitors: () => get<ExhibitorCard[]>('/api/exhibitors'),
  offers: () => get<BoothOffer[]>('/api/offers'),
  share: (content: RouteContent) => send<{ id: string }>('POST', '/api/routes', content),
  unshare: (id: string) => send<null>('DELETE', `/api/routes/${encodeURIComponent(id)}`),
  route: (id: string) => get<SharedRoute>(`/api/routes/${encodeURIComponent(id)}`),
  themed: () => get<ThemedRoute[]>('/api/themed-routes'),
  publishers: () => get<Publisher[]>('/api/publishers'),
  publish: (by: Publisher, id: string, content: RouteContent) => send<null>('PUT', themedPath(by, id), content),
  withdraw: (by: Publisher, id: string) => send<null>('DELETE', themedPath(by, id)),
}

const themedPath = ({ kind, id: by }: Publisher, id: string): string =>
  `/api/themed-routes/${kind}/${encodeURIComponent(by)}/${encodeURIComponent(id)}`
