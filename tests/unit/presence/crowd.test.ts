import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from '../../../shared/floorplan/point.ts'
import type { PresentPerson } from '../../../shared/rooms/hall.ts'
import { World } from './crowd-world.ts'

const HALL = { width: 120, depth: 90 }
/** Cells of the smallest size, and cells that change their size all the time. */
const SHORT_SIGHTED = { least: 0, most: 0, told: 0 }
const FICKLE = { least: 3, most: 6, told: 0 }
/** A walk is seen by everybody in sight of it after this long, ms. */
const SEEN = 280
/** Within this distance people always know one another, metres: cells are of 8 and who comes nearer is told a bit later. */
const NEAR = 5.5

const spot = fc.record({ x: fc.integer({ min: -59, max: 59 }), z: fc.integer({ min: -44, max: 44 }) })
const way = fc.array(spot, { minLength: 1, maxLength: 4 })

type Deed =
  | { readonly does: 'enter'; readonly at: Point }
  | { readonly does: 'walk'; readonly who: number; readonly to: Point[]; readonly speed: number }
  | { readonly does: 'leave' | 'disconnect' | 'return' | 'clog' | 'unclog'; readonly who: number }
  | { readonly does: 'pass'; readonly ms: number }

const who = fc.nat(1000)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('enter' as const), at: spot }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('walk' as const),
      who,
      to: way,
      speed: fc.constantFrom(0.7, 1.4, 2.8),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'leave' as const,
        'disconnect' as const,
        'return' as const,
        'clog' as const,
        'unclog' as const,
      ),
      who,
    }),
  },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('pass' as const), ms: fc.integer({ min: 10, max: 9000 }) }) },
)

function perform(world: World, deed: Deed): void {
  if (deed.does === 'enter') world.enter(deed.at)
  else if (deed.does === 'pass') world.pass(deed.ms)
  else performBy(world, deed)
}

function performBy(world: World, deed: Exclude<Deed, { does: 'enter' | 'pass' }>): void {
  const slots = [...world.names.keys()]
  const slot = slots[deed.who % slots.length]
  if (slot === undefined) return
  if (deed.does === 'walk') world.walk(slot, deed.to, deed.speed)
  else if (deed.does === 'leave') world.leave(slot)
  else if (deed.does === 'disconnect') world.disconnect(slot)
  else if (deed.does === 'return') world.connect(slot)
  else {
    const listener = world.listeners.get(slot)
    if (listener) listener.open = deed.does === 'unclog'
  }
}

/** Every listener knows everybody near, where they are, and nobody who is gone. */
function expectTruth(world: World): void {
  for (const listener of world.listeners.values()) {
    const own = world.crowd.at(listener.slot, world.now)
    for (const slot of world.names.keys()) {
      if (slot === listener.slot) continue
      const { x, z } = world.crowd.at(slot, world.now)
      if (Math.hypot(x - own.x, z - own.z) <= NEAR) expect(world.error(listener, slot)).toBeLessThan(0.1)
    }
    for (const slot of listener.company.keys()) expect(world.error(listener, slot)).toBeLessThan(0.1)
  }
}

