/** The API of an exhibitor's workspace, apart from `api.ts`, so that whoever only strolls does not load it. */
import type { BoothContent, BoothField } from '../../shared/booth/content.ts'
import type { BoothRole, Draft, Invitation, Offer, Saved, Version } from '../../shared/booth/draft.ts'
import type { ExhibitorCard } from '../../shared/salon/model.ts'
import type { RoleHolder } from '../../shared/salon/people.ts'
import { get, send } from './api.ts'

const booth = (id: string): string => `/api/booths/${encodeURIComponent(id)}`
const upon = (revision: number) => ({ 'if-match': `"${revision}"` })

export const workspaceApi = {
  exhibitors: () => get<ExhibitorCard[]>('/api/exhibitors'),
  draft: (id: string) => get<Draft>(`${booth(id)}/draft`),
  save: (id: string, revision: number, document: BoothContent) =>
    send<Saved>('PUT', `${booth(id)}/draft`, document, upon(revision)),
  publish: (id: string, revision: number, note: string) =>
    send<{ version: number | null }>('POST', `${booth(id)}/versions`, { note }, upon(revision)),
  versions: (id: string) => get<Version[]>(`${booth(id)}/versions`),
  restore: (id: string, revision: number, version: number) =>
    send<Saved>('POST', `${booth(id)}/versions/${version}/restore`, undefined, upon(revision)),
  lock: (id: string, fields: readonly BoothField[]) => send<null>('PUT', `${booth(id)}/locks`, { fields }),
  staff: (id: string) => get<RoleHolder[]>(`/api/roles/exhibitor/${encodeURIComponent(id)}`),
  invitations: (id: string) => get<Invitation[]>(`${booth(id)}/invitations`),
  invite: (id: string, email: string, role: BoothRole) =>
    send<null>('POST', `${booth(id)}/invitations`, { email, role }),
  takeBack: (id: string, invitationId: string) => send<null>('DELETE', `${booth(id)}/invitations/${invitationId}`),
  offer: (token: string) => send<Offer>('POST', '/api/invitations/look', { token }),
  accept: (token: string) => send<{ exhibitorId: string }>('POST', '/api/invitations', { token }),
}
