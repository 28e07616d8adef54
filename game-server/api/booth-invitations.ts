import { createRoute, z } from '@hono/zod-openapi'
import { invitation, inviting, offer, token } from '../../shared/booth/draft.ts'
import { accept, invitations, invite, lookAt, revoke } from '../services/booth-invitations.ts'
import { authenticate } from '../services/guests.ts'
import type { Api, ApiDeps } from './context.ts'
import { idParam, json, REFUSALS, right, sent } from './schemas.ts'

const refusals = { 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403], 404: REFUSALS[404] }

const list = createRoute({
  method: 'get',
  path: '/api/booths/{id}/invitations',
  summary: 'Who was asked by letter to work for a booth',
  ...right('exhibitor.appoint-representative'),
  request: { params: idParam },
  responses: { 200: json(z.array(invitation), 'Latest first'), ...refusals },
})

const ask = createRoute({
  method: 'post',
  path: '/api/booths/{id}/invitations',
  summary: 'Ask whoever reads an address to work for a booth; again: another link, the old one is good no more',
  ...right('exhibitor.appoint-representative', 'exhibitor.appoint-owner'),
  request: { params: idParam, ...sent(inviting) },
  responses: { 204: { description: 'A letter is on its way' }, ...refusals, 409: REFUSALS[409], 429: REFUSALS[429] },
})

const takeBack = createRoute({
  method: 'delete',
  path: '/api/booths/{id}/invitations/{invitationId}',
  summary: 'Take an invitation back',
  ...right('exhibitor.appoint-representative'),
  request: { params: idParam.extend({ invitationId: idParam.shape.id }) },
  responses: { 204: { description: 'Its link is good no more' }, ...refusals },
})

const look = createRoute({
  method: 'post',
  path: '/api/invitations/look',
  summary: "What a letter's link offers",
  ...right('salon.look-at-invitation'),
  request: sent(token),
  responses: { 200: json(offer, 'The offer'), 400: REFUSALS[400], 404: REFUSALS[404] },
})

const take = createRoute({
  method: 'post',
  path: '/api/invitations',
  summary: 'Accept an invitation, with the account at the address it went to',
  ...right('person.accept-invitation'),
  request: sent(token),
  responses: {
    200: json(z.object({ exhibitorId: z.string() }), 'The caller works for this exhibitor'),
    ...{ ...refusals, 409: REFUSALS[409] },
  },
})

export function addBoothInvitations(api: Api, deps: ApiDeps): void {
  const { db, accounts, attendance } = deps
  const callerOf = (headers: Headers) => authenticate(db, accounts, headers)
  api.openapi(list, async (c) => {
    return c.json(await invitations(db, await callerOf(c.req.raw.headers), c.req.valid('param').id), 200)
  })
  api.openapi(ask, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    await invite(deps, caller, c.req.valid('param').id, c.req.valid('json'), new Date())
    return c.body(null, 204)
  })
  api.openapi(takeBack, async (c) => {
    const { id, invitationId } = c.req.valid('param')
    await revoke(db, await callerOf(c.req.raw.headers), id, invitationId)
    return c.body(null, 204)
  })
  api.openapi(look, async (c) => c.json(await lookAt(db, c.req.valid('json').token, new Date()), 200))
  api.openapi(take, async (c) => {
    const caller = await callerOf(c.req.raw.headers)
    const exhibitorId = await accept(db, caller, c.req.valid('json').token, new Date())
    if (caller) attendance.renew(caller.personId)
    return c.json({ exhibitorId }, 200)
  })
}
