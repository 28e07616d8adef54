import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'colyseus.js'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { person } from '../../game-server/db/schema/person.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { enter } from '../../game-server/services/guests.ts'
import { anyLook } from '../../shared/people/look.ts'
import { CLOSE_SIGNED_OUT } from '../../shared/rooms/hall.ts'
import type { Me } from '../../shared/salon/model.ts'
import type { OwnSession, SentMail } from '../../shared/salon/people.ts'
import { accountsOn } from './accounts-of-tests.ts'
import { Browser } from './browser.ts'
import { onEveryDatabase } from './databases.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'

for (const method of ['info', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {})

const ANNA = { name: 'Анна', look: anyLook(() => 0), language: 'ru', findable: false } as const
const PASSWORD = 'сирень цветёт в мае'

let salon: TestSalon
let people = 0
beforeAll(async () => {
  salon = await openTestSalon({ TRUST_PROXY: '1' })
}, 180_000)
afterAll(() => salon.close())

/** Somebody at a place of their own: how often one may try is counted by place, too. */
const elsewhere = (): Browser => new Browser(salon.url, `198.51.100.${++people % 250}`)
const address = (): string => `anna${++people}@example.org`

/** The letters somebody was written, latest first: in the demo anybody on this machine may read them. */
async function lettersTo(email: string): Promise<SentMail[]> {
  const letters: SentMail[] = await (await new Browser(salon.url).get('/api/mail')).json()
  return letters.filter(({ recipient }) => recipient === email)
}

async function codeFor(email: string): Promise<string> {
  const [letter] = await lettersTo(email)
  return /\d{6}/.exec(letter?.text ?? '')?.[0] ?? ''
}

async function guest(as: object = ANNA): Promise<{ browser: Browser; me: Me }> {
  const browser = elsewhere()
  return { browser, me: await (await browser.send('POST', '/api/me', as)).json() }
}

/** A guest who has become an account. */
async function member(): Promise<{ browser: Browser; me: Me; email: string }> {
  const email = address()
  const { browser, me } = await guest()
  expect((await browser.send('POST', '/api/account/code', { email })).status).toBe(204)
  const made = await browser.send('POST', '/api/account', { email, code: await codeFor(email), password: PASSWORD })
  expect(await made.json()).toEqual({ email, hasPassword: true, roles: [] })
  return { browser, me, email }
}

async function signedIn(email: string, password = PASSWORD): Promise<Browser> {
  const browser = elsewhere()
  expect((await browser.send('POST', '/api/sign-in', { email, password })).status).toBe(200)
  return browser
}

describe('a guest who makes an account', () => {
  test('stays the same person, and is known by address and password from any browser', async () => {
    const { browser, me, email } = await member()
    expect(await (await browser.get('/api/me')).json()).toEqual(me)
    const phone = elsewhere()
    const answer = await phone.send('POST', '/api/sign-in', { email: email.toUpperCase(), password: PASSWORD })
    expect(await answer.json()).toEqual(me)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await (await phone.get('/api/me')).json()).toEqual(me)
  })

  test('goes on in a new session: whoever planted the old one is not in the account', async () => {
    const email = address()
    const { browser, me } = await guest()
    const planted = browser.copy()
    const hall = await walkIn(browser)
    await browser.send('POST', '/api/account/code', { email })
    await browser.send('POST', '/api/account', { email, code: await codeFor(email), password: PASSWORD })
    expect(await hall.left).toBe(CLOSE_SIGNED_OUT)
    expect(await (await browser.get('/api/me')).json()).toEqual(me)
    expect(await (await planted.get('/api/me')).json()).toBeNull()
    expect(await ownSessions(browser)).toMatchObject([{ present: true }])
  })

  test('is written to in their language, in plain text and in HTML without links', async () => {
    const { browser } = await guest({ ...ANNA, language: 'en' })
    const email = address()
    await browser.send('POST', '/api/account/code', { email })
    const [letter] = await lettersTo(email)
    expect(letter?.subject).toMatch(/^Confirmation code: \d{6}$/)
    expect(letter?.text).not.toMatch(/https?:/)
  })

  test('needs the code of the letter; another address, another guest and a late try need another', async () => {
    const { browser } = await guest()
    const [email, other] = [address(), address()]
    await browser.send('POST', '/api/account/code', { email })
    const code = await codeFor(email)
    const wrong = { email, code: code === '000000' ? '000001' : '000000', password: PASSWORD }
    expect(await refusal(await browser.send('POST', '/api/account', wrong), 400)).toMatchObject({ error: 'wrong-code' })
    const theirs = { email: other, code, password: PASSWORD }
    expect(await refusal(await browser.send('POST', '/api/account', theirs), 400)).toMatchObject({
      error: 'wrong-code',
    })
    const thief = (await guest()).browser
    const mine = { email, code, password: PASSWORD }
    expect(await refusal(await thief.send('POST', '/api/account', mine), 400)).toMatchObject({ error: 'wrong-code' })
    expect((await browser.send('POST', '/api/account', mine)).status).toBe(200)
  })

  test('may mistype the code five times', async () => {
    const { browser } = await guest()
    const email = address()
    await browser.send('POST', '/api/account/code', { email })
    const code = await codeFor(email)
    for (let n = 0; n < 5; n++) {
      const wrong = String((Number(code) + n + 1) % 1_000_000).padStart(6, '0')
      await browser.send('POST', '/api/account', { email, code: wrong, password: PASSWORD })
    }
    const right = await browser.send('POST', '/api/account', { email, code, password: PASSWORD })
    expect((await refusal(right, 400)).error).toBe('wrong-code')
  })

  test.each([
    ['email', { email: 'anna', code: '123456', password: PASSWORD }],
    ['email', { email: `${'a'.repeat(250)}@example.org`, code: '123456', password: PASSWORD }],
    ['code', { email: 'anna@example.org', code: '12345', password: PASSWORD }],
    ['password', { email: 'anna@example.org', code: '123456', password: 'short' }],
    ['password', { email: 'anna@example.org', code: '123456', password: 'x'.repeat(129) }],
  ])('is told that %s is wrong', async (field, body) => {
    const { browser } = await guest()
    expect(await refusal(await browser.send('POST', '/api/account', body), 400)).toMatchObject({
      error: 'malformed',
      field,
    })
  })

  test('is not told that an address is taken; its owner is', async () => {
    const { email } = await member()
    const { browser } = await guest()
    expect((await browser.send('POST', '/api/account/code', { email })).status).toBe(204)
    const [letter] = await lettersTo(email)
    expect(letter?.subject).toBe('У вас уже есть учётная запись')
    expect(letter?.text).not.toMatch(/\d{6}/)
  })

  test('makes one only once', async () => {
    const { browser } = await member()
    const again = { email: address(), code: '123456', password: PASSWORD }
    expect((await refusal(await browser.send('POST', '/api/account', again), 409)).error).toBe('has-account')
  })
})

