import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RoomClock } from '../../../client/net/room-clock.ts'

describe('the room clock', () => {
  test('is off by at most half of the quickest round trip', () => {
    const trip = fc.record({
      out: fc.double({ min: 0, max: 400, noNaN: true }),
      back: fc.double({ min: 0, max: 400, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(trip, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 1e9 }), (trips, ahead) => {
        let local = 1000
        const room = (): number => local + ahead
        const clock = new RoomClock(room() - 300, () => local)
        for (const { out, back } of trips) {
          const sent = local
          local += out
          const answered = room()
          local += back
          clock.measured(sent, answered)
        }
        const quickest = Math.min(...trips.map(({ out, back }) => out + back))
        expect(Math.abs(clock.now() - room())).toBeLessThanOrEqual(quickest / 2 + 1e-3)
      }),
    )
  })

  test('runs on between measurements', () => {
    let local = 0
    const clock = new RoomClock(5000, () => local)
    local = 120
    expect(clock.now()).toBe(5120)
  })

  test('forgets an old room when it is set to another', () => {
    let local = 0
    const clock = new RoomClock(5000, () => local)
    local = 10
    clock.measured(0, 5005)
    clock.restart(90_000)
    local = 60
    clock.measured(20, 90_030)
    expect(clock.now()).toBe(90_050)
  })
})
