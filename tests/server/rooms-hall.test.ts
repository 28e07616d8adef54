import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLOSE_ELSEWHERE, CLOSE_MISBEHAVED, HALL_UP } from '../../shared/rooms/hall.ts'
import { clientOf, type HallWorld, openHallWorld, type TestVisitor, until, visit } from './hall-world.ts'

let world: HallWorld
beforeAll(async () => {
  world = await openHallWorld()
})
afterAll(() => world.close())

let crowd = 0
/** A name that nobody else in this file has. */
const somebody = (name: string): string => `${name}-${crowd++}`

describe('coming in', () => {
  test('one is told one’s slot, the clock, the plan and where one stands', async () => {
    const ann = await visit(world, somebody('ann'), { at: { x: 3, z: 4 } })
    const { slot, now, instance, planVersion, at } = ann.welcome
    expect({ instance, planVersion }).toEqual({ instance: 1, planVersion: 7 })
    expect(slot).toBeGreaterThanOrEqual(0)
    expect(now).toBeGreaterThan(0)
    expect(Math.hypot(at.x - 3, at.z - 4)).toBeLessThan(0.5)
    await ann.room.leave()
  })

  test('through the gate when one asks for no place, looking into the hall', async () => {
    const ann = await visit(world, somebody('ann'), { at: null })
    expect(ann.welcome.at.z).toBeGreaterThan(-19)
    expect(ann.welcome.at.z).toBeLessThan(-12)
    await until(() => ann.seen(ann.welcome.slot) !== undefined)
    expect(ann.seen(ann.welcome.slot)?.faces).toBe(0)
    await ann.room.leave()
  })

  test('one sees who is there, by name and look, and is seen', async () => {
    const names = [somebody('ann'), somebody('bob')] as const
    const ann = await visit(world, names[0])
    const bob = await visit(world, names[1])
    await until(() => ann.people.some(({ personId }) => personId === names[1]))
    await until(() => bob.people.some(({ personId }) => personId === names[0]))
    expect(ann.people.find(({ personId }) => personId === names[1])).toMatchObject({
      slot: bob.welcome.slot,
      name: `Name of ${names[1]}`,
      simulated: false,
    })
    await Promise.all([ann.room.leave(), bob.room.leave()])
  })
})

describe('walking', () => {
  test('is seen by the others as it was asked for, at once', async () => {
    const [ann, bob] = [await visit(world, somebody('ann')), await visit(world, somebody('bob'))]
    await until(() => bob.seen(ann.welcome.slot) !== undefined)
    const { at, slot } = ann.welcome
    const goal = { x: -10, z: 5 }
    const began = performance.now()
    ann.walk([at, { x: -5, z: 5 }, goal])
    await until(() => bob.seen(slot)?.path.length === 3)
    expect(performance.now() - began).toBeLessThan(600)
    expect(bob.seen(slot)?.path.at(-1)).toEqual(goal)
    expect(bob.seen(slot)?.speed).toBe(1.4)
    expect(ann.corrections).toEqual([])
    await Promise.all([ann.room.leave(), bob.room.leave()])
  })

  test('through a hedge, too fast, or from elsewhere is put right, and everybody sees one standing', async () => {
    const [ann, bob] = [await visit(world, somebody('ann')), await visit(world, somebody('bob'))]
    const { at, slot } = ann.welcome
    ann.walk([at, { x: 20, z: 0 }])
    await until(() => ann.corrections.length === 1)
    ann.walk([at, { x: -5, z: 0 }], 3)
    await until(() => ann.corrections.length === 2)
    ann.walk([
      { x: -9, z: 0 },
      { x: -10, z: 0 },
    ])
    await until(() => ann.corrections.length === 3)
    expect(ann.corrections.map(({ reason }) => reason)).toEqual(['through-a-wall', 'too-fast', 'not-here'])
    for (const { x, z } of ann.corrections) expect(Math.hypot(x - at.x, z - at.z)).toBeLessThan(0.1)
    await until(() => bob.seen(slot)?.path.length === 1)
    expect(ann.room.connection.isOpen).toBe(true)
    await Promise.all([ann.room.leave(), bob.room.leave()])
  })

  test('that cannot be read is put right too; the twentieth bad message in ten seconds ends the visit', async () => {
    const ann = await visit(world, somebody('ann'))
    for (let i = 0; i < 19; i++) {
      ann.room.sendBytes(HALL_UP.walk, Uint8Array.of(255, i))
      await sleep(60)
    }
    await until(() => ann.corrections.length === 19)
    expect(ann.corrections.every(({ reason }) => reason === 'malformed' || reason === 'too-often')).toBe(true)
    expect(ann.room.connection.isOpen).toBe(true)
    ann.room.sendBytes(HALL_UP.walk, Uint8Array.of(255))
    expect(await ann.left).toBe(CLOSE_MISBEHAVED)
  })

  test('ten times a second is fine for as long as one likes', async () => {
    const ann = await visit(world, somebody('ann'), { at: { x: -20, z: 0 } })
    for (let i = 0; i < 25; i++) {
      ann.walk([ann.welcome.at, { x: -20, z: i % 2 }], 0.1)
      await sleep(100)
    }
    expect(ann.corrections).toEqual([])
    await ann.room.leave()
  })
})

