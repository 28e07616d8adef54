import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyLook } from '../../shared/people/look.ts'
import { MOST_WISHES, NO_VISIT, type Visit } from '../../shared/route/visit.ts'
import { A_ROUTE, boothWish } from './routes.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'

let salon: TestSalon
beforeAll(async () => {
  salon = await openTestSalon()
}, 180_000)
afterAll(() => salon.close())

/** The cookie of a new guest. */
async function guest(): Promise<string> {
  const answer = await fetch(`${salon.url}/api/me`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Анна', look: anyLook(() => 0), language: 'ru', findable: false }),
  })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

const ask = (method: string, path: string, cookie: string, body?: unknown, headers = {}): Promise<Response> =>
  fetch(`${salon.url}${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const keep = (visit: unknown, cookie: string): Promise<Response> =>
  ask('PUT', '/api/visit', cookie, { visit, changedAt: new Date().toISOString() })
const seeing = (count: number): Visit => ({
  ...NO_VISIT,
  wishes: Array.from({ length: count }, (_, n) => boothWish(`exhibitor-${n}`)),
})

describe('the door of visits', () => {
  test('takes a visit of as many stops as somebody likes', async () => {
    const anna = await guest()
    expect((await keep(seeing(MOST_WISHES), anna)).status).toBe(200)
    const { visit } = (await (await ask('GET', '/api/visit', anna)).json()) as { visit: Visit }
    expect(visit).toEqual(seeing(MOST_WISHES))
  })

  test('names the field of what is not a visit, and keeps the one that was', async () => {
    const anna = await guest()
    await keep(seeing(2), anna)
    const wrong: [unknown, string][] = [
      [seeing(MOST_WISHES + 1), 'visit.wishes'],
      [{ ...NO_VISIT, wishes: [boothWish('a'), boothWish('a')] }, 'visit.wishes'],
      [{ ...NO_VISIT, settings: { ...NO_VISIT.settings, budget: -5 } }, 'visit.settings.budget'],
      [{ ...NO_VISIT, settings: { ...NO_VISIT.settings, startsAt: 'tomorrow' } }, 'visit.settings.startsAt'],
      [{ ...NO_VISIT, guide: { at: 'flying' } }, 'visit.guide.at'],
      [null, 'visit'],
    ]
    for (const [visit, field] of wrong) {
      const answer = await keep(visit, anna)
      expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'malformed', field }])
    }
    const { visit } = (await (await ask('GET', '/api/visit', anna)).json()) as { visit: Visit }
    expect(visit).toEqual(seeing(2))
  })

  test('shows nobody the visit of somebody else, and takes none for them', async () => {
    const [anna, mallory] = [await guest(), await guest()]
    await keep(seeing(3), anna)
    expect(await (await ask('GET', '/api/visit', mallory)).json()).toBeNull()
    const forged = await ask('PUT', '/api/visit', mallory, {
      ...{ personId: 'anna', id: 'anna', visit: NO_VISIT },
      changedAt: new Date().toISOString(),
    })
    expect(forged.status).toBe(200)
    const { visit } = (await (await ask('GET', '/api/visit', anna)).json()) as { visit: Visit }
    expect(visit).toEqual(seeing(3))
  })

  test('does nothing for a page of another site', async () => {
    const anna = await guest()
    const elsewhere = { origin: 'https://evil.example' }
    const kept = { visit: seeing(1), changedAt: new Date().toISOString() }
    expect((await ask('PUT', '/api/visit', anna, kept, elsewhere)).status).toBe(403)
    expect((await ask('POST', '/api/routes', anna, A_ROUTE, elsewhere)).status).toBe(403)
    expect(await (await ask('GET', '/api/visit', anna)).json()).toBeNull()
  })
})

describe('the door of shared routes', () => {
  test('opens to anybody with the link and to no guess', async () => {
    const shared = await ask('POST', '/api/routes', await guest(), A_ROUTE)
    const { id } = (await shared.json()) as { id: string }
    const opened = await fetch(`${salon.url}/api/routes/${id}`)
    expect([opened.status, await opened.json()]).toEqual([200, { id, ...A_ROUTE }])
    expect(opened.headers.get('cache-control')).toBe('no-store')
    const guesses = [
      ...Array.from({ length: 40 }, () => randomBytes(16).toString('base64url')),
      ...[`${id.slice(0, -1)}`, `${id}A`, id.toLowerCase(), '%25', '..%2f..%2fetc%2fpasswd', "' or 1=1 --"],
    ].filter((guess) => guess !== id)
    const answers = await Promise.all(
      guesses.map((guess) => fetch(`${salon.url}/api/routes/${encodeURIComponent(guess)}`)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
  })

  test('gives texts back as they were written, as text and nothing else', async () => {
    const script = '<img src=x onerror=alert(1)>"\'</script><script>alert(1)</script>'
    const route = { ...A_ROUTE, title: { ru: script, en: script }, description: { ru: script, en: '' } }
    const { id } = (await (await ask('POST', '/api/routes', await guest(), route)).json()) as { id: string }
    const answer = await fetch(`${salon.url}/api/routes/${id}`)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.json()).toMatchObject({ title: { ru: script }, description: { ru: script } })
    const page = await fetch(`${salon.url}/route/${id}`, { headers: { accept: 'text/html' } })
    expect(await page.text()).not.toContain('onerror')
  })

  test('takes no novel for a title, and no route without stops', async () => {
    const anna = await guest()
    const long = await ask('POST', '/api/routes', anna, { ...A_ROUTE, title: { ru: 'я'.repeat(121), en: '' } })
    expect([long.status, await long.json()]).toMatchObject([400, { field: 'title.ru' }])
    const empty = await ask('POST', '/api/routes', anna, { ...A_ROUTE, wishes: [] })
    expect([empty.status, await empty.json()]).toMatchObject([400, { field: 'wishes' }])
  })

  test('tells the three themed routes of the demo', async () => {
    const routes = (await (await fetch(`${salon.url}/api/themed-routes`)).json()) as { id: string }[]
    expect(routes.map(({ id }) => id)).toEqual(['for-a-headmaster', 'for-parents', 'a-lesson-with-hands'])
  })

  // Last, because the server hangs up on whoever sends it.
  test('refuses a flood', async () => {
    const flood = await ask('PUT', '/api/visit', await guest(), { visit: 'x'.repeat(2 * 1024 * 1024) })
    expect(flood.status).toBe(413)
  })
})
