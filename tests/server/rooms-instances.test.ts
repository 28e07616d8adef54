import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HallSocket } from '../../game-server/rehearsal/hall-socket.ts'
import { simulatedGuest } from '../../game-server/rehearsal/names.ts'
import { passOf } from '../../game-server/rehearsal/pass.ts'
import { anyLook } from '../../shared/people/look.ts'
import { CLOSE_ELSEWHERE, CLOSE_MAKE_WAY, CLOSE_SIGNED_OUT, HALL_UP } from '../../shared/rooms/hall.ts'
import { clientOf, type HallWorld, openHallWorld, until, visit } from './hall-world.ts'
import { PARK } from './small-hall.ts'

const CAPACITY = 3

let world: HallWorld
beforeEach(async () => {
  world = await openHallWorld({ hallCapacity: CAPACITY })
})
afterEach(() => world.close())

const figures = async (): Promise<string[]> =>
  (await world.rooms.directory.instances('park')).map(
    ({ instance, people, simulated }) => `${instance}: ${people} + ${simulated}`,
  )
const join = (person: string, roomId: string) => clientOf(world, person).joinById(roomId, { hallId: 'park' })

/** A simulated visitor; tells the code it was closed with. */
async function simulate(n: number, roomId: string): Promise<{ closed: Promise<number> }> {
  const headers = passOf(world.rooms.rehearsalSecret, simulatedGuest('test', n, Math.random))
  const closed = Promise.withResolvers<number>()
  const welcome = Promise.withResolvers<void>()
  await HallSocket.join(world.url, roomId, { hallId: 'park' }, headers, {
    onWelcome: () => welcome.resolve(),
    onCorrection: () => {},
    onClose: (code) => {
      closed.resolve(code)
      welcome.reject(new Error(`closed with ${code}`))
    },
  })
  await welcome.promise
  return { closed: closed.promise }
}

