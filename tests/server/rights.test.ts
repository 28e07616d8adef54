import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'colyseus.js'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { authUser } from '../../game-server/db/schema/account.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { documentOf } from '../../game-server/services/booth-content.ts'
import { enter } from '../../game-server/services/guests.ts'
import { CONSENT_WORDING } from '../../shared/people/consent.ts'
import { anyLook } from '../../shared/people/look.ts'
import {
  type Action,
  type HeldRole,
  may,
  RIGHTS,
  type RightsHolder,
  ROLES,
  type Role,
  SALON,
} from '../../shared/people/rights.ts'
import { HALL_DOWN, HALL_UP } from '../../shared/rooms/hall.ts'
import { NO_VISIT } from '../../shared/route/visit.ts'
import { accountsOn, SECRET } from './accounts-of-tests.ts'
import { exhibitor } from './content.ts'
import { A_ROUTE } from './routes.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'

for (const method of ['info', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {})

/** Somebody to ask with: what they hold, and their cookie. */
interface Asker extends RightsHolder {
  readonly title: string
  readonly cookie: string
}

interface Operation {
  readonly name: string
  readonly rights: readonly Action[]
}

const HERE = {
  exhibitor: 'zhestyanka',
  session: 'otkrytie',
  project: 'regions',
  salon: 'salon',
  conversation: 'nowhere',
}
const NOBODYS = 'nobody@example.org'
const roles = Object.keys(ROLES) as Role[]

let salon: TestSalon
let operations: Operation[]
let visitor: Asker
let bystander: Asker
let hallId: string
const askers: Asker[] = []
let probed = 0

beforeAll(async () => {
  await openAll()
}, 180_000)
afterAll(() => salon.close())

async function openAll(): Promise<void> {
  salon = await openTestSalon({ AUTH_SECRET: SECRET, TRUST_PROXY: '1' }, async (db) => {
    const { accounts } = accountsOn(db)
    const somebody = async (title: string, held: readonly HeldRole[]): Promise<Asker> => {
      const as = { name: title.slice(0, 40), look: anyLook(() => 0), language: 'en', findable: false } as const
      const { me, cookies } = await enter(db, accounts, new Headers(), as)
      for (const { role, scope } of held)
        await db.insert(roleGrant).values({ personId: me.personId, role, scopeKind: scope.kind, scopeId: scope.id })
      const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
      return { title, personId: me.personId, roles: held, cookie }
    }
    bystander = await somebody('a bystander', [])
    // Roles are given to those with an account.
    await db.update(authUser).set({ isAnonymous: false })
    visitor = await somebody('a visitor', [])
    askers.push(visitor)
    for (const role of roles) {
      const kind = ROLES[role]
      if (kind !== 'salon')
        askers.push(await somebody(`${role} elsewhere`, [{ role, scope: { kind, id: 'elsewhere' } }]))
      const scope = kind === 'salon' ? SALON : { kind, id: HERE[kind] }
      askers.push(await somebody(role, [{ role, scope }]))
    }
  })
  operations = await described()
  const { halls } = (await (await fetch(`${salon.url}/api/salon`)).json()) as { halls: { id: string }[] }
  hallId = halls[0]?.id ?? ''
}

/** Every operation of the API's own description, with the rows of the matrix it names. */
async function described(): Promise<Operation[]> {
  const { paths } = (await (await fetch(`${salon.url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { 'x-right'?: Action[] }>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      rights: operation['x-right'] ?? [],
    })),
  )
}

/** Messages of every room, as rows of the matrix should be called. */
async function messages(): Promise<string[]> {
  const folder = resolve(import.meta.dirname, '../../shared/rooms')
  const found = await Promise.all(
    readdirSync(folder).map(async (file) => {
      const contract: Record<string, unknown> = await import(join(folder, file))
      const up = Object.entries(contract).find(([name]) => name.endsWith('_UP'))
      if (!up) throw new Error(`${file} exports no messages of a room`)
      return Object.keys(up[1] as object).map((message) => `${file.replace('.ts', '')}.${message}`)
    }),
  )
  return found.flat()
}

describe('the matrix', () => {
  test('knows every operation of the API', () => {
    expect(operations.length).toBeGreaterThan(10)
    const unknown = operations.filter(({ rights }) => rights.length === 0 || rights.some((right) => !(right in RIGHTS)))
    expect(unknown).toEqual([])
  })

  test('knows every message of every room', async () => {
    expect((await messages()).filter((message) => !(message in RIGHTS))).toEqual([])
  })

  test('has no row that nothing asks', async () => {
    const asked = new Set([...operations.flatMap(({ rights }) => rights), ...(await messages())])
    expect(Object.keys(RIGHTS).filter((row) => !asked.has(row))).toEqual([])
  })
})

describe('every operation', () => {
  test('lets those do it who may, and nobody else', async () => {
    const wrong: string[] = []
    let probes = 0
    for (const { name, rights } of operations) {
      for (const right of rights) {
        for (const asker of [null, ...askers]) {
          const target = targetOf(right, asker)
          const { status } = await probe(name, right, asker)
          const allowed = may(asker, right, target)
          const told = status === 401 || status === 403 ? status : 200
          const expected = allowed ? 200 : asker === null ? 401 : 403
          probes++
          if (told !== expected) wrong.push(`${name} as ${right} by ${asker?.title ?? 'nobody'}: ${status}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(probes).toBeGreaterThan(500)
    // Every operation by every role is more than a thousand requests, and the table grows.
  }, 240_000)

  test('refuses a role in a thing that does not exist, one for nobody, and one for oneself', async () => {
    const organizer = askers.find(({ title }) => title === 'organizer') as Asker
    const put = (path: string) => fetch(`${salon.url}${path}`, { method: 'PUT', headers: { cookie: organizer.cookie } })
    const nowhere = await put(`/api/roles/representative/nowhere/${bystander.personId}`)
    expect([nowhere.status, await nowhere.json()]).toMatchObject([404, { field: 'scopeId' }])
    const nobody = await put(`/api/roles/representative/${HERE.exhibitor}/nobody`)
    expect([nobody.status, await nobody.json()]).toMatchObject([404, { field: 'personId' }])
    const toGuest = await put(`/api/roles/representative/${HERE.exhibitor}/${visitor.personId}`)
    expect([toGuest.status, await toGuest.json()]).toMatchObject([409, { error: 'no-account', field: 'personId' }])
    for (const path of [`/api/roles/owner/${HERE.exhibitor}`, '/api/roles/directorate/salon']) {
      const toOneself = await put(`${path}/${organizer.personId}`)
      expect([toOneself.status, await toOneself.json()]).toMatchObject([403, { field: 'personId' }])
    }
    expect((await put(`/api/roles/emperor/salon/${bystander.personId}`)).status).toBe(400)
    expect((await put(`/api/roles/organizer/elsewhere/${bystander.personId}`)).status).toBe(403)
  })

  test('does at once what a new role allows, and no more once it is taken', async () => {
    const owner = askers.find(({ title }) => title === 'owner') as Asker
    const path = `/api/roles/representative/${HERE.exhibitor}/${bystander.personId}`
    const change = (method: string) => fetch(`${salon.url}${path}`, { method, headers: { cookie: owner.cookie } })
    const look = () =>
      fetch(`${salon.url}/api/roles/exhibitor/${HERE.exhibitor}`, { headers: { cookie: bystander.cookie } })
    await change('DELETE')
    expect((await look()).status).toBe(403)
    expect((await change('PUT')).status).toBe(204)
    const told = await (await look()).json()
    expect(told).toContainEqual({
      ...{ personId: bystander.personId, name: 'a bystander', role: 'representative' },
      givenAt: expect.any(String),
    })
    expect((await change('DELETE')).status).toBe(204)
    expect((await look()).status).toBe(403)
    expect((await change('DELETE')).status).toBe(404)
  })
})

describe('every message of a hall', () => {
  test('is taken from whoever has come in, and from nobody else', async () => {
    const seat = await probe('POST /api/halls/{id}/enter', 'hall.enter', visitor)
    const { roomId } = (await seat.json()) as { roomId: string }
    await expect(new Client(salon.url).joinById(roomId, { hallId })).rejects.toMatchObject({ code: 401 })
    for (const asker of askers) {
      const room = await new Client(salon.url, { headers: { cookie: asker.cookie } }).joinById(roomId, { hallId })
      const heard = Promise.withResolvers<string>()
      for (const name of Object.values(HALL_DOWN)) room.onMessage(name, () => {})
      room.onMessage(HALL_DOWN.said, ({ text }: { text: string }) => heard.resolve(text))
      room.onMessage(HALL_DOWN.refused, ({ action, reason }: { action: string; reason: string }) =>
        heard.resolve(`${action} ${reason}`),
      )
      room.send(HALL_UP.gesture, { kind: 'wave' })
      room.send(HALL_UP.ping, { sent: 0 })
      room.send(HALL_UP.listen, { exhibitorId: HERE.exhibitor })
      room.send(HALL_UP.say, { text: `I am ${asker.title}` })
      expect(await heard.promise).toBe(`I am ${asker.title}`)
      await room.leave()
    }
  })
})

/** What a right is asked about by the probes of this test. */
function targetOf(right: Action, asker: Asker | null): { kind: never; id: string } {
  const kind = right.split('.')[0] as keyof typeof HERE | 'person' | 'hall'
  const id = kind === 'person' ? (asker?.personId ?? '') : kind === 'hall' ? 'any' : HERE[kind]
  return { kind: kind as never, id }
}

/** Asks for an operation in a way that only a missing right can stop. An operation without a sample is a failure. */
async function probe(name: string, right: Action, asker: Asker | null): Promise<Response> {
  const sample = SAMPLES[name]
  if (!sample) throw new Error(`${name} has no sample request in this test`)
  const [method = '', path = ''] = name.split(' ')
  const { params = {}, query = '', body, headers = {}, ends = false } = sample(right)
  const cookie = asker && (ends ? await guest() : asker.cookie)
  const filled = path.replace(/{(\w+)}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
  return fetch(`${salon.url}${filled}${query}`, {
    method,
    headers: {
      // From everywhere: not from this machine, where the demo allows more, and not too often from one place.
      'x-forwarded-for': `203.0.113.${++probed % 250}`,
      ...(cookie && { cookie }),
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  })
}

/** The cookie of somebody new, for what cannot be done twice. */
async function guest(): Promise<string> {
  const answer = await probe('POST /api/me', 'salon.enter', null)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

interface Sample {
  readonly params?: Record<string, string>
  readonly query?: string
  readonly body?: object
  readonly headers?: Record<string, string>
  /** Whoever does this is gone after it. */
  readonly ends?: boolean
}

const nothing = (): Sample => ({})
const appointment = (right: Action): Sample => {
  const role = right.split('.appoint-')[1] as Role
  return { params: { role, scopeId: HERE[ROLES[role]], personId: bystander.personId } }
}

const themedRoute = (right: Action): Sample => {
  const kind = right.split('.')[0] as 'salon' | 'exhibitor'
  return { params: { kind, publisherId: HERE[kind], id: `by-${kind}` } }
}

const here = (): Sample => ({ params: { id: HERE.exhibitor } })
const nowhere = (): Sample => ({ params: { id: 'nowhere' } })
const aMessage = (): Sample => ({ params: { id: HERE.exhibitor, messageId: 'nowhere' } })
const aWebhook = (): Sample => ({ params: { id: HERE.exhibitor, webhookId: 'nowhere' } })
const aLead = (): Sample => ({ params: { id: HERE.exhibitor, leadId: 'nowhere' } })
const aDay = (): Sample => ({ query: '?from=2027-04-12T00:00:00Z&to=2027-04-13T00:00:00Z' })
const words = () => ({ id: randomUUID(), text: 'Hello' })

/** A booth of which only the form is right. */
const DOCUMENT = documentOf(exhibitor(HERE.exhibitor))

const SAMPLES: Record<string, (right: Action) => Sample> = {
  'GET /api/salon': nothing,
  'GET /api/plans/{version}': () => ({ params: { version: '1' } }),
  'GET /api/exhibitors': nothing,
  'GET /api/exhibitors/{id}': () => ({ params: { id: HERE.exhibitor } }),
  'GET /api/sessions': nothing,
  'GET /api/halls/{id}/instances': () => ({ params: { id: 'any' } }),
  'POST /api/halls/{id}/enter': () => ({ params: { id: hallId }, body: {} }),
  'GET /api/me': nothing,
  'POST /api/me': () => ({ body: { name: 'Somebody', look: anyLook(() => 0), language: 'en', findable: false } }),
  'PATCH /api/me': () => ({ body: {} }),
  'DELETE /api/me': () => ({ ends: true }),
  'GET /api/me/records': nothing,
  'GET /api/me/booths': nothing,
  'POST /api/booth-imports': () => ({ query: '?mode=check' }),
  'GET /api/booths/{id}/draft': here,
  'PUT /api/booths/{id}/draft': () => ({ ...here(), body: DOCUMENT, headers: { 'if-match': '"0"' } }),
  'PUT /api/booths/{id}/locks': () => ({ ...here(), body: { fields: [] } }),
  'GET /api/booths/{id}/versions': here,
  'POST /api/booths/{id}/versions': () => ({ ...here(), body: { note: '' }, headers: { 'if-match': '"0"' } }),
  'POST /api/booths/{id}/versions/{version}/restore': () => ({
    ...{ params: { id: HERE.exhibitor, version: '9' }, headers: { 'if-match': '"0"' } },
  }),
  'GET /api/booths/{id}/invitations': here,
  'POST /api/booths/{id}/invitations': (right) => ({
    ...{ ...here(), body: { email: NOBODYS, role: right.split('.appoint-')[1] } },
  }),
  'DELETE /api/booths/{id}/invitations/{invitationId}': () => ({
    params: { id: HERE.exhibitor, invitationId: 'nowhere' },
  }),
  'POST /api/invitations': () => ({ body: { token: 'A'.repeat(43) } }),
  'POST /api/invitations/look': () => ({ body: { token: 'A'.repeat(43) } }),
  'POST /api/uploads': (right) => ({
    body: { name: 'a.pdf', bytes: 1, exhibitorId: right === 'exhibitor.edit' ? HERE.exhibitor : null },
  }),
  'GET /api/uploads/{id}': nowhere,
  'PATCH /api/uploads/{id}': nowhere,
  'DELETE /api/uploads/{id}': nowhere,
  'POST /api/uploads/{id}/file': nowhere,
  'PUT /api/uploads/{id}/picture': nowhere,
  'GET /api/figures/halls': aDay,
  'GET /api/figures/booths': aDay,
  'GET /api/figures/hours': aDay,
  'GET /api/figures/heatmap': () => ({ query: `${aDay().query}&hall=nowhere` }),
  'GET /api/figures/file': aDay,
  'GET /api/briefcase': nothing,
  'POST /api/briefcase': () => ({ body: { kind: 'booth', exhibitorId: HERE.exhibitor } }),
  'GET /api/briefcase/archive': nothing,
  'GET /api/briefcase/links': nothing,
  'POST /api/briefcase/links': nothing,
  'DELETE /api/briefcase/links': nothing,
  'POST /api/takeaway/look': () => ({ body: { token: 'A'.repeat(43) } }),
  'POST /api/takeaway': nothing,
  'PATCH /api/briefcase/{id}': () => ({ params: { id: 'nothing' }, body: {} }),
  'DELETE /api/briefcase/{id}': () => ({ params: { id: 'nothing' } }),
  'GET /api/card': nothing,
  'PUT /api/card': () => ({ body: { email: null, phone: '', links: [], fields: [] } }),
  'GET /api/contacts': nothing,
  'GET /api/card-requests': nothing,
  'POST /api/card-requests': () => ({ body: { personId: bystander.personId, exhibitorId: null } }),
  'PUT /api/card-requests/{id}/answer': () => ({ params: { id: 'nothing' }, body: { agree: true } }),
  'DELETE /api/card-requests/{id}': () => ({ params: { id: 'nothing' } }),
  'PUT /api/card-blocks/{id}': () => ({ params: { id: bystander.personId } }),
  'DELETE /api/card-blocks/{id}': () => ({ params: { id: bystander.personId } }),
  'GET /api/attendance': nothing,
  'PUT /api/exhibitors/{id}/attendance': () => ({ ...here(), body: { attends: true } }),
  'GET /api/consents': nothing,
  'DELETE /api/consents': nothing,
  'GET /api/consents/{id}': () => ({ params: { id: HERE.exhibitor } }),
  'PUT /api/consents/{id}': () => ({
    params: { id: HERE.exhibitor },
    body: { fields: [], wording: CONSENT_WORDING, revision: 99 },
  }),
  'DELETE /api/consents/{id}': () => ({ params: { id: HERE.exhibitor } }),
  'GET /api/ledger': nothing,
  'GET /api/people/{id}': () => ({ params: { id: bystander.personId } }),
  'GET /api/roles/{kind}/{id}': (right) => {
    const kind = right.split('.')[0] as keyof typeof HERE
    return { params: { kind, id: HERE[kind] } }
  },
  'PUT /api/roles/{role}/{scopeId}/{personId}': appointment,
  'DELETE /api/roles/{role}/{scopeId}/{personId}': appointment,
  'GET /api/sign-in': nothing,
  'POST /api/sign-in': () => ({ body: { email: NOBODYS, password: 'a wrong password' } }),
  'POST /api/sign-in/forgotten': () => ({ body: { email: NOBODYS } }),
  'PUT /api/sign-in/password': () => ({ body: { email: NOBODYS, code: '000000', password: 'a new password' } }),
  'POST /api/sign-in/provider': nothing,
  'GET /api/auth/callback/{provider}': () => ({ params: { provider: 'oidc' } }),
  'GET /api/account': nothing,
  'POST /api/account/code': () => ({ body: { email: NOBODYS } }),
  'POST /api/account': () => ({ body: { email: NOBODYS, code: '000000', password: 'a new password' } }),
  'PUT /api/account/email': () => ({ body: { email: NOBODYS, code: '000000', password: 'a password' } }),
  'PUT /api/account/password': () => ({ body: { present: 'a password', next: 'a new password' } }),
  'GET /api/account/sessions': nothing,
  'DELETE /api/account/sessions/{id}': () => ({ params: { id: 'nowhere' } }),
  'DELETE /api/account/sessions': nothing,
  'POST /api/sign-out': () => ({ ends: true }),
  'GET /api/mail': nothing,
  'GET /api/visit': nothing,
  'GET /api/offers': nothing,
  'PUT /api/visit': () => ({ body: { visit: NO_VISIT, changedAt: new Date().toISOString() } }),
  'POST /api/routes': () => ({ body: A_ROUTE }),
  'GET /api/routes/{id}': () => ({ params: { id: 'nowhere' } }),
  'DELETE /api/routes/{id}': () => ({ params: { id: 'nowhere' } }),
  'GET /api/themed-routes': nothing,
  'GET /api/publishers': nothing,
  'PUT /api/themed-routes/{kind}/{publisherId}/{id}': (right) => ({ ...themedRoute(right), body: A_ROUTE }),
  'DELETE /api/themed-routes/{kind}/{publisherId}/{id}': themedRoute,
  'GET /api/conversations': nothing,
  'GET /api/conversations/file': nothing,
  'GET /api/exhibitors/{id}/talk': here,
  'POST /api/exhibitors/{id}/messages': () => ({ params: { id: 'nowhere' }, body: { ...words(), to: 'staff' } }),
  'GET /api/conversations/{id}/messages': nowhere,
  'PUT /api/conversations/{id}/read': () => ({ ...nowhere(), body: { seq: 1 } }),
  'PATCH /api/conversations/{id}': () => ({ ...nowhere(), body: { muted: true } }),
  'POST /api/conversations/{id}/typing': nowhere,
  'POST /api/messages/{id}/reports': () => ({ ...nowhere(), body: { reason: 'rude', comment: '' } }),
  'GET /api/exhibitors/{id}/inbox': here,
  'GET /api/exhibitors/{id}/inbox/file': here,
  'POST /api/exhibitors/{id}/answers': () => ({ ...here(), body: { ...words(), conversationId: 'nowhere' } }),
  'PUT /api/exhibitors/{id}/questions/{questionId}': () => ({
    ...{ params: { id: HERE.exhibitor, questionId: 'nowhere' }, body: { change: 'take' } },
  }),
  'PUT /api/exhibitors/{id}/slow-mode': () => ({ ...here(), body: { seconds: 0 } }),
  'DELETE /api/exhibitors/{id}/messages/{messageId}': aMessage,
  'PUT /api/exhibitors/{id}/messages/{messageId}/shown': aMessage,
  'POST /api/exhibitors/{id}/interactions': () => ({
    ...{ ...here(), body: [{ id: randomUUID(), kind: 'entered', at: new Date().toISOString() }] },
  }),
  'GET /api/exhibitors/{id}/leads': here,
  'GET /api/exhibitors/{id}/leads/file': here,
  'GET /api/exhibitors/{id}/leads/summary': here,
  'GET /api/exhibitors/{id}/leads/{leadId}': aLead,
  'PATCH /api/exhibitors/{id}/leads/{leadId}': () => ({ ...aLead(), body: {} }),
  'POST /api/exhibitors/{id}/leads/{leadId}/joined': () => ({ ...aLead(), body: { id: 'another' } }),
  'POST /api/exhibitors/{id}/leads/{leadId}/distinct': () => ({ ...aLead(), body: { id: 'another' } }),
  'DELETE /api/exhibitors/{id}/leads/{leadId}/joined/{partId}': () => {
    const { params } = aLead()
    return { params: { ...params, partId: 'another' } }
  },
  'GET /api/exhibitors/{id}/figures': here,
  'GET /api/exhibitors/{id}/figures.csv': here,
  'GET /api/exhibitors/{id}/lead-questions': here,
  'PUT /api/exhibitors/{id}/lead-questions': () => ({ ...here(), body: [] }),
  'GET /api/reports': nothing,
  'PUT /api/reports/{id}': () => ({ ...nowhere(), body: { state: 'dismissed' } }),
  'GET /api/exhibitors/{id}/webhooks': here,
  'POST /api/exhibitors/{id}/webhooks': () => ({
    ...here(),
    body: { url: 'https://crm.example.org/leads', events: ['lead.created'] },
  }),
  'PATCH /api/exhibitors/{id}/webhooks/{webhookId}': () => ({ ...aWebhook(), body: {} }),
  'DELETE /api/exhibitors/{id}/webhooks/{webhookId}': aWebhook,
  'POST /api/exhibitors/{id}/webhooks/{webhookId}/secret': aWebhook,
  'POST /api/exhibitors/{id}/webhooks/{webhookId}/test': aWebhook,
  'GET /api/exhibitors/{id}/webhooks/{webhookId}/deliveries': aWebhook,
  'POST /api/exhibitors/{id}/webhooks/{webhookId}/deliveries/{deliveryId}': () => ({
    params: { ...aWebhook().params, deliveryId: 'nowhere' },
  }),
  'GET /api/held-words': nothing,
  'PUT /api/held-words': () => ({ body: { words: [], builtIn: true } }),
  'GET /api/search': () => ({ query: '?q=school&language=en' }),
  'GET /api/health': nothing,
}
