import { request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hallPlanOf, hallsOf, plan } from '../../shared/floorplan/model.ts'
import { anyLook } from '../../shared/people/look.ts'
import { exhibitor, exhibitorCard, hallInstance, me, salon, searchHit, session } from '../../shared/salon/model.ts'
import { problem } from '../../shared/salon/problem.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'

const ANNA = { name: 'Анна', look: anyLook(() => 0), language: 'ru', findable: false } as const
/** A profile nobody has written yet. */
const BLANK = { organisation: '', position: '', interests: [], visibleTo: 'nobody', doNotDisturb: false }

let open: TestSalon
beforeAll(async () => {
  open = await openTestSalon()
}, 180_000)
afterAll(() => open.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${open.url}${path}`, { headers })
const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${open.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** Comes in as a guest; the cookie to go on with. */
async function entered(as: object = ANNA): Promise<{ cookie: string; personId: string }> {
  const answer = await send('POST', '/api/me', as)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return { cookie, personId: me.parse(await answer.json()).personId }
}

async function refusal(answer: Response, status: number) {
  expect(answer.status).toBe(status)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return problem.parse(await answer.json())
}

describe('the salon over HTTP', () => {
  test('tells what it is and which plan is walked', async () => {
    const answer = await get('/api/salon')
    const told = salon.parse(await answer.json())
    expect(told).toMatchObject({ demo: true, planVersion: 1, timeZone: 'Europe/Moscow' })
    expect(told.halls.reduce((sum, hall) => sum + hall.booths, 0)).toBeGreaterThanOrEqual(100)
    expect(told.periods).toHaveLength(2)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  })

  test('begins on the day it was first opened', async () => {
    const { periods } = salon.parse(await (await get('/api/salon')).json())
    const begun = Date.now() - Date.parse(periods[0]?.startsAt ?? '')
    expect(begun).toBeGreaterThanOrEqual(0)
    expect(begun).toBeLessThan(25 * 60 * 60 * 1000)
  })

  test('gives a plan once and for all', async () => {
    const answer = await get('/api/plans/1')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const document = plan.parse(await answer.json())
    expect(hallsOf(document).length).toBeGreaterThan(0)
  })

  test.each(['0', '-1', '1.5', 'x', '99999999999'])('refuses %s for a plan', async (version) => {
    expect(await refusal(await get(`/api/plans/${version}`), 400)).toMatchObject({
      error: 'malformed',
      field: 'version',
    })
  })

  test('has no plan that was not published', async () => {
    expect((await refusal(await get('/api/plans/2'), 404)).error).toBe('not-found')
  })

  test('lists exhibitors, all of them or those of a hall', async () => {
    const all = z.array(exhibitorCard).parse(await (await get('/api/exhibitors')).json())
    const document = plan.parse(await (await get('/api/plans/1')).json())
    const [hall] = hallsOf(document)
    const inHall = z.array(exhibitorCard).parse(await (await get(`/api/exhibitors?hall=${hall?.id}`)).json())
    const booths = hallPlanOf(document, hall?.id ?? '')?.booths ?? []
    expect(all.length).toBe(130)
    expect(new Set(inHall.map(({ id }) => id))).toEqual(new Set(booths.flatMap(({ exhibitorId }) => exhibitorId ?? [])))
    expect(await (await get('/api/exhibitors?hall=nowhere')).json()).toEqual([])
  })

  test('tells everything about an exhibitor, with sessions at the booth', async () => {
    const sessions = z.array(session).parse(await (await get('/api/sessions')).json())
    const at = sessions.find(({ exhibitorId }) => exhibitorId !== null)
    const told = exhibitor.parse(await (await get(`/api/exhibitors/${at?.exhibitorId}`)).json())
    expect(told.sessions.map(({ id }) => id)).toContain(at?.id)
    expect((await refusal(await get('/api/exhibitors/nobody'), 404)).error).toBe('not-found')
    expect(await refusal(await get(`/api/exhibitors/${'x'.repeat(65)}`), 400)).toMatchObject({ field: 'id' })
  })

  test('lists the programme in the order it happens', async () => {
    const sessions = z.array(session).parse(await (await get('/api/sessions')).json())
    const starts = sessions.map(({ startsAt }) => startsAt)
    expect(starts).toEqual(starts.toSorted())
    expect(sessions.length).toBeGreaterThanOrEqual(40)
  })

  test('answers again only what has changed, and compresses it once', async () => {
    const first = await get('/api/exhibitors')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect((await get('/api/exhibitors', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('/api/exhibitors', { 'if-none-match': '"other"' })).status).toBe(200)
    const { headers, body } = await raw('/api/exhibitors', { 'accept-encoding': 'gzip, br' })
    expect(headers['content-encoding']).toBe('br')
    expect(JSON.parse(brotliDecompressSync(body).toString())).toEqual(await first.json())
  })

  test('finds what it is asked for, and says what is wrong with a question', async () => {
    const hits = z.array(searchHit).parse(await (await get('/api/search?q=школы&language=ru')).json())
    expect(hits.length).toBeGreaterThan(3)
    expect(await refusal(await get('/api/search?q=&language=ru'), 400)).toMatchObject({ field: 'q' })
    expect(await refusal(await get('/api/search?q=x&language=xx'), 400)).toMatchObject({ field: 'language' })
    expect(await refusal(await get(`/api/search?q=${'x'.repeat(101)}&language=ru`), 400)).toMatchObject({ field: 'q' })
  })

  test('describes itself', async () => {
    const described = await (await get('/api/openapi.json')).json()
    expect(described.openapi).toMatch(/^3\.1/)
    expect(Object.keys(described.paths)).toEqual(
      expect.arrayContaining(['/api/salon', '/api/plans/{version}', '/api/me', '/api/search', '/api/halls/{id}/enter']),
    )
  })

  test('is healthy', async () => {
    expect(await (await get('/api/health')).json()).toEqual({ ok: true })
  })
})

describe('a guest over HTTP', () => {
  test('comes in, is known, changes, and leaves for good', async () => {
    const { cookie, personId } = await entered()
    expect(await (await get('/api/me', { cookie })).json()).toEqual({ personId, ...ANNA, ...BLANK })

    const changed = await send('PATCH', '/api/me', { name: '  Аня ', findable: true }, { cookie })
    expect(await changed.json()).toEqual({ personId, ...ANNA, ...BLANK, name: 'Аня', findable: true })

    const left = await fetch(`${open.url}/api/me`, { method: 'DELETE', headers: { cookie } })
    expect(left.status).toBe(204)
    expect(left.headers.getSetCookie().join()).toMatch(/Max-Age=0/)
    const after = await get('/api/me', { cookie })
    expect([after.status, await after.json()]).toEqual([200, null])
    expect(after.headers.get('cache-control')).toBe('no-store')
  })

  test.each([
    ['name', { ...ANNA, name: '   ' }],
    ['name', { ...ANNA, name: 'x'.repeat(41) }],
    ['look.hair', { ...ANNA, look: { ...ANNA.look, hair: 99 } }],
    ['language', { ...ANNA, language: 'xx' }],
    ['findable', { ...ANNA, findable: 'yes' }],
    ['look', { name: 'Анна', language: 'ru', findable: false }],
  ])('is told that %s is wrong', async (field, body) => {
    expect(await refusal(await send('POST', '/api/me', body), 400)).toMatchObject({ error: 'malformed', field })
  })

  test('cannot set what is not theirs to set', async () => {
    const { cookie, personId } = await entered({ ...ANNA, personId: 'somebody', role: 'organizer' })
    expect(personId).not.toBe('somebody')
    const changed = await send('PATCH', '/api/me', { personId: 'somebody', userId: 'somebody', name: 'Б' }, { cookie })
    expect(await changed.json()).toEqual({ personId, ...ANNA, ...BLANK, name: 'Б' })
  })

  test.each(['PATCH', 'DELETE'])('who did not come in cannot %s', async (method) => {
    const answer = await fetch(`${open.url}/api/me`, {
      method,
      ...(method === 'PATCH' ? { body: '{"name":"Б"}', headers: { 'content-type': 'application/json' } } : {}),
    })
    expect((await refusal(answer, 401)).error).toBe('not-entered')
  })

  test('is refused JSON that does not parse, bodies that are too large, and bodies that are no JSON', async () => {
    expect((await refusal(await send('POST', '/api/me', '{"name":'), 400)).error).toBe('malformed')
    expect((await refusal(await send('POST', '/api/me', { name: 'x'.repeat(70_000) }), 413)).error).toBe('too-large')
    const form = await fetch(`${open.url}/api/me`, { method: 'POST', body: new URLSearchParams({ name: 'Анна' }) })
    expect((await refusal(form, 400)).error).toBe('malformed')
  })

  test.each([
    ['origin', 'https://elsewhere.example'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
  ])('is not acted for by other sites: %s %s', async (header, value) => {
    const { cookie } = await entered()
    const theirs = await send('PATCH', '/api/me', { name: 'Взлом' }, { cookie, [header]: value })
    expect((await refusal(theirs, 403)).error).toBe('forbidden')
    expect(await (await get('/api/me', { cookie })).json()).toMatchObject({ name: 'Анна' })
    const ours = await send('PATCH', '/api/me', { name: 'Наша' }, { cookie, origin: open.url })
    expect(ours.status).toBe(200)
  })
})

describe('a hall over HTTP', () => {
  const hallId = async (): Promise<string> => salon.parse(await (await get('/api/salon')).json()).halls[0]?.id ?? ''

  test('gives a seat to whoever has come in', async () => {
    const { cookie } = await entered()
    const enter = `/api/halls/${await hallId()}/enter`
    const { roomId } = await (await send('POST', enter, {}, { cookie })).json()
    const instances = z.array(hallInstance).parse(await (await get(`/api/halls/${await hallId()}/instances`)).json())
    expect(instances).toMatchObject([{ roomId, instance: 1, people: 0, capacity: 500 }])
    expect(await (await send('POST', enter, { roomId }, { cookie })).json()).toEqual({ roomId })
    expect((await fetch(`${open.url}${enter}`, { method: 'POST', headers: { cookie } })).status).toBe(200)
  })

  test('gives none to who has not, none in a hall or an instance that is not there', async () => {
    const { cookie } = await entered()
    const enter = `/api/halls/${await hallId()}/enter`
    expect((await refusal(await send('POST', enter, {}), 401)).error).toBe('not-entered')
    expect((await refusal(await send('POST', '/api/halls/nowhere/enter', {}, { cookie }), 404)).error).toBe('not-found')
    expect((await refusal(await send('POST', enter, { roomId: 'nowhere' }, { cookie }), 404)).error).toBe('not-found')
    expect(await refusal(await send('POST', enter, { roomId: 5 }, { cookie }), 400)).toMatchObject({ field: 'roomId' })
    expect(await (await get('/api/halls/nowhere/instances')).json()).toEqual([])
  })
})

describe('the server', () => {
  test('lets pages load nothing from elsewhere', async () => {
    for (const path of ['/', '/api/salon', '/api/nothing']) {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toMatch(/script-src 'self'(;|$)/)
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBeTruthy()
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  test('lets media be nothing but media, even opened as pages of their own', async () => {
    const [card] = z.array(exhibitorCard).parse(await (await get('/api/exhibitors')).json())
    const { status, headers } = await get(card?.logo ?? '')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^image\//)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('knows no other addresses of the API', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/auth/sign-in/anonymous', '/api/me/x']) {
      expect((await refusal(await get(path), 404)).error).toBe('not-found')
    }
    expect((await refusal(await send('POST', '/api/salon', {}), 404)).error).toBe('not-found')
  })

  test('tells its metrics to this machine, and not through a proxy', async () => {
    const told = await get('/metrics')
    expect(await told.text()).toMatch(/alleya_http_seconds_count\{method="GET",route="\/api\/salon",status="200"\}/)
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404)
  })

  test('slows down who asks too often, saying how long to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 70 }, () => send('PATCH', '/api/me', {})))
    const limited = answers.filter(({ status }) => status === 429)
    expect(limited.length).toBeGreaterThan(0)
    const told = await refusal(limited[0] as Response, 429)
    expect(told).toMatchObject({ error: 'too-often', retryAfterSeconds: expect.any(Number) })
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await get('/api/salon')).status).toBe(200)
  })
})

/** A request without fetch's own decompression. */
function raw(path: string, headers: Record<string, string>) {
  return new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    const asked = request(`${open.url}${path}`, { headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }))
    })
    asked.on('error', reject)
    asked.end()
  })
}
