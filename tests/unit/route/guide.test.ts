import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GuideEvent, guided } from '../../../shared/route/guide.ts'
import { NO_VISIT, type Visit, visit } from '../../../shared/route/visit.ts'

const NOW = new Date('2027-04-12T12:00:00.000Z')
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)
const following = (...events: GuideEvent[]): Visit => events.reduce(guided, NO_VISIT)
const setOut: GuideEvent = { kind: 'set-out', stop: 'booth:a' }
const arrived: GuideEvent = { kind: 'arrived', until: later(300) }

describe('walk me', () => {
  test('goes from stop to stop, and what was seen is behind', () => {
    const there = following(setOut, arrived)
    expect(there.guide).toEqual({ at: 'stop', stop: 'booth:a', until: later(300).toISOString() })
    const on = guided(there, { kind: 'seen', next: 'booth:b' })
    expect(on).toMatchObject({
      guide: { at: 'walking', stop: 'booth:b' },
      done: [{ stop: 'booth:a', how: 'visited' }],
    })
    expect(guided(on, { kind: 'skipped', next: null })).toMatchObject({
      guide: { at: 'rest' },
      done: [
        { stop: 'booth:a', how: 'visited' },
        { stop: 'booth:b', how: 'skipped' },
      ],
    })
  })

  test('asks at the gate before it goes on in another hall', () => {
    const gate = following(setOut, { kind: 'gate', hallId: 'hall-2' })
    expect(gate.guide).toEqual({ at: 'gate', stop: 'booth:a', hallId: 'hall-2' })
    expect(guided(gate, { kind: 'agreed' }).guide).toEqual({ at: 'walking', stop: 'booth:a' })
  })

  test('gives back after a pause what was left of the stay', () => {
    const paused = following(setOut, arrived, { kind: 'paused', now: later(100) })
    expect(paused.guide).toEqual({ at: 'paused', stop: 'booth:a', left: 200 })
    expect(guided(paused, { kind: 'resumed', now: later(1000) }).guide).toMatchObject({
      until: later(1200).toISOString(),
    })
    const onTheWay = following(setOut, { kind: 'paused', now: NOW }, { kind: 'resumed', now: later(5) })
    expect(onTheWay.guide).toEqual({ at: 'walking', stop: 'booth:a' })
  })

  test('stays longer by what is asked for, also when the time was up', () => {
    const longer = following(setOut, arrived, { kind: 'extended', minutes: 5, now: later(100) })
    expect(longer.guide).toMatchObject({ until: later(600).toISOString() })
    const overdue = following(setOut, arrived, { kind: 'extended', minutes: 5, now: later(400) })
    expect(overdue.guide).toMatchObject({ until: later(700).toISOString() })
  })

  test('whatever happens in whatever order, the visit is one that can be kept, with nothing seen twice', () => {
    const stop = fc.constantFrom('booth:a', 'booth:b', 'session:c')
    const now = fc.nat(10_000).map(later)
    const next = fc.option(stop)
    const event: fc.Arbitrary<GuideEvent> = fc.oneof(
      fc.record({ kind: fc.constant('set-out' as const), stop }),
      fc.record({ kind: fc.constant('gate' as const), hallId: fc.constant('hall-2') }),
      fc.constantFrom<GuideEvent>({ kind: 'agreed' }, { kind: 'ended' }),
      fc.record({ kind: fc.constant('arrived' as const), until: now }),
      fc.record({ kind: fc.constant('extended' as const), minutes: fc.constant(5), now }),
      fc.record({ kind: fc.constantFrom('paused' as const, 'resumed' as const), now }),
      fc.record({ kind: fc.constantFrom('seen' as const, 'skipped' as const), next }),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const end = following(...events)
        expect(visit.safeParse(end).error).toBeUndefined()
        expect(new Set(end.done.map((one) => one.stop)).size).toBe(end.done.length)
      }),
    )
  })
})
