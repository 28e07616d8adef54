import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLOSE_ELSEWHERE, CLOSE_SIGNED_OUT, HALL_UP } from '../../shared/rooms/hall.ts'
import type { HallInstance } from '../../shared/salon/model.ts'
import { clientOf, TestVisitor, until } from './hall-world.ts'
import type { Order } from './processes/hall-process.ts'
import { hasRedis, RedisServer } from './redis-server.ts'

class HallProcess {
  readonly child: ChildProcess
  url = ''

  constructor(redisUrl: string) {
    this.child = fork(join(import.meta.dirname, 'processes/hall-process.ts'), [redisUrl])
  }

  async ready(): Promise<this> {
    const [url] = await once(this.child, 'message')
    this.url = url
    return this
  }

  async ask<T>(order: Order): Promise<T> {
    const answer = once(this.child, 'message')
    this.child.send(order)
    return (await answer)[0] as T
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const gone = once(this.child, 'exit')
    this.child.kill(signal)
    await gone
  }
}

describe.skipIf(!hasRedis)('rooms of two processes behind one Redis', () => {
  let redis: RedisServer
  let one: HallProcess
  let two: HallProcess
  let ann: TestVisitor
  let bob: TestVisitor
  let cat: TestVisitor
  let tina: TestVisitor

  const comeIn = async (process: HallProcess, person: string, roomId: string): Promise<TestVisitor> => {
    const visitor = new TestVisitor(
      await clientOf(process, person).joinById(roomId, { hallId: 'park', at: { x: 0, z: 0 } }),
    )
    await until(() => visitor.welcomes.length > 0)
    return visitor
  }

  beforeAll(async () => {
    redis = await RedisServer.open()
    // One after the other: of two that start together, one may take the other for dead and give it no rooms for a while.
    one = await new HallProcess(redis.url).ready()
    two = await new HallProcess(redis.url).ready()
  })
  afterAll(async () => {
    await Promise.all([one.end('SIGKILL'), two.end('SIGKILL')])
    await redis.close()
  })

  test('share one directory: an instance opened by one is seen, joined and filled through the other', async () => {
    const roomId = await one.ask<string>({ order: 'seat', roomId: null })
    expect(await two.ask<HallInstance[]>({ order: 'instances' })).toMatchObject([{ roomId, instance: 1, people: 0 }])
    ann = await comeIn(one, 'ann', roomId)
    bob = await comeIn(two, 'bob', roomId)
    await until(() => bob.people.some(({ personId }) => personId === 'ann'))
    ann.walk([ann.welcome.at, { x: -4, z: 0 }])
    await until(() => bob.seen(ann.welcome.slot)?.path.at(-1)?.x === -4)
    await until(async () => (await two.ask<HallInstance[]>({ order: 'instances' }))[0]?.people === 2)

    const next = await two.ask<string>({ order: 'seat', roomId: null })
    expect(next).not.toBe(roomId)
    const numbers = (await one.ask<HallInstance[]>({ order: 'instances' })).map(({ instance }) => instance)
    expect(numbers).toEqual([1, 2])
  })

  test('pass news on: told by one, heard at the other by who is named and who listens at the booth', async () => {
    bob.room.send(HALL_UP.listen, { exhibitorId: 'oaks' })
    await until(async () => {
      await one.ask<object>({ order: 'typing', to: [], booth: 'oaks' })
      return bob.news.length > 0
    })
    expect(ann.news).toEqual([])
    bob.room.send(HALL_UP.listen, { exhibitorId: null })
    await two.ask<object>({ order: 'typing', to: ['ann'], booth: null })
    await until(() => ann.news.length === 1)
    expect(ann.news).toMatchObject([{ news: 'typing', name: 'Zoe' }])
  })

  test('tell whoever is in a hall who staffs its booths, in whichever instance and process those are', async () => {
    const [first, second] = await one.ask<HallInstance[]>({ order: 'instances' })
    expect(bob.staffing).toEqual([{ whole: true, booths: {} }])
    tina = await comeIn(one, 'staff tina', second?.roomId ?? '')
    const staff = { personId: 'staff tina', name: 'Name of staff tina', role: 'representative' }
    await until(() => bob.staffing.length > 1 && tina.staffing.length > 1)
    expect(bob.staffing.at(-1)).toEqual({ whole: false, booths: { oaks: [{ ...staff, here: false }] } })
    expect(tina.staffing.at(-1)).toEqual({ whole: false, booths: { oaks: [{ ...staff, here: true }] } })
    expect(hostOf(tina)).not.toBe(hostOf(bob))
    expect(first?.roomId).toBe(bob.room.roomId)
  })

  test('know where everybody is, and that one person is in one place', async () => {
    expect(await two.ask({ order: 'find', personId: 'ann' })).toMatchObject({ found: { hallId: 'park' } })
    const [first, second] = await one.ask<HallInstance[]>({ order: 'instances' })
    const before = await comeIn(one, 'cat', second?.roomId ?? '')
    await ann.room.leave()
    cat = await comeIn(two, 'cat', first?.roomId ?? '')
    expect(await before.left).toBe(CLOSE_ELSEWHERE)
    expect(cat.room.connection.isOpen).toBe(true)
    // Each instance is on the process that had the fewest, so they are on different ones.
    expect(hostOf(cat)).not.toBe(hostOf(before))
    await until(async () => JSON.stringify(await one.ask({ order: 'find', personId: 'ann' })) === '{"found":null}')
  })

  test('hear of a new name and of the end of a session, whichever of them was told', async () => {
    await tina.room.leave()
    await until(() => bob.staffing.at(-1)?.booths.oaks?.length === 0)
    const elsewhere = hostOf(bob) === new URL(one.url).host ? two : one
    await elsewhere.ask({ order: 'rename', personId: 'bob', name: 'Боб' })
    await until(() => cat.people.findLast(({ personId }) => personId === 'bob')?.name === 'Боб')
    await elsewhere.ask({ order: 'release', personId: 'bob', sessions: ['session of bob'] })
    expect(await bob.left).toBe(CLOSE_SIGNED_OUT)
  })

  test('walk on while Redis is away, refuse what needs it in time, and are all there when it returns empty', async () => {
    const before = await one.ask<HallInstance[]>({ order: 'instances' })
    await redis.kill()
    const began = performance.now()
    expect(await two.ask<object>({ order: 'seat', roomId: null })).toHaveProperty('error')
    expect(performance.now() - began).toBeLessThan(8000)
    await redis.start()
    // What is lost is put back every ten seconds.
    const back = async (): Promise<boolean> => {
      const instances = await two.ask<HallInstance[]>({ order: 'instances' })
      const { found } = await two.ask<{ found?: object }>({ order: 'find', personId: 'cat' })
      return instances.length === before.length && found !== null
    }
    for (let tries = 0; tries < 40 && !(await back()); tries++) await sleep(500)
    expect(await back()).toBe(true)
  })

  test('survive the death of one: its instances are gone from the directory, and another opens', async () => {
    const instances = await two.ask<HallInstance[]>({ order: 'instances' })
    await one.end('SIGKILL')
    for (const { roomId } of instances) {
      await clientOf(two, 'dan')
        .joinById(roomId, { hallId: 'park', at: null })
        .then((room) => room.leave())
        .catch(() => {})
    }
    const roomId = await two.ask<string>({ order: 'seat', roomId: null })
    const dan = await comeIn(two, 'dan', roomId)
    expect(dan.room.connection.isOpen).toBe(true)
    one = await new HallProcess(redis.url).ready()
  })
})

const hostOf = ({ room }: TestVisitor): string => new URL(room.connection.url ?? '').host
