import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../../shared/floorplan/random.ts'
import { anyLook } from '../../../shared/people/look.ts'
import { BadBytes } from '../../../shared/presence/bytes.ts'
import {
  decodeFrame,
  decodePeople,
  decodeWalk,
  encodeFrame,
  encodePeople,
  encodeWalk,
  type Frame,
  MAX_POINTS,
  quantised,
  STEPS,
  TICK,
} from '../../../shared/presence/codec.ts'
import type { Walk } from '../../../shared/presence/walk.ts'
import type { PresentPerson } from '../../../shared/rooms/hall.ts'
import { walk } from './arbitraries.ts'

const HALF_STEP = 0.5 / STEPS + 1e-9
// Ways of at most 1,500 m may be asked for; 48 points within 20 m of the middle cannot be longer than that.
const askable = walk(10)
const slot = fc.integer({ min: 0, max: 20_000 })

const density = fc
  .record({
    size: fc.integer({ min: 1, max: 100 }),
    columns: fc.integer({ min: 1, max: 12 }),
    rows: fc.integer({ min: 1, max: 9 }),
  })
  .chain(({ size, columns, rows }) =>
    fc
      .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 500 })), {
        minLength: columns * rows,
        maxLength: columns * rows,
      })
      .map((counts) => ({ size, columns, rows, counts })),
  )
const edge = fc.integer({ min: -1000, max: 1000 })
const frame: fc.Arbitrary<Frame> = fc
  .record({
    now: fc.integer({ min: 0, max: 1e8 }).map((ticks) => ticks * TICK),
    whole: fc.boolean(),
    sight: fc.option(fc.record({ minX: edge, minZ: edge, maxX: edge, maxZ: edge })),
    gone: fc.array(slot),
    distant: fc.option(density),
    walks: fc.array(fc.record({ slot, walk: walk() })),
  })
  .map((made) => ({
    ...made,
    walks: made.walks.map((seen) => ({
      ...seen,
      walk: quantised({ ...seen.walk, startsAt: Math.min(seen.walk.startsAt, made.now) }),
    })),
  }))

const person: fc.Arbitrary<PresentPerson> = fc.record({
  slot,
  personId: fc.string({ maxLength: 60 }),
  name: fc.string({ maxLength: 40, unit: 'grapheme' }),
  look: fc.integer().map((seed) => anyLook(randomFrom(seed))),
  simulated: fc.boolean(),
})

const bytes = fc.uint8Array({ maxLength: 200 })
/** Bytes that begin as a message of ours, so that more than the first byte is looked at. */
const plausible = fc
  .tuple(fc.integer({ min: 0, max: 15 }), bytes)
  .map(([flags, rest]) => Uint8Array.of(16 | flags, ...rest))

const expectBadBytesOrNothing = (decode: () => unknown): void => {
  try {
    decode()
  } catch (error) {
    expect(error).toBeInstanceOf(BadBytes)
  }
}

const turned = (a: number, b: number): number => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)))

function expectNear(told: Walk, meant: Walk): void {
  expect(told.path.length).toBe(meant.path.length)
  told.path.forEach((at, i) => {
    expect(Math.abs(at.x - (meant.path[i]?.x ?? Number.NaN))).toBeLessThanOrEqual(HALF_STEP)
    expect(Math.abs(at.z - (meant.path[i]?.z ?? Number.NaN))).toBeLessThanOrEqual(HALF_STEP)
  })
  expect(Math.abs(told.startsAt - meant.startsAt)).toBeLessThanOrEqual(TICK / 2)
  expect(Math.abs(told.speed - meant.speed)).toBeLessThanOrEqual(0.05 + 1e-9)
  if (meant.faces === undefined) expect(told.faces).toBeUndefined()
  else expect(turned(told.faces ?? Number.NaN, meant.faces)).toBeLessThanOrEqual(Math.PI / 256 + 1e-9)
}

