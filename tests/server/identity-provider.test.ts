import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyLook } from '../../shared/people/look.ts'
import { Browser } from './browser.ts'
import { openProvider, type TestProvider } from './identity-provider.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'

const ANNA = { name: 'Анна', look: anyLook(() => 0), language: 'ru', findable: false } as const

let provider: TestProvider
let salon: TestSalon
beforeAll(async () => {
  provider = await openProvider({
    sub: 'anna',
    email: 'anna@id.example',
    email_verified: true,
    name: 'Anna of the provider',
  })
  salon = await openTestSalon({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'alleya',
    OIDC_CLIENT_SECRET: 'a secret of the provider',
    OIDC_NAME: 'School ID',
  })
}, 180_000)
afterAll(async () => {
  await salon.close()
  await provider.close()
})

/** Goes to the provider and back. @returns where one ends up */
async function throughProvider(browser: Browser): Promise<string> {
  const { url } = await (await browser.send('POST', '/api/sign-in/provider')).json()
  const sentBack = await fetch(url, { redirect: 'manual' })
  const back = new URL(sentBack.headers.get('location') ?? '')
  expect(back.origin).toBe(salon.url)
  const arrived = await browser.get(`${back.pathname}${back.search}`)
  expect(arrived.status).toBe(302)
  return arrived.headers.get('location') ?? ''
}

describe('an identity provider', () => {
  test('is offered by its name', async () => {
    expect(await (await new Browser(salon.url).get('/api/sign-in')).json()).toEqual({ provider: 'School ID' })
  })

  test('makes a guest an account: the same person, with everything they have', async () => {
    const browser = new Browser(salon.url)
    const me = await (await browser.send('POST', '/api/me', ANNA)).json()
    expect(await throughProvider(browser)).toBe('/')
    expect(await (await browser.get('/api/me')).json()).toEqual(me)
    const account = await (await browser.get('/api/account')).json()
    expect(account).toEqual({ email: 'anna@id.example', hasPassword: false, roles: [] })

    const phone = new Browser(salon.url)
    await throughProvider(phone)
    expect(await (await phone.get('/api/me')).json()).toEqual(me)
  })

  test('lets in whoever has never been inside, who then says how they look', async () => {
    provider.identity = { sub: 'bob', email: 'bob@id.example', email_verified: true, name: 'Bob' }
    const browser = new Browser(salon.url)
    await throughProvider(browser)
    expect(await (await browser.get('/api/me')).json()).toBeNull()
    const me = await (await browser.send('POST', '/api/me', { ...ANNA, name: 'Боб' })).json()
    expect(me).toMatchObject({ name: 'Боб' })
    const again = new Browser(salon.url)
    await throughProvider(again)
    expect(await (await again.get('/api/me')).json()).toEqual(me)
  })

  test('does not open an account by an address it has not verified', async () => {
    provider.identity = { sub: 'thief', email: 'anna@id.example', email_verified: false, name: 'Thief' }
    const browser = new Browser(salon.url)
    expect(await throughProvider(browser)).toMatch(/^\/account\/sign-in\?problem=provider/)
    expect(await (await browser.get('/api/me')).json()).toBeNull()
    expect((await browser.get('/api/account')).status).toBe(401)
  })

  test('does not make an account of an address it has not verified', async () => {
    provider.identity = { sub: 'thief', email: 'victim@id.example', email_verified: false, name: 'Thief' }
    expect(await throughProvider(new Browser(salon.url))).toMatch(/^\/account\/sign-in\?problem=provider/)
    // Verified, it is free for its owner.
    provider.identity = { sub: 'owner', email: 'victim@id.example', email_verified: true, name: 'Owner' }
    expect(await throughProvider(new Browser(salon.url))).toBe('/')
  })

  test('cannot send somebody else back into a browser that did not ask', async () => {
    provider.identity = { sub: 'bob', email: 'bob@id.example', email_verified: true, name: 'Bob' }
    const thief = new Browser(salon.url)
    const { url } = await (await thief.send('POST', '/api/sign-in/provider')).json()
    const back = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '')
    const victim = new Browser(salon.url)
    await victim.get(`${back.pathname}${back.search}`)
    expect(await (await victim.get('/api/me')).json()).toBeNull()
  })
})
