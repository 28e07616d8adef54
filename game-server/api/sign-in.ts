import { createRoute, z } from '@hono/zod-openapi'
import { me } from '../../shared/salon/model.ts'
import { addressed, credentials, newAccount, waysIn } from '../../shared/salon/people.ts'
import { forgotPassword, resetPassword, signIn } from '../services/account.ts'
import { PROVIDER } from '../services/accounts.ts'
import { asRefused } from '../services/better-auth-refusals.ts'
import { authenticate } from '../services/guests.ts'
import { Refused } from '../services/refused.ts'
import { askingBy } from './asking.ts'
import type { Api, ApiDeps } from './context.ts'
import { carryCookies } from './cookies.ts'
import { json, REFUSALS, right, sent } from './schemas.ts'

const anyone = right('salon.sign-in')
const refusals = { 400: REFUSALS[400], 429: REFUSALS[429] }
const done = { 204: { description: 'Done' } }

const ways = createRoute({
  method: 'get',
  path: '/api/sign-in',
  summary: 'Ways to sign in besides a password',
  ...anyone,
  responses: { 200: json(waysIn, 'Ways in') },
})

const withPassword = createRoute({
  method: 'post',
  path: '/api/sign-in',
  summary: 'Sign in; what the guest who asks has collected goes over to the account. Null: it has never been inside',
  ...anyone,
  request: sent(credentials),
  responses: { 200: json(me.nullable(), 'The caller'), ...refusals },
})

const forgot = createRoute({
  method: 'post',
  path: '/api/sign-in/forgotten',
  summary: 'Send a code for a new password, if there is such an account; the answer is the same if there is none',
  ...anyone,
  request: sent(addressed),
  responses: { ...done, ...refusals },
})

const reset = createRoute({
  method: 'put',
  path: '/api/sign-in/password',
  summary: 'Set the password with the code from the letter; every session of the account ends',
  ...anyone,
  request: sent(newAccount),
  responses: { ...done, ...refusals },
})

const withProvider = createRoute({
  method: 'post',
  path: '/api/sign-in/provider',
  summary: 'Begin to sign in with the identity provider of the settings: go to the address in the answer',
  ...anyone,
  responses: { 200: json(z.object({ url: z.string() }), 'Where to go'), 404: REFUSALS[404], 429: REFUSALS[429] },
})

const returned = createRoute({
  method: 'get',
  path: '/api/auth/callback/{provider}',
  summary: 'Where the identity provider sends people back to',
  ...anyone,
  request: { params: z.object({ provider: z.literal(PROVIDER) }) },
  responses: { 302: { description: 'In, or back at the sign-in page with ?problem=provider' }, 400: REFUSALS[400] },
})

export function addSignIn(api: Api, deps: ApiDeps): void {
  const { accounts, whereabouts, config } = deps
  const asking = askingBy(deps)

  api.openapi(ways, (c) => c.json({ provider: config.oidc?.name ?? null }, 200))
  api.openapi(withPassword, async (c) => {
    const { entered, cookies, ended } = await signIn(deps, asking(c), c.req.valid('json'))
    carryCookies(c, cookies)
    if (ended) await whereabouts.release(ended.personId, ended.sessionIds)
    return c.json(entered?.me ?? null, 200)
  })
  api.openapi(forgot, async (c) => {
    await forgotPassword(deps, asking(c), c.req.valid('json').email)
    return c.body(null, 204)
  })
  api.openapi(reset, async (c) => {
    const ended = await resetPassword(deps, asking(c), c.req.valid('json'))
    if (ended) await whereabouts.release(ended.personId, ended.sessionIds)
    return c.body(null, 204)
  })
  api.openapi(withProvider, async (c) => {
    if (!config.oidc) throw new Refused('not-found')
    const body = { provider: PROVIDER, callbackURL: '/', errorCallbackURL: '/account/sign-in?problem=provider' }
    const { response, headers } = await asRefused(
      accounts.api.signInSocial({ headers: c.req.raw.headers, body, returnHeaders: true }),
      { field: 'provider' },
    )
    carryCookies(c, headers.getSetCookie())
    if (!response.url) throw new Refused('unavailable', { retryAfterSeconds: 5 })
    return c.json({ url: response.url }, 200)
  })
  api.openapi(returned, async (c) => {
    const { headers } = c.req.raw
    const before = await authenticate(deps.db, accounts, headers)
    const answer = await accounts.handler(c.req.raw)
    // A guest who came back as somebody with an account is no more, wherever they walk in another window.
    const gone = before && (await authenticate(deps.db, accounts, headers)) === null
    if (gone) await whereabouts.release(before.personId, [before.sessionId])
    return answer
  })
}