describe('a walk on the wire', () => {
  test('comes back as it was asked for, to the step, the tick and the tenth', () => {
    fc.assert(
      fc.property(askable, (asked) => {
        expectNear(decodeWalk(encodeWalk(asked)), asked)
      }),
    )
  })

  test('comes back exactly once it has been quantised', () => {
    fc.assert(
      fc.property(askable, (asked) => {
        const once = quantised(asked)
        expect(decodeWalk(encodeWalk(once))).toEqual(once)
        expect(quantised(once)).toEqual(once)
      }),
    )
  })

  test('takes few bytes', () => {
    const across = {
      path: [
        { x: 3, z: 4 },
        { x: 3, z: 30 },
        { x: 20, z: 31.5 },
        { x: 21, z: 33 },
      ],
      startsAt: 1e6,
      speed: 1.4,
    }
    const step = {
      path: [
        { x: 3, z: 4 },
        { x: 8, z: 9 },
      ],
      startsAt: 1e6,
      speed: 1.4,
    }
    expect(encodeWalk(across).length).toBeLessThanOrEqual(23)
    expect(encodeWalk(step).length).toBeLessThanOrEqual(14)
  })

  test('is refused when it has too many points, none, or goes on too long', () => {
    const zigzag = (points: number, reach: number): Walk => ({
      path: Array.from({ length: points }, (_, i) => ({ x: i % 2 === 0 ? -reach : reach, z: 0 })),
      startsAt: 0,
      speed: 1,
    })
    expect(decodeWalk(encodeWalk(zigzag(MAX_POINTS, 10))).path.length).toBe(MAX_POINTS)
    expect(() => decodeWalk(encodeWalk(zigzag(MAX_POINTS + 1, 10)))).toThrow(BadBytes)
    expect(() => decodeWalk(encodeWalk(zigzag(MAX_POINTS, 100)))).toThrow(BadBytes)
    expect(() => encodeWalk(zigzag(0, 1))).toThrow(RangeError)
    expect(() => encodeWalk(zigzag(MAX_POINTS + 2, 1))).toThrow(RangeError)
  })

  test('is refused when it goes somewhere without a speed, or has bytes left over', () => {
    const still = encodeWalk({
      path: [
        { x: 0, z: 0 },
        { x: 1, z: 0 },
      ],
      startsAt: 0,
      speed: 0,
    })
    expect(() => decodeWalk(still)).toThrow(BadBytes)
    const good = encodeWalk({ path: [{ x: 0, z: 0 }], startsAt: 0, speed: 0 })
    expect(() => decodeWalk(Uint8Array.of(...good, 0))).toThrow(BadBytes)
  })
})

describe('a frame on the wire', () => {
  test('comes back as it was sent', () => {
    fc.assert(
      fc.property(frame, (sent) => {
        expect(decodeFrame(encodeFrame(sent))).toEqual(sent)
      }),
    )
  })

  test('is cut short nowhere without being noticed, or ends between two walks', () => {
    fc.assert(
      fc.property(frame, fc.nat(), (sent, cut) => {
        const whole = encodeFrame(sent)
        const part = whole.subarray(0, cut % whole.length)
        try {
          const { walks } = decodeFrame(part)
          expect(walks).toEqual(sent.walks.slice(0, walks.length))
        } catch (error) {
          expect(error).toBeInstanceOf(BadBytes)
        }
      }),
    )
  })
})

describe('people on the wire', () => {
  test('come back as they were introduced', () => {
    fc.assert(
      fc.property(fc.array(person), (people) => {
        expect(decodePeople(encodePeople(people))).toEqual(people)
      }),
    )
  })

  test('cannot have a look that does not exist', () => {
    const look = { build: 2, height: 4, skin: 5, hair: 7, hairStyle: 7, shirt: 11, trousers: 7, outfit: 3 }
    const last = encodePeople([{ slot: 0, personId: '', name: '', look, simulated: false }])
    expect(decodePeople(last)[0]?.look).toEqual(look)
    last[5] = (last[5] as number) + 1
    expect(() => decodePeople(last)).toThrow(BadBytes)
  })
})

describe('any bytes at all', () => {
  test('are a message or BadBytes, and nothing else ever happens', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, plausible), (any) => {
        expectBadBytesOrNothing(() => decodeWalk(any))
        expectBadBytesOrNothing(() => decodeFrame(any))
        expectBadBytesOrNothing(() => decodePeople(any))
      }),
      { numRuns: 2000 },
    )
  })

  test('of another version are refused', () => {
    const message = encodeWalk({ path: [{ x: 0, z: 0 }], startsAt: 0, speed: 1 })
    message[0] = 2 << 4
    expect(() => decodeWalk(message)).toThrow('version 2')
  })
})
