import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestSalon, type TestSalon } from './test-salon.ts'

interface Operations {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Operations that change something, as the API describes itself: a new one is attacked without being named here. */
let writes: { readonly method: string; readonly path: string }[]
let salon: TestSalon
let cookie: string

beforeAll(async () => {
  salon = await openTestSalon()
  const { paths } = (await (await fetch(`${salon.url}/api/openapi.json`)).json()) as Operations
  writes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get')
      .map((method) => ({ method: method.toUpperCase(), path: path.replace(/{\w+}/g, 'zhestyanka') })),
  )
  const organizer = salon.demoAccounts.find(({ who }) => who === 'organizer')
  const entered = await fetch(`${salon.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: salon.url },
    body: JSON.stringify({ email: organizer?.email, password: organizer?.password }),
  })
  cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  expect(cookie).not.toBe('')
}, 120_000)
afterAll(() => salon.close())

describe('a page of another site, with the cookie of an organizer who looks at it', () => {
  test.each([
    ['by fetch', { origin: 'https://evil.example', 'content-type': 'application/json' }, '{}'],
    ['from a frame without an origin', { origin: 'null', 'content-type': 'text/plain' }, '{}'],
    ['by a form', { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' }, 'name=x'],
    ['from a host that begins like ours', { origin: 'http://127.0.0.1.evil.example' }, '{}'],
  ])(
    'changes nothing %s, whichever operation it tries',
    async (_, headers, body) => {
      expect(writes.length).toBeGreaterThan(60)
      const done: string[] = []
      for (const { method, path } of writes) {
        const answer = await fetch(`${salon.url}${path}`, { method, headers: { cookie, ...headers }, body })
        const told = (await answer.json().catch(() => null)) as { error?: string } | null
        if (answer.status !== 403 || told?.error !== 'forbidden') done.push(`${method} ${path}: ${answer.status}`)
      }
      expect(done).toEqual([])
      const me = await fetch(`${salon.url}/api/me`, { headers: { cookie } })
      expect(await me.json()).not.toBeNull()
    },
    60_000,
  )

  test('cannot read an answer: none is shared with other sites', async () => {
    for (const path of ['/api/me', '/api/salon', '/api/exhibitors', '/api/figures/halls']) {
      const { headers } = await fetch(`${salon.url}${path}`, { headers: { cookie, origin: 'https://evil.example' } })
      expect(headers.get('access-control-allow-origin'), path).toBeNull()
    }
  })

  test('does not get the cookie sent along in a form, nor read by a script', async () => {
    const entered = await fetch(`${salon.url}/api/me`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: salon.url },
      body: JSON.stringify({
        ...{ name: 'Вера', language: 'ru', findable: false },
        look: { build: 1, height: 2, skin: 1, hair: 3, hairStyle: 4, shirt: 5, trousers: 6, outfit: 1 },
      }),
    })
    const cookies = entered.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const one of cookies) {
      expect(one).toMatch(/;\s*HttpOnly/i)
      expect(one).toMatch(/;\s*SameSite=(Lax|Strict)/i)
    }
  })
})
