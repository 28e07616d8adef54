import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openingAt, spellsOf, stretchesOf } from '../../../client/booth/opening.ts'

const at = (time: string): number => Date.parse(`${time}Z`)
const hours = [
  { date: '2026-11-24', from: '10:00', to: '18:00' },
  { date: '2026-11-23', from: '10:00', to: '18:00' },
]

describe('opening hours', () => {
  const spells = spellsOf(hours, 'Europe/Moscow')

  test('are moments of the salon’s zone, earliest first', () => {
    expect(spells[0]).toEqual({ from: at('2026-11-23T07:00'), to: at('2026-11-23T15:00') })
  })

  test('say open until, opens at, and over', () => {
    expect(openingAt(spells, at('2026-11-23T06:59'))).toEqual({ state: 'opens', at: at('2026-11-23T07:00') })
    expect(openingAt(spells, at('2026-11-23T07:00'))).toEqual({ state: 'open', until: at('2026-11-23T15:00') })
    expect(openingAt(spells, at('2026-11-23T15:00'))).toEqual({ state: 'opens', at: at('2026-11-24T07:00') })
    expect(openingAt(spells, at('2026-11-24T15:00'))).toEqual({ state: 'over' })
    expect(openingAt([], 0)).toBeNull()
  })

  test('of days alike become one line', () => {
    const clock = ({ from, to }: { from: number; to: number }): string => `${to - from}`
    expect(stretchesOf(spells, clock)).toEqual([{ first: spells[0], last: spells[1] }])
  })

  test('lose no day and join none that is apart', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1 })
    fc.assert(
      fc.property(days, (picked) => {
        const some = spellsOf(
          picked.map((day) => ({ date: `2026-02-${String(day).padStart(2, '0')}`, from: '10:00', to: '18:00' })),
          'Europe/Moscow',
        )
        const stretches = stretchesOf(some, () => 'alike')
        const covered = stretches.reduce(
          (sum, { first, last }) => sum + Math.round((last.from - first.from) / 864e5) + 1,
          0,
        )
        expect(covered).toBe(picked.length)
      }),
    )
  })
})