describe('a crowd', () => {
  test('whatever happens: once the lines are free everybody knows everybody in sight, where they are, and no ghosts', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), fc.constantFrom(SHORT_SIGHTED, FICKLE), (deeds, sight) => {
        const world = new World(HALL, sight)
        for (let i = 0; i < 8; i++) world.enter({ x: (i % 4) * 12 - 20, z: Math.floor(i / 4) * 10 })
        for (const deed of deeds) perform(world, deed)
        for (const listener of world.listeners.values()) listener.open = true
        world.pass(4000)
        expectTruth(world)
        world.pass(600_000)
        expectTruth(world)
      }),
      { numRuns: 80 },
    )
  })

  test('a walk is seen in time by everybody near who is listening', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), spot, way, (deeds, at, to) => {
        const world = new World(HALL, SHORT_SIGHTED)
        for (let i = 0; i < 8; i++) world.enter({ x: (i % 4) * 12 - 20, z: Math.floor(i / 4) * 10 })
        for (const deed of deeds) if (deed.does !== 'clog') perform(world, deed)
        const walker = world.enter(at)
        world.pass(2500)
        world.walk(walker, to)
        const begun = world.crowd.at(walker, world.now)
        const near = [...world.listeners.values()].filter((listener) => {
          const { x, z } = world.crowd.at(listener.slot, world.now)
          return listener.slot !== walker && Math.hypot(x - begun.x, z - begun.z) <= NEAR
        })
        world.pass(SEEN)
        for (const listener of near) expect(world.error(listener, walker)).toBeLessThan(0.1)
      }),
      { numRuns: 80 },
    )
  })

  test('tells nobody anything while nobody does anything', () => {
    const world = new World(HALL)
    const [ann, bob] = [world.enter({ x: 0, z: 0 }), world.enter({ x: 5, z: 0 })]
    world.pass(10_000)
    const heard = [ann, bob].map((slot) => world.listeners.get(slot)?.frames.length)
    world.pass(60_000)
    expect([ann, bob].map((slot) => world.listeners.get(slot)?.frames.length)).toEqual(heard)
  })

  test('somebody who walks out of sight needs no message to be gone', () => {
    const world = new World({ width: 400, depth: 20 }, SHORT_SIGHTED)
    const watcher = world.enter({ x: 0, z: 0 })
    const walker = world.enter({ x: 2, z: 0 })
    for (let i = 0; i < 12; i++) world.enter({ x: -150 + i, z: 5 })
    world.pass(8000)
    const listener = world.listeners.get(watcher)
    expect(listener?.company.has(walker)).toBe(true)
    world.walk(walker, [{ x: 190, z: 0 }], 2.8)
    world.pass(1000)
    const frames = listener?.frames.length
    world.pass(20_000)
    expect(listener?.company.has(walker)).toBe(false)
    expect(listener?.frames.slice(frames).filter(({ gone, distant }) => gone.length > 0 || distant === null)).toEqual(
      [],
    )
  })

  test('shows everybody to everybody while there are few', () => {
    const world = new World({ width: 400, depth: 300 })
    for (let i = 0; i < 40; i++) world.enter({ x: -190 + i * 9, z: (i % 7) * 20 })
    world.pass(10_000)
    for (const listener of world.listeners.values()) expect(listener.company.size).toBe(39)
  })

  test('narrows its sight when it grows, and widens it again', () => {
    const world = new World({ width: 200, depth: 200 })
    const slots = Array.from({ length: 600 }, (_, i) =>
      world.enter({ x: (i % 25) * 7 - 90, z: Math.floor(i / 25) * 7 - 90 }),
    )
    world.pass(8000)
    const sizes = [...world.listeners.values()].map((listener) => listener.company.size)
    const mean = sizes.reduce((a, b) => a + b) / sizes.length
    expect(mean).toBeGreaterThan(40)
    expect(mean).toBeLessThan(160)
    for (const slot of slots.slice(30)) world.leave(slot)
    world.pass(25_000)
    for (const listener of world.listeners.values()) expect(listener.company.size).toBe(29)
  })

  test('introduces everybody once', () => {
    const world = new World(HALL)
    const watcher = world.enter({ x: 0, z: 0 })
    const walker = world.enter({ x: 5, z: 0 })
    world.pass(1000)
    const listener = world.listeners.get(watcher)
    const person = listener?.company.get(walker)?.person
    world.walk(walker, [{ x: 10, z: 0 }])
    world.pass(1000)
    expect(listener?.company.get(walker)?.person).toBe(person)
  })

  test('introduces anew whoever changes their name, to those who see them', () => {
    const world = new World(HALL)
    const watcher = world.enter({ x: 0, z: 0 })
    const walker = world.enter({ x: 5, z: 0 })
    world.pass(1000)
    const person = world.listeners.get(watcher)?.company.get(walker)?.person
    world.crowd.present(walker, { ...(person as PresentPerson), name: 'Another' }, world.now)
    world.pass(1000)
    expect(world.listeners.get(watcher)?.company.get(walker)?.person).toEqual({ ...person, name: 'Another' })
  })

  test('lets the whole hall be seen from afar', () => {
    const world = new World(HALL)
    for (let i = 0; i < 10; i++) world.enter({ x: -55, z: -40 })
    const watcher = world.enter({ x: 50, z: 40 })
    world.pass(12_000)
    const distant = world.listeners.get(watcher)?.distant ?? []
    expect(distant.reduce((people, { count }) => people + count, 0)).toBe(11)
    const busiest = distant.find(({ count }) => count === 10)
    expect(Math.hypot((busiest?.x ?? 0) + 55, (busiest?.z ?? 0) + 40)).toBeLessThan(16)
  })

  test('a refused walk stops the walker where they are, for everybody', () => {
    const world = new World(HALL)
    const [ann, bob] = [world.enter({ x: 0, z: 0 }), world.enter({ x: 5, z: 0 })]
    world.pass(1000)
    world.walk(ann, [{ x: 40, z: 0 }])
    world.pass(2000)
    const refusal = world.crowd.walk(
      ann,
      {
        path: [
          { x: 30, z: 0 },
          { x: 31, z: 0 },
        ],
        startsAt: world.now,
        speed: 1,
      },
      world.now,
    )
    expect(refusal).toBe('not-here')
    world.pass(SEEN)
    const known = world.listeners.get(bob)?.company.get(ann)?.walk
    expect(known?.path).toHaveLength(1)
    expect(known?.path[0]?.x).toBeCloseTo(2.8, 1)
  })
})
