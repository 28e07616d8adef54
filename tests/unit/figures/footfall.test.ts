import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellAt, FOOTFALL_CELL, HOUR, middleOfCell, toldHours } from '../../../shared/figures/footfall.ts'
import { type BoothRow, inBoothOrder, spanQuery } from '../../../shared/figures/footfall-model.ts'
import { shownPlaces } from '../../../shared/figures/footfall-shown.ts'
import { isSmall } from '../../../shared/figures/small-groups.ts'

const coordinate = fc.double({ min: -500, max: 500, noNaN: true })

describe('a cell', () => {
  test('holds what is nearest to its middle', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, z) => {
        const middle = middleOfCell(cellAt({ x, z }))
        expect(Math.max(Math.abs(middle.x - x), Math.abs(middle.z - z))).toBeLessThanOrEqual(FOOTFALL_CELL / 2 + 1e-9)
      }),
    )
  })
})

describe('the hours that are told', () => {
  const NOW = Date.parse('2027-04-12T13:40:00Z')
  const iso = (span: { from: number; to: number }) => [span.from, span.to].map((one) => new Date(one).toISOString())

  test('are whole, and over: at twenty to two the hour until two is not', () => {
    const asked = { from: Date.parse('2027-04-12T09:59:59Z'), to: Date.parse('2027-04-12T23:00:00Z') }
    expect(iso(toldHours(asked, NOW))).toEqual(['2027-04-12T09:00:00.000Z', '2027-04-12T13:00:00.000Z'])
  })

  test('wait a quarter of an hour for what is still on its way', () => {
    const asked = { from: NOW - 24 * HOUR, to: NOW }
    expect(iso(toldHours(asked, Date.parse('2027-04-12T13:14:59Z')))[1]).toBe('2027-04-12T12:00:00.000Z')
    expect(iso(toldHours(asked, Date.parse('2027-04-12T13:15:00Z')))[1]).toBe('2027-04-12T13:00:00.000Z')
  })

  test('are none of what is yet to come', () => {
    const { from, to } = toldHours({ from: NOW + HOUR, to: NOW + 2 * HOUR }, NOW)
    expect(to).toBe(from)
  })

  test('are never parts of hours, whatever is asked', () => {
    const moment = fc.integer({ min: NOW - 100 * HOUR, max: NOW + 100 * HOUR })
    fc.assert(
      fc.property(moment, moment, moment, (from, to, now) => {
        const told = toldHours({ from, to }, now)
        expect([told.from % HOUR, told.to % HOUR]).toEqual([0, 0])
        expect(told.to).toBeLessThanOrEqual(Math.max(told.from, now))
      }),
    )
  })
})

describe('a question', () => {
  test('goes from one moment to a later one, no more than two months away', () => {
    const asked = (from: string, to: string) => spanQuery.safeParse({ from, to }).success
    expect(asked('2027-04-12T00:00:00Z', '2027-04-13T00:00:00Z')).toBe(true)
    expect(asked('2027-04-13T00:00:00Z', '2027-04-13T00:00:00Z')).toBe(false)
    expect(asked('2027-04-13T00:00:00Z', '2027-04-12T00:00:00Z')).toBe(false)
    expect(asked('2027-01-01T00:00:00Z', '2027-06-01T00:00:00Z')).toBe(false)
    expect(asked("2027-01-01'; drop table footfall", '2027-01-02T00:00:00Z')).toBe(false)
  })
})

const people = fc.array(fc.nat(40), { minLength: 1, maxLength: 8 })

describe('places', () => {
  const alley = (counts: readonly number[], whole: number) => {
    const parts = counts.map((_, i) => `booth ${i}`)
    const known = new Map([...parts.map((part, i) => [part, counts[i] ?? 0] as const), ['alley', whole] as const])
    return shownPlaces(known, [{ whole: 'alley', parts }])
  }

  test('with fewer than five people are never shown, in whatever families', () => {
    fc.assert(
      fc.property(people, fc.nat(60), (counts, extra) => {
        const whole = Math.max(...counts) + extra
        const shown = alley(counts, whole)
        for (const [i, n] of counts.entries()) if (isSmall(n)) expect(shown.has(`booth ${i}`)).toBe(false)
        if (isSmall(whole)) expect(shown.has('alley')).toBe(false)
      }),
    )
  })

  test('do not follow from the others: one that is hidden is never alone', () => {
    const shown = alley([40, 30, 3], 73)
    expect([...shown].filter((place) => place !== 'alley')).toEqual(['booth 0'])
  })

  test('hidden in one family are hidden in all', () => {
    const known = new Map([
      ['hall', 60],
      ['alley', 60],
      ['one', 3],
      ['other', 60],
    ])
    const families = [
      { whole: 'hall', parts: ['one'] },
      { whole: 'alley', parts: ['one', 'other'] },
    ]
    expect(shownPlaces(known, families).has('one')).toBe(false)
  })
})

describe('booths in order', () => {
  const row = (number: string, visitors: number | null, stay: number | null = null): BoothRow => ({
    ...{ boothId: number, exhibitorId: number, number, name: { ru: number, en: number } },
    ...{ hallId: 'hall', alleyId: null, visitors, stay },
  })
  const numbers = (rows: readonly BoothRow[]) => rows.map(({ number }) => number)

  test('by number are as people count', () => {
    expect(numbers(inBoothOrder([row('А-10', 9), row('А-9', 9), row('А-100', 9)], 'number'))).toEqual([
      ...['А-9', 'А-10', 'А-100'],
    ])
  })

  test('stand between nobody and five where their people are hidden, in the order of numbers', () => {
    const rows = [row('4', null), row('2', 0), row('3', null), row('1', 5)]
    expect(numbers(inBoothOrder(rows, 'busiest'))).toEqual(['1', '3', '4', '2'])
    expect(numbers(inBoothOrder(rows, 'quietest'))).toEqual(['2', '3', '4', '1'])
  })

  test('by the length of stays have those last of which none is known', () => {
    expect(numbers(inBoothOrder([row('1', 9), row('2', 9, 30), row('3', 9, 60)], 'longest'))).toEqual(['3', '2', '1'])
  })
})
