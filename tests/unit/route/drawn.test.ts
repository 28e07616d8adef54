import { describe, expect, test } from 'vitest'
import { routeAhead } from '../../../client/state/visit.ts'
import { type DrawnStop, drawnIn } from '../../../shared/route/drawn.ts'
import { NO_VISIT } from '../../../shared/route/visit.ts'

const line = (...xs: number[]) => xs.map((x) => ({ x, z: 0 }))
const stops: DrawnStop[] = [
  { key: 'a', number: 1, hallId: 'one', at: { x: 5, z: 0 }, way: [{ hallId: 'one', path: line(0, 5) }] },
  {
    ...{ key: 'b', number: 2, hallId: 'two', at: { x: 3, z: 0 } },
    way: [
      { hallId: 'one', path: line(5, 9) },
      { hallId: 'two', path: line(0, 3) },
    ],
  },
  { key: 'c', number: 3, hallId: 'two', at: { x: 3, z: 0 }, way: [{ hallId: 'two', path: line(3) }] },
]
const planned = { stops } as never

describe('a route in a hall', () => {
  test('is the legs that lie there, to its gate and from its gate, and the stops that stand there', () => {
    expect(drawnIn('one', stops, 'b')).toEqual({
      legs: [
        { path: line(0, 5), present: false },
        { path: line(5, 9), present: true },
      ],
      stops: [{ at: { x: 5, z: 0 }, number: 1, present: false }],
    })
    expect(drawnIn('two', stops, 'b').legs).toEqual([{ path: line(0, 3), present: true }])
    expect(drawnIn('two', stops, 'b').stops.map(({ number }) => number)).toEqual([2, 3])
    expect(drawnIn('three', stops, 'b')).toEqual({ legs: [], stops: [] })
  })

  test('begins with the way to the next stop, whether one has not set out or has arrived', () => {
    const present = (guide: typeof NO_VISIT.guide, hallId: string) =>
      routeAhead(hallId, { visit: { ...NO_VISIT, guide }, planned }).legs
    expect(present({ at: 'rest' }, 'one')[0]).toEqual({ path: line(0, 5), present: true })
    expect(present({ at: 'walking', stop: 'a' }, 'one')[0]?.present).toBe(true)
    const there = { at: 'stop', stop: 'a', until: '2027-04-12T12:00:00Z' } as const
    expect(present(there, 'one')).toEqual([{ path: line(5, 9), present: true }])
  })
})