describe('talking', () => {
  test('is heard by all, and marked as near within earshot', async () => {
    const ann = await visit(world, somebody('ann'))
    const bob = await visit(world, somebody('bob'), { at: { x: 5, z: 0 } })
    const cat = await visit(world, somebody('cat'), { at: { x: -25, z: 15 } })
    ann.room.send(HALL_UP.say, { text: '  Добрый день!  ' })
    await until(() => [ann, bob, cat].every(({ said }) => said.length === 1))
    expect(bob.said[0]).toMatchObject({ text: 'Добрый день!', slot: ann.welcome.slot, near: true })
    expect([ann.said[0]?.near, cat.said[0]?.near]).toEqual([true, false])
    await Promise.all([ann, bob, cat].map(({ room }) => room.leave()))
  })

  test('is there to be read by whoever comes later', async () => {
    const ann = await visit(world, somebody('ann'))
    const text = `Is anybody here? ${Math.random()}`
    ann.room.send(HALL_UP.say, { text })
    await until(() => ann.said.length === 1)
    const bob = await visit(world, somebody('bob'))
    expect(bob.welcome.recent.at(-1)?.text).toBe(text)
    await Promise.all([ann.room.leave(), bob.room.leave()])
  })

  test('too much is refused with the time to wait and the words, which are not lost', async () => {
    const ann = await visit(world, somebody('ann'))
    for (let i = 0; i < 6; i++) ann.room.send(HALL_UP.say, { text: `word ${i}` })
    await until(() => ann.said.length + ann.refused.length >= 6)
    expect(ann.refused.at(-1)).toMatchObject({ action: 'say', reason: 'too-often', text: 'word 5' })
    expect(ann.refused.at(-1)?.retryAfterMs).toBeGreaterThan(0)
    await ann.room.leave()
  })

  test('nonsense is refused and nobody hears it', async () => {
    const ann = await visit(world, somebody('ann'))
    for (const nonsense of [{ text: ' ' }, { text: 'x'.repeat(301) }, { words: 'x' }, null]) {
      ann.room.send(HALL_UP.say, nonsense)
    }
    ann.room.send('no such message', {})
    await until(() => ann.refused.length === 4)
    expect(ann.refused.every(({ reason }) => reason === 'malformed')).toBe(true)
    expect(ann.said).toEqual([])
    expect(ann.room.connection.isOpen).toBe(true)
    await ann.room.leave()
  })

  test('by waving is seen by those in sight, though not as often as one likes', async () => {
    const [ann, bob] = [await visit(world, somebody('ann')), await visit(world, somebody('bob'))]
    await until(() => bob.frames.length > 0)
    for (let i = 0; i < 4; i++) ann.room.send(HALL_UP.gesture, { kind: 'wave' })
    await until(() => ann.refused.length === 2)
    expect(bob.gestured).toEqual([1, 2].map(() => ({ slot: ann.welcome.slot, kind: 'wave' })))
    await Promise.all([ann.room.leave(), bob.room.leave()])
  })
})

describe('leaving', () => {
  test('is seen by the others', async () => {
    const [ann, bob] = [await visit(world, somebody('ann')), await visit(world, somebody('bob'))]
    await until(() => bob.seen(ann.welcome.slot) !== undefined)
    await ann.room.leave()
    await until(() => bob.frames.some(({ gone }) => gone.includes(ann.welcome.slot)))
    await bob.room.leave()
  })

  test('by a broken line keeps the place: one is back where one walked to, and sees everybody again', async () => {
    const [ann, bob] = [await visit(world, somebody('ann')), await visit(world, somebody('bob'))]
    const { slot } = ann.welcome
    ann.walk([ann.welcome.at, { x: -3, z: 0 }])
    await until(() => bob.seen(slot)?.path.length === 2)
    const before = ann.frames.length
    cut(ann)
    await until(() => ann.welcomes.length === 2)
    expect(ann.welcome.slot).toBe(slot)
    await until(() => ann.frames.slice(before).some(({ whole, walks }) => whole && walks.length >= 2))
    expect(bob.frames.some(({ gone }) => gone.includes(slot))).toBe(false)
    await sleep(1500)
    ann.walk([
      { x: -3, z: 0 },
      { x: -3, z: 3 },
    ])
    await until(() => bob.seen(slot)?.path.at(-1)?.z === 3)
    expect(ann.corrections).toEqual([])
    await Promise.all([ann.room.leave(), bob.room.leave()])
  })
})

describe('one person, one body', () => {
  test('coming in once more goes on at the same place, and closes the earlier connection with a reason', async () => {
    const name = somebody('ann')
    const bob = await visit(world, somebody('bob'))
    const first = await visit(world, name)
    first.walk([first.welcome.at, { x: -2, z: 0 }], 2)
    await sleep(1300)
    const second = await visit(world, name, { at: null })
    expect(await first.left).toBe(CLOSE_ELSEWHERE)
    expect(second.welcome.slot).toBe(first.welcome.slot)
    expect(Math.hypot(second.welcome.at.x + 2, second.welcome.at.z)).toBeLessThan(0.3)
    second.walk([second.welcome.at, { x: -2, z: 2 }])
    await until(() => bob.seen(second.welcome.slot)?.path.at(-1)?.z === 2)
    expect(bob.frames.some(({ gone }) => gone.length > 0)).toBe(false)
    expect(second.corrections).toEqual([])
    await Promise.all([bob.room.leave(), second.room.leave()])
    await until(async () => (await world.rooms.directory.find(name)) === null)
  })

  test('a connection that broke does not come back after that', async () => {
    const name = somebody('ann')
    const first = await visit(world, name)
    first.room.reconnection.enabled = false
    const token = first.room.reconnectionToken
    cut(first)
    await first.left
    const second = await visit(world, name)
    await expect(clientOf(world, name).reconnect(token)).rejects.toMatchObject({ code: CLOSE_ELSEWHERE })
    expect(second.room.connection.isOpen).toBe(true)
    await second.room.leave()
  })
})

/** The line breaks: the socket is closed without a word of the room's. */
function cut(visitor: TestVisitor): void {
  visitor.room.connection.close()
}
