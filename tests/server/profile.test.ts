import { Client } from 'colyseus.js'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { anyLook } from '../../shared/people/look.ts'
import { decodePeople } from '../../shared/presence/codec.ts'
import { HALL_DOWN } from '../../shared/rooms/hall.ts'
import type { Me, PersonCard, SearchHit } from '../../shared/salon/model.ts'
import { Browser } from './browser.ts'
import { until } from './hall-world.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'

for (const method of ['info', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {})

const ANNA = { name: 'Анна Липова', look: anyLook(() => 0), language: 'ru', findable: true } as const
const PROFILE = { organisation: 'Школа № 5', position: 'Учитель химии', interests: ['химия', 'музеи'] }

let salon: TestSalon
beforeAll(async () => {
  salon = await openTestSalon()
}, 180_000)
afterAll(() => salon.close())

async function guest(as: object = ANNA): Promise<{ browser: Browser; me: Me }> {
  const browser = new Browser(salon.url)
  return { browser, me: await (await browser.send('POST', '/api/me', as)).json() }
}
const cardOf = async (by: Browser, { personId }: Me): Promise<PersonCard> =>
  (await by.get(`/api/people/${personId}`)).json()

describe('a profile', () => {
  test('is blank and seen by nobody until its owner says otherwise', async () => {
    const { browser, me } = await guest()
    expect(me).toMatchObject({ organisation: '', interests: [], visibleTo: 'nobody', doNotDisturb: false })
    const changed = await browser.send('PATCH', '/api/me', PROFILE)
    expect(await changed.json()).toEqual({ ...me, ...PROFILE })
    const stranger = (await guest()).browser
    expect(await cardOf(stranger, me)).toMatchObject({
      ...{ personId: me.personId, name: ANNA.name, look: ANNA.look },
      ...{ organisation: '', position: '', interests: [] },
    })
    expect(await cardOf(browser, me)).toMatchObject(PROFILE)
    await browser.send('PATCH', '/api/me', { visibleTo: 'everyone' })
    expect(await cardOf(stranger, me)).toMatchObject(PROFILE)
    await browser.send('PATCH', '/api/me', { visibleTo: 'contacts' })
    expect(await cardOf(stranger, me)).toMatchObject({ organisation: '' })
  })

  test('is looked at by those who have come in only, and only where there is somebody', async () => {
    const { browser, me } = await guest()
    expect((await new Browser(salon.url).get(`/api/people/${me.personId}`)).status).toBe(401)
    expect((await browser.get('/api/people/nobody')).status).toBe(404)
  })

  test('keeps text as text, and refuses what is too much by its field', async () => {
    const { browser } = await guest()
    const script = '<img src=x onerror=alert(1)>'
    const kept = await browser.send('PATCH', '/api/me', { organisation: script })
    expect(await kept.json()).toMatchObject({ organisation: script })
    expect(kept.headers.get('content-type')).toMatch(/^application\/json/)
    const wrong: [object, string][] = [
      [{ organisation: 'x'.repeat(121) }, 'organisation'],
      [{ interests: Array.from({ length: 21 }, (_, n) => `interest ${n}`) }, 'interests'],
      [{ interests: ['x'.repeat(61)] }, 'interests.0'],
      [{ visibleTo: 'friends' }, 'visibleTo'],
      [{ doNotDisturb: 'yes' }, 'doNotDisturb'],
    ]
    for (const [change, field] of wrong) {
      const refused = await browser.send('PATCH', '/api/me', change)
      expect([refused.status, await refused.json()]).toMatchObject([400, { error: 'malformed', field }])
    }
  })
})

describe('finding people', () => {
  const find = async (name: string): Promise<SearchHit[]> => {
    const hits: SearchHit[] = await (
      await new Browser(salon.url).get(`/api/search?language=ru&q=${encodeURIComponent(name)}`)
    ).json()
    return hits.filter(({ type }) => type === 'person')
  }

  test('finds only those who allow it, and tells only what they show', async () => {
    const hidden = await guest({ ...ANNA, name: 'Златослава', findable: false })
    await hidden.browser.send('PATCH', '/api/me', { ...PROFILE, visibleTo: 'everyone' })
    expect(await find('Златослава')).toEqual([])
    await hidden.browser.send('PATCH', '/api/me', { findable: true })
    expect(await find('Златослава')).toMatchObject([{ snippet: 'Учитель химии, Школа № 5' }])
    await hidden.browser.send('PATCH', '/api/me', { visibleTo: 'nobody' })
    expect(await find('Златослава')).toMatchObject([{ title: 'Златослава', snippet: '' }])
  })
})

describe('a new name', () => {
  test('reaches those who see its owner in a hall, without coming in anew', async () => {
    const [anna, bob] = [await guest(), await guest({ ...ANNA, name: 'Боб' })]
    const { halls } = await (await anna.browser.get('/api/salon')).json()
    const hallId: string = halls[0].id
    const { roomId } = await (await anna.browser.send('POST', `/api/halls/${hallId}/enter`, {})).json()
    const names: string[] = []
    const rooms = []
    for (const { browser } of [anna, bob]) {
      const room = await new Client(salon.url, { headers: { cookie: browser.cookie } }).joinById(roomId, { hallId })
      room.onMessage('*', () => {})
      rooms.push(room)
    }
    rooms[1]?.onMessage(HALL_DOWN.people, (bytes: Uint8Array) => {
      for (const { personId, name } of decodePeople(bytes)) if (personId === anna.me.personId) names.push(name)
    })
    await until(() => names.at(-1) === ANNA.name)
    await anna.browser.send('PATCH', '/api/me', { name: 'Анна Каштанова' })
    await until(() => names.at(-1) === 'Анна Каштанова')
    await Promise.all(rooms.map((room) => room.leave()))
  })
})
