import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasCoarseWord } from '../../shared/conversations/coarse-words.ts'
import { anyLook } from '../../shared/people/look.ts'
import type { SentMail } from '../../shared/salon/people.ts'
import { Browser } from './browser.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'

const GUEST = { name: 'Анна', look: anyLook(() => 0), language: 'ru', findable: false } as const

/** What a parser or a merge could trip over. None of it is what any operation asks for. */
const BODIES: readonly (readonly [string, string])[] = [
  ['keys that would change every object', '{"__proto__":{"pwned":1},"constructor":{"prototype":{"pwned":1}}}'],
  ['lists within lists, thirty thousand deep', '['.repeat(30_000) + ']'.repeat(30_000)],
  ['objects within objects, five thousand deep', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
  ['a number without end', `{"id":${'9'.repeat(50_000)}}`],
  ['half a letter and a zero byte', '{"name":"\\ud800\\u0000","text":"\\udfff","title":{"ru":"\\u0000"}}'],
]

let salon: TestSalon
let operations: { readonly method: string; readonly path: string }[]
let places = 0
beforeAll(async () => {
  salon = await openTestSalon({ TRUST_PROXY: '1' })
  const { paths } = (await (await fetch(`${salon.url}/api/openapi.json`)).json()) as { paths: Record<string, object> }
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  )
}, 180_000)
afterAll(() => salon.close())

/** How often one may ask is counted by place: everybody comes from another. */
const place = (): string => `198.51.${100 + Math.floor(++places / 250)}.${places % 250}`

/** The path of an operation on the thing of this id. */
const at = (path: string, id: string): string => path.replace(/{\w+}/g, id)

describe('an id that is none', () => {
  test.each([
    ['with a zero byte', 'a%00b'],
    ['half a letter', '%ED%A0%80'],
    ['a path', '..%2f..%2fetc%2fpasswd'],
    ['a key of every object', '__proto__'],
    ['SQL', "'%22;--"],
  ])(
    'is a mistake of who asks, in every operation: %s',
    async (_, id) => {
      const ofThings = operations.filter(({ path }) => path.includes('{'))
      expect(ofThings.length).toBeGreaterThan(40)
      const organizer = salon.demoAccounts.find(({ who }) => who === 'organizer')
      const browser = new Browser(salon.url, place())
      await browser.send('POST', '/api/sign-in', { email: organizer?.email, password: organizer?.password })
      const broken: string[] = []
      for (const { method, path } of ofThings) {
        const { status } = await fetch(`${salon.url}${at(path, id)}`, {
          ...(method !== 'GET' && { body: '{}' }),
          method,
          headers: { cookie: browser.cookie, 'x-forwarded-for': place(), 'content-type': 'application/json' },
        })
        if (status >= 500) broken.push(`${method} ${path}: ${status}`)
      }
      expect(broken).toEqual([])
    },
    60_000,
  )
})

describe('a body that nobody asked for', () => {
  test.each(BODIES)(
    'is answered as a mistake of who sent it: %s',
    async (_, body) => {
      const writes = operations.filter(({ method }) => method !== 'GET')
      expect(writes.length).toBeGreaterThan(60)
      const broken: string[] = []
      for (const { method, path } of writes) {
        const from = place()
        const browser = new Browser(salon.url, from)
        expect((await browser.send('POST', '/api/me', GUEST)).status).toBe(200)
        const headers = { cookie: browser.cookie, 'x-forwarded-for': from, 'content-type': 'application/json' }
        const { status } = await fetch(`${salon.url}${at(path, 'zhestyanka')}`, { method, headers, body })
        if (status >= 500 || status === 429) broken.push(`${method} ${path}: ${status}`)
      }
      expect(broken).toEqual([])
      expect(Object.hasOwn(Object.prototype, 'pwned')).toBe(false)
    },
    120_000,
  )
})

describe('a request that claims to come for another host', () => {
  test('gets no letter written whose link leads there', async () => {
    const owner = salon.demoAccounts.find(({ who }) => who === 'exhibitor')
    const browser = new Browser(salon.url, place())
    await browser.send('POST', '/api/sign-in', { email: owner?.email, password: owner?.password })
    const asked = await new Promise<number | undefined>((resolve, reject) => {
      const headers = {
        ...{ cookie: browser.cookie, 'content-type': 'application/json', host: 'evil.example' },
        ...{ 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
      }
      const sent = request(`${salon.url}/api/booths/zhestyanka/invitations`, { method: 'POST', headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      sent.on('error', reject)
      sent.end(JSON.stringify({ email: 'nina@example.org', role: 'representative' }))
    })
    expect(asked).toBe(204)
    const letters: SentMail[] = await (await new Browser(salon.url).get('/api/mail')).json()
    const letter = letters.find(({ recipient }) => recipient === 'nina@example.org')
    expect(letter?.text).toContain(`${salon.url}/invitation#`)
    expect(JSON.stringify(letter)).not.toContain('evil.example')
  })
})

describe('a message made to keep the filter of words busy', () => {
  test.each([
    ['one letter', 'х'.repeat(10_000)],
    ['letters spaced out', 'х '.repeat(5_000)],
    ['stars', 'х*'.repeat(5_000)],
    ['prefixes of prefixes', 'недопере'.repeat(1_250)],
  ])('is read in no time: %s', (_, text) => {
    const began = performance.now()
    hasCoarseWord(text)
    expect(performance.now() - began).toBeLessThan(250)
  })
})
