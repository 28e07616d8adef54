/** Conversations over a booted salon: requests as browsers and attackers send them, and news in the halls. */
import { randomUUID } from 'node:crypto'
import { Client, type Room } from 'colyseus.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BoothTalk, ConversationMessage, ConversationNews, MessagePage } from '../../shared/conversations/model.ts'
import { anyLook } from '../../shared/people/look.ts'
import { HALL_DOWN, HALL_UP } from '../../shared/rooms/hall.ts'
import { until } from './hall-world.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'

const BOOTH = 'zhestyanka'
let salon: TestSalon
let visitor: Person
let staff: Person
let organizer: Person

/** Somebody with a browser's cookies. */
class Person {
  readonly cookie: string
  readonly news: ConversationNews[] = []
  room: Room | undefined

  constructor(cookie: string) {
    this.cookie = cookie
  }

  static async guest(name: string): Promise<Person> {
    const body = { name, look: anyLook(() => 0), language: 'ru', findable: false }
    return new Person(cookiesOf(await post('/api/me', body, '')))
  }

  static async demo(who: string): Promise<Person> {
    const { email, password } = salon.demoAccounts.find((one) => one.who === who) ?? { email: '', password: '' }
    return new Person(cookiesOf(await post('/api/sign-in', { email, password }, '')))
  }

