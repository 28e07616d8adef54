import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { account, addressed, moved, newAccount, ownSession, passwordChange } from '../../shared/salon/people.ts'
import * as accounts from '../services/account.ts'
import { authenticate } from '../services/guests.ts'
import { endSessions, ownSessions } from '../services/own-sessions.ts'
import { askingBy } from './asking.ts'
import type { Api, ApiDeps, ApiEnv } from './context.ts'
import { carryCookies } from './cookies.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const mine = right('person.keep-account')
const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 409: REFUSALS[409], 429: REFUSALS[429] }
const done = { 204: { description: 'Done' } }

const read = createRoute({
  method: 'get',
  path: '/api/account',
  summary: "The caller's account and roles",
  ...mine,
  responses: { 200: json(account, 'The account'), 401: REFUSALS[401] },
})

const prove = createRoute({
  method: 'post',
  path: '/api/account/code',
  summary: 'Send a code to an address that the caller wants for their account, a new one or this one',
  ...mine,
  request: sent(addressed),
  responses: { ...done, ...refusals },
})

const create = createRoute({
  method: 'post',
  path: '/api/account',
  summary: 'Make the guest an account, with an address proved by the code; the person stays the same',
  ...mine,
  request: sent(newAccount),
  responses: { 200: json(account, 'The account'), ...refusals },
})

const move = createRoute({
  method: 'put',
  path: '/api/account/email',
  summary: 'Give the account another address, proved by the code',
  ...mine,
  request: sent(moved),
  responses: { 200: json(account, 'The account'), ...refusals },
})

const changePassword = createRoute({
  method: 'put',
  path: '/api/account/password',
  summary: 'Another password; other sessions end',
  ...mine,
  request: sent(passwordChange),
  responses: { ...done, ...refusals },
})

const sessions = createRoute({
  method: 'get',
  path: '/api/account/sessions',
  summary: 'Where the caller is signed in, latest first',
  ...mine,
  responses: { 200: json(z.array(ownSession), 'Sessions'), 401: REFUSALS[401] },
})

const endOne = createRoute({
  method: 'delete',
  path: '/api/account/sessions/{id}',
  summary: 'End a session of the caller; its sockets close at once',
  ...mine,
  request: { params: idParam },
  responses: { ...done, 401: REFUSALS[401], 404: REFUSALS[404] },
})

const endOthers = createRoute({
  method: 'delete',
  path: '/api/account/sessions',
  summary: 'End every session of the caller but the present one',
  ...mine,
  responses: { ...done, 401: REFUSALS[401] },
})

const signOut = createRoute({
  method: 'post',
  path: '/api/sign-out',
  summary: 'End the present session; the account stays',
  ...mine,
  responses: { ...done, 401: REFUSALS[401], 409: REFUSALS[409] },
})

export function addAccount(api: Api, deps: ApiDeps): void {
  const { db, whereabouts } = deps
  const asking = askingBy(deps)
  const caller = (c: Context<ApiEnv>) => authenticate(db, deps.accounts, c.req.raw.headers)
  const release = ({ personId, sessionIds }: accounts.Ended) => whereabouts.release(personId, sessionIds)

  api.openapi(read, async (c) => c.json(await accounts.accountOf(deps, asking(c)), 200))
  api.openapi(prove, async (c) => {
    await accounts.proveAddress(deps, asking(c), c.req.valid('json').email)
    return c.body(null, 204)
  })
  api.openapi(create, async (c) => {
    const { account, cookies, ended } = await accounts.createAccount(deps, asking(c), c.req.valid('json'))
    carryCookies(c, cookies)
    await release(ended)
    return c.json(account, 200)
  })
  api.openapi(move, async (c) => {
    carryCookies(c, await accounts.moveAccount(deps, asking(c), c.req.valid('json')))
    return c.json(await accounts.accountOf(deps, asking(c)), 200)
  })
  api.openapi(changePassword, async (c) => {
    await release(await accounts.changePassword(deps, asking(c), c.req.valid('json')))
    return c.body(null, 204)
  })
  api.openapi(sessions, async (c) => c.json(await ownSessions(db, await caller(c)), 200))
  api.openapi(endOne, async (c) => {
    await release(await endSessions(db, await caller(c), c.req.valid('param').id))
    return c.body(null, 204)
  })
  api.openapi(endOthers, async (c) => {
    await release(await endSessions(db, await caller(c), null))
    return c.body(null, 204)
  })
  api.openapi(signOut, async (c) => {
    const { cookies, ended } = await accounts.signOut(deps, asking(c))
    carryCookies(c, cookies)
    await release(ended)
    return c.body(null, 204)
  })
}