describe('the instances of a hall', () => {
  test('fill up one after another; people are brought together', async () => {
    for (const person of ['a', 'b', 'c', 'd']) await visit(world, person)
    await until(async () => (await figures()).join() === '1: 3 + 0,2: 1 + 0')
    expect(await world.rooms.directory.instances('park')).toMatchObject([
      { capacity: CAPACITY },
      { capacity: CAPACITY },
    ])
  })

  test('take no more than their cap, even of those who join without asking for a seat', async () => {
    const roomId = await world.rooms.directory.seat('park', null)
    const joined = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f'].map((person) => join(person, roomId)))
    expect(joined.filter(({ status }) => status === 'fulfilled')).toHaveLength(CAPACITY)
    for (const result of joined) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 409, message: 'hall-full' })
    }
    await until(async () => (await figures()).join() === '1: 3 + 0')
  })

  test('can be wished for, where a friend is, and say when they are full or gone', async () => {
    for (const person of ['a', 'b', 'c', 'd']) await visit(world, person)
    await until(async () => (await figures()).length === 2)
    const [full, other] = await world.rooms.directory.instances('park')
    await expect(world.rooms.directory.seat('park', full?.roomId ?? '')).rejects.toMatchObject({ reason: 'hall-full' })
    expect(await world.rooms.directory.seat('park', other?.roomId ?? '')).toBe(other?.roomId)
    await expect(world.rooms.directory.seat('park', 'nowhere')).rejects.toMatchObject({ reason: 'not-found' })
    await expect(world.rooms.directory.seat('no-such-hall', null)).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('disappear when they are empty, but for the first', async () => {
    const visitors = []
    for (const person of ['a', 'b', 'c', 'd']) visitors.push(await visit(world, person))
    await until(async () => (await figures()).length === 2)
    await Promise.all(visitors.map(({ room }) => room.leave()))
    await until(async () => (await figures()).join() === '1: 0 + 0')
    await sleep(1200)
    expect(await figures()).toEqual(['1: 0 + 0'])
  })

  test('open one at a time, however many come at once', async () => {
    const seats = await Promise.all(Array.from({ length: 9 }, () => world.rooms.directory.seat('park', null)))
    expect(new Set(seats).size).toBeLessThanOrEqual(4)
    const numbers = (await world.rooms.directory.instances('park')).map(({ instance }) => instance)
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

describe('a hall laid out anew', () => {
  test('is seen as it is now by the first who comes into it empty', async () => {
    await world.close()
    let version = 1
    world = await openHallWorld({ publishedHall: async () => ({ plan: PARK, version }) })
    const ann = await visit(world, 'ann')
    expect(ann.welcome.planVersion).toBe(1)
    version = 2
    expect((await visit(world, 'bob')).welcome.planVersion).toBe(1)
    await ann.room.leave()
    await world.rooms.directory.release('bob', ['session of bob'])
    await until(async () => (await figures()).join() === '1: 0 + 0')
    expect((await visit(world, 'cat')).welcome.planVersion).toBe(2)
  })
})

describe('whoever is looked for', () => {
  test('is found where they walk, and nowhere once they have left', async () => {
    const ann = await visit(world, 'ann')
    expect(await world.rooms.directory.find('ann')).toEqual({ hallId: 'park', roomId: ann.room.roomId })
    expect(await world.rooms.directory.find('nobody')).toBeNull()
    await ann.room.leave()
    await until(async () => (await world.rooms.directory.find('ann')) === null)
  })

  test('is one person in one place: another instance closes the first visit', async () => {
    const ann = await visit(world, 'ann')
    for (const person of ['a', 'b', 'c']) await visit(world, person)
    const other = (await world.rooms.directory.instances('park')).find(({ roomId }) => roomId !== ann.room.roomId)
    const again = await visit(world, 'ann', { roomId: other?.roomId ?? '' })
    expect(await ann.left).toBe(CLOSE_ELSEWHERE)
    expect(await world.rooms.directory.find('ann')).toMatchObject({ roomId: other?.roomId })
    expect(again.room.connection.isOpen).toBe(true)
  })

  test('is let go within two seconds when they have left the salon for good', async () => {
    const ann = await visit(world, 'ann')
    const began = performance.now()
    await world.rooms.directory.release('ann', ['session of ann'])
    expect(await ann.left).toBe(CLOSE_SIGNED_OUT)
    expect(performance.now() - began).toBeLessThan(2000)
    expect(await world.rooms.directory.find('ann')).toBeNull()
  })

  test('stays when another session of theirs ends', async () => {
    const eve = await visit(world, 'eve')
    await world.rooms.directory.release('eve', ['another session'])
    await expect(Promise.race([eve.left, sleep(300, 'still here')])).resolves.toBe('still here')
    await eve.room.leave()
  })

  test('is shown out when their session ended while they were on their way in', async () => {
    const roomId = await world.rooms.directory.seat('park', null)
    await world.rooms.directory.release('fay', ['session of fay'])
    await expect(join('fay', roomId)).rejects.toMatchObject({ code: CLOSE_SIGNED_OUT })
    await until(async () => (await figures()).join() === '1: 0 + 0')
  })
})

describe('whoever changes their name', () => {
  test('is seen with it by those around at once, without coming in anew, and says what they say under it', async () => {
    const ann = await visit(world, 'ann')
    const bob = await visit(world, 'bob')
    const called = () => bob.people.findLast(({ personId }) => personId === 'ann')?.name
    await until(() => called() === 'Name of ann')
    await world.rooms.directory.present('ann', { name: 'Анна', look: anyLook(() => 0.5) })
    await until(() => called() === 'Анна')
    ann.room.send(HALL_UP.say, { text: 'Hello' })
    await until(() => bob.said.some(({ name, text }) => name === 'Анна' && text === 'Hello'))
    expect(bob.people.findLast(({ personId }) => personId === 'ann')?.look).toEqual(anyLook(() => 0.5))
    await Promise.all([ann.room.leave(), bob.room.leave()])
  })
})

describe('simulated visitors', () => {
  test('are labelled, counted apart, and make way for people', async () => {
    const roomId = await world.rooms.directory.seat('park', null)
    const crowd = [await simulate(0, roomId), await simulate(1, roomId), await simulate(2, roomId)]
    await until(async () => (await figures()).join() === '1: 0 + 3')
    await expect(simulate(3, roomId)).rejects.toThrow()

    const ann = await visit(world, 'ann', { roomId })
    expect(await crowd[0]?.closed).toBe(CLOSE_MAKE_WAY)
    await until(() => ann.people.length === 2)
    expect(ann.people.every(({ simulated }) => simulated)).toBe(true)
    await visit(world, 'bob', { roomId })
    await visit(world, 'cat', { roomId })
    await until(async () => (await figures()).join() === '1: 3 + 0')
  })

  test('are let in only with the secret of this process', async () => {
    const roomId = await world.rooms.directory.seat('park', null)
    const headers = passOf('a guess', simulatedGuest('test', 0, Math.random))
    const listener = { onWelcome: () => {}, onCorrection: () => {}, onClose: () => {} }
    await expect(HallSocket.join(world.url, roomId, { hallId: 'park' }, headers, listener)).rejects.toMatchObject({
      status: 401,
    })
  })
})