  ask(path: string, method = 'GET', body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${salon.url}${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }

  async say(text: string, to: 'everyone' | 'staff', id: string = randomUUID()): Promise<ConversationMessage> {
    const answer = await this.ask(`/api/exhibitors/${BOOTH}/messages`, 'POST', { id, text, to })
    expect(answer.status).toBe(200)
    return (await answer.json()) as ConversationMessage
  }

  async comeIn(): Promise<void> {
    const { halls } = (await (await this.ask('/api/salon')).json()) as { halls: { id: string }[] }
    const hallId = halls[0]?.id ?? ''
    const seat = (await (await this.ask(`/api/halls/${hallId}/enter`, 'POST', {})).json()) as { roomId: string }
    const room = await new Client(salon.url, { headers: { cookie: this.cookie } }).joinById(seat.roomId, { hallId })
    for (const name of Object.values(HALL_DOWN)) room.onMessage(name, () => {})
    room.onMessage(HALL_DOWN.news, (news: ConversationNews) => this.news.push(news))
    this.room = room
  }

  async leave(): Promise<void> {
    await this.room?.leave()
    this.room = undefined
  }
}

const post = (path: string, body: unknown, cookie: string): Promise<Response> =>
  fetch(`${salon.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')

beforeAll(async () => {
  salon = await openTestSalon()
  visitor = await Person.guest('Анна')
  staff = await Person.demo('exhibitor')
  organizer = await Person.demo('organizer')
}, 180_000)
afterAll(async () => {
  await visitor.leave()
  await salon.close()
})

describe('news in the halls', () => {
  test('tell both sides of a private word, and nobody else; at a booth whoever listens there', async () => {
    const bystander = await Person.guest('Борис')
    for (const one of [visitor, staff, bystander]) await one.comeIn()
    bystander.room?.send(HALL_UP.listen, { exhibitorId: BOOTH })
    const secret = await visitor.say('Только вам', 'staff')
    await until(() => staff.news.length > 0 && visitor.news.length > 0)
    expect(staff.news[0]).toMatchObject({ news: 'message', message: { id: secret.id, text: 'Только вам' } })
    const open = await visitor.say('Всем', 'everyone')
    await until(() => bystander.news.length > 0)
    expect(bystander.news).toMatchObject([{ news: 'message', message: { id: open.id } }])

    await staff.ask(`/api/conversations/${secret.conversationId}/typing`, 'POST')
    await until(() => visitor.news.some(({ news }) => news === 'typing'))
    expect(staff.news.some(({ news }) => news === 'typing')).toBe(false)
    bystander.room?.send(HALL_UP.listen, { exhibitorId: null })
    bystander.news.length = 0
    await visitor.say('Ещё всем', 'everyone')
    await visitor.ask(`/api/conversations/${open.conversationId}/read`, 'PUT', { seq: 2 })
    await until(() => staff.news.length >= 3)
    expect(bystander.news).toEqual([])
    await bystander.leave()
  })

  test('that were missed while the line was down are read by revision', async () => {
    const talk = (await (await visitor.ask(`/api/exhibitors/${BOOTH}/talk`)).json()) as BoothTalk
    const path = `/api/conversations/${talk.privateId}/messages`
    const { revision } = (await (await staff.ask(path)).json()) as MessagePage
    await staff.leave()
    const said = await visitor.say('Пока вас не было', 'staff')
    const missed = (await (await staff.ask(`${path}?after=${revision}`)).json()) as MessagePage
    expect(missed.messages.map(({ id }) => id)).toEqual([said.id])
    const again = (await (await staff.ask(`${path}?after=${missed.revision}`)).json()) as MessagePage
    expect(again.messages).toEqual([])
  })
})

describe('an attacker', () => {
  test.each([
    ['a page of another site', 403, { origin: 'https://evil.example' }],
    ['a form of another site', 403, { 'sec-fetch-site': 'cross-site' }],
  ])("cannot speak in a visitor's name from %s", async (_, status, headers) => {
    const body = { id: randomUUID(), text: 'Чужими устами', to: 'everyone' }
    const answer = await visitor.ask(`/api/exhibitors/${BOOTH}/messages`, 'POST', body, headers)
    expect(answer.status).toBe(status)
  })

  test.each([
    ['too long', { text: 'а'.repeat(2001) }, 400],
    ['of a hundred kilobytes', { text: 'а'.repeat(50_000) }, 413],
    ['empty', { text: '   ' }, 400],
    ['with an id of their own making', { id: '../../x' }, 400],
    ['with too much attached', { attachments: Array(6).fill({ address: '/x', kind: 'pdf', name: 'x' }) }, 400],
    ['to nobody', { to: 'world' }, 400],
  ])('is told that a message is %s', async (_, change, status) => {
    const body = { id: randomUUID(), text: 'Слово', to: 'everyone', ...change }
    expect((await visitor.ask(`/api/exhibitors/${BOOTH}/messages`, 'POST', body)).status).toBe(status)
  })

  test('who sets the fields of the server says what anybody may say', async () => {
    const forged = { side: 'staff', state: 'shown', authorId: 'somebody', seq: 0, removed: null }
    const body = { id: randomUUID(), text: 'От имени стенда', to: 'everyone', ...forged }
    const said = await (await visitor.ask(`/api/exhibitors/${BOOTH}/messages`, 'POST', body)).json()
    expect(said).toMatchObject({ side: 'visitor', authorName: 'Анна' })
    expect((said as ConversationMessage).seq).toBeGreaterThan(0)
  })

  test('gets back their markup as the text it is: in answers, and in a file that no browser opens', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    const said = await visitor.say(evil, 'staff')
    expect(said.text).toBe(evil)
    for (const format of ['json', 'text']) {
      const file = await staff.ask(`/api/exhibitors/${BOOTH}/inbox/file?format=${format}`)
      expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
      expect(file.headers.get('x-content-type-options')).toBe('nosniff')
      expect(file.headers.get('content-type')).not.toContain('html')
      expect(await file.text()).toContain('<script>')
    }
  })

  test("does not learn whether others' conversations exist, also as an organizer", async () => {
    const said = await visitor.say('Секрет', 'staff')
    const there = await organizer.ask(`/api/conversations/${said.conversationId}/messages`)
    const nowhere = await organizer.ask('/api/conversations/nowhere/messages')
    expect([there.status, await there.json()]).toEqual([404, await nowhere.json()])
  })

  test('who floods is stopped with how long to wait', async () => {
    const flooder = await Person.guest('Поток')
    const statuses: number[] = []
    let wait: string | null = null
    for (let n = 0; n < 25; n++) {
      const body = { id: randomUUID(), text: `${n}`, to: 'everyone' }
      const answer = await flooder.ask(`/api/exhibitors/${BOOTH}/messages`, 'POST', body)
      statuses.push(answer.status)
      wait = answer.headers.get('retry-after') ?? wait
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.slice(20)).toEqual(Array(5).fill(429))
    expect(Number(wait)).toBeGreaterThan(0)
  })
})
