import { setTimeout as sleep } from 'node:timers/promises'
import { CloseCode } from '@colyseus/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { HALL_UP } from '../../shared/rooms/hall.ts'
import { type HallWorld, openHallWorld, visit } from './hall-world.ts'
import { guest } from './small-hall.ts'

const PUBLIC = 'https://salon.example'

let world: HallWorld
let roomId: string
const open = async (): Promise<void> => {
  world = await openHallWorld({
    publicUrl: PUBLIC,
    authenticate: async (headers) => {
      const person = headers.get('x-person')
      if (person === 'database away') throw Object.assign(new Error('no connection'), { code: 'ECONNREFUSED' })
      return person ? guest(person) : null
    },
  })
  roomId = await world.rooms.directory.seat('park', null)
}
beforeAll(open)
afterAll(() => world.close())

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${world.url}${path}`, {
    method: 'POST',
    headers: { 'x-person': 'ann', 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const joining = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  post(`/matchmake/joinById/${roomId}`, body, headers)

/** What a handshake with these headers is answered with: the HTTP status, or 101 when it opens. */
async function handshake(headers: Record<string, string>): Promise<number> {
  const seat = (await (await joining({ hallId: 'park' })).json()) as { processId: string; sessionId: string }
  const address = `${world.url.replace('http', 'ws')}/${seat.processId}/${roomId}?sessionId=${seat.sessionId}`
  const socket = new WebSocket(address, { headers })
  return new Promise((resolve) => {
    socket.on('open', () => {
      resolve(101)
      socket.close()
    })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => {})
  })
}

describe('the door', () => {
  test('opens to our own pages and to programs, and not to pages of others', async () => {
    expect(await handshake({})).toBe(101)
    expect(await handshake({ origin: world.url })).toBe(101)
    expect(await handshake({ origin: PUBLIC })).toBe(101)
    expect(await handshake({ origin: 'https://elsewhere.example' })).toBe(403)
    expect(await handshake({ origin: 'null' })).toBe(403)
    expect((await joining({ hallId: 'park' }, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await joining({ hallId: 'park' }, { origin: PUBLIC })).status).toBe(200)
  })

  test('knows two ways in; rooms are neither made nor searched from outside', async () => {
    for (const method of ['create', 'joinOrCreate', 'join', 'query', 'gracefullyShutdown']) {
      expect((await post(`/matchmake/${method}/hall`, { hallId: 'park' })).status).toBe(404)
    }
    expect((await fetch(`${world.url}/matchmake/joinById/${roomId}`)).status).toBe(405)
    expect((await post('/matchmake/joinById/nowhere', { hallId: 'park' })).status).toBe(404)
    expect((await post(`/matchmake/reconnect/${roomId}`, { reconnectionToken: 'guess' })).status).toBe(404)
    expect((await joining({ hallId: 'park' })).headers.get('access-control-allow-origin')).toBeNull()
  })

  test('wants to know who it is, where to, and in few words', async () => {
    expect((await joining({ hallId: 'park' }, { 'x-person': '' })).status).toBe(401)
    for (const nonsense of [{}, { hallId: 7 }, { hallId: 'park', at: 'here' }, '{', '"park"', 'null']) {
      expect([400, 401]).toContain((await joining(nonsense)).status)
    }
    expect((await joining({ hallId: 'park', filler: 'x'.repeat(5000) })).status).toBe(413)
    const elsewhere = await joining({ hallId: 'another' })
    const seat = (await elsewhere.json()) as { processId: string; sessionId: string }
    const socket = new WebSocket(
      `${world.url.replace('http', 'ws')}/${seat.processId}/${roomId}?sessionId=${seat.sessionId}`,
    )
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(CloseCode.WITH_ERROR)
  })

  test('asks whoever joins in a loop to wait, and says how long', async () => {
    const statuses = []
    let last: Response | undefined
    for (let i = 0; i < 15; i++) {
      last = await joining({ hallId: 'park' }, { 'x-person': 'hasty' })
      statuses.push(last.status)
    }
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(11)
    expect(last?.status).toBe(429)
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await joining({ hallId: 'park' }, { 'x-person': 'patient' })).status).toBe(200)
  })

  test('asks to come again when nobody can be recognised just now', async () => {
    const { status, headers } = await joining({ hallId: 'park' }, { 'x-person': 'database away' })
    expect(status).toBe(503)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('is not worn out by one address', async () => {
    const statuses = await Promise.all(Array.from({ length: 1600 }, async () => (await joining('{')).status))
    expect(statuses).toContain(400)
    expect(statuses).toContain(429)
    await world.close()
    await open()
  })

  test('closes on those who flood, and on messages far too large', async () => {
    const flooder = await visit(world, 'flooder')
    for (let i = 0; i < 200; i++) flooder.room.send(HALL_UP.ping, { sent: i })
    expect(await flooder.left).toBe(CloseCode.WITH_ERROR)
    const shouter = await visit(world, 'shouter')
    shouter.room.reconnection.enabled = false
    shouter.room.sendBytes(HALL_UP.walk, new Uint8Array(10_000))
    expect([1006, 1009]).toContain(await shouter.left)
  })

  test('lets nobody have a seat who does not hold the ticket', async () => {
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}/x/${roomId}?sessionId=guess`)
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(CloseCode.WITH_ERROR)
    const lost = new WebSocket(`${world.url.replace('http', 'ws')}/`)
    await sleep(50)
    expect(await new Promise((resolve) => lost.on('close', resolve))).toBe(CloseCode.NORMAL_CLOSURE)
  })

  test('says goodbye on closing, so that everybody knows to come back', async () => {
    const ann = await visit(world, 'ann')
    await world.close()
    expect(await ann.left).toBe(CloseCode.SERVER_SHUTDOWN)
    await open()
    const back = await visit(world, 'ann')
    expect(back.room.connection.isOpen).toBe(true)
  })
})
