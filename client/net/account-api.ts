/** The API of accounts, apart from `api.ts`, so that whoever only strolls does not load it. */
import type { Me } from '../../shared/salon/model.ts'
import type { Account, OwnSession, SentMail } from '../../shared/salon/people.ts'
import { get, send } from './api.ts'

export const accountApi = {
  account: () => get<Account>('/api/account'),
  waysIn: () => get<{ provider: string | null }>('/api/sign-in'),
  /** @returns who we are now; null where the account has never been inside */
  signIn: (email: string, password: string) => send<Me | null>('POST', '/api/sign-in', { email, password }),
  /** Where to go to sign in with the identity provider. */
  beginWithProvider: () => send<{ url: string }>('POST', '/api/sign-in/provider'),
  signOut: () => send<null>('POST', '/api/sign-out'),
  forgot: (email: string) => send<null>('POST', '/api/sign-in/forgotten', { email }),
  resetPassword: (email: string, code: string, password: string) =>
    send<null>('PUT', '/api/sign-in/password', { email, code, password }),
  proveAddress: (email: string) => send<null>('POST', '/api/account/code', { email }),
  create: (email: string, code: string, password: string) =>
    send<Account>('POST', '/api/account', { email, code, password }),
  moveTo: (email: string, code: string, password: string) =>
    send<Account>('PUT', '/api/account/email', { email, code, password }),
  changePassword: (present: string, next: string) => send<null>('PUT', '/api/account/password', { present, next }),
  sessions: () => get<OwnSession[]>('/api/account/sessions'),
  endSession: (id: string) => send<null>('DELETE', `/api/account/sessions/${encodeURIComponent(id)}`),
  endOtherSessions: () => send<null>('DELETE', '/api/account/sessions'),
  forgetMe: (password: string | undefined) => send<null>('DELETE', '/api/me', { password }),
  letters: () => get<SentMail[]>('/api/mail'),
}