describe('signing in', () => {
  test('tells the same of a wrong password and of nobody', async () => {
    const { email } = await member()
    const refusals = await Promise.all(
      [
        { email, password: 'not the password' },
        { email: address(), password: PASSWORD },
      ].map(async (body) => refusal(await elsewhere().send('POST', '/api/sign-in', body), 400)),
    )
    expect(refusals[0]).toMatchObject({ error: 'wrong-credentials' })
    expect(refusals[0]).toEqual(refusals[1])
  })

  test('is slowed down after ten wrong passwords, saying how long to wait, and lets others in meanwhile', async () => {
    const { email } = await member()
    const other = await member()
    const guesser = elsewhere()
    const guess = () => guesser.send('POST', '/api/sign-in', { email, password: 'a guess' })
    for (let n = 0; n < 10; n++) expect((await guess()).status).toBe(400)
    const limited = await guess()
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(60)
    expect((await refusal(limited, 429)).error).toBe('too-often')
    expect((await guesser.send('POST', '/api/sign-in', { email, password: PASSWORD })).status).toBe(429)
    expect((await guesser.send('POST', '/api/sign-in', { email: other.email, password: PASSWORD })).status).toBe(200)
    // Nor is the owner locked out at home.
    await signedIn(email)
  })

  test('takes no notice of right passwords when it counts wrong ones', async () => {
    const { email } = await member()
    for (let n = 0; n < 12; n++) await signedIn(email)
  })

  test('from another site is refused', async () => {
    const { email } = await member()
    const answer = await fetch(`${salon.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    expect(answer.status).toBe(403)
  })

  test('once more ends the session one had', async () => {
    const { browser, email } = await member()
    const before = browser.copy()
    await browser.send('POST', '/api/sign-in', { email, password: PASSWORD })
    expect(await (await before.get('/api/me')).json()).toBeNull()
    expect(await ownSessions(browser)).toHaveLength(1)
  })

  test('as a guest makes the guest nobody: their cookie, and their place in the hall, are gone', async () => {
    const { email, me } = await member()
    const { browser, me: before } = await guest()
    const stolen = browser.copy()
    const hall = await walkIn(browser)
    const answer = await browser.send('POST', '/api/sign-in', { email, password: PASSWORD })
    expect(await answer.json()).toEqual(me)
    expect(await hall.left).toBe(CLOSE_SIGNED_OUT)
    expect(me.personId).not.toBe(before.personId)
    expect(await (await stolen.get('/api/me')).json()).toBeNull()
  })

  test('and out again leaves the account as it is', async () => {
    const { browser, email, me } = await member()
    const hall = await walkIn(browser)
    const stolen = browser.copy()
    expect((await browser.send('POST', '/api/sign-out')).status).toBe(204)
    expect(await hall.left).toBe(CLOSE_SIGNED_OUT)
    for (const one of [browser, stolen]) expect(await (await one.get('/api/me')).json()).toBeNull()
    expect(await (await (await signedIn(email)).get('/api/me')).json()).toEqual(me)
  })

  test('out is not for guests, who could never come back', async () => {
    const { browser, me } = await guest()
    expect((await refusal(await browser.send('POST', '/api/sign-out'), 409)).error).toBe('no-account')
    expect(await (await browser.get('/api/me')).json()).toEqual(me)
  })
})

describe('sessions', () => {
  test('are listed with the present one marked, without anything to sign in with', async () => {
    const { browser, email } = await member()
    await signedIn(email)
    const answer = await browser.get('/api/account/sessions')
    const text = await answer.clone().text()
    const sessions: OwnSession[] = await answer.json()
    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ present }) => present)).toHaveLength(1)
    expect(text).not.toContain(browser.token)
  })

  test('that are revoked close their sockets within two seconds, and only theirs', async () => {
    const { browser, email } = await member()
    const phone = await signedIn(email)
    const hall = await walkIn(phone)
    const other = (await ownSessions(browser)).find(({ present }) => !present)
    const began = performance.now()
    expect((await browser.send('DELETE', `/api/account/sessions/${other?.id}`)).status).toBe(204)
    expect(await hall.left).toBe(CLOSE_SIGNED_OUT)
    expect(performance.now() - began).toBeLessThan(2000)
    expect(await (await phone.get('/api/me')).json()).toBeNull()
    expect(await ownSessions(browser)).toHaveLength(1)
  })

  test('of others cannot be revoked, nor can one twice', async () => {
    const { browser } = await member()
    const stranger = await member()
    const [theirs] = await ownSessions(stranger.browser)
    const path = `/api/account/sessions/${theirs?.id}`
    expect((await browser.send('DELETE', path)).status).toBe(404)
    expect((await stranger.browser.get('/api/account')).status).toBe(200)
  })

  test('but the present one end all at once, and whoever walks in the present one walks on', async () => {
    const { browser, email } = await member()
    await signedIn(email)
    await signedIn(email)
    const hall = await walkIn(browser)
    expect((await browser.send('DELETE', '/api/account/sessions')).status).toBe(204)
    expect(await ownSessions(browser)).toMatchObject([{ present: true }])
    expect(await Promise.race([hall.left, sleep(300, 'walking')])).toBe('walking')
  })
})

describe('a password', () => {
  test('is changed by whoever knows it; other sessions end and the owner is told', async () => {
    const { browser, email } = await member()
    const phone = await signedIn(email)
    const change = { present: PASSWORD, next: 'липы вдоль аллеи' }
    const wrong = await browser.send('PUT', '/api/account/password', { ...change, present: 'not it' })
    expect((await refusal(wrong, 400)).error).toBe('wrong-credentials')
    expect((await browser.send('PUT', '/api/account/password', change)).status).toBe(204)
    expect(await (await phone.get('/api/me')).json()).toBeNull()
    expect((await browser.get('/api/account')).status).toBe(200)
    expect((await lettersTo(email))[0]?.subject).toBe('Пароль изменён')
    await signedIn(email, change.next)
  })

  test('that guessers try first is refused wherever one is set, and the code stays good', async () => {
    const { browser, email } = await member()
    const changed = await browser.send('PUT', '/api/account/password', { present: PASSWORD, next: 'Iloveyou1' })
    expect(await refusal(changed, 400)).toMatchObject({ error: 'common-password', field: 'password' })
    const phone = elsewhere()
    await phone.send('POST', '/api/sign-in/forgotten', { email })
    const code = await codeFor(email)
    const set = await phone.send('PUT', '/api/sign-in/password', { email, code, password: 'qwertyuiop' })
    expect((await refusal(set, 400)).error).toBe('common-password')
    const good = { email, code, password: 'фонтан на площади' }
    expect((await phone.send('PUT', '/api/sign-in/password', good)).status).toBe(204)

    const other = address()
    const { browser: newcomer } = await guest()
    await newcomer.send('POST', '/api/account/code', { email: other })
    const made = { email: other, code: await codeFor(other), password: '12345678' }
    expect((await refusal(await newcomer.send('POST', '/api/account', made), 400)).error).toBe('common-password')
    expect((await newcomer.send('POST', '/api/account', { ...made, password: PASSWORD })).status).toBe(200)
  })

  test('that is forgotten is set anew with a code; every session and its sockets end', async () => {
    const { browser, email } = await member()
    const hall = await walkIn(browser)
    const phone = elsewhere()
    expect((await phone.send('POST', '/api/sign-in/forgotten', { email })).status).toBe(204)
    const body = { email, code: await codeFor(email), password: 'фонтан на площади' }
    expect((await phone.send('PUT', '/api/sign-in/password', body)).status).toBe(204)
    expect(await hall.left).toBe(CLOSE_SIGNED_OUT)
    expect(await (await browser.get('/api/me')).json()).toBeNull()
    await signedIn(email, body.password)
    const twice = await phone.send('PUT', '/api/sign-in/password', { ...body, password: 'another one' })
    expect((await refusal(twice, 400)).error).toBe('wrong-code')
  })

  test('of nobody is forgotten with the same answer, and no letter', async () => {
    const email = address()
    const answer = await elsewhere().send('POST', '/api/sign-in/forgotten', { email })
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect(await lettersTo(email)).toEqual([])
  })

  test('is asked for in letters only so often', async () => {
    const { email } = await member()
    const asker = elsewhere()
    const ask = () => asker.send('POST', '/api/sign-in/forgotten', { email })
    const answers = []
    for (let n = 0; n < 6; n++) answers.push(await ask())
    expect(answers.at(-1)?.status).toBe(429)
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('an address', () => {
  test('is changed with the password and a code sent to the new one', async () => {
    const { browser, email, me } = await member()
    const next = address()
    await browser.send('POST', '/api/account/code', { email: next })
    const body = { email: next, code: await codeFor(next), password: PASSWORD }
    const wrong = await browser.send('PUT', '/api/account/email', { ...body, password: 'not it' })
    expect((await refusal(wrong, 400)).error).toBe('wrong-credentials')
    expect(await (await browser.send('PUT', '/api/account/email', body)).json()).toMatchObject({ email: next })
    expect(await (await (await signedIn(next)).get('/api/me')).json()).toEqual(me)
    expect((await lettersTo(email))[0]?.subject).toBe('Адрес учётной записи изменён')
    const old = await elsewhere().send('POST', '/api/sign-in', { email, password: PASSWORD })
    expect(old.status).toBe(400)
  })

  test('of a guest is not changed, it is made an account', async () => {
    const { browser } = await guest()
    const body = { email: address(), code: '123456', password: PASSWORD }
    expect((await refusal(await browser.send('PUT', '/api/account/email', body), 409)).error).toBe('no-account')
  })
})

describe('the demo', () => {
  test('lets whoever opened it be an organizer, an exhibitor and a visitor', async () => {
    const held = await Promise.all(
      salon.demoAccounts.map(async ({ who, email, password }) => {
        const { roles } = await (await (await signedIn(email, password)).get('/api/account')).json()
        return [who, roles]
      }),
    )
    expect(Object.fromEntries(held)).toEqual({
      organizer: [{ role: 'organizer', scope: { kind: 'salon', id: 'salon' } }],
      exhibitor: [{ role: 'owner', scope: { kind: 'exhibitor', id: 'zhestyanka' } }],
      visitor: [],
    })
  })
})

describe('letters', () => {
  test('are for organizers; in the demo for whoever sits at this very machine', async () => {
    const here = new Browser(salon.url)
    expect((await here.get('/api/mail')).status).toBe(200)
    expect((await refusal(await (await guest()).browser.get('/api/mail'), 403)).error).toBe('forbidden')
    expect((await refusal(await elsewhere().get('/api/mail'), 401)).error).toBe('not-entered')
    // A page elsewhere whose name was made to lead to this machine.
    const { port } = new URL(salon.url)
    expect(await here.raw('/api/mail', { host: `elsewhere.example:${port}` })).toBe(401)
  })
})

describe('what a guest collected', () => {
  onEveryDatabase((db) => {
    test('goes over to the account they sign in to; what both have stays once', async () => {
      const { accounts } = accountsOn(db())
      const owner = await enter(db(), accounts, new Headers(), ANNA)
      const ownCookies = cookiesOf(owner.cookies)
      const email = 'collector@example.org'
      const { letters, accounts: writing } = accountsOn(db())
      await writing.api.requestEmailChangeEmailOTP({ headers: ownCookies, body: { newEmail: email } })
      const code = /\d{6}/.exec(letters[0]?.text ?? '')?.[0] ?? ''
      await writing.api.changeEmailEmailOTP({ headers: ownCookies, body: { newEmail: email, otp: code } })
      await writing.api.setPassword({ headers: ownCookies, body: { newPassword: PASSWORD } })

      const guest = await enter(db(), accounts, new Headers(), ANNA)
      const scope = { scopeKind: 'exhibitor', role: 'representative' } as const
      await db()
        .insert(roleGrant)
        .values([
          { personId: owner.me.personId, ...scope, scopeId: 'both' },
          { personId: guest.me.personId, ...scope, scopeId: 'both' },
          { personId: guest.me.personId, ...scope, scopeId: 'guest' },
        ])
      await accounts.api.signInEmail({ headers: cookiesOf(guest.cookies), body: { email, password: PASSWORD } })
      const held = await db().select().from(roleGrant).where(eq(roleGrant.personId, owner.me.personId))
      expect(held.map(({ scopeId }) => scopeId).sort()).toEqual(['both', 'guest'])
      expect(await db().$count(person, eq(person.id, guest.me.personId))).toBe(0)
    })
  })
})

const cookiesOf = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') })

async function ownSessions(browser: Browser): Promise<OwnSession[]> {
  return (await browser.get('/api/account/sessions')).json()
}

/** Walks into the first hall. `left`: the code with which the line is closed one day. */
async function walkIn(browser: Browser): Promise<{ readonly left: Promise<number> }> {
  const { halls } = await (await browser.get('/api/salon')).json()
  const hallId: string = halls[0].id
  const { roomId } = await (await browser.send('POST', `/api/halls/${hallId}/enter`, {})).json()
  const room = await new Client(salon.url, { headers: { cookie: browser.cookie } }).joinById(roomId, { hallId })
  room.onMessage('*', () => {})
  return { left: new Promise((resolve) => room.onLeave((code) => resolve(code))) }
}

async function refusal(answer: Response, status: number): Promise<{ error: string }> {
  expect(answer.status).toBe(status)
  return answer.json()
}
