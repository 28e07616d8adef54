/** The API of what a visitor takes along, and of what they let others see. */
import type { BriefcaseItem, Remark, Subject } from '../../shared/briefcase/model.ts'
import type { TakeawayLink } from '../../shared/briefcase/takeaway.ts'
import type { Card, CardRequest, CardWish, Contacts } from '../../shared/people/card.ts'
import type { Consent, ConsentGiven, LedgerEntry, OwnCard } from '../../shared/people/consent.ts'
import { get, send } from './api.ts'

const at = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`

export const briefcaseApi = {
  items: () => get<BriefcaseItem[]>('/api/briefcase'),
  put: (about: Subject) => send<BriefcaseItem>('POST', '/api/briefcase', about),
  annotate: (id: string, remark: Remark) => send<BriefcaseItem>('PATCH', at('/api/briefcase', id), remark),
  remove: (id: string) => send<null>('DELETE', at('/api/briefcase', id)),
  links: () => get<TakeawayLink[]>('/api/briefcase/links'),
  sendLink: () => send<TakeawayLink>('POST', '/api/briefcase/links'),
  endLinks: () => send<null>('DELETE', '/api/briefcase/links'),
  lookAt: (token: string) => send<{ expiresAt: string }>('POST', '/api/takeaway/look', { token }),
}

export const cardsApi = {
  card: () => get<OwnCard>('/api/card'),
  writeCard: (card: Card) => send<OwnCard>('PUT', '/api/card', card),
  contacts: () => get<Contacts>('/api/contacts'),
  requests: () => get<CardRequest[]>('/api/card-requests'),
  ask: (wish: CardWish) => send<{ id: string; state: 'waiting' | 'agreed' }>('POST', '/api/card-requests', wish),
  answer: (id: string, agree: boolean) => send<null>('PUT', `${at('/api/card-requests', id)}/answer`, { agree }),
  withdraw: (id: string) => send<null>('DELETE', at('/api/card-requests', id)),
  block: (personId: string) => send<null>('PUT', at('/api/card-blocks', personId)),
  unblock: (personId: string) => send<null>('DELETE', at('/api/card-blocks', personId)),
}

export const consentApi = {
  consents: () => get<Consent[]>('/api/consents'),
  consent: (exhibitorId: string) => get<Consent>(at('/api/consents', exhibitorId)),
  give: (exhibitorId: string, given: ConsentGiven) => send<Consent>('PUT', at('/api/consents', exhibitorId), given),
  revoke: (exhibitorId: string) => send<null>('DELETE', at('/api/consents', exhibitorId)),
  revokeAll: () => send<null>('DELETE', '/api/consents'),
  ledger: (before: number | null) => get<LedgerEntry[]>(`/api/ledger${before === null ? '' : `?before=${before}`}`),
}
