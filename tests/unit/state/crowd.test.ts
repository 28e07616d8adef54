import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Crowd } from '../../../client/state/crowd.ts'
import { anyLook } from '../../../shared/people/look.ts'
import { arrivesAt, headingAt, positionAt, type Walk } from '../../../shared/presence/walk.ts'
import type { PresentPerson } from '../../../shared/rooms/hall.ts'

const metres = fc.integer({ min: -500, max: 500 }).map((n) => n / 10)
const walk: fc.Arbitrary<Walk> = fc
  .record({
    path: fc.array(fc.record({ x: metres, z: metres }), { minLength: 1, maxLength: 6 }),
    startsAt: fc.integer({ min: 0, max: 20_000 }),
    speed: fc.integer({ min: 1, max: 28 }).map((n) => n / 10),
    faces: fc.option(fc.double({ min: -3, max: 3, noNaN: true }), { nil: undefined }),
  })
  .map(({ faces, ...rest }) => (faces === undefined ? rest : { ...rest, faces }))

const person = (slot: number): PresentPerson => ({
  slot,
  personId: `p${slot}`,
  name: `P ${slot}`,
  look: anyLook(() => 0),
  simulated: false,
})

test('everybody is where their walk says, however the clock jumps and whoever comes, goes and turns', () => {
  const step = fc.record({
    slot: fc.integer({ min: 0, max: 90 }),
    walk: fc.option(walk, { nil: null }),
    now: fc.integer({ min: 0, max: 120_000 }),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 120 }), (steps) => {
      const crowd = new Crowd()
      for (const { slot, walk, now } of steps) {
        if (walk === null) crowd.leave(slot)
        else if (crowd.person(slot)) crowd.walk(slot, walk)
        else crowd.meet(person(slot), walk)
        crowd.sample(now)
        for (const [i, one] of crowd.people.entries()) {
          const at = positionAt(one.walk, now)
          expect(crowd.x[i]).toBeCloseTo(at.x, 3)
          expect(crowd.z[i]).toBeCloseTo(at.z, 3)
          const stands = now < one.walk.startsAt || now >= arrivesAt(one.walk)
          if (Math.abs(now - arrivesAt(one.walk)) > 1) expect(crowd.speed[i] === 0).toBe(stands)
        }
      }
    }),
  )
})

test('who walks faces along the way, who has arrived as the walk says', () => {
  const crowd = new Crowd()
  const walk = {
    path: [
      { x: 0, z: 0 },
      { x: 4, z: 0 },
      { x: 4, z: 4 },
    ],
    startsAt: 1000,
    speed: 1,
    faces: 2,
  }
  crowd.meet(person(1), walk)
  for (const now of [0, 1000, 3000, 5500, 8999, 9001, 60_000, 2000]) {
    crowd.sample(now)
    expect(crowd.heading[0]).toBeCloseTo(headingAt(walk, now), 5)
  }
})
