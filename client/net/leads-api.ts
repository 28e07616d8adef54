/** The API of an exhibitor's leads, apart from `api.ts`, so that whoever only strolls does not load it. */
import type {
  LeadChange,
  LeadPage,
  LeadQuery,
  LeadQuestion,
  LeadSummary,
  LeadWithEvents,
} from '../../shared/leads/model.ts'
import type { RoleHolder } from '../../shared/salon/people.ts'
import { get, send } from './api.ts'

const leads = (exhibitorId: string): string => `/api/exhibitors/${encodeURIComponent(exhibitorId)}/leads`
const lead = (exhibitorId: string, id: string): string => `${leads(exhibitorId)}/${encodeURIComponent(id)}`
const questions = (exhibitorId: string): string => `/api/exhibitors/${encodeURIComponent(exhibitorId)}/lead-questions`

export const leadsApi = {
  page: (exhibitorId: string, query: LeadQuery, signal: AbortSignal) =>
    get<LeadPage>(`${leads(exhibitorId)}?${search(query)}`, signal),
  summary: (exhibitorId: string) => get<LeadSummary>(`${leads(exhibitorId)}/summary`),
  one: (exhibitorId: string, id: string) => get<LeadWithEvents>(lead(exhibitorId, id)),
  change: (exhibitorId: string, id: string, change: LeadChange) =>
    send<LeadWithEvents>('PATCH', lead(exhibitorId, id), change),
  join: (exhibitorId: string, id: string, otherId: string) =>
    send<LeadWithEvents>('POST', `${lead(exhibitorId, id)}/joined`, { id: otherId }),
  separate: (exhibitorId: string, id: string, partId: string) =>
    send<LeadWithEvents>('DELETE', `${lead(exhibitorId, id)}/joined/${encodeURIComponent(partId)}`),
  keepApart: (exhibitorId: string, id: string, otherId: string) =>
    send<LeadWithEvents>('POST', `${lead(exhibitorId, id)}/distinct`, { id: otherId }),
  questions: (exhibitorId: string) => get<LeadQuestion[]>(questions(exhibitorId)),
  ask: (exhibitorId: string, all: readonly LeadQuestion[]) => send<LeadQuestion[]>('PUT', questions(exhibitorId), all),
  /** Where the table of those that `query` chooses is. */
  fileAddress: (exhibitorId: string, { order: _order, after: _after, ...query }: LeadQuery) =>
    `${leads(exhibitorId)}/file?${search(query)}`,
  /** Who works for the exhibitor. */
  staff: (exhibitorId: string) => get<RoleHolder[]>(`/api/roles/exhibitor/${encodeURIComponent(exhibitorId)}`),
}

const search = (query: Partial<LeadQuery>): string =>
  new URLSearchParams(Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]))).toString()
